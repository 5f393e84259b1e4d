// What of this room goes along when a group leaves: nothing, because it is about this server.
import { type RoomTravels, stays } from '#kit/travels.ts';

export const archiveTravels: RoomTravels = {
  tables: [
    stays('archive.move_in', 'how the group came to this server says nothing to the next one'),
    stays('archive.newcomer', 'whoever is on it goes along like everybody; the next server makes a list of its own'),
  ],
};
