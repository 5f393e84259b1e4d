// Lightning night: many talks of five minutes (practice.md §11.P), the way to a first talk.
import { daysAfter, daysBefore, hoursBefore } from './offsets.ts';
import type { Content } from './shipped.ts';

export const lightningNight: Content = (say) => ({
  name: say('Lightning night', 'Abend der Kurzvorträge'),
  says: say(
    'Twelve talks of five minutes each. Where most people give their first talk.',
    'Zwölf Vorträge zu je fünf Minuten. Hier halten die meisten ihren ersten.',
  ),
  pattern: {
    weekday: 3,
    nth: 2,
    starts: '18:30',
    minutes: 120,
    about: say(
      'Talks of five minutes each, on whatever people are busy with. First talks are welcome, and so are unfinished things.',
      'Vorträge von je fünf Minuten, über alles, was Leute gerade beschäftigt. Erste Vorträge sind willkommen, Unfertiges auch.',
    ),
    place_needs: [
      say('40 seats', '40 Plätze'),
      say('a projector', 'ein Beamer'),
      say('one laptop for all slides', 'ein Rechner für alle Folien'),
      say('food and drink allowed', 'Essen und Getränke erlaubt'),
    ],
    agenda: [
      { at_minutes: -30, type: 'doors', title: say('Doors', 'Einlass') },
      { at_minutes: 0, minutes: 10, type: 'welcome', title: say('Welcome', 'Willkommen') },
      { at_minutes: 10, minutes: 40, type: 'lightning', title: say('Six lightning talks', 'Sechs Kurzvorträge') },
      { at_minutes: 50, minutes: 20, type: 'break', title: say('Break', 'Pause') },
      { at_minutes: 70, minutes: 40, type: 'lightning', title: say('Six more', 'Sechs weitere') },
      { at_minutes: 110, type: 'social', title: say('Staying, talking', 'Bleiben, reden') },
    ],
    tasks: [
      { ...daysBefore(28), title: say('Ask for talks of five minutes', 'Nach Vorträgen von fünf Minuten fragen') },
      {
        ...daysBefore(14),
        title: say('Ask three people who never spoke', 'Drei fragen, die noch nie einen Vortrag gehalten haben'),
      },
      {
        ...daysBefore(7),
        title: say('Put the talks in order', 'Die Vorträge in eine Reihenfolge bringen'),
        needs: [0],
      },
      {
        ...daysBefore(7),
        title: say(
          'Tell every speaker: five minutes, your place, send your slides',
          'Allen Vortragenden sagen: fünf Minuten, dein Platz, schick deine Folien',
        ),
        needs: [2],
      },
      { ...daysBefore(2), title: say('Order food and drinks', 'Essen und Getränke bestellen') },
      { ...daysBefore(1), title: say('All slides on one laptop', 'Alle Folien auf einen Rechner'), needs: [3] },
      { ...hoursBefore(2), title: say('Try the timer and the screen', 'Uhr und Leinwand ausprobieren'), needs: [5] },
      { ...daysAfter(1), title: say('Thank every speaker', 'Allen Vortragenden danken') },
      { ...daysAfter(2), title: say('Post the slides', 'Die Folien veröffentlichen') },
      {
        ...daysAfter(7),
        title: say('Ask two of them for a longer talk', 'Zwei von ihnen um einen längeren Vortrag bitten'),
      },
    ],
  },
});
