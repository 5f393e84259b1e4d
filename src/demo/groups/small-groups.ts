// The two quiet ones: a group founded today, and one nobody has met in since 2019. And a group from a list that nobody runs.
import type { GroupScript } from '../script.ts';

/** Founded this morning; everything else is still to do. */
export const coffee: GroupScript = {
  key: 'kava',
  name: 'Код і кава',
  place: 'Leipzig',
  country: 'DE',
  latitude: 51.3397,
  longitude: 12.3731,
  zone: 'Europe/Berlin',
  language: 'uk',
  color: '#0f766e',
  founded_on: null,
  about: '',
  founder: { name: 'Ярина Вербицька', address: 'yaryna.verbytska@example.org' },
  team: [],
  mark: null,
  contacts: [],
  conduct: null,
  people: { many: 0, cultures: { ukrainian: 100 } },
  weekday: 6,
  hours: ['11:00', '13:00'],
  doorsBefore: 0,
  places: {},
  says: { doors: '', welcome: '', welcomeBy: '', social: '' },
  evenings: [],
  came: 0,
};

const night = { place: 'barn', crowd: 26 } as const;

export const prairie: GroupScript = {
  key: 'prairie',
  name: 'Prairie Data Night',
  place: 'Madison',
  country: 'US',
  latitude: 43.0731,
  longitude: -89.4012,
  zone: 'America/Chicago',
  language: 'en',
  color: '#a21c6f',
  founded_on: '2018-05-20',
  about: `People in and around Madison who count things for a living: birds, beds, bushels. One talk, one pot of soup, and a walk if the weather holds.

We meet when somebody has something to show.`,
  founder: { name: 'Wendell Marsh', address: 'wendell.marsh@example.org' },
  team: [],
  mark: 'coneflower.svg',
  contacts: [{ name: 'Wendell Marsh', address: 'wendell.marsh@example.org' }],
  conduct: 'contributor-covenant-2.1.en',
  people: { many: 58, cultures: { english: 80, polish: 8, indian: 6, spanish: 6 } },
  weekday: 2,
  hours: ['18:30', '20:30'],
  doorsBefore: 30,
  places: {
    barn: {
      name: 'The Seed Library',
      address: '9 Bluestem Lane, Madison',
      arrival: 'Park on the gravel, not on the asters. The door sticks; push.',
      room: 30,
    },
  },
  says: { doors: 'Soup', welcome: 'Hello', welcomeBy: 'Wendell Marsh', social: 'Dishes, and a walk' },
  evenings: [
    {
      turn: 0,
      title: 'Counting cranes',
      about: 'What a thousand volunteers with binoculars teach about error bars.',
      talks: [['Two people, one bird', 'Rosalie Birchfield', 40]],
      ...night,
    },
    {
      turn: 1,
      title: 'Soil maps, by hand and by model',
      about: 'Bring boots.',
      talks: [['A core is a sample of one', 'Lowell Oakes', 40]],
      ...night,
    },
    {
      turn: 3,
      title: 'The hospital bed problem',
      about: 'Forecasting Monday from Friday.',
      talks: [['Monday comes from Friday', 'Kavya Iyer', 35]],
      ...night,
    },
    {
      turn: 5,
      title: 'Maps for people who walk',
      about: 'Projections, and why your park looks wrong.',
      talks: [['Your park is a lie', 'Gwen Thackery', 40]],
      ...night,
    },
    {
      turn: 8,
      title: 'Show your plot',
      about: 'One plot each, three minutes, no excuses.',
      talks: [['Eleven plots', 'everybody', 60]],
      type: 'lightning',
      place: 'barn',
      crowd: 34,
    },
    {
      turn: 11,
      title: 'R and a combine harvester',
      about: 'Yield data, and how to throw half of it away.',
      talks: [['Half of it is turning around', 'Nolan Fenwick', 40]],
      ...night,
    },
    {
      turn: 15,
      title: 'Counting cranes, again',
      about: 'The same birds, a year on.',
      talks: [['What changed, and what did not', 'Rosalie Birchfield', 40]],
      place: 'barn',
      crowd: 17,
    },
  ],
  came: '2018-05-20',
  fixed: '2018-09-05',
};

/** As it would stand in a list somebody exported. */
export const listed = `name,city,country,language,url
Förde-Runde Infrastruktur,Kiel,DE,de,https://foerde-runde.example.org/
`;

/** What somebody wrote who says that it is theirs. */
export const claim =
  'Ich organisiere die Runde seit 2016 mit zwei Freundinnen. Unsere Adresse steht auf der Website, ruft gern dort an und fragt nach mir.';
