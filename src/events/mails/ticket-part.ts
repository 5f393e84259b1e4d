// The ticket in a mail about a seat: a picture that is there without a network.
import type { Id } from '#kit/id.ts';
import type { Letter } from '#kit/mail/index.ts';
import { qrPng } from '#kit/qr-png.ts';
import type { MailFacts } from '../mail-facts.ts';
import { hasSeat } from '../state-rules.ts';
import { ticketFor } from '../ticket.ts';

/** The same letter with the ticket attached, where there is a door to show it at and a seat to show it for. */
export function withTicket(
  secret: string,
  { event, guest }: Pick<MailFacts, 'event' | 'guest'>,
  person_id: Id<'people.person'>,
  letter: Letter | null,
): Letter | null {
  if (letter === null || event.kind === 'online' || !hasSeat(guest.state)) return letter;
  const content = qrPng(ticketFor(secret, event, person_id, guest.party));
  return {
    ...letter,
    attachments: [...(letter.attachments ?? []), { filename: 'ticket.png', content, type: 'image/png' }],
  };
}
