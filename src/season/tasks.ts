// What is to be done for an evening, as it stands: reads.
import { sql } from 'kysely';
import type { Event, EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Offset } from './rules.ts';

type Person = Id<'people.person'>;

/** A task as every list shows it. `owner` is null when nobody took it, or who took it left the team. */
export type Task = Offset & {
  task_id: Id<'season.task'>;
  title: string;
  note: string;
  due_at: Date;
  /** From when it is late; null while it waits for sign-up to open. */
  late_at: Date | null;
  /** When it is of no use any more: what prepares an evening, once that is over. */
  lapses_at: Date | null;
  owner: { person_id: Person; name: string } | null;
  /** Ids of tasks of this evening that must be done before. */
  needs: string[];
  done_at: Date | null;
  /** By name; null while open, and when who did it has left for good. */
  done_by: string | null;
};

/**
 * From when a task `t` of an evening `e` is late. What can only be done once sign-up is open has a day for it, although it was
 * opened later than planned, and is not late before.
 */
export const lateAt = sql.raw(`
  case when not t.after_opening then t.due_at when e.stage in ('draft', 'announced') then null
    else greatest(t.due_at, least(e.opened_at + interval '1 day', e.starts_at)) end`);

const columns = sql`${sql.raw(`
  t.task_id, t.title, t.note, t.side, t.amount, t.unit, t.after_opening, t.due_at, t.needs, t.done_at, d.name as done_by,`)}
  ${lateAt} as late_at, ${sql.raw(`
  case when t.side = 'before' then e.ends_at end as lapses_at,
  case when o.person_id is null then null else json_build_object('person_id', p.person_id, 'name', p.name) end as owner`)}`;
const joins = sql.raw(`
  join events.event e on e.group_id = t.group_id and e.event_id = t.event_id
  left join groups.organiser o on o.group_id = t.group_id and o.person_id = t.owner_id
  left join people.person p on p.person_id = o.person_id
  left join people.person d on d.person_id = t.done_by`);

/** The whole list of an evening, in the order its organisers gave it. One statement. */
export async function tasksOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select ${columns} from season.task t ${joins}
    where t.group_id = ${group_id} and t.event_id = ${event_id} order by t.position, t.task_id`.execute(db);
  return rows;
}

/** Something a person has to do, and for which evening. */
export type MyTask = Task &
  Pick<Event, 'zone' | 'language'> & { group: string; color: string; evening: string; slug: string };

/** Open tasks a person took, over all their groups, that are of use and due until `until`; soonest first. One statement. */
export async function tasksOfPerson(
  db: Db | Tx,
  person_id: Person,
  { now, until }: { now: Instant; until: Date },
  most = 30,
): Promise<MyTask[]> {
  const { rows } = await sql<MyTask>`
    select ${columns}, g.slug as "group", g.color, e.title as evening, e.slug, e.zone, e.language
    from season.task t ${joins}
    join groups."group" g on g.group_id = t.group_id
    where t.owner_id = ${person_id} and o.person_id is not null and t.done_at is null and t.due_at < ${until}
      and e.stage <> 'cancelled' and (t.side = 'after' or e.ends_at > ${new Date(now.epochMilliseconds)})
    order by t.due_at, t.task_id limit ${most}`.execute(db);
  return rows;
}

/** What the place of an evening must have, in words; empty when nothing was said. One statement. */
export async function placeNeedsOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<string[]> {
  const row = await db
    .selectFrom('season.evening')
    .select('place_needs')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirst();
  return row?.place_needs ?? [];
}
