// What of this room goes along when a group leaves the server.
import { isLineOf } from '#kit/form.ts';
import { type RoomTravels, travels } from '#kit/travels.ts';

const ofEvent = { event_id: 'events.event' } as const;
const isShort = (text: unknown) => text === '' || isLineOf(200)(text);

export const tonightTravels: RoomTravels = {
  tables: [
    travels('tonight.opener', {
      of: ofEvent,
      checks: { wifi_name: isShort, wifi_password: isShort, toilets: isShort, exits: isShort, photo_note: isShort },
    }),
    travels('tonight.delay', { id: 'delay_id', of: ofEvent }),
    travels('tonight.thanks', { of: ofEvent, people: { sent_by: 'blank' } }),
    // Asked or told here, not once more there.
    travels('tonight.asked', { of: ofEvent }),
    travels('tonight.called', { of: ofEvent }),
  ],
};
