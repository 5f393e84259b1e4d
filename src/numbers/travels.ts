// What of this room goes along when a group leaves the server.
import { isLineOf } from '#kit/form.ts';
import { type RoomTravels, travels } from '#kit/travels.ts';

export const numbersTravels: RoomTravels = {
  tables: [travels('numbers.past_evening', { checks: { title: (title) => title === '' || isLineOf(300)(title) } })],
};
