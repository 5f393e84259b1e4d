// What guests said they cannot eat: sealed where it lies, opened for whoever feeds them, forgotten two weeks later.
import { sql } from 'kysely';
import { type EventKey, guestName, seatStates } from '#events';
import { audit } from '#groups';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { seal, unseal } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Actor } from '#people';
import { DIET_KEPT_DAYS, type Diet } from './diet-rules.ts';

type Person = Id<'people.person'>;
export type Kitchen = { food_person: Person | null };

/** Whether guests of this evening are asked; null where they are not. */
export async function kitchenOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<Kitchen | null> {
  const row = await db
    .selectFrom('numbers.kitchen')
    .select('food_person')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirst();
  return row ?? null;
}

/** Null: nobody is asked any more, and what was said goes at once. Somebody who is not of the team is not taken. */
export async function setKitchen(
  tx: Tx,
  { group_id, event_id, slug, title }: EventKey & { slug: string; title: string },
  actor: Pick<Actor, 'person_id'>,
  now: Instant,
  wish: Kitchen | null,
): Promise<void> {
  const about = { event: slug, title };
  if (wish === null) {
    for (const table of ['numbers.diet', 'numbers.kitchen'] as const)
      await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
    await audit(tx, { group_id, actor, what: 'numbers.kitchen.off', about, now });
    return;
  }
  const { rows } = await sql<{ person_id: Person }>`
    select person_id from groups.organiser
    where group_id = ${group_id} and person_id = ${wish.food_person}`.execute(tx);
  const food_person = rows[0]?.person_id ?? null;
  const asked_at = new Date(now.epochMilliseconds);
  await tx
    .insertInto('numbers.kitchen')
    .values({ group_id, event_id, food_person, asked_at })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet({ food_person }))
    .execute();
  await audit(tx, { group_id, actor, what: 'numbers.kitchen.set', about, now });
}

const purpose = (event_id: string, person_id: string) => `numbers.diet:${event_id}:${person_id}`;

/** Keeps what one guest said for this evening's kitchen and nothing else; null takes it back. */
export async function giveDiet(
  tx: Tx,
  { group_id, event_id }: EventKey,
  person_id: Person,
  diet: Diet | null,
  { secret, now }: { secret: string; now: Instant },
): Promise<void> {
  if (diet === null) {
    await tx
      .deleteFrom('numbers.diet')
      .where('group_id', '=', group_id)
      .where('event_id', '=', event_id)
      .where('person_id', '=', person_id)
      .execute();
    return;
  }
  const sealed = seal(secret, purpose(event_id, person_id), JSON.stringify(diet));
  const said = { sealed, given_at: new Date(now.epochMilliseconds) };
  await tx
    .insertInto('numbers.diet')
    .values({ group_id, event_id, person_id, ...said })
    .onConflict((on) => on.columns(['group_id', 'event_id', 'person_id']).doUpdateSet(said))
    .execute();
}

/** What one guest said, for themselves. */
export async function ownDiet(
  db: Db,
  { group_id, event_id }: EventKey,
  person_id: Person,
  secret: string,
): Promise<Diet | null> {
  const row = await db
    .selectFrom('numbers.diet')
    .select('sealed')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return row ? opened(secret, event_id, person_id, row.sealed) : null;
}

export type NamedDiet = Diet & { person_id: Person; name: string };

/** What those said who still have a seat, by name in the order `lang` sorts names. */
export async function dietsOf(
  db: Db,
  { group_id, event_id }: EventKey,
  secret: string,
  lang: string,
): Promise<NamedDiet[]> {
  const { rows } = await sql<{ person_id: Person; sealed: string; name: string; party: number }>`
    select d.person_id, d.sealed, n.party, ${guestName('n', 'p')} as name
    from numbers.diet d
    join events.enrolment n on n.group_id = d.group_id and n.event_id = d.event_id and n.person_id = d.person_id
    join people.person p on p.person_id = d.person_id
    where d.group_id = ${group_id} and d.event_id = ${event_id} and n.state = any(${seatStates}::text[])`.execute(db);
  const { compare } = new Intl.Collator(lang);
  return rows
    .map(({ person_id, sealed, name, party }) => {
      const diet = opened(secret, event_id, person_id, sealed);
      return { ...diet, heads: Math.min(diet.heads, party), person_id, name };
    })
    .sort((a, b) => compare(a.name, b.name));
}

const opened = (secret: string, event_id: string, person_id: string, sealed: string): Diet =>
  JSON.parse(unseal(secret, purpose(event_id, person_id), sealed)) as Diet;

/** Forgets what was said two weeks after the evening, and before it of those who gave their seat back. Safe to run twice. */
export async function sweepDiets({ db, now }: Ground): Promise<void> {
  const before = new Date(now().epochMilliseconds - DIET_KEPT_DAYS * 86_400_000);
  await sql`
    delete from numbers.diet d using events.event e
    where e.group_id = d.group_id and e.event_id = d.event_id and e.ends_at < ${before}`.execute(db);
  await sql`
    delete from numbers.kitchen k using events.event e
    where e.group_id = k.group_id and e.event_id = k.event_id and e.ends_at < ${before}`.execute(db);
  await sql`
    delete from numbers.diet d using events.enrolment n
    where n.group_id = d.group_id and n.event_id = d.event_id and n.person_id = d.person_id
      and not n.state = any(${seatStates}::text[])`.execute(db);
}

declare module '#kit/panels.ts' {
  interface ReadAlong {
    /** The kitchen of an evening that asks its guests. */
    'numbers.kitchen': Kitchen | null;
  }
}

/** For an evening `e`: its `Kitchen`. Most evenings ask nobody, and then nothing is read for each guest. */
export const kitchenAlong = `
  (select json_build_object('food_person', k.food_person) from numbers.kitchen k
    where k.group_id = e.group_id and k.event_id = e.event_id)`;

/** Whether somebody told this evening's kitchen. One statement. */
export async function hasGivenDiet(db: Db, event: EventKey, person_id: Person): Promise<boolean> {
  const given = await db
    .selectFrom('numbers.diet')
    .select('person_id')
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return given !== undefined;
}

/** All somebody told kitchens, for their own copy of what is known about them. */
export async function dietsOfPerson(tx: Tx, person_id: Person, secret: string) {
  const { rows } = await sql<{ group: string; evening: string; event_id: string; sealed: string; given_at: Date }>`
    select g.slug as "group", e.slug as evening, d.event_id, d.sealed, d.given_at
    from numbers.diet d join events.event e on e.group_id = d.group_id and e.event_id = d.event_id
    join groups."group" g on g.group_id = d.group_id
    where d.person_id = ${person_id} order by d.given_at`.execute(tx);
  return rows.map(({ event_id, sealed, ...told }) => ({ ...told, said: opened(secret, event_id, person_id, sealed) }));
}
