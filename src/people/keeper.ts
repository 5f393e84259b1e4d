// The server's first keeper comes through a link printed when it starts; the first proof through it burns it.
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { hashToken, newToken, sameBytes } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { peoplePaths } from './paths.ts';

const FACT = 'people.keeper_token';
type Kept = { hash: string; used_at: string | null };

/** A fresh one-time link for a server without a keeper; earlier links end, and so do the codes asked for through them. Null when there is a keeper. */
export async function keeperLink(ground: Ground): Promise<string | null> {
  const { db, config } = ground;
  const keeper = await db
    .selectFrom('people.person')
    .select('person_id')
    .where('is_keeper', '=', true)
    .limit(1)
    .execute();
  if (keeper.length > 0) return null;
  const token = newToken();
  const value = JSON.stringify({ hash: hashToken(token).toString('base64'), used_at: null } satisfies Kept);
  const changed_at = new Date(ground.now().epochMilliseconds);
  await transact(db, async (tx) => {
    // Who asked through an earlier link asked through one that may have been seen by others.
    await tx.deleteFrom('people.challenge').where('purpose', '=', 'keeper').execute();
    await tx
      .insertInto('kit.fact')
      .values({ name: FACT, value, changed_at })
      .onConflict((on) => on.column('name').doUpdateSet({ value, changed_at }))
      .execute();
  });
  return `${config.origin}${peoplePaths.keeper(token)}`;
}

/** What a keeper link is worth now. */
export async function keeperLinkState(db: Db | Tx, token: string): Promise<'open' | 'used' | 'unknown'> {
  const row = await db.selectFrom('kit.fact').select('value').where('name', '=', FACT).executeTakeFirst();
  const kept = row?.value as Kept | undefined;
  if (!kept || !sameBytes(Buffer.from(kept.hash, 'base64'), hashToken(token))) return 'unknown';
  return kept.used_at === null ? 'open' : 'used';
}

/** Makes the person keeper and burns the link, unless somebody was quicker: then false. */
export async function becomeKeeper(tx: Tx, person_id: Id<'people.person'>, now: Instant): Promise<boolean> {
  const row = await tx.selectFrom('kit.fact').select('value').where('name', '=', FACT).forUpdate().executeTakeFirst();
  const kept = row?.value as Kept | undefined;
  if (!kept || kept.used_at !== null) return false;
  const changed_at = new Date(now.epochMilliseconds);
  await tx
    .updateTable('kit.fact')
    .set({ value: JSON.stringify({ hash: kept.hash, used_at: now.toString() } satisfies Kept), changed_at })
    .where('name', '=', FACT)
    .execute();
  await tx.updateTable('people.person').set({ is_keeper: true }).where('person_id', '=', person_id).execute();
  return true;
}
