// What happened, happens and will happen at Lakeside Cloud Users.
import type { Evening } from '../script.ts';
import { breakwater, lakesidePast, northwind, tallgrass } from './lakeside-past.ts';

export const lakesideEvenings: readonly Evening[] = [
  {
    turn: 2,
    title: 'An evening by and for women and non-binary people in cloud',
    about:
      'Four short talks, all of them by women and non-binary people who run things. Everyone may come; please read who it is for before you take a seat.',
    talks: [
      ['Still looking for a first-time speaker', 'to be found', 20],
      ['The year I said no to the rewrite', 'Keziah Calloway', 20],
    ],
    crowd: 90,
    stays: 'draft',
  },
  {
    turn: 1,
    template: 'lightning-night',
    title: 'Lightning night',
    about:
      'Seven talks, five minutes each, and a gong. Two are still free: tell us on any Wednesday, or by mail. You need one thing you learnt and no slides.',
    talks: [
      ['I deleted the wrong cluster', 'Lowell Birchfield', 5],
      ['Five minutes of strace', 'Nikhil Bhatt', 5],
      ['My grandmother reads our status page', 'Zofia Kaczorek', 5],
      ['A cron job that loved me', 'Inés Belmonte', 5, 'first talk ever'],
      ['What the lights on the switch mean', '박도윤', 5],
    ],
    type: 'lightning',
    sponsor: tallgrass,
    crowd: 120,
    plus_ones: 1,
    stays: 'announced',
  },
  {
    turn: 0,
    later: 10,
    title: 'Workshop: your first exporter, from nothing',
    about:
      'A Saturday morning with a laptop. We start with an empty folder and stop when your own numbers show up on a graph. Sixteen seats, two helpers, coffee. You should have written a little code in any language.',
    talks: [
      ['What a metric is, and what it is not', 'Meera Iyer', 30],
      ['Write it, run it, look at it', 'Meera Iyer and Caleb Marsh', 90],
      ['Show each other', 'everybody', 30],
    ],
    type: 'workshop',
    place: 'library',
    doors: 'Doors and coffee',
    hours: ['10:00', '13:00'],
    cap: 16,
    crowd: 31,
    rush: 0.85,
    drops: 0.06,
    opens: 28,
    guestAfterHours: 4.4,
  },
  {
    turn: 0,
    template: 'chicago-classic',
    asksKitchen: true,
    title: 'Queues, and what they are hiding',
    about:
      'Two talks about the part of a system nobody draws: the waiting. We start on time, there is pizza from 17:30, and the last talk ends early enough for the 20:14 train.',
    talks: [
      ['Every retry is a promise', 'Tomás Herrera', 25, 'all levels'],
      ['Reading a queue like a tide table', 'May Sato', 20, 'first talk ever'],
    ],
    sponsor: northwind,
    crowd: 164,
    rush: 0.62,
    guestAfterHours: 3,
  },
  {
    turn: -1,
    title: 'Postgres, the boring parts',
    about:
      'Vacuum, locks and connection limits. The parts nobody gives talks about, which is why we asked two people to.',
    talks: [
      ['Vacuum is a rubbish collection', 'Frances Greyling', 25],
      ['Four hundred connections and a funeral', 'Rohan Sengupta', 25],
    ],
    sponsor: northwind,
    crowd: 172,
    guestAfterHours: 5,
  },
  {
    turn: -2,
    title: 'What broke this quarter',
    about:
      'Three outages, told by the people who were on call. No slides from the marketing department, no names of the guilty.',
    talks: [
      ['The certificate nobody owned', 'Odette Dunmere', 15],
      ['A load balancer with opinions', 'Andrés Solís', 15],
      ['How we lost eleven minutes of orders', 'Kavya Menon', 20],
    ],
    sponsor: breakwater,
    crowd: 158,
    guestAfterHours: 5,
  },
  {
    turn: -3,
    title: 'It was DNS. Again.',
    about: 'We said we would not do another evening about names. Then three of you sent the same story in one week.',
    talks: [
      ['A negative answer lives longer than you think', 'Harlan Stroud', 25],
      ['Split horizon, split team', 'Σοφία Παππά', 20],
    ],
    sponsor: northwind,
    crowd: 149,
  },
  {
    turn: -4,
    title: 'Backups nobody has restored',
    about: 'Bring the date of your last restore. We will make a list, and the oldest one wins a cake.',
    talks: [
      ['Restore Tuesday: how we made it a habit', 'Gwen Hollins', 25],
      ['Encrypted, off-site, and without the key', 'Lê Minh', 20],
    ],
    sponsor: tallgrass,
    crowd: 128,
    guestAfterHours: 5,
  },
  ...lakesidePast,
];
