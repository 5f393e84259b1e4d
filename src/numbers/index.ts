// Numbers: what is to be expected of an evening, what follows from it, and how the group's evenings went.
import type { Room } from '#kit/room.ts';
import { numberRoutes } from './routes.tsx';

export const numbersRoom: Room = {
  name: 'numbers',
  says: 'How many will come to an evening, and what follows from it: seats to offer, food to order.',
  routes: numberRoutes,
};

/** Hung on the organisers' page of an evening: the range, and what to order. */
export { numbersPanel } from './manage-panel.tsx';
/** This room's URLs. */
export { numberPaths } from './paths.ts';
