// Forgets a person everywhere: every room lets go first, then the row itself goes.
import { announce } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';
import { forgetMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Obstacle } from './announcements.ts';
import { peoplePaths } from './paths.ts';
import { words } from './words.ts';

/** All of it in the caller's transaction: sessions, codes, waiting mails, what the rooms keep, the person. False: gone already. */
export async function erasePerson(tx: Tx, person_id: Id<'people.person'>, now: Instant): Promise<boolean> {
  const person = await tx
    .selectFrom('people.person')
    .select('person_id')
    .where('person_id', '=', person_id)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return false;
  await announce(tx, 'people.erased', { person_id, now });
  await forgetMails(tx, person_id);
  await tx.deleteFrom('people.session').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('people.challenge').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('people.person').where('person_id', '=', person_id).execute();
  return true;
}

/** What the rooms would ask this person to settle first. It warns; going is everybody's right. */
export async function obstaclesTo(tx: Tx, person_id: Id<'people.person'>, lang: Lang): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  if (await isOnlyKeeper(tx, person_id)) {
    obstacles.push({ sentence: words(lang)('erase.only_keeper'), path: peoplePaths.erase() });
  }
  await announce(tx, 'people.before_erasing', { person_id, lang, obstacles });
  return obstacles;
}

async function isOnlyKeeper(tx: Tx, person_id: Id<'people.person'>): Promise<boolean> {
  const keepers = await tx
    .selectFrom('people.person')
    .select('person_id')
    .where('is_keeper', '=', true)
    .limit(2)
    .execute();
  return keepers.length === 1 && keepers[0]?.person_id === person_id;
}
