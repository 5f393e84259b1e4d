// What of this room goes along when a group leaves the server.
import { type RoomTravels, stays, travels } from '#kit/travels.ts';

export const doorTravels: RoomTravels = {
  tables: [
    // Only how many were in: who it was stays, so what counts the scans begins anew.
    travels('door.list', {
      of: { event_id: 'events.event' },
      only: 't.heads is not null',
      without: { seq: 'the scans it counts stay here' },
    }),
    stays('door.pairing', 'a code to pair a phone lapses within ten minutes'),
    stays('door.device', 'a phone is paired with this server and with no other'),
    stays('door.scan', 'who came in when is forgotten two weeks later; where people stand goes along with the evening'),
    stays('door.building', 'whom a building list goes to is forgotten a week after the evening'),
    stays('door.id_name', 'a name as on a card is for one entrance, and forgotten a week later'),
    stays('door.listed', 'who stood on a list is forgotten a week after the evening'),
    stays('door.outside', 'who waited in the street is forgotten with the evening'),
  ],
};
