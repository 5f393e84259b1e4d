// Takes in what a phone saw. Scans are a set: one that is there already changes nothing, whoever sends it and however often.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { openBook, type Scan } from './merge-rules.ts';
import { type Seen, tellEvents } from './tell-events.ts';

type Row = Scan & { scan_id: Id<'door.scan'> };

/** Writes what is new and tells the evening who is in. Gives how many were new. */
export async function takeScans(tx: Tx, event: EventKey, scans: readonly Scan[], now: Instant): Promise<number> {
  if (scans.length === 0) return 0;
  const { group_id, event_id } = event;
  const seq = await lockList(tx, event);
  const sent = new Map(scans.map((scan) => [scan.scan_id, scan as Row]));
  const known = await tx
    .selectFrom('door.scan')
    .select('scan_id')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('scan_id', 'in', [...sent.keys()] as Id<'door.scan'>[])
    .execute();
  for (const { scan_id } of known) sent.delete(scan_id);
  const fresh = [...sent.values()];
  if (fresh.length === 0) return 0;
  await insertScans(tx, event, fresh, seq, now);
  await tx
    .updateTable('door.list')
    .set({ seq: seq + fresh.length })
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
  await tellEvents(tx, event, await standOf(tx, event, fresh), now);
  return fresh.length;
}

/** The row that puts the scans of all phones in one order; gives the number of the last. */
async function lockList(tx: Tx, { group_id, event_id }: EventKey): Promise<number> {
  await tx
    .insertInto('door.list')
    .values({ group_id, event_id, heads: null, swept_at: null })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doNothing())
    .execute();
  const { seq } = await tx
    .selectFrom('door.list')
    .select('seq')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return seq;
}

/** One statement, however many: a column is a list. */
async function insertScans(tx: Tx, { group_id, event_id }: EventKey, rows: Row[], seq: number, now: Instant) {
  const column = <K extends keyof Row>(name: K) => rows.map((row) => row[name]);
  await sql`
    insert into door.scan (group_id, event_id, scan_id, seq, device_id, kind, person_id, undoes, name, heads, party, at, heard_at)
    select ${group_id}::uuid, ${event_id}::uuid, n.scan_id, ${seq} + n.place, n.device_id, n.kind, n.person_id, n.undoes, n.name,
      n.heads, n.party, to_timestamp(n.at / 1000.0), ${new Date(now.epochMilliseconds)}
    from unnest(${column('scan_id')}::uuid[], ${column('device_id')}::uuid[], ${column('kind')}::text[],
      ${column('person_id')}::uuid[], ${column('undoes')}::uuid[], ${column('name')}::text[], ${column('heads')}::smallint[],
      ${column('party')}::smallint[], ${column('at')}::float8[])
      with ordinality as n (scan_id, device_id, kind, person_id, undoes, name, heads, party, at, place)`.execute(tx);
}

/** Where everybody stands whom these scans are about, by all that was ever seen of them. */
async function standOf(tx: Tx, event: EventKey, fresh: Row[]): Promise<Seen[]> {
  const ids = [...new Set(fresh.flatMap(({ person_id, undoes }) => [person_id, undoes]))].filter((id) => id !== null);
  const scans = await scansOf(tx, event, ids);
  const book = openBook(scans);
  const people = new Set(scans.flatMap(({ person_id }) => person_id ?? []));
  return [...people].map((person_id) => {
    const arrival = book.arrival(person_id);
    const last = Math.max(...scans.filter((scan) => scan.person_id === person_id).map(({ at }) => at));
    return { person_id, heads: arrival?.heads ?? 0, at: arrival?.scans[0]?.at ?? last };
  });
}

/** Scans of these people, or of those of these scans' people, with what takes them back. */
async function scansOf(tx: Tx, { group_id, event_id }: EventKey, ids: string[]): Promise<Scan[]> {
  const { rows } = await sql<Scan>`
    with theirs as (
      select s.* from door.scan s where s.group_id = ${group_id} and s.event_id = ${event_id} and s.kind = 'in'
        and s.person_id in (
          select unnest(${ids}::uuid[]) union
          select o.person_id from door.scan o
          where o.group_id = ${group_id} and o.event_id = ${event_id} and o.scan_id = any(${ids}::uuid[]) and o.person_id is not null))
    select ${columns} from theirs s
    union all
    select ${columns} from door.scan s where s.group_id = ${group_id} and s.event_id = ${event_id}
      and s.undoes in (select scan_id from theirs)`.execute(tx);
  return rows;
}

const columns = sql.raw(
  `s.scan_id, s.kind, s.device_id, s.person_id, s.undoes, s.name, s.heads, s.party, (extract(epoch from s.at) * 1000)::float8 as at`,
);

/** What the doors of an evening saw after the scan numbered `after`, in the order it was heard. One statement. */
export async function scansSince(
  tx: Pick<Tx, 'getExecutor'>,
  { group_id, event_id }: EventKey,
  after: number,
  most = 5000,
): Promise<{ scans: Scan[]; seq: number }> {
  const { rows } = await sql<Scan & { seq: number }>`
    /*door.scans*/ select ${columns}, s.seq from door.scan s
    where s.group_id = ${group_id} and s.event_id = ${event_id} and s.seq > ${after} order by s.seq limit ${most}`.execute(
    tx as Tx,
  );
  return { scans: rows.map(({ seq: _, ...scan }) => scan), seq: rows.at(-1)?.seq ?? after };
}
