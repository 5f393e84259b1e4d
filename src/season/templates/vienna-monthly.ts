// Vienna monthly: planned two months ahead, published a month before. Its times are those of practice.md §6 (Vienna's timeline).
import { daysAfter, daysBefore } from './offsets.ts';
import type { Content } from './shipped.ts';

export const viennaMonthly: Content = (say) => ({
  name: say('Vienna monthly', 'Wien monatlich'),
  says: say(
    'Planned eight weeks ahead, published four weeks before: for a group that hosts and speakers must be able to count on.',
    'Acht Wochen vorher geplant, vier Wochen vorher veröffentlicht: für Gruppen, auf die Gastgeber und Vortragende zählen.',
  ),
  pattern: {
    weekday: 4,
    nth: 3,
    starts: '18:30',
    minutes: 150,
    opens_days: 28,
    closes_hours: 24,
    place_needs: [
      say('80 seats', '80 Plätze'),
      say('a projector', 'ein Beamer'),
      say('a microphone', 'ein Mikrofon'),
      say('a buffet allowed', 'ein Buffet ist erlaubt'),
      say('a step-free way in', 'ein Zugang ohne Stufen'),
    ],
    agenda: [
      { at_minutes: -30, type: 'doors', title: say('Doors', 'Einlass') },
      { at_minutes: 0, minutes: 10, type: 'welcome', title: say('Welcome', 'Willkommen') },
      { at_minutes: 10, minutes: 30, type: 'talk', title: say('First talk', 'Erster Vortrag') },
      { at_minutes: 45, minutes: 25, type: 'break', title: say('Buffet', 'Buffet') },
      { at_minutes: 70, minutes: 30, type: 'talk', title: say('Second talk', 'Zweiter Vortrag') },
      { at_minutes: 105, type: 'social', title: say('Staying, talking', 'Bleiben, reden') },
    ],
    tasks: [
      { ...daysBefore(56), title: say('Settle the date and the place', 'Termin und Ort festmachen') },
      { ...daysBefore(42), title: say('Settle the topic', 'Das Thema festlegen') },
      { ...daysBefore(35), title: say('Have the speakers’ word', 'Zusagen der Vortragenden haben'), needs: [1] },
      {
        ...daysBefore(28),
        title: say('Announce the evening', 'Den Abend ankündigen'),
        note: say('With titles and a sentence about each talk.', 'Mit Titeln und einem Satz zu jedem Vortrag.'),
        needs: [0, 2],
        ticked_by: 'announced',
      },
      {
        ...daysBefore(21),
        title: say('Tell other groups and post about it', 'Anderen Gruppen Bescheid sagen und davon schreiben'),
        needs: [3],
      },
      {
        ...daysBefore(14),
        title: say('Look at the seats: can there be more?', 'Nach den Plätzen sehen: geht noch mehr?'),
        after_opening: true,
      },
      {
        ...daysBefore(14),
        title: say('Remind those who are interested', 'Die Interessierten erinnern'),
        after_opening: true,
      },
      { ...daysBefore(7), title: say('Order the buffet', 'Das Buffet bestellen') },
      {
        // It goes out by itself the day after.
        ...daysBefore(3),
        title: say(
          'Look over the reminder: does it say how to get in?',
          'Die Erinnerung durchsehen: Steht drin, wie man reinkommt?',
        ),
      },
      { ...daysBefore(1), title: say('Confirm with host and speakers', 'Bei Gastgeber und Vortragenden rückfragen') },
      {
        ...daysAfter(1),
        title: say('Thank host, speakers and helpers', 'Gastgeber, Vortragenden und allen, die halfen, danken'),
      },
      { ...daysAfter(3), title: say('Post slides and pictures', 'Folien und Bilder veröffentlichen') },
      {
        ...daysAfter(7),
        title: say('Sit down and say what to do differently', 'Zusammensitzen: was machen wir nächstes Mal anders?'),
      },
    ],
  },
});
