// Notes evenings that were, changes them, and takes one off again: counts an organiser types from the group's own book.
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Actor } from '#people';
import { countedHere } from './past-evenings.ts';
import type { PastRow } from './past-form.ts';

type GroupId = Id<'groups.group'>;

export type Noted = { noted: number } | { refused: 'numbers.counted_here'; days: ReadonlySet<string> };

/**
 * Writes all rows or none. A day that is there already is changed; `was` moves one to another day. Refuses days on which an
 * evening was counted here: that count is the better one, and no evening may count twice.
 */
export async function notePast(
  tx: Tx,
  actor: Actor,
  group_id: GroupId,
  rows: readonly PastRow[],
  now: Instant,
): Promise<Noted> {
  const days = await countedHere(
    tx,
    group_id,
    rows.map(({ day }) => day),
  );
  if (days.size > 0) return { refused: 'numbers.counted_here', days };
  const changed_at = new Date(now.epochMilliseconds);
  for (const { day: held_on, was, signed_up, came, posture } of rows) {
    // Typed over what a file said, it is the organiser's own: the file brought in again leaves it.
    const said = { signed_up, came, posture, changed_at, source: 'typed' as const };
    const moved = was !== null && was !== held_on ? await drop(tx, group_id, was) : undefined;
    await tx
      .insertInto('numbers.past_evening')
      .values({ group_id, held_on, ...said, ...moved })
      .onConflict((on) => on.columns(['group_id', 'held_on']).doUpdateSet(said))
      .execute();
  }
  const about = { n: rows.length };
  await audit(tx, { group_id, actor, what: 'numbers.past.noted', about, now });
  return { noted: rows.length };
}

/** Takes one off. Nothing happens where it is gone already. */
export async function forgetPast(
  tx: Tx,
  actor: Actor,
  group_id: GroupId,
  held_on: string,
  now: Instant,
): Promise<{ is: 'gone' | 'was_gone' }> {
  const gone = await drop(tx, group_id, held_on);
  if (!gone) return { is: 'was_gone' };
  await audit(tx, { group_id, actor, what: 'numbers.past.removed', about: { title: held_on }, now });
  return { is: 'gone' };
}

/** Gives what nobody typed again: its title. */
async function drop(tx: Tx, group_id: GroupId, held_on: string): Promise<{ title: string } | undefined> {
  return tx
    .deleteFrom('numbers.past_evening')
    .where('group_id', '=', group_id)
    .where('held_on', '=', held_on)
    .returning('title')
    .executeTakeFirst();
}
