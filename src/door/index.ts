// The door: phones that let guests in without a network, put together like a set; tickets; who stands outside.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { buildingMails } from './building/building-letter.ts';
import { buildingRoutes } from './building/building-routes.tsx';
import { sendLists } from './building/send-list.ts';
import { guestRoutes } from './guest-routes.tsx';
import { phoneRoutes } from './phone-routes.tsx';
import { erasePerson, exportPerson, followEvening, letGoOfDraft } from './reactions.ts';
import { sweepDoor } from './sweep.ts';
import { teamRoutes } from './team-routes.tsx';

export const doorRoom: Room = {
  name: 'door',
  says: 'The door of an evening: phones that let guests in with and without a network, and know together who is in.',
  routes(app, ground) {
    phoneRoutes(app, ground);
    teamRoutes(app, ground);
    guestRoutes(app, ground);
    buildingRoutes(app, ground);
  },
  mails: buildingMails,
  workers: { 'door.sweep': (ground) => () => sweepDoor(ground), 'door.building': (ground) => () => sendLists(ground) },
  crons: { 'door.sweep': '47 2 * * *', 'door.building': '*/10 * * * *' },
};

/** Read along with an evening: whether its building wants names as on a card. */
export { buildingAlong } from './building/list.ts';
/** How many are in, by what all phones of an evening saw; null where none saw anybody. */
export { headsAtDoor } from './door-stand.ts';
/** Hung on an evening's page: a guest's ticket and bell; and on its organisers' page: how many are in. */
export { doorPanel, guestDoorPanel } from './event-panels.tsx';
/** This room's URLs. */
export { doorPaths } from './paths.ts';
/** What this room does when an evening moves or a draft goes, and when a person wants what is known about them, or leaves. */
export const doorReactions = { followEvening, letGoOfDraft, exportPerson, erasePerson } as const;
/** What of this room goes along when a group leaves. */
export { doorTravels } from './travels.ts';
