// What of this room goes along when a group leaves the server.
import { isLineOf } from '#kit/form.ts';
import { type RoomTravels, stays, travels } from '#kit/travels.ts';
import { isCurrency } from './food/food-form.ts';

export const numbersTravels: RoomTravels = {
  tables: [
    travels('numbers.past_evening', { checks: { title: (title) => title === '' || isLineOf(300)(title) } }),
    travels('numbers.meal', { of: { event_id: 'events.event' }, checks: { currency: isCurrency } }),
    travels('numbers.kitchen', { of: { event_id: 'events.event' }, people: { food_person: 'blank' } }),
    stays('numbers.diet', 'what a guest does not eat was said to one kitchen, and is forgotten two weeks later'),
    stays('numbers.handed_in', 'a file that is being looked through is a day old at most'),
    stays('numbers.contact', 'they gave their address to this group elsewhere, and have not come here themselves'),
    stays('numbers.invited', 'its hashes are keyed with this server’s secret'),
  ],
};
