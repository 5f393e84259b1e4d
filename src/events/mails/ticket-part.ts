// The ticket in a mail about a seat: a picture that is there without a network, and the line that says so.
import type { Id } from '#kit/id.ts';
import type { Block, Letter } from '#kit/mail/index.ts';
import { qrPng } from '#kit/qr-png.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { hasSeat } from '../state-rules.ts';
import { ticketFor } from '../ticket.ts';

type Seat = Pick<MailFacts, 'event' | 'guest'>;

/** There is a door to show a ticket at and a seat to show it for. */
function hasTicket({ event, guest }: Seat): boolean {
  return event.kind !== 'online' && hasSeat(guest.state);
}

/** For letters that leave through `withTicket`: that the picture is there, what it is for, and that a name does as well. */
export function ticketLine(facts: Seat & Pick<MailFacts, 'lang'>): Block[] {
  return hasTicket(facts) ? [mailWords(facts.lang)('ticket.line')] : [];
}

/** The same letter with the ticket attached, where there is one. */
export function withTicket(
  secret: string,
  facts: Seat,
  person_id: Id<'people.person'>,
  letter: Letter | null,
): Letter | null {
  if (letter === null || !hasTicket(facts)) return letter;
  const content = qrPng(ticketFor(secret, facts.event, person_id, facts.guest.party));
  return {
    ...letter,
    attachments: [...(letter.attachments ?? []), { filename: 'ticket.png', content, type: 'image/png' }],
  };
}
