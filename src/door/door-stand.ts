// How the door stands: who is in by all phones together, and which phones there are. For the team.
import { sql } from 'kysely';
import { type EventKey, seatStates } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { openBook, type Scan } from './merge-rules.ts';
import { scansSince } from './take-scans.ts';

export type DoorPhone = {
  device_id: Id<'door.device'>;
  name: string;
  seen_at: Date;
  revoked_at: Date | null;
  /** How many it let in. */
  heads: number;
};

export type DoorStand = {
  heads: number;
  /** Guests, not heads: parties count one. */
  guests: number;
  walk_ins: number;
  /** The names walk-ins said, while the scans are kept. */
  walked_in: string[];
  /** Tickets more came in on than they are for. */
  doubled: number;
  /** Heads of everybody with a seat, those who signed up elsewhere too. */
  expected: number;
  phones: DoorPhone[];
};

/** All of it, in three statements. Once the scans are forgotten only the count is left. */
export async function doorStand(db: Db, event: EventKey): Promise<DoorStand> {
  const { group_id, event_id } = event;
  const [book, { rows }, phones] = await Promise.all([
    bookOf(db, event),
    sql<{ expected: number; kept: number | null }>`
      select (coalesce(sum(n.party) filter (where n.state = any(${seatStates}::text[])), 0) + (
          select coalesce(sum(x.party), 0) from events.elsewhere x
          where x.group_id = ${group_id} and x.event_id = ${event_id}))::int as expected,
        (select l.heads from door.list l where l.group_id = ${group_id} and l.event_id = ${event_id}) as kept
      from events.enrolment n where n.group_id = ${group_id} and n.event_id = ${event_id}`.execute(db),
    db
      .selectFrom('door.device')
      .select(['device_id', 'name', 'seen_at', 'revoked_at'])
      .where('group_id', '=', group_id)
      .where('event_id', '=', event_id)
      .orderBy('device_id')
      .execute(),
  ]);
  const heads = book.headsByDevice();
  const arrivals = book.arrivals();
  return {
    heads: rows[0]?.kept ?? book.heads(),
    guests: arrivals.length,
    walk_ins: book.walkIns().reduce((sum, scan) => sum + scan.heads, 0),
    walked_in: book
      .walkIns()
      .map(({ name }) => name)
      .filter((name) => name !== ''),
    doubled: arrivals.filter(({ is_doubled }) => is_doubled).length,
    expected: rows[0]?.expected ?? 0,
    phones: phones.map((phone) => ({ ...phone, heads: heads.get(phone.device_id) ?? 0 })),
  };
}

/** How many are in, by what all phones saw; null where none saw anybody. Still known when the scans are forgotten. */
export async function headsAtDoor(db: Db | Tx, event: EventKey): Promise<number | null> {
  const list = await db
    .selectFrom('door.list')
    .select(['heads', 'seq'])
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .executeTakeFirst();
  if (!list || list.seq === 0) return null;
  return list.heads ?? (await bookOf(db, event)).heads();
}

/** Everything the doors of an evening saw. */
export async function bookOf(db: Db | Tx, event: EventKey) {
  const all: Scan[] = [];
  for (let after = 0; ; ) {
    const { scans, seq } = await scansSince(db, event, after);
    all.push(...scans);
    if (scans.length === 0) return openBook(all);
    after = seq;
  }
}
