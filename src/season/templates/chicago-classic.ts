// Chicago classic: downtown, mid-week, doors at half past five, first talk by a quarter past six, over before the last trains.
// Both lists are those of practice.md §1.2 (MV-ENDUR, the Chicago AWS group's leader), in words of our own.
import { daysAfter, daysBefore } from './offsets.ts';
import type { Content } from './shipped.ts';

export const chicagoClassic: Content = (say) => ({
  name: say('Chicago classic', 'Chicago klassisch'),
  says: say(
    'Two short talks after work, pizza first, the sponsor’s five minutes while everybody listens, home before the last train.',
    'Zwei kurze Vorträge nach der Arbeit, erst Pizza, die fünf Minuten des Sponsors, solange alle zuhören, vor der letzten Bahn zu Hause.',
  ),
  pattern: {
    weekday: 3,
    nth: 2,
    starts: '18:00',
    minutes: 120,
    opens_days: 14,
    closes_hours: 24,
    place_needs: [
      say('an office downtown, near the trains', 'ein Büro in der Innenstadt, nah an der Bahn'),
      say('60 to 100 seats', '60 bis 100 Plätze'),
      say('a projector', 'ein Beamer'),
      say('a microphone', 'ein Mikrofon'),
      say('food and drink allowed', 'Essen und Getränke erlaubt'),
      say('somebody who lets people in', 'jemand, der die Leute hereinlässt'),
    ],
    agenda: [
      { at_minutes: -30, type: 'doors', title: say('Doors and pizza', 'Einlass und Pizza') },
      { at_minutes: 0, minutes: 5, type: 'welcome', title: say('Welcome', 'Willkommen') },
      { at_minutes: 5, minutes: 5, type: 'sponsor_segment', title: say('Sponsor', 'Sponsor') },
      { at_minutes: 15, minutes: 25, type: 'talk', title: say('First talk', 'Erster Vortrag') },
      { at_minutes: 45, minutes: 25, type: 'talk', title: say('Second talk', 'Zweiter Vortrag') },
      { at_minutes: 75, type: 'social', title: say('Staying, talking', 'Bleiben, reden') },
    ],
    tasks: [
      {
        ...daysBefore(2),
        title: say(
          'Print sponsor signs and the way to the place',
          'Schilder für Sponsoren und den Weg zum Ort drucken',
        ),
      },
      {
        ...daysBefore(2),
        title: say(
          'Print sponsor logos to stand on drinks and pizza',
          'Logos der Sponsoren drucken, die auf Getränken und Pizza stehen',
        ),
      },
      {
        // The reminder of two days before goes out by itself; what only organisers know must be in it by then.
        ...daysBefore(3),
        title: say('Look over the mail to everybody coming', 'Die Mail an alle, die kommen, durchsehen'),
        note: say(
          'It goes out by itself two days before, asks everybody to bring their answer up to date, and says how the building lets people in and how to get there. Under Reminders, add where to find the speakers online.',
          'Sie geht zwei Tage vorher von selbst hinaus, bittet alle, ihre Zusage auf den neuesten Stand zu bringen, und sagt, wie man hinkommt und ins Haus kommt. Unter Erinnerungen fehlt noch, wo die Vortragenden im Netz zu finden sind.',
        ),
      },
      {
        ...daysBefore(2),
        title: say('Order drinks', 'Getränke bestellen'),
        note: say('Two days before at the latest.', 'Spätestens zwei Tage vorher.'),
      },
      {
        ...daysBefore(1),
        title: say('Order pizza online, with a scheduled delivery', 'Pizza online bestellen, mit fester Lieferzeit'),
        note: say('Between two days and one day before.', 'Zwischen zwei Tagen und einem Tag vorher.'),
      },
      { ...daysBefore(1), title: say('Confirm with the speakers', 'Von den Vortragenden bestätigen lassen') },
      {
        ...daysBefore(1),
        title: say(
          'Schedule posts about sponsors, talks and host',
          'Beiträge über Sponsoren, Vorträge und Gastgeber vorbereiten',
        ),
      },
      { ...daysAfter(1), title: say('Post the speakers’ slides', 'Folien der Vortragenden veröffentlichen') },
      { ...daysAfter(2), title: say('Upload the slides to the archive', 'Folien ins Archiv hochladen'), needs: [7] },
      {
        ...daysAfter(2),
        title: say(
          'Send the one mail of thanks, with links to the slides',
          'Die eine Dankesmail schicken, mit Links zu den Folien',
        ),
        note: say(
          'The links then stand on the evening’s page too.',
          'Die Links stehen dann auch auf der Seite des Abends.',
        ),
        needs: [8],
        ticked_by: 'thanked',
      },
      {
        ...daysAfter(2),
        title: say(
          'Mail the hopeful sponsors, hosts and speakers met on the night',
          'Denen schreiben, die sich am Abend als Sponsor, Gastgeber oder mit einem Vortrag angeboten haben',
        ),
      },
      {
        ...daysAfter(3),
        title: say(
          'Bring the schedule and the drafts of the mails up to date',
          'Plan und Entwürfe der Mails auf den neuesten Stand bringen',
        ),
      },
      {
        ...daysAfter(7),
        title: say(
          'Invoice the sponsor and send the receipts as PDF',
          'Dem Sponsor die Rechnung schicken, die Belege als PDF',
        ),
      },
    ],
  },
});
