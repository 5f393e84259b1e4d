// The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { slidesRoutes } from './slides-routes.tsx';

export const tonightRoom: Room = {
  name: 'tonight',
  says: 'The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.',
  routes(app, ground) {
    slidesRoutes(app, ground);
  },
};

/** Hung on the organisers' page of an evening: ways to what the night needs. */
export { nightPanel } from './manage-panels.tsx';
/** This room's URLs. */
export { tonightPaths } from './paths.ts';
/** What of this room goes along when a group leaves. */
export { tonightTravels } from './travels.ts';
