// A mail as pages show it before it goes, with every kind of block: a piece of the look page.
import { writeLetter } from '#kit/mail/index.ts';
import { MailSheet } from './mail-sheet.tsx';

const parts = writeLetter({
  lang: 'en',
  from: { name: 'Lakeside Cloud Users' },
  heading: 'Still coming?',
  blocks: [
    'Your seat at “Queues, and what they are hiding” is kept for you.',
    { markdown: 'The **side entrance** is open from 17:30:\n\n- ring twice\n- take the lift' },
    {
      facts: [
        ['When', 'Wednesday, 9 December 2026\n18:00–20:00'],
        ['Where', 'Harbor Building, 3rd floor'],
      ],
    },
    { button: { label: 'Still coming', url: '#yes' } },
    { button: { label: 'Can’t make it', url: '#no', quiet: true } },
    { link: { label: 'To the evening’s page', url: '#page' } },
    { list: ['Doors at 17:30', 'The last talk ends at 19:45'] },
    { code: '482 913' },
  ],
  small: ['You get this mail because you have a seat.', { label: 'No more of these', url: '#stop' }],
});

export function LookMail() {
  return <MailSheet letter={{ subject: 'Still coming? Queues, and what they are hiding', ...parts }} />;
}
