// Numbers: what is to be expected of an evening, what follows from it, and how the group's evenings went.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { pastRoutes } from './past/past-routes.tsx';
import { numberRoutes } from './routes.tsx';

export const numbersRoom: Room = {
  name: 'numbers',
  says: 'How many will come to an evening, and what follows from it: seats to offer, food to order.',
  routes(app, ground) {
    numberRoutes(app, ground);
    pastRoutes(app, ground);
  },
};

/** Hung on the organisers' page of an evening: the range, and what to order. */
export { numbersPanel } from './manage-panel.tsx';
/** This room's URLs. */
export { numberPaths } from './paths.ts';
/** What of this room goes along when a group leaves. */
export { numbersTravels } from './travels.ts';
