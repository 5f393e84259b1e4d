// An organiser writes to guests: everybody in a state, or those they ticked.
import type { Id } from '#kit/id.ts';
import { newId } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import { guestsToTell } from './guest-list.ts';
import type { EnrolmentState } from './tables.ts';
import { type EventKey, seatStream } from './take-seats.ts';

export type Message = {
  subject: string;
  text: string;
  to: 'going' | 'waitlisted' | 'interested' | 'chosen';
  chosen: string[];
};

/** Queues one mail per guest and returns the campaign to follow its progress by, and how many it goes to. */
export async function writeToGuests(
  tx: Tx,
  event: EventKey,
  actor: Id<'people.person'>,
  message: Message,
): Promise<{ campaign: string; told: number }> {
  const states: EnrolmentState[] =
    message.to === 'chosen' ? ['going', 'waitlisted', 'interested'] : message.to === 'going' ? ['going'] : [message.to];
  const guests = await guestsToTell(tx, event, {
    states,
    chosen: message.to === 'chosen' ? message.chosen : undefined,
    // An organiser's own words go only to addresses whose owners came here themselves.
    proved: true,
  });
  const campaign = `events.message:${newId()}`;
  await queueMails(
    tx,
    guests.map(({ person_id, address, lang }) => ({
      template: 'events.message',
      to: address,
      person_id,
      lang: lang === 'de' ? 'de' : 'en',
      args: { ...event, person_id, from: actor, subject: message.subject, text: message.text },
      stream: seatStream(event, person_id),
      campaign,
      priority: 30,
    })),
  );
  return { campaign, told: guests.length };
}
