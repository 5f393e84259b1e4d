// Numbers: what is to be expected of an evening, what follows from it, and how the group's evenings went.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { dietRoutes } from './diet/diet-routes.tsx';
import { giveDiet, setKitchen, sweepDiets } from './diet/kitchen.ts';
import { foodRoutes } from './food/food-routes.tsx';
import { noteOrder, setMeal } from './food/set-meal.ts';
import { groupNumberRoutes } from './group/group-routes.tsx';
import { bringInHistory } from './history/bring-in.ts';
import { sweepHistory } from './history/contacts.ts';
import { historyRoutes } from './history/history-routes.tsx';
import { correctColumns, guessColumns } from './history/map-columns.ts';
import { readTable } from './history/read-table.ts';
import { understand } from './history/understand.ts';
import { numbersMails } from './mails/invite.ts';
import { pastRoutes } from './past/past-routes.tsx';
import { erasePerson, exportPerson, letGoOfContact, letGoOfDraft } from './reactions.ts';
import { numberRoutes } from './routes.tsx';

export const numbersRoom: Room = {
  name: 'numbers',
  says: 'How many will come to an evening, and what follows from it: seats to offer, food to order.',
  routes(app, ground) {
    numberRoutes(app, ground);
    groupNumberRoutes(app, ground);
    foodRoutes(app, ground);
    dietRoutes(app, ground);
    pastRoutes(app, ground);
    historyRoutes(app, ground);
  },
  mails: numbersMails,
  workers: {
    'numbers.sweep': (ground) => async () => {
      await sweepHistory(ground);
      await sweepDiets(ground);
    },
  },
  crons: { 'numbers.sweep': '17 * * * *' },
};

/** How an evening is fed, as the demo town does it. */
export const foodVerbs = { setMeal, noteOrder, setKitchen, giveDiet } as const;
/** Hung on an evening's page for its guests: the way to tell the kitchen. */
export { guestFoodPanel } from './diet/guest-panel.tsx';
/** Read along with an evening: its kitchen, where it asks guests. */
export { kitchenAlong } from './diet/kitchen.ts';
/** Hung above a group's page for its organisers: the way to its numbers. */
export { groupNumbersPanel } from './group/group-panel.tsx';
/** Hung on the organisers' page of an evening: the range, and what to order. */
export { numbersPanel } from './manage-panel.tsx';
/** This room's URLs. */
export { numberPaths } from './paths.ts';
/** What of this room goes along when a group leaves. */
export { numbersTravels } from './travels.ts';
/** Reads a file of guests or counts, says what it says, and brings it in. */
export const history = {
  read: readTable,
  guess: guessColumns,
  correct: correctColumns,
  understand,
  bringIn: bringInHistory,
} as const;
/** What this room does when somebody comes themselves, wants what is known about them, or leaves. */
export const numbersReactions = { letGoOfContact, letGoOfDraft, exportPerson, erasePerson } as const;
/** How many will come to an evening, in a word: "60–88". One statement. */
export { sayExpected } from './say-expected.ts';
