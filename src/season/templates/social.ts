// Social: a table, no programme. Keeps a group together in the months in which nobody has time.
import { daysAfter, daysBefore, hoursBefore } from './offsets.ts';
import type { Content } from './shipped.ts';

export const social: Content = (say) => ({
  name: say('Social', 'Geselliger Abend'),
  says: say(
    'A table and nothing on it but drinks. Half an hour of work.',
    'Ein Tisch und nichts darauf als Getränke. Eine halbe Stunde Arbeit.',
  ),
  pattern: {
    weekday: 4,
    nth: 'last',
    starts: '19:00',
    minutes: 180,
    plus_ones: 1,
    closes_hours: 3,
    about: say(
      'No programme. We sit together; everybody pays for themselves. Ask for the table of the group.',
      'Kein Programm. Wir sitzen zusammen; jeder zahlt selbst. Frag nach dem Tisch der Gruppe.',
    ),
    place_needs: [
      say('one long table', 'ein langer Tisch'),
      say('quiet enough to talk', 'leise genug zum Reden'),
      say('something without alcohol, something without meat', 'etwas ohne Alkohol, etwas ohne Fleisch'),
    ],
    agenda: [{ at_minutes: 0, type: 'social', title: say('Sitting together', 'Zusammensitzen') }],
    tasks: [
      { ...daysBefore(14), title: say('Reserve the table', 'Den Tisch reservieren') },
      {
        ...daysBefore(1),
        title: say('Tell the place how many are coming', 'Dem Lokal sagen, wie viele kommen'),
        needs: [0],
      },
      {
        ...hoursBefore(1),
        title: say('Put the sign on the table', 'Das Schild auf den Tisch stellen'),
      },
      { ...daysAfter(2), title: say('Say hello to those who were new', 'Denen schreiben, die neu waren') },
    ],
  },
});
