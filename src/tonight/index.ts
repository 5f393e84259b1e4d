// The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { morningRoutes } from './morning-routes.tsx';
import { letGoOfDraft } from './reactions.ts';
import { slidesRoutes } from './slides-routes.tsx';

export const tonightRoom: Room = {
  name: 'tonight',
  says: 'The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.',
  routes(app, ground) {
    slidesRoutes(app, ground);
    morningRoutes(app, ground);
  },
};

/** Hung on the organisers' page of an evening: what the night needs now, and the slides. */
export { nightPanel, slidesPanel } from './manage-panels.tsx';
/** This room's URLs. */
export { tonightPaths } from './paths.ts';
/** What this room does when a draft is thrown away. */
export const tonightReactions = { letGoOfDraft } as const;
/** What of this room goes along when a group leaves. */
export { tonightTravels } from './travels.ts';
