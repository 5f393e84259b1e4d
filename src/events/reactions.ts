// What this room does when a person wants their data, or leaves.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';
import { instantOf } from '#kit/time.ts';
import { openAnswer } from './questions/give-answers.ts';
import { guestStates, hasSeat, returnableStates } from './state-rules.ts';
import type { EnrolmentState } from './tables.ts';
import type { EventKey } from './take-seats.ts';
import { takeSeats } from './take-seats.ts';

/** Adds every evening the person had to do with, each change of their seats, what is held for them, what they answered and wrote. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into, calendar, secret }) => {
  const seats = await sql<{
    group: string;
    evening: string;
    title: string;
    starts_at: Date;
    ends_at: Date;
    place_name: string;
    event_id: string;
    sequence: number;
    stage: string;
    state: EnrolmentState;
    party: number;
    asked_at: Date;
    changed_at: Date;
  }>`
    select g.slug as "group", e.slug as evening, e.title, e.starts_at, e.ends_at, e.place_name, e.event_id, e.sequence, e.stage,
      m.state, m.late, m.party, m.asked_at, m.changed_at
    from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    join groups."group" g on g.group_id = m.group_id
    where m.person_id = ${person_id} order by e.starts_at`.execute(tx);
  const log = await sql<{
    event_id: string;
    from_state: string | null;
    to_state: string;
    party: number;
    via: string;
    at: Date;
  }>`
    select event_id, from_state, to_state, party, via, late, at from events.enrolment_log l
    where person_id = ${person_id} and (group_id, event_id) in (
      select group_id, event_id from events.enrolment where person_id = ${person_id}) order by log_id`.execute(tx);
  const holds = await sql<{ group: string; evening: string; party: number; until: Date }>`
    select g.slug as "group", e.slug as evening, h.party, h.until from events.hold h
    join events.event e on e.group_id = h.group_id and e.event_id = h.event_id
    join groups."group" g on g.group_id = h.group_id
    where h.person_id = ${person_id} order by h.until`.execute(tx);
  const written = await sql<{ group: string; evening: string; written_at: Date; subject: string; words: string }>`
    select g.slug as "group", e.slug as evening, m.written_at, m.to_whom, m.reply_to, m.subject, m.words
    from events.message m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    join groups."group" g on g.group_id = m.group_id
    where m.written_by = ${person_id} order by m.written_at`.execute(tx);
  const answers = await sql<{
    group: string;
    evening: string;
    question: string;
    event_id: string;
    question_id: string;
    person_id: string;
    answer: string | null;
    sealed: string | null;
    answered_at: Date;
  }>`
    select g.slug as "group", e.slug as evening, q.label as question, a.event_id, a.question_id, a.person_id, a.answer, a.sealed,
      a.answered_at
    from events.answer a
    join events.question q on q.group_id = a.group_id and q.event_id = a.event_id and q.question_id = a.question_id
    join events.event e on e.group_id = a.group_id and e.event_id = a.event_id
    join groups."group" g on g.group_id = a.group_id
    where a.person_id = ${person_id} order by a.answered_at, a.question_id`.execute(tx);
  into.events = {
    seats: seats.rows.map(({ event_id: _, sequence: __, ends_at: ___, ...seat }) => seat),
    changes: log.rows,
    holds: holds.rows,
    messages: written.rows,
    answers: answers.rows.map(({ group, evening, question, answered_at, ...row }) => ({
      group,
      evening,
      question,
      answer: openAnswer(row, secret),
      answered_at,
    })),
  };
  for (const seat of seats.rows) {
    if (!hasSeat(seat.state) && seat.state !== 'waitlisted') continue;
    calendar.push({
      uid: `${seat.event_id}@ugroup`,
      sequence: seat.sequence,
      stamp: instantOf(seat.changed_at),
      start: instantOf(seat.starts_at),
      end: instantOf(seat.ends_at),
      summary: seat.title,
      location: seat.place_name,
      status: seat.stage === 'cancelled' ? 'CANCELLED' : hasSeat(seat.state) ? 'CONFIRMED' : 'TENTATIVE',
    });
  }
};

/** Gives back every seat still to come (the waitlist moves up), then lets go of the rows. The log keeps an id that names nobody. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id, now }) => {
  const at = new Date(now.epochMilliseconds);
  const seats = await sql<EventKey>`
    select m.group_id, m.event_id from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    where m.person_id = ${person_id} and m.state = any(${[...returnableStates, 'checked_in']}::text[]) and e.starts_at > ${at}
    order by m.group_id, m.event_id`.execute(tx);
  for (const event of seats.rows) {
    // Who was let in by mistake, long before, has a seat to free as well.
    const asks = [
      { kind: 'arrive', person: person_id, is_in: false },
      { kind: 'release', person: person_id, via: 'erasure' },
    ] as const;
    await takeSeats(
      tx,
      event,
      asks.map((ask) => ({ key: `erase:${randomUUID()}`, ask, actor: person_id })),
      now,
    );
  }
  // What is still held for their address runs out now, and goes on to whoever waits.
  const held = await tx
    .updateTable('events.hold')
    .set({ until: at })
    .where('person_id', '=', person_id)
    .returning(['group_id', 'event_id'])
    .execute();
  for (const event of held)
    await takeSeats(tx, event, [{ key: `erase:${randomUUID()}`, ask: { kind: 'tend' }, actor: null }], now);
  await sql`
    insert into events.unlisted (group_id, event_id, guest_id, unlisted_at)
    select m.group_id, m.event_id, m.person_id, ${at} from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    where m.person_id = ${person_id} and e.ends_at > ${new Date(now.epochMilliseconds - 86_400_000)}`.execute(tx);
  await tx.deleteFrom('events.answer').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('events.enrolment').where('person_id', '=', person_id).execute();
  await tx.updateTable('events.message').set({ written_by: null }).where('written_by', '=', person_id).execute();
  await tx.updateTable('events.elsewhere').set({ added_by: null }).where('added_by', '=', person_id).execute();
  await tx.updateTable('events.event').set({ created_by: null }).where('created_by', '=', person_id).execute();
  await tx
    .updateTable('events.morning_after')
    .set({ answered_by: null })
    .where('answered_by', '=', person_id)
    .execute();
};

/** Somebody an organiser added is expected although they never proved their address, until a day after the evening. */
export const countOn: Reaction<'people.before_forgetting'> = async (tx, { person_ids, needed, now }) => {
  const since = new Date(now.epochMilliseconds - 86_400_000);
  const { rows } = await sql<{ person_id: Id<'people.person'> }>`
    select distinct m.person_id from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    where m.person_id = any(${[...person_ids]}::uuid[]) and m.state = any(${guestStates}::text[]) and e.ends_at > ${since}`.execute(
    tx,
  );
  for (const { person_id } of rows) needed.add(person_id);
};
