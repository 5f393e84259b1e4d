// What stands in the database against what was answered.
import { sql } from 'kysely';
import type { Db } from '#kit/tables.ts';

type Acked = ReadonlyMap<string, { takes: number; releases: number; has: boolean }>;
type Compared = { lost: number; duplicated: number };

/** The log's lines from the page, where each stands, and the tally, against the answers. `acked` by `event person`. */
export async function compareSeats(db: Db, acked: Acked): Promise<Compared> {
  const { rows } = await sql<{ key: string; takes: number; releases: number; has: boolean }>`
    select l.event_id || ' ' || l.person_id as key,
      count(*) filter (where l.to_state in ('going', 'waitlisted'))::int as takes,
      count(*) filter (where l.to_state = 'released')::int as releases,
      (select e.state in ('going', 'waitlisted') from events.enrolment e
        where e.group_id = l.group_id and e.event_id = l.event_id and e.person_id = l.person_id) as has
    from events.enrolment_log l where l.via = 'page' group by l.group_id, l.event_id, l.person_id`.execute(db);
  const found = new Map(rows.map((row) => [row.key, row]));
  let [lost, duplicated] = [0, 0];
  for (const key of new Set([...acked.keys(), ...found.keys()])) {
    const said = acked.get(key) ?? { takes: 0, releases: 0, has: false };
    const is = found.get(key) ?? { takes: 0, releases: 0, has: false };
    lost += Math.max(0, said.takes - is.takes) + Math.max(0, said.releases - is.releases);
    duplicated += Math.max(0, is.takes - said.takes) + Math.max(0, is.releases - said.releases);
    if (said.takes === is.takes && said.releases === is.releases && said.has !== is.has) lost++;
  }
  const { rows: wrong } = await sql<{ n: number }>`
    select count(*)::int as n from events.tally t
    where t.taken <> (select coalesce(sum(e.party), 0) from events.enrolment e
        where e.group_id = t.group_id and e.event_id = t.event_id and e.state = 'going') or t.taken > t.cap`.execute(
    db,
  );
  if (wrong[0]?.n !== 0) throw new Error(`${wrong[0]?.n} tallies are not what their rows add up to`);
  return { lost, duplicated };
}

/** Every scan that was answered, by its id. */
export async function compareScans(db: Db, acked: ReadonlySet<string>): Promise<Compared> {
  const { rows } = await sql<{ scan_id: string; n: number }>`
    select scan_id, count(*)::int as n from door.scan group by scan_id`.execute(db);
  const found = new Map(rows.map(({ scan_id, n }) => [scan_id, n]));
  const lost = [...acked].filter((id) => !found.has(id)).length;
  return { lost, duplicated: rows.reduce((sum, { scan_id, n }) => sum + (acked.has(scan_id) ? n - 1 : n), 0) };
}

/**
 * Every change that is told has its mail, and every mail was taken, unless a later change of the same seat is told instead, or
 * they left the waitlist before it was on its way, which nobody is told of. News that sign-up is open stands in the same stream
 * and is not among them: it is dropped once sign-up has closed.
 * `mails_repeated`: taken again under the same Message-ID.
 */
export async function compareMails(db: Db, taken: ReadonlyMap<string, number>) {
  // What a batch did to somebody in all: who is given a seat and gives it back in the same batch has only left the line.
  const net = sql`
    net as (
      select distinct on (event_id, person_id, at) 'events.seat:' || event_id || ':' || person_id as stream, at,
        first_value(from_state) over (partition by event_id, person_id, at order by log_id) as from_state, to_state
      from events.enrolment_log order by event_id, person_id, at, log_id desc)`;
  const { rows: untold } = await sql<{ n: number }>`
    with ${net}, told as (
      select stream, count(*)::int as n from net
      where to_state in ('going', 'waitlisted') or (to_state = 'released' and from_state = 'going') group by stream),
    queued as (select stream, count(*)::int as n from kit.mail where campaign is null group by stream)
    select coalesce(sum(greatest(0, told.n - coalesce(queued.n, 0))), 0)::int as n
    from told left join queued using (stream)`.execute(db);
  const { rows: mails } = await sql<{ mail_id: string; state: string; message_id: string | null; is_last: boolean }>`
    with ${net}, seats as (select * from kit.mail where stream like 'events.seat:%' and campaign is null),
    newest as (select distinct on (stream) mail_id from seats order by stream, due_at desc, mail_id desc),
    last as (select distinct on (stream) * from net order by stream, at desc)
    select m.mail_id, m.state, m.message_id,
      n.mail_id is not null and coalesce(l.to_state <> 'released' or l.from_state <> 'waitlisted', true) as is_last
    from seats m left join newest n on n.mail_id = m.mail_id left join last l on l.stream = m.stream`.execute(db);
  const unsent = mails.filter(({ state, message_id, is_last }) =>
    state === 'sent' ? !taken.has(message_id ?? '') : state !== 'dropped' || is_last,
  );
  // Which of the reasons it was, for whoever has to find out why.
  const reasons = Object.entries(Object.groupBy(unsent, ({ state }) => state)).map(
    ([state, all]) => `${all?.length} ${state}`,
  );
  console.error(`mails: ${untold[0]?.n ?? 0} changes without a mail; not taken: ${reasons.join(', ') || 'none'}`);
  return {
    mails: mails.length,
    mails_lost: (untold[0]?.n ?? 0) + unsent.length,
    mails_repeated: [...taken.values()].reduce((sum, n) => sum + n - 1, 0),
  };
}
