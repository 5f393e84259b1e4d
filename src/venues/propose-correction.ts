// An organiser who may not change a venue tells those who may what is wrong with it.
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import { caretakersOf } from './caretakers.ts';

/** One mail to each who looks after the venue; gives how many. It is kept nowhere else, and answers go to the one who wrote. */
export async function proposeCorrection(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  venue_id: Id<'venues.venue'>,
  words: string,
): Promise<number> {
  const caretakers = await caretakersOf(tx, venue_id);
  await queueMails(
    tx,
    caretakers.map(({ person_id, address: to, lang }) => ({
      template: 'venues.correction',
      to,
      person_id,
      lang,
      args: { venue_id, by: actor.person_id, words },
    })),
  );
  return caretakers.length;
}
