// What of this room goes along when a group leaves the server.
import { isLineOf } from '#kit/form.ts';
import { type RoomTravels, travels } from '#kit/travels.ts';

export const faqTravels: RoomTravels = {
  tables: [
    travels('faq.page'),
    travels('faq.answer', {
      checks: {
        key: (key) => /^[a-z0-9_-]{1,40}$/.test(String(key)),
        question: isLineOf(200),
        answer: (text) => String(text).length <= 4000,
      },
    }),
  ],
};
