// What of this room goes along when a group leaves the server.
import { type RoomTravels, stays } from '#kit/travels.ts';

export const venueTravels: RoomTravels = {
  tables: [stays('venues.used', 'it names venues of this server')],
};
