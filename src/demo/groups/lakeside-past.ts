// What happened at Lakeside Cloud Users more than four months ago.
import type { Evening } from '../script.ts';

export const northwind = ['Northwind Hosting', 'They pay for the pizza. Talks are never part of sponsorship.'] as const;
export const breakwater = [
  'Breakwater Insurance',
  'They pay for the pizza, and they are hiring two people for their platform team.',
] as const;
export const tallgrass = ['Tallgrass Freight', 'They pay for the pizza and want to hear how you do on-call.'] as const;

export const lakesidePast: readonly Evening[] = [
  {
    turn: -5,
    title: 'Small clusters, small teams',
    about:
      'Not everybody has forty nodes and a platform department. Two talks about three machines and one and a half people.',
    talks: [
      ['Three nodes are enough', 'Joaquín Arriaga', 25],
      ['The half person is me', 'Wendell Ivers', 20, 'first talk ever'],
    ],
    place: 'brewery',
    crowd: 121,
  },
  {
    turn: -6,
    title: 'The bill, line by line',
    about: 'We read a real invoice together (the numbers are changed, the surprises are not).',
    talks: [
      ['Where the egress went', 'Deepa Kulkarni', 25],
      ['Turning things off as a career', 'Ellis Northcott', 20],
    ],
    sponsor: breakwater,
    crowd: 156,
  },
  {
    turn: -7,
    title: 'Lightning night: small things that saved us',
    about: 'Six talks, five minutes each, and a gong.',
    talks: [
      ['One alias', 'Abby Larkmoor', 5],
      ['The label on the cable', 'Kacper Dąbek', 5],
      ['A spreadsheet, sorry', 'Ximena Quiroga', 5],
      ['tmux, in five minutes', 'Dev Chaudhary', 5],
      ['Asking the night shift', 'ليلى منصور', 5],
      ['A rubber duck with a pager', 'Jonah Eastlake', 5],
    ],
    type: 'lightning',
    sponsor: tallgrass,
    crowd: 133,
    plus_ones: 1,
  },
  {
    turn: -8,
    title: 'On call without burning out',
    about: 'Two teams that changed how they are woken up, and what it did to the people in them.',
    talks: [
      ['We deleted two thirds of our alerts', 'Imogen Winslade', 30],
      ['Paying for the night', 'Vikram Deshpande', 20],
    ],
    sponsor: breakwater,
    crowd: 163,
  },
  {
    turn: -9,
    title: 'Certificates, second try, on dry land',
    about: 'The evening that fell into the water, in another building and with the same two talks.',
    talks: [
      ['Ninety days is a gift', 'Rosalie Penhallow', 25],
      ['Pinning, and how we got out of it', 'Halina Słowik', 20],
    ],
    sponsor: northwind,
    place: 'brewery',
    crowd: 112,
  },
  {
    turn: -10,
    title: 'Certificates, and the day they run out',
    about: 'What renews by itself, what pretends to, and what is still on a sticky note.',
    talks: [
      ['Ninety days is a gift', 'Rosalie Penhallow', 25],
      ['Pinning, and how we got out of it', 'Halina Słowik', 20],
    ],
    sponsor: northwind,
    crowd: 118,
    cancelled: {
      daysBefore: 1.2,
      why: 'A pipe burst on the third floor of the Harbor Building and the room is under water. Nobody is hurt, the projector is. We will do the same evening four weeks from now.',
    },
  },
  {
    turn: -11,
    title: 'Logs are letters to a stranger',
    about: 'The stranger is you, in four months, at night.',
    talks: [
      ['Write the line you would want to read', 'Tamsin Fenwick', 25],
      ['Two terabytes of "ok"', 'Mateo Carrasco', 20],
    ],
    crowd: 117,
  },
  {
    turn: -12,
    title: 'Moving house: migrations nobody noticed',
    about: 'Two moves with the lights on, and one with the lights off.',
    talks: [
      ['Dual writes are a phase', 'Ananya Nair', 25],
      ['We moved on a Tuesday at noon', 'Quinn Thackery', 25],
    ],
    sponsor: tallgrass,
    crowd: 131,
  },
  {
    turn: -13,
    title: 'Feature flags and the code they leave behind',
    about: 'How to put a switch in, and the harder half.',
    talks: [
      ['A flag has a birthday and a funeral', 'Maeve Ravensby', 20],
      ['Four thousand branches later', 'Arjun Pillai', 25],
    ],
    sponsor: breakwater,
    crowd: 104,
  },
  {
    turn: -14,
    title: 'Running things near people',
    about:
      'Shops, boats, a barn. Computers that are far from any data centre and close to somebody who wants to unplug them.',
    talks: [
      ['Four hundred shops, one uplink each', 'Caleb Marsh', 25],
      ['A rack in a barn', 'Perry Quillan', 20],
    ],
    sponsor: northwind,
    crowd: 98,
    moved: {
      daysBefore: 6,
      to: 'brewery',
      about:
        'Shops, boats, a barn. Computers that are far from any data centre and close to somebody who wants to unplug them. The Harbor Building is having its floors done, so we are at The Cooperage this time.',
    },
  },
  {
    turn: -15,
    title: 'The network is not the diagram',
    about: 'One talk, one long look at packets, and time for questions.',
    talks: [['Follow one packet home', 'Noelia Ybarra', 50]],
    crowd: 109,
  },
  {
    turn: -16,
    title: 'Testing in production, on purpose',
    about: 'With seat belts.',
    talks: [
      ['Shadow traffic for beginners', '김서연', 25],
      ['We broke it at ten in the morning', 'Paloma Montalvo', 20],
    ],
    sponsor: tallgrass,
    crowd: 126,
  },
  {
    turn: -17,
    title: 'Secrets, and where they actually live',
    about: 'In a vault, we say. In a chat from two years ago, says grep.',
    talks: [
      ['Grep day', 'Ishani Raman', 25],
      ['Rotating the one nobody dares to', 'Nolan Alderbrook', 20],
    ],
    sponsor: breakwater,
    crowd: 115,
  },
  {
    turn: -18,
    title: 'Lightning night, the first',
    about: 'Five talks, five minutes each. We had no gong yet.',
    talks: [
      ['Make it a Makefile', 'Witold Gwiazda', 5],
      ['What I learnt from a coffee machine', 'Lucía Zúñiga', 5],
      ['The runbook that ran away', 'Frances Greyling', 5],
      ['Two factors, three stories', 'Trần Linh', 5],
      ['Hello from the help desk', 'Dana Kettleby', 5],
    ],
    type: 'lightning',
    crowd: 88,
    plus_ones: 1,
  },
  {
    turn: -19,
    title: 'What we run, and why',
    about: 'Members show what is under their desks and in their accounts. Bring a drawing.',
    talks: [['Show and tell', 'everybody', 60, 'ten minutes each, six drawings']],
    type: 'discussion',
    sponsor: northwind,
    crowd: 92,
  },
];
