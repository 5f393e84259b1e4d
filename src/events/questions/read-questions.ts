// An evening's questions and what somebody answered to them: reads.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { EventKey } from '../take-seats.ts';
import { openAnswer } from './give-answers.ts';
import type { Question } from './rules.ts';

type Person = Id<'people.person'>;

/** What an evening asks, in the order its organisers gave it. One statement. */
export async function questionsOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<Question[]> {
  return db
    .selectFrom('events.question')
    .select(['question_id', 'label', 'purpose', 'kind', 'options', 'is_required', 'is_private', 'readers', 'kept_days'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .orderBy('position')
    .orderBy('question_id')
    .execute();
}

/** One's own answers by question, the sealed ones opened. One statement. */
export async function myAnswers(
  db: Db | Tx,
  event: EventKey,
  person_id: Person,
  secret: string,
): Promise<Map<Id<'events.question'>, string>> {
  const rows = await db
    .selectFrom('events.answer')
    .select(['question_id', 'answer', 'sealed'])
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('person_id', '=', person_id)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const answer = openAnswer({ ...row, event_id: event.event_id, person_id }, secret);
      return answer === null ? [] : [[row.question_id, answer]];
    }),
  );
}

/** How many questions there are and how many of them somebody left open, required or not. One statement. */
export async function openQuestions(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  person_id: Person,
): Promise<{ all: number; open: number; open_required: number }> {
  const { rows } = await sql<{ all: number; open: number; open_required: number }>`/*events.questions*/
    select count(*)::int as all, count(*) filter (where a.person_id is null)::int as open,
      count(*) filter (where a.person_id is null and q.is_required)::int as open_required
    from events.question q
    left join events.answer a on a.group_id = q.group_id and a.event_id = q.event_id and a.question_id = q.question_id
      and a.person_id = ${person_id}
    where q.group_id = ${group_id} and q.event_id = ${event_id}`.execute(db);
  return rows[0] ?? { all: 0, open: 0, open_required: 0 };
}
