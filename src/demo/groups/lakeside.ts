// Lakeside Cloud Users in Milwaukee: the town's large group, every fourth Wednesday. Invented, like everybody in it.
import type { GroupScript } from '../script.ts';
import { lakesideEvenings } from './lakeside-evenings.ts';

export const lakeside: GroupScript = {
  key: 'lakeside',
  name: 'Lakeside Cloud Users',
  place: 'Milwaukee',
  country: 'US',
  latitude: 43.0389,
  longitude: -87.9065,
  zone: 'America/Chicago',
  language: 'en',
  color: '#c2410c',
  founded_on: '2017-03-01',
  about: `A monthly evening in Milwaukee for people who run things on other people's computers. Every fourth Wednesday, two short talks, everyone welcome.

We meet downtown, after work, and we stop in time for the 20:14 train. Talks are twenty to thirty minutes and come from people who did the thing, not from people who sell it. Sponsors pay for the pizza and get five minutes at the start, with their name on it. A talk can't be bought.

**First time here?** Look for the person with the lighthouse sticker on their forehead (really). They will find you a seat and somebody to talk to.

**Want to speak?** If you ran into it this year, somebody in the room runs into it next month. First talks are our favourites; we will rehearse with you.`,
  website: 'https://lakeside.example.org/',
  founder: { name: 'Priya Raman', address: 'priya.raman@example.org' },
  team: [
    { name: 'Dana Kettleby', address: 'dana.kettleby@example.org', role: 'owner', sinceDays: 35 },
    { name: 'Tomás Herrera', address: 'tomas.herrera@example.org', role: 'organiser', sinceDays: 120 },
    { name: 'Silas Oakes', address: 'silas.oakes@example.org', role: 'door', sinceDays: 200 },
  ],
  mark: 'lighthouse.svg',
  contacts: [
    { name: 'Dana Kettleby', address: 'dana.kettleby@example.org' },
    { name: 'Tomás Herrera', address: 'tomas.herrera@example.org' },
  ],
  conduct: 'contributor-covenant-2.1.en',
  people: {
    many: 430,
    cultures: {
      english: 46,
      spanish: 14,
      indian: 12,
      polish: 6,
      vietnamese: 6,
      korean: 5,
      arabic: 4,
      ukrainian: 3,
      greek: 2,
      german: 2,
    },
  },
  weekday: 3,
  hours: ['18:00', '20:00'],
  doorsBefore: 30,
  places: {
    harbor: {
      name: 'Harbor Building, 3rd floor',
      address: '400 East Lantern Street, Milwaukee',
      arrival: '',
      venue: {
        city: 'Milwaukee',
        arrival: {
          transit: 'Bus 30 to Lantern and Third, then two minutes along the river',
          earliest: '17:15',
          entrance: 'The door under the clock; the one on the river side is locked after five',
          id_check: 'Give your name, no ID card needed',
          floor: '3rd; follow the lighthouses on the wall',
          leaving: 'The desk goes home at ten, the door opens from inside all night',
          note: 'Coming late? Ring the number on the door and somebody comes down.',
        },
        access: {
          step_free: 'yes',
          accessible_toilet: 'yes',
          all_gender_toilet: 'yes',
          quiet_room: 'yes',
          hearing_loop: 'no',
          service_animals: 'yes',
          no_id: 'yes',
          transit: 'yes',
        },
        note: 'Toilets are left of the lift. The quiet room is the one with the rowing boat.',
      },
      room: 149,
    },
    library: {
      name: 'Old Pump House, reading room',
      address: '12 Sluice Row, Milwaukee',
      arrival:
        'The reading room is up one flight of stairs; the lift is behind the coat racks. Bring a laptop and its charger, there are enough sockets for everyone.',
      room: 24,
    },
    brewery: {
      name: 'The Cooperage, back hall',
      address: '77 Barrel Alley, Milwaukee',
      arrival:
        'Through the yard, past the bicycles, the wide green door. It is louder than the Harbor Building and closer to the trains.',
      room: 110,
    },
  },
  says: {
    doors: 'Doors and pizza',
    welcome: 'Welcome',
    welcomeBy: 'Priya Raman, who looks after the group this month',
    social: 'Staying, talking',
  },
  evenings: lakesideEvenings,
  came: 570,
};
