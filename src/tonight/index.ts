// The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.
import type { Room } from '#kit/room.ts';
import './announcements.ts';
import './tables.ts';
import { tonightMails } from './mails/index.ts';
import { morningRoutes } from './morning-routes.tsx';
import { nightRoutes } from './night-routes.tsx';
import { erasePerson, exportPerson, letGoOfDraft } from './reactions.ts';
import { slidesRoutes } from './slides-routes.tsx';
import { thanksRoutes } from './thanks-routes.tsx';
import { tick } from './tick.ts';

export const tonightRoom: Room = {
  name: 'tonight',
  says: 'The night itself and the morning after: slides for the room, one page for the team, what to note, whom to thank.',
  routes(app, ground) {
    nightRoutes(app, ground);
    slidesRoutes(app, ground);
    morningRoutes(app, ground);
    thanksRoutes(app, ground);
  },
  mails: tonightMails,
  workers: { 'tonight.tick': (ground) => () => tick(ground) },
  crons: { 'tonight.tick': '*/10 * * * *' },
};

/** Hung on the organisers' page of an evening: what the night needs now, and the slides; on their group's: how the last one was. */
export { howWasItPanel, nightPanel, slidesPanel } from './manage-panels.tsx';
/** This room's URLs. */
export { tonightPaths } from './paths.ts';
/** Whether it is the day of an evening, on the place's clock. */
export { isOnTheDay } from './rules.ts';
/** What this room does when a draft goes, and when a person wants what is known about them, or leaves. */
export const tonightReactions = { letGoOfDraft, exportPerson, erasePerson } as const;
/** What of this room goes along when a group leaves. */
export { tonightTravels } from './travels.ts';
