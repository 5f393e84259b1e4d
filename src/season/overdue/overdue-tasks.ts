// What is overdue and whom it concerns: whoever took a task, and where nobody did, those who write for its group.
import { sql } from 'kysely';
import type { Event } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { lateAt } from '../tasks.ts';

type Person = Id<'people.person'>;

/** After so many days nobody is told of a task any more: whoever left it open that long knows. */
const TOLD_DAYS = 30;
/** Whoever was never told is told of what is overdue since then. */
const FIRST_DAYS = 7;

// A task `t` of an evening `e` that is overdue, and each `o` of the team it concerns. Who took it and left the team has it no more.
const concerned = sql.raw(`
  season.task t
  join events.event e on e.group_id = t.group_id and e.event_id = t.event_id
  join groups."group" g on g.group_id = t.group_id
  left join groups.organiser w on w.group_id = t.group_id and w.person_id = t.owner_id
  join groups.organiser o on o.group_id = t.group_id
    and case when w.person_id is null then o.role in ('owner', 'organiser') else o.person_id = w.person_id end`);

export type OverdueTask = Pick<Event, 'zone' | 'language'> & {
  title: string;
  due_at: Date;
  /** False: nobody took it. */
  is_mine: boolean;
  evening: string;
  slug: string;
  group: string;
  group_name: string;
};

/** Everything overdue that concerns a person, longest first. One statement. */
export async function overdueOf(db: Db | Tx, person_id: Person, now: Instant): Promise<OverdueTask[]> {
  const { rows } = await sql<OverdueTask>`
    select t.title, t.due_at, w.person_id is not null as is_mine, e.title as evening, e.slug, e.zone, e.language,
      g.slug as "group", g.name as group_name
    from ${concerned}
    where o.person_id = ${person_id} and ${isTold(now)}
    order by t.due_at, t.task_id limit 100`.execute(db);
  return rows;
}

export type Newly = { person_id: Person; address: string; lang: Lang; zones: string[] };

/** Whom something concerns that is overdue since they were last told, who wants to be told; with the clocks of those evenings. */
export async function newlyOverdue(db: Db, now: Instant): Promise<Newly[]> {
  const { rows } = await sql<Newly>`
    select p.person_id, p.address, p.lang, array_agg(distinct e.zone) as zones
    from ${concerned}
    join people.person p on p.person_id = o.person_id and p.proved_at is not null
    left join season.digest d on d.person_id = p.person_id
    where ${isTold(now)} and d.stopped_at is null and ${lateAt} > coalesce(d.sent_at, ${daysAgo(now, FIRST_DAYS)})
    group by p.person_id order by p.person_id`.execute(db);
  return rows;
}

/** What was to prepare an evening that is over is of no use any more, and nobody hears of it. */
function isTold(now: Instant) {
  return sql`t.done_at is null and ${lateAt} <= ${daysAgo(now, 0)} and ${lateAt} > ${daysAgo(now, TOLD_DAYS)}
    and e.stage <> 'cancelled' and (t.side = 'after' or e.ends_at > ${daysAgo(now, 0)})`;
}

function daysAgo(now: Instant, days: number): Date {
  return new Date(now.epochMilliseconds - days * 86_400_000);
}
