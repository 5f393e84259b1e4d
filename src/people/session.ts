// Sessions: started by a proof, carried in a cookie, looked up many at a time. This is the hottest read of the product.
import type { FastifyReply } from 'fastify';
import { CompiledQuery } from 'kysely';
import { batched } from '#kit/batch.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, newId } from '#kit/id.ts';
import { hashToken, newToken } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { nameAgent } from './agent.ts';
import { isToTouch, SESSION_DAYS, sessionEnds } from './rules.ts';

/** Who asks, as every room's laws see them. */
export type Actor = {
  person_id: Id<'people.person'>;
  name: string;
  address: string;
  lang: Lang;
  zone: string | null;
  is_keeper: boolean;
  session_id: Id<'people.session'>;
};

/** Starts a session for somebody who has just proved their address; gives the token to carry. Only its hash is kept. */
export async function startSession(
  tx: Tx,
  start: { person_id: Id<'people.person'>; agent: string | undefined; now: Instant },
): Promise<string> {
  const token = newToken();
  const now = start.now.epochMilliseconds;
  await tx
    .insertInto('people.session')
    .values({
      session_id: newId(),
      person_id: start.person_id,
      token_hash: hashToken(token),
      ...nameAgent(start.agent),
      started_at: new Date(now),
      seen_at: new Date(now),
      proved_at: new Date(now),
      ends_at: sessionEnds(now),
    })
    .execute();
  return token;
}

/** Hands the session to the browser. `__Host-` ties the cookie to this host and to https, where there is https. */
export function carrySession(reply: FastifyReply, ground: Ground, session_token: string): void {
  const secure = isSecure(ground);
  const maxAge = SESSION_DAYS * 86_400;
  reply.setCookie(sessionCookie(ground), session_token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** Takes the session cookie away. */
export function dropSession(reply: FastifyReply, ground: Ground): void {
  reply.clearCookie(sessionCookie(ground), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(ground) });
}

/** The cookie's name here: with https one that no other host can have set. */
export function sessionCookie(ground: Ground): string {
  return isSecure(ground) ? '__Host-ugroup' : 'ugroup';
}

function isSecure(ground: Ground): boolean {
  return ground.config.origin.startsWith('https:');
}

type Found = Actor & { token_hash: Buffer; seen_at: Date };

export type Sessions = {
  /** Who holds this token, and whether the session has just been prolonged (the cookie then wants prolonging too). */
  find(token: string): Promise<{ actor: Actor; prolonged: boolean } | null>;
  close(): void;
};

// Written out once: building it anew for each of thousands of requests would cost more than running it. `is true` keeps the index
// of ends out of it: PostgreSQL would read a few thousand sessions that last rather than look up ten.
const lookup = `
  /*people.sessions*/ select s.token_hash, s.session_id, s.seen_at, p.person_id, p.name, p.address, p.lang, p.zone, p.is_keeper
  from people.session s join people.person p on p.person_id = s.person_id
  where s.token_hash = any((select $1::bytea[])::bytea[]) and (s.ends_at > $2) is true`;

/** Lookups that arrive while one query is under way share the next one. */
export function openSessions(ground: Ground): Sessions {
  const find = batched<'all', Buffer, Found | null>(async (_key, hashes) => {
    const now = new Date(ground.now().epochMilliseconds);
    const { rows } = await ground.db.executeQuery<Found>(CompiledQuery.raw(lookup, [hashes, now]));
    const found = new Map(rows.map((row) => [row.token_hash.toString('latin1'), row]));
    return hashes.map((hash) => found.get(hash.toString('latin1')) ?? null);
  });
  const touches = openTouches(ground);

  return {
    async find(token) {
      if (token.length !== 43) return null;
      const found = await find('all', hashToken(token));
      if (!found) return null;
      const { token_hash: _hash, seen_at: _seen, ...actor } = found;
      const prolonged = isToTouch(found, ground.now().epochMilliseconds) && touches.add(found.session_id);
      return { actor, prolonged };
    },
    close: touches.close,
  };
}

/** Remembers who was here and writes it a moment later, many at once: no page waits for it, and losing it costs an hour of 90 days. */
function openTouches(ground: Ground) {
  let waiting = new Set<Id<'people.session'>>();
  let timer: NodeJS.Timeout | undefined;

  const write = async () => {
    const touched = [...waiting];
    waiting = new Set();
    timer = undefined;
    await touchSessions(ground.db, touched, ground.now()).catch(() => {
      ground.log.warn({ event: 'people.session.not_touched', sessions: touched.length });
    });
  };

  return {
    add(session_id: Id<'people.session'>): boolean {
      if (waiting.has(session_id)) return false;
      waiting.add(session_id);
      timer ??= setTimeout(() => void write(), 1000).unref();
      return true;
    },
    close() {
      clearTimeout(timer);
    },
  };
}

/** Prolongs sessions by another 90 days from now. */
export async function touchSessions(db: Db, session_ids: Id<'people.session'>[], now: Instant): Promise<void> {
  await db
    .updateTable('people.session')
    .set({ seen_at: new Date(now.epochMilliseconds), ends_at: sessionEnds(now.epochMilliseconds) })
    .where('session_id', 'in', session_ids)
    .execute();
}
