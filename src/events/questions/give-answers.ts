// Writes what a guest answered. What is private is sealed here, and opened by `openAnswer` alone.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import { seal, unseal } from '#kit/secret.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventKey } from '../take-seats.ts';
import type { Given } from './forms.ts';

type Whose = { event_id: string; question_id: string; person_id: string };

/** What an answer is sealed for: nobody else's, and of no other question. */
function purposeOf({ event_id, question_id, person_id }: Whose): string {
  return `events.answer:${event_id}:${question_id}:${person_id}`;
}

/** An answer in the clear; null for one that was sealed with another secret: nobody can say any more what it was. */
export function openAnswer(
  row: Whose & { answer: string | null; sealed: string | null },
  secret: string,
): string | null {
  if (row.sealed === null) return row.answer;
  try {
    return unseal(secret, purposeOf(row), row.sealed);
  } catch {
    return null;
  }
}

/** Keeps what somebody answered to the questions there are, and takes back what they left empty. */
export async function giveAnswers(
  tx: Tx,
  { group_id, event_id }: EventKey,
  person_id: Id<'people.person'>,
  given: readonly Given[],
  secret: string,
  now: Instant,
): Promise<void> {
  // Shared: whoever changes or removes a question meanwhile waits, or is waited for.
  const { rows: asked } = await sql<{ question_id: Id<'events.question'>; is_private: boolean }>`
    select question_id, is_private from events.question
    where group_id = ${group_id} and event_id = ${event_id} order by question_id for share`.execute(tx);
  const answered_at = new Date(now.epochMilliseconds);
  for (const { question_id, is_private } of asked) {
    const answer = given.find((one) => one.question_id === question_id)?.answer;
    if (answer === undefined) continue;
    const key = { group_id, event_id, question_id, person_id };
    if (answer === null) {
      await tx
        .deleteFrom('events.answer')
        .where('group_id', '=', group_id)
        .where('event_id', '=', event_id)
        .where('question_id', '=', question_id)
        .where('person_id', '=', person_id)
        .execute();
      continue;
    }
    const sealed = is_private ? seal(secret, purposeOf(key), answer) : null;
    const said = { answer: is_private ? null : answer, sealed, answered_at };
    await tx
      .insertInto('events.answer')
      .values({ ...key, ...said })
      .onConflict((on) => on.columns(['group_id', 'event_id', 'question_id', 'person_id']).doUpdateSet(said))
      .execute();
  }
}
