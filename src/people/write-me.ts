// Verbs a person does to their own page: profile, language, ending sessions. One statement each.
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';

export type Profile = { name: string; pronouns: string; languages: string[]; lang: Lang; zone: string | null };

type PersonId = Id<'people.person'>;

/** Everything of the form on one’s own page, at once. */
export async function writeProfile(db: Db | Tx, person_id: PersonId, profile: Profile): Promise<void> {
  await db.updateTable('people.person').set(profile).where('person_id', '=', person_id).execute();
}

/** The name alone, for who signs in for the first time. */
export async function setName(db: Db | Tx, person_id: PersonId, name: string): Promise<void> {
  await db.updateTable('people.person').set({ name }).where('person_id', '=', person_id).execute();
}

/** The language of pages and mails. */
export async function setLanguage(db: Db | Tx, person_id: PersonId, lang: Lang): Promise<void> {
  await db.updateTable('people.person').set({ lang }).where('person_id', '=', person_id).execute();
}

/** Ends one session; somebody else's is not found. */
export async function endSession(db: Db | Tx, person_id: PersonId, session_id: Id<'people.session'>): Promise<void> {
  await db
    .deleteFrom('people.session')
    .where('person_id', '=', person_id)
    .where('session_id', '=', session_id)
    .execute();
}

/** Ends every session of a person but this one. Gives how many. */
export async function endOtherSessions(db: Db | Tx, person_id: PersonId, but: Id<'people.session'>): Promise<number> {
  const ended = await db
    .deleteFrom('people.session')
    .where('person_id', '=', person_id)
    .where('session_id', '!=', but)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** A code was typed in this session just now. */
export async function refreshProof(db: Db | Tx, session_id: Id<'people.session'>, at: Date): Promise<void> {
  await db.updateTable('people.session').set({ proved_at: at }).where('session_id', '=', session_id).execute();
}
