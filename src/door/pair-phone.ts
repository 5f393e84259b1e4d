// Pairing a phone with an evening's door: a code that is made, typed once and gone; and what the phone carries afterwards.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import { audit, teamOf } from '#groups';
import { type Id, newId } from '#kit/id.ts';
import { hashToken, keyedHash, newCode, newToken } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { mayPair } from './may.ts';
import { CODE_MINUTES, type DoorRefusal, refuseDoor } from './rules.ts';

type By = { person_id: Id<'people.person'> };
export type Code = { code: string; token: string; until: Date };

/** How a code is kept. */
export const codeHash = (secret: string, code: string): Buffer => keyedHash(secret, 'door.code', code);

/** Makes a code for one phone. Refuses when this door cannot be worked now. `secret` is the server's. */
export async function makeCode(
  tx: Tx,
  event: EventKey & Parameters<typeof refuseDoor>[0],
  actor: By,
  now: Instant,
  secret: string,
): Promise<Code | { refused: DoorRefusal }> {
  const refused = refuseDoor(event, now);
  if (refused) return { refused };
  const at = new Date(now.epochMilliseconds);
  const until = new Date(at.getTime() + CODE_MINUTES * 60_000);
  await tx.deleteFrom('door.pairing').where('until', '<', at).execute();
  for (;;) {
    const [code, token] = [newCode(), newToken()];
    const made = await tx
      .insertInto('door.pairing')
      .values({
        code_hash: codeHash(secret, code),
        token_hash: hashToken(token),
        group_id: event.group_id,
        event_id: event.event_id,
        made_by: actor.person_id,
        made_at: at,
        until,
      })
      .onConflict((on) => on.doNothing())
      .returning('until')
      .executeTakeFirst();
    // Another evening's code has the same six figures once in a long while.
    if (made) return { code, token, until };
  }
}

/** Whether the link behind a code still holds. */
export async function isGoodLink(db: Db, token: string, now: Instant): Promise<boolean> {
  const found = await db
    .selectFrom('door.pairing')
    .select('until')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return found !== undefined && found.until.getTime() > now.epochMilliseconds;
}

/** What a phone carries from now on, and when it is of no use any more. */
export type Paired = { carried: string; event: EventKey; ends_at: Date };

/**
 * Takes a code, or the link behind its picture, for this phone; it is gone then. Refuses one nobody made, or too late, or whose
 * maker may no longer let phones in.
 */
export async function pairPhone(
  tx: Tx,
  by: { code_hash: Buffer } | { token: string },
  name: string,
  now: Instant,
): Promise<Paired | { refused: DoorRefusal | 'door.wrong_code' }> {
  const which = 'token' in by ? sql`token_hash = ${hashToken(by.token)}` : sql`code_hash = ${by.code_hash}`;
  const { rows } = await sql<EventKey & { made_by: Id<'people.person'>; until: Date }>`
    select group_id, event_id, made_by, until from door.pairing where ${which} for update`.execute(tx);
  const [pairing] = rows;
  if (!pairing || pairing.until.getTime() <= now.epochMilliseconds) return { refused: 'door.wrong_code' };
  const role = (await teamOf(tx, pairing.group_id)).find(({ person_id }) => person_id === pairing.made_by)?.role;
  if (!mayPair(role ?? null)) return { refused: 'door.wrong_code' };
  const paired = await addPhone(tx, pairing, { person_id: pairing.made_by }, { name, is_own: false }, now);
  // Good for one phone; whoever came too early may use it when the door opens.
  if (!('refused' in paired)) await sql`delete from door.pairing where ${which}`.execute(tx);
  return paired;
}

/** Makes a phone one of the door's; `is_own`: without a code, somebody of the team uses their own, as long as they are in it. */
export async function addPhone(
  tx: Tx,
  { group_id, event_id }: EventKey,
  actor: By,
  { name, is_own }: { name: string; is_own: boolean },
  now: Instant,
): Promise<Paired | { refused: DoorRefusal }> {
  const event = await tx
    .selectFrom('events.event')
    .select(['stage', 'starts_at', 'ends_at', 'slug', 'title'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirstOrThrow();
  const refused = refuseDoor(event, now);
  if (refused) return { refused };
  const at = new Date(now.epochMilliseconds);
  const [device_id, token] = [newId<'door.device'>(at.getTime()), newToken()];
  const { n } = await tx
    .selectFrom('door.device')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('door.device')
    .values({
      group_id,
      event_id,
      device_id,
      name: name || `${n + 1}`,
      token_hash: hashToken(token),
      paired_at: at,
      paired_by: actor.person_id,
      is_own,
      seen_at: at,
      revoked_at: null,
    })
    .execute();
  const about = { event: event.slug, title: event.title };
  await audit(tx, { group_id, actor, what: 'door.phone.paired', about, now });
  return { carried: `${group_id}.${device_id}.${token}`, event: { group_id, event_id }, ends_at: event.ends_at };
}

/** Ends what a phone may do; it forgets the names as soon as it hears of it. One that is none, or was ended, is left alone. */
export async function revokePhone(
  tx: Tx,
  event: EventKey & { slug: string; title: string },
  device_id: Id<'door.device'>,
  actor: By | null,
  now: Instant,
): Promise<boolean> {
  const { group_id, event_id, slug, title } = event;
  const ended = await tx
    .updateTable('door.device')
    .set({ revoked_at: new Date(now.epochMilliseconds) })
    .where('group_id', '=', group_id)
    .where('device_id', '=', device_id)
    .where('event_id', '=', event_id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  if (ended && actor)
    await audit(tx, { group_id, actor, what: 'door.phone.revoked', about: { event: slug, title }, now });
  return ended !== undefined;
}
