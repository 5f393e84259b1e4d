// What this room does when evenings change or go, and when a person wants their part of it, or leaves.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';
import { shiftTasks, tickFor } from './change-tasks.ts';
import type { Times } from './rules.ts';
import type { SeriesKey } from './series/read-series.ts';
import { addSkip } from './series/skip-day.ts';

/** Tasks keep their distance from an evening that moves, and from a sign-up that opens at another time. */
export const followEvening: Reaction<'events.changed'> = async (tx, { event, before }) => {
  const after = await tx
    .selectFrom('events.event')
    .select(['starts_at', 'ends_at', 'zone', 'opens_at'])
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .executeTakeFirstOrThrow();
  if (isSameTime(before, after)) return;
  await shiftTasks(tx, { ...event, ...after });
};

function isSameTime(before: Times, after: Times): boolean {
  return (
    before.starts_at.getTime() === after.starts_at.getTime() &&
    before.ends_at.getTime() === after.ends_at.getTime() &&
    before.opens_at.getTime() === after.opens_at.getTime() &&
    before.zone === after.zone
  );
}

/** The program saw it being done: the task that asks for it is done. */
export const tickAnnounced: Reaction<'events.announced'> = (tx, { event, now }) =>
  tickFor(tx, event, 'announced', { actor: null, now });
export const tickThanked: Reaction<'tonight.thanked'> = (tx, { event, actor, now }) =>
  tickFor(tx, event, 'thanked', { actor, now });

/** A draft that is thrown away takes its list along. One of a series was not wanted on that day: it is not made again. */
export const letGoOfDraft: Reaction<'events.discarded'> = async (tx, { event, now }) => {
  const { group_id, event_id } = event;
  const { rows } = await sql<SeriesKey & { series_on: string }>`
    select group_id, series_id, series_on::text as series_on from season.evening
    where group_id = ${group_id} and event_id = ${event_id} and series_id is not null`.execute(tx);
  for (const { series_on, ...series } of rows) await addSkip(tx, series, series_on, now);
  for (const table of ['season.task', 'season.evening'] as const) {
    await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
  }
};

/** What a person took on and did, which series they joined, and when they were last mailed about what is overdue. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
  const tasks = await sql<{
    group: string;
    evening: string;
    title: string;
    due_at: Date;
    done_at: Date | null;
    is_owner: boolean;
  }>`
    select g.slug as "group", e.slug as evening, t.title, t.due_at, t.done_at, t.owner_id is not distinct from ${person_id} as is_owner
    from season.task t
    join events.event e on e.group_id = t.group_id and e.event_id = t.event_id
    join groups."group" g on g.group_id = t.group_id
    where t.owner_id = ${person_id} or t.done_by = ${person_id} order by t.due_at`.execute(tx);
  const digest = await tx
    .selectFrom('season.digest')
    .select(['sent_at', 'stopped_at'])
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  const joined = await sql<{ group: string; series: string; title: string; joined_at: Date }>`
    select g.slug as "group", s.slug as series, s.title, r.joined_at from season.regular r
    join season.series s on s.group_id = r.group_id and s.series_id = r.series_id
    join groups."group" g on g.group_id = r.group_id
    where r.person_id = ${person_id} order by r.joined_at`.execute(tx);
  into.season = { tasks: tasks.rows, mail_about_overdue: digest ?? null, series_joined: joined.rows };
};

/** The lists stay and forget whose they were. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await tx.updateTable('season.task').set({ owner_id: null }).where('owner_id', '=', person_id).execute();
  await tx.updateTable('season.task').set({ done_by: null }).where('done_by', '=', person_id).execute();
  await tx.updateTable('season.template').set({ made_by: null }).where('made_by', '=', person_id).execute();
  await tx.updateTable('season.series').set({ made_by: null }).where('made_by', '=', person_id).execute();
  await tx.deleteFrom('season.regular').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('season.joining').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('season.digest').where('person_id', '=', person_id).execute();
};
