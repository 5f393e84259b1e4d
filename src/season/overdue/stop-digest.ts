// Who wants no mail about what is overdue: a signed link in each of these mails, and the way back.
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { isSigned, sign } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { seasonPaths } from '../paths.ts';

type Person = Id<'people.person'>;
type Signing = { config: Pick<Ground['config'], 'origin' | 'secret'> };
const purpose = 'season.digest';

/** The address for `List-Unsubscribe`: GET shows a page, POST stops these mails for this person, nothing else. */
export function digestLink({ config }: Signing, person_id: Person): string {
  return `${config.origin}${seasonPaths.digest(person_id, sign(config.secret, purpose, person_id))}`;
}

/** Whose mails a link is about; null when it is none of ours. */
export function readDigestLink({ config }: Signing, params: { person: string; signature: string }): Person | null {
  const { person, signature } = params;
  return isId<'people.person'>(person) && isSigned(config.secret, purpose, person, signature) ? person : null;
}

/** Stops the mails, or begins again: then only what is overdue from now on is told. Nothing is kept of whoever is gone. */
export async function setDigest(tx: Tx, person_id: Person, wanted: boolean, now: Instant): Promise<void> {
  const there = await tx
    .selectFrom('people.person')
    .select('person_id')
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  if (!there) return;
  const at = new Date(now.epochMilliseconds);
  const to = wanted ? { stopped_at: null, sent_at: at } : { stopped_at: at };
  await tx
    .insertInto('season.digest')
    .values({ person_id, sent_at: null, ...to })
    .onConflict((on) => on.column('person_id').doUpdateSet(to))
    .execute();
}

/** Whether a person stopped them. One statement. */
export async function isDigestStopped(db: Db | Tx, person_id: Person): Promise<boolean> {
  const row = await db
    .selectFrom('season.digest')
    .select('stopped_at')
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return row?.stopped_at != null;
}
