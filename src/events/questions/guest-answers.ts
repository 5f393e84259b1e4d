// What guests answered, for those who may read it. Private answers stay closed unless they are asked for with the secret.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { guestName } from '../guest-name.ts';
import { guestStates } from '../state-rules.ts';
import type { EventKey } from '../take-seats.ts';
import { openAnswer } from './give-answers.ts';
import { keptUntil, type Question } from './rules.ts';

/** A guest with a seat or in line. An answer is null while it is closed; a question that is missing was not answered. */
export type GuestAnswers = {
  person_id: Id<'people.person'>;
  name: string;
  answers: Map<Id<'events.question'>, string | null>;
};

type Row = Omit<GuestAnswers, 'answers'> & {
  answers: { question_id: Id<'events.question'>; answer: string | null; sealed: string | null }[] | null;
};

/** Everybody with a seat or in line by name, with what they answered to `questions`, as long as it is kept. One statement. */
export async function guestAnswers(
  db: Db | Tx,
  event: EventKey & { ends_at: Date },
  questions: readonly Question[],
  now: Instant,
  secret: string | null,
): Promise<GuestAnswers[]> {
  const { group_id, event_id } = event;
  const kept = questions.filter((question) => keptUntil(question, event).getTime() > now.epochMilliseconds);
  const { rows } = await sql<Row>`
    select e.person_id,
      ${guestName('e', 'p')} as name,
      (select json_agg(json_build_object('question_id', a.question_id, 'answer', a.answer, 'sealed', a.sealed))
        from events.answer a
        where a.group_id = e.group_id and a.event_id = e.event_id and a.person_id = e.person_id
          and a.question_id = any(${kept.map(({ question_id }) => question_id)}::uuid[])) as answers
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${[...guestStates]}::text[])
    order by lower(p.name), e.person_id`.execute(db);
  return rows.map(({ answers, ...guest }) => ({
    ...guest,
    answers: new Map(
      (answers ?? []).map((row) => [
        row.question_id,
        row.sealed !== null && secret === null
          ? null
          : openAnswer({ ...row, event_id, person_id: guest.person_id }, secret ?? ''),
      ]),
    ),
  }));
}

export type AnswerCounts = { questions: number; guests: number; answered: number };

/** How many are asked, and how many of them answered anything. One statement. */
export async function answerCounts(db: Db | Tx, { group_id, event_id }: EventKey): Promise<AnswerCounts> {
  const { rows } = await sql<AnswerCounts>`
    select count(*)::int as guests,
      count(*) filter (where exists (
        select from events.answer a
        where a.group_id = e.group_id and a.event_id = e.event_id and a.person_id = e.person_id))::int as answered,
      (select count(*)::int from events.question q where q.group_id = ${group_id} and q.event_id = ${event_id}) as questions
    from events.enrolment e
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${[...guestStates]}::text[])`.execute(
    db,
  );
  return rows[0] ?? { questions: 0, guests: 0, answered: 0 };
}

/** How many answered one question. One statement. */
export async function answersTo(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  question_id: Id<'events.question'>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from events.answer
    where group_id = ${group_id} and event_id = ${event_id} and question_id = ${question_id}`.execute(db);
  return rows[0]?.n ?? 0;
}
