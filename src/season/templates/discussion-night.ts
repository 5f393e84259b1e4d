// Discussion night: no speaker, topics from the room, seven minutes each and more if the table wants (practice.md §11.P, lean coffee).
import { daysAfter, daysBefore } from './offsets.ts';
import type { Content } from './shipped.ts';

export const discussionNight: Content = (say) => ({
  name: say('Discussion night', 'Diskussionsabend'),
  says: say(
    'No speaker: the room brings topics and talks. For thin months, and little work.',
    'Ohne Vortrag: der Raum bringt die Themen mit und redet. Für magere Monate, mit wenig Arbeit.',
  ),
  pattern: {
    weekday: 2,
    nth: 2,
    starts: '18:30',
    minutes: 120,
    about: say(
      'No talks tonight. Bring a question or a problem; we collect topics, vote, and talk about each as long as it is worth it.',
      'Heute ohne Vorträge. Bring eine Frage oder ein Problem mit; wir sammeln Themen, stimmen ab und reden über jedes, solange es sich lohnt.',
    ),
    place_needs: [
      say('tables for eight', 'Tische für acht'),
      say('a quiet room', 'ein ruhiger Raum'),
      say('food and drink allowed', 'Essen und Getränke erlaubt'),
    ],
    agenda: [
      { at_minutes: -15, type: 'doors', title: say('Doors', 'Einlass') },
      {
        at_minutes: 0,
        minutes: 15,
        type: 'welcome',
        title: say('Welcome, topics, votes', 'Willkommen, Themen, Stimmen'),
      },
      {
        at_minutes: 15,
        minutes: 75,
        type: 'discussion',
        title: say('Talking, table by table', 'Reden, Tisch für Tisch'),
        note: say(
          'Seven minutes a topic, three more if the table wants',
          'Sieben Minuten je Thema, drei mehr, wenn der Tisch will',
        ),
      },
      { at_minutes: 90, type: 'social', title: say('Staying, talking', 'Bleiben, reden') },
    ],
    tasks: [
      { ...daysBefore(14), title: say('Ask the members for topics', 'Die Mitglieder nach Themen fragen') },
      {
        ...daysBefore(7),
        title: say('Ask one person per table to host it', 'Für jeden Tisch jemanden bitten, Gastgeber zu sein'),
      },
      { ...daysBefore(2), title: say('Cards, pens, a timer per table', 'Karten, Stifte, eine Uhr je Tisch') },
      { ...daysBefore(1), title: say('Order something to drink', 'Etwas zu trinken bestellen') },
      { ...daysAfter(2), title: say('Post the notes of the tables', 'Die Notizen der Tische veröffentlichen') },
      {
        ...daysAfter(7),
        title: say(
          'Ask who talked most about a topic for a talk',
          'Wer am meisten zu sagen hatte: um einen Vortrag bitten',
        ),
        needs: [4],
      },
    ],
  },
});
