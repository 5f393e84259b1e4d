// What of this room goes along when a group leaves the server.
import { type RoomTravels, stays } from '#kit/travels.ts';

export const venueTravels: RoomTravels = {
  tables: [
    stays('venues.venue', 'a venue belongs to no group; what an evening told of it stands in the evening'),
    stays('venues.caretaker', 'who looks after a venue does so on this server'),
    stays('venues.used', 'it names venues of this server'),
  ],
};
