// An organiser writes to guests: everybody in a state, or those they ticked.
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { guestsToTell } from '../guest-list.ts';
import { enrolmentStates, seatStates } from '../state-rules.ts';
import type { ReplyTo, ToWhom } from '../tables.ts';
import { type EventKey, seatStream } from '../take-seats.ts';

export type Message = {
  /** Made with the preview: the same message sent again changes nothing. */
  message_id: Id<'events.message'>;
  subject: string;
  /** Markdown. */
  text: string;
  to: ToWhom;
  chosen: string[];
  reply: ReplyTo;
};

/** Keeps the message and queues one mail per guest; gives how many it goes to. One that goes to nobody is not kept. */
export async function writeToGuests(
  tx: Tx,
  { group_id, event_id }: EventKey,
  actor: Id<'people.person'>,
  now: Instant,
  message: Message,
): Promise<{ told: number }> {
  const { message_id, subject, text: words, to, reply } = message;
  const guests = await messageReaders(tx, { group_id, event_id }, message);
  const told = guests.length;
  if (told === 0) return { told };
  const kept = await tx
    .insertInto('events.message')
    .values({
      group_id,
      event_id,
      message_id,
      written_by: actor,
      written_at: new Date(now.epochMilliseconds),
      to_whom: to,
      reply_to: reply,
      subject,
      words,
      told,
    })
    .onConflict((on) => on.doNothing())
    .returning('message_id')
    .executeTakeFirst();
  if (!kept) return { told };
  await queueMails(
    tx,
    guests.map(({ person_id, address, lang }) => ({
      template: 'events.message',
      to: address,
      person_id,
      lang: lang === 'de' ? 'de' : 'en',
      args: { group_id, event_id, person_id, message_id },
      stream: seatStream({ group_id, event_id }, person_id),
      campaign: `events.message:${message_id}`,
      priority: 30,
    })),
  );
  return { told };
}

/** Who would get it: an organiser's own words go only to addresses whose owners came here themselves. */
export async function messageReaders(db: Db | Tx, event: EventKey, { to, chosen }: Pick<Message, 'to' | 'chosen'>) {
  const all = enrolmentStates.filter((state) => state !== 'released');
  return guestsToTell(db, event, {
    states: to === 'chosen' ? all : to === 'going' ? seatStates : [to],
    chosen: to === 'chosen' ? chosen : undefined,
    proved: true,
  });
}
