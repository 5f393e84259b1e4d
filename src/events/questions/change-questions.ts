// Changes what an evening asks its guests: add, change, put in order, remove with its answers.
import { sql } from 'kysely';
import { type Id, newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { lockEvent } from '../lock-event.ts';
import type { EventKey } from '../take-seats.ts';
import { questionsOf } from './read-questions.ts';
import { QUESTIONS_MOST, type QuestionDraft, refuseChange } from './rules.ts';

type QuestionId = Id<'events.question'>;

export type QuestionChanged =
  | { is: 'changed'; question_id: QuestionId }
  | { refused: 'events.no_such_question' | 'events.too_many_questions' | 'events.question_answered' };

/** Adds one at the end. Refused: twelve are enough. */
export async function addQuestion(tx: Tx, event: EventKey, draft: QuestionDraft): Promise<QuestionChanged> {
  await lockEvent(tx, event);
  const there = await questionsOf(tx, event);
  if (there.length >= QUESTIONS_MOST) return { refused: 'events.too_many_questions' };
  const [question_id] = await insert(tx, event, [draft], there.length);
  return { is: 'changed', question_id: question_id as QuestionId };
}

/** Writes those a new evening begins with, in their order. */
export async function addQuestions(tx: Tx, event: EventKey, drafts: readonly QuestionDraft[]): Promise<void> {
  if (drafts.length > 0) await insert(tx, event, drafts.slice(0, QUESTIONS_MOST), 0);
}

async function insert(tx: Tx, { group_id, event_id }: EventKey, drafts: readonly QuestionDraft[], from: number) {
  const rows = drafts.map(({ label, purpose, kind, options, is_required, is_private, readers, kept_days }, at) => ({
    group_id,
    event_id,
    question_id: newId<'events.question'>(),
    position: from + at,
    ...{ label, purpose, kind, options, is_required, is_private, readers, kept_days },
  }));
  await tx.insertInto('events.question').values(rows).execute();
  return rows.map(({ question_id }) => question_id);
}

/** Refused once somebody answered: whatever would make it another question than the one they answered. */
export async function changeQuestion(
  tx: Tx,
  event: EventKey,
  question_id: QuestionId,
  draft: QuestionDraft,
): Promise<QuestionChanged> {
  const answers = await lockQuestion(tx, event, question_id);
  const before = (await questionsOf(tx, event)).find((one) => one.question_id === question_id);
  if (answers === null || !before) return { refused: 'events.no_such_question' };
  const refused = answers > 0 ? refuseChange(before, draft) : null;
  if (refused) return { refused };
  await at(tx, event, question_id).set(draft).execute();
  return { is: 'changed', question_id };
}

/** Removes it and everything that was answered to it; null: there is none. */
export async function removeQuestion(
  tx: Tx,
  event: EventKey,
  question_id: QuestionId,
): Promise<{ answers: number } | null> {
  const answers = await lockQuestion(tx, event, question_id);
  if (answers === null) return null;
  for (const table of ['events.answer', 'events.question'] as const) {
    await tx
      .deleteFrom(table)
      .where('group_id', '=', event.group_id)
      .where('event_id', '=', event.event_id)
      .where('question_id', '=', question_id)
      .execute();
  }
  return { answers };
}

/** Changes places with the one before it; the first stays where it is. */
export async function moveQuestionUp(tx: Tx, event: EventKey, question_id: QuestionId): Promise<void> {
  await lockEvent(tx, event);
  const order = (await questionsOf(tx, event)).map((one) => one.question_id);
  const from = order.indexOf(question_id);
  if (from < 1) return;
  order.splice(from - 1, 2, question_id, order[from - 1] as QuestionId);
  await sql`
    update events.question q set position = o.place
    from unnest(${order}::uuid[]) with ordinality o (question_id, place)
    where q.group_id = ${event.group_id} and q.event_id = ${event.event_id} and q.question_id = o.question_id`.execute(
    tx,
  );
}

/** Holds a question until `tx` ends and counts its answers; null: there is none. */
async function lockQuestion(tx: Tx, { group_id, event_id }: EventKey, question_id: QuestionId): Promise<number | null> {
  const { rows } = await sql`
    select 1 from events.question
    where group_id = ${group_id} and event_id = ${event_id} and question_id = ${question_id} for update`.execute(tx);
  if (rows.length === 0) return null;
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from events.answer
    where group_id = ${group_id} and event_id = ${event_id} and question_id = ${question_id}`.execute(tx);
  return counted.rows[0]?.n ?? 0;
}

function at(tx: Tx, { group_id, event_id }: EventKey, question_id: QuestionId) {
  return tx
    .updateTable('events.question')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('question_id', '=', question_id);
}
