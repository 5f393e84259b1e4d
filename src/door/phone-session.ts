// Which phone asks: carried in a cookie that goes to the pages of the door alone, and worth nothing anywhere else.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { EventKey } from '#events';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { hashToken, sameBytes } from '#kit/secret.ts';
import { doorPaths } from './paths.ts';
import { type DoorRefusal, refuseDoor, shutsAt } from './rules.ts';

export type Phone = EventKey & {
  device_id: Id<'door.device'>;
  name: string;
  slug: string;
  title: string;
  language: string;
  stage: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  room_capacity: number | null;
  group_name: string;
  group_slug: string;
};

export type NoPhone = { refused: DoorRefusal | 'door.no_phone' | 'door.revoked' };

const cookie = 'ugroup-door';
const path = doorPaths.phone;

/** The phone that asks and the evening whose door it works, or why it may not. One statement, none without the cookie. */
export async function phoneOf(ground: Ground, request: FastifyRequest): Promise<Phone | NoPhone> {
  const [group_id, device_id, token = ''] = (request.cookies[cookie] ?? '').split('.');
  if (!isId<'groups.group'>(group_id) || !isId<'door.device'>(device_id)) return { refused: 'door.no_phone' };
  const { rows } = await sql<Phone & { token_hash: Buffer; revoked_at: Date | null; has_left: boolean }>`
    /*door.phone*/ select d.group_id, d.event_id, d.device_id, d.name, d.token_hash, d.revoked_at, e.slug, e.title, e.language,
      e.stage, e.starts_at, e.ends_at, e.zone, e.room_capacity, g.name as group_name, g.slug as group_slug,
      d.is_own and not exists (
        select from groups.organiser o where o.group_id = d.group_id and o.person_id = d.paired_by) as has_left
    from door.device d join events.event e on e.group_id = d.group_id and e.event_id = d.event_id
    join groups."group" g on g.group_id = d.group_id
    where d.group_id = ${group_id} and d.device_id = ${device_id}`.execute(ground.db);
  const [found] = rows;
  if (!found || !sameBytes(found.token_hash, hashToken(token))) return { refused: 'door.no_phone' };
  const { token_hash: _, revoked_at, has_left, ...phone } = found;
  if (revoked_at || has_left) return { refused: 'door.revoked' };
  const refused = refuseDoor(phone, ground.now());
  return refused ? { refused } : phone;
}

/** Hands a phone what it carries, until its door shuts. */
export function carryPhone(reply: FastifyReply, ground: Ground, carried: string, evening: { ends_at: Date }): void {
  reply.setCookie(cookie, carried, { ...how(ground), expires: shutsAt(evening) });
}

/** Takes it away again. */
export function dropPhone(reply: FastifyReply, ground: Ground): void {
  reply.clearCookie(cookie, how(ground));
}

function how(ground: Ground) {
  return { path, httpOnly: true, sameSite: 'lax', secure: ground.config.origin.startsWith('https:') } as const;
}
