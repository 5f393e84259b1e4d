// One answer to a phone: its scans are taken in, and it hears what the others saw, whose stand changed, who rings outside.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { type GuestRow, guestRows } from './expected-guests.ts';
import type { Sync } from './forms.ts';
import type { Scan } from './merge-rules.ts';
import { fetchOutside, type Outside, whoIsOutside } from './outside.ts';
import type { Phone } from './phone-session.ts';
import { shutsAt } from './rules.ts';
import { scansSince, takeScans } from './take-scans.ts';

export type SyncAnswer = {
  /** What the phone has heard up to now. Less than it said: this server was put back from a backup, and wants all again. */
  after: number;
  /** There is more; ask again at once. */
  more: boolean;
  scans: Scan[];
  /** Scans nobody could read, by their ids: of no use to send again. */
  unread: string[];
  guests: GuestRow[];
  /** Everybody, not only those whose stand changed. */
  all_guests: boolean;
  guests_since: string;
  outside: Outside[];
  /** What the phones of this door are called. */
  phones: Record<string, string>;
  room_capacity: number | null;
  shuts_at: number;
};

const MOST_SCANS = 5000;
/** A phone's last sign of life is noted this often. */
const SEEN_SECONDS = 20;

/** Takes in, and answers. What was taken in is committed before the answer leaves. */
export async function answerSync(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  phone: Phone,
  sync: Sync,
): Promise<FastifyReply> {
  const { db } = ground;
  const now = ground.now();
  // Before anything is read: what changes from here on is told next time.
  const guests_since = new Date(now.epochMilliseconds).toISOString();
  if (sync.scans.length > 0 || sync.fetched.length > 0) {
    await transact(db, async (tx) => {
      await takeScans(tx, phone, sync.scans, now);
      await fetchOutside(tx, phone, sync.fetched, now);
    });
  }
  const known = await lastSeq(ground, phone);
  const after = Math.min(sync.after, known);
  const [heard, guests, outside, phones] = await Promise.all([
    scansSince(db, phone, after, MOST_SCANS),
    guestRows(db, phone, sync.guests_since),
    whoIsOutside(db, phone, now),
    phonesOf(ground, phone),
  ]);
  const answer: SyncAnswer = {
    after: sync.after > known ? known : heard.seq,
    more: heard.scans.length === MOST_SCANS,
    scans: heard.scans,
    unread: sync.unread,
    guests,
    all_guests: sync.guests_since === null,
    guests_since,
    outside,
    phones,
    room_capacity: phone.room_capacity,
    shuts_at: shutsAt(phone).getTime(),
  };
  return sendJson(request, reply, answer);
}

async function lastSeq({ db }: Ground, { group_id, event_id }: Phone): Promise<number> {
  const row = await db
    .selectFrom('door.list')
    .select('seq')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** What they are called; and this one has been heard of. */
async function phonesOf({ db, now }: Ground, phone: Phone): Promise<Record<string, string>> {
  const at = new Date(now().epochMilliseconds);
  const { rows } = await sql<{ device_id: string; name: string; is_stale: boolean }>`
    /*door.phones*/ select device_id, name,
      device_id = ${phone.device_id} and seen_at < ${new Date(at.getTime() - SEEN_SECONDS * 1000)} as is_stale
    from door.device where group_id = ${phone.group_id} and event_id = ${phone.event_id}`.execute(db);
  if (rows.some(({ is_stale }) => is_stale)) {
    await db
      .updateTable('door.device')
      .set({ seen_at: at })
      .where('group_id', '=', phone.group_id)
      .where('device_id', '=', phone.device_id)
      .execute();
  }
  return Object.fromEntries(rows.map(({ device_id, name }) => [device_id, name]));
}

async function sendJson(request: FastifyRequest, reply: FastifyReply, answer: SyncAnswer): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
  const text = JSON.stringify(answer);
  if (text.length < 2000 || !request.headers['accept-encoding']?.includes('gzip')) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await promisify(gzip)(text));
}
