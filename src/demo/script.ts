// What is written down about a group of the town before it is played: who runs it, where it meets, its evenings.
import type { writeAgenda } from '#events';

/** What an item of an agenda can be. */
export type AgendaType = Parameters<typeof writeAgenda>[2][number]['type'];

export type Place = {
  name: string;
  address: string;
  arrival: string;
  /** Written down as a venue by the group's founder; then `arrival` is what organisers add to it. */
  venue?: { city: string; arrival: Record<string, string>; access: Record<string, 'yes' | 'no'>; note?: string };
  /** How many people may be in the room. */
  room: number;
};

/** Title, who gives it, minutes, a word more. */
export type Talk = readonly [title: string, who: string, minutes: number, note?: string];

export type Evening = {
  /** Which one: 0 is the next, −1 the last one, each four weeks from its neighbour. */
  turn: number;
  /** A day of its own: so many days after the one of its turn. */
  later?: number;
  title: string;
  about: string;
  talks: readonly Talk[];
  /** What the talks are; `talk` when nothing is said. */
  type?: AgendaType;
  /** Who paid for the pizza, and their line on the agenda. Nobody when nothing is said. */
  sponsor?: readonly [name: string, note: string];
  /** A key of the group's places; its first when nothing is said. */
  place?: string;
  /** What the doors open for, when it is not the usual. */
  doors?: string;
  online?: boolean;
  hours?: readonly [starts: string, ends: string];
  /** Seats offered, when not those of the place. */
  cap?: number;
  /** How many people ask for a seat before sign-up closes. */
  crowd: number;
  /** Share of them that asks in the first hours; 0.45 when nothing is said. */
  rush?: number;
  /** Share that gives its seat back; 0.14 when nothing is said. */
  drops?: number;
  plus_ones?: number;
  /** Days before it that sign-up opens; 14 when nothing is said. */
  opens?: number;
  /** How far its organisers have taken it; by the clock when nothing is said. */
  stays?: 'draft' | 'announced';
  cancelled?: { daysBefore: number; why: string };
  /** `about`: what is written there from then on. */
  moved?: { daysBefore: number; to: string; about: string };
  /** The template it was made from; without one its organisers began with an empty form. */
  template?: 'chicago-classic' | 'lightning-night' | 'vienna-monthly';
  /** There is food, and guests are asked what they don't eat. */
  asksKitchen?: true;
  /** The guest one can be in the demo asks for a seat here, so many hours after the opening. */
  guestAfterHours?: number;
};

/** Somebody who helps to run the group. */
export type Helper = { name: string; address: string; role: 'owner' | 'organiser' | 'door'; sinceDays: number };

export type GroupScript = {
  key: string;
  name: string;
  place: string;
  country: string;
  latitude: number;
  longitude: number;
  zone: string;
  /** What its evenings are held in. */
  language: string;
  color: string;
  founded_on: string | null;
  about: string;
  website?: string;
  founder: { name: string; address: string };
  team: readonly Helper[];
  /** File in `marks/`; none on the first day. */
  mark: string | null;
  /** Whom to turn to, with their addresses. */
  contacts: readonly { name: string; address: string }[];
  conduct: string | null;
  /** Names of its people, by culture and how many of a hundred. */
  people: { many: number; cultures: Readonly<Record<string, number>>; german?: boolean };
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  hours: readonly [starts: string, ends: string];
  /** Minutes before the start that the doors open. */
  doorsBefore: number;
  places: Readonly<Record<string, Place>>;
  /** How its agenda's usual items are called. */
  says: { doors: string; welcome: string; welcomeBy: string; social: string };
  evenings: readonly Evening[];
  /** Days before today that the group came here, or the date it did. */
  came: number | string;
  /** The first evening's date when the evenings do not follow today's calendar. */
  fixed?: string;
};
