// What the building wants, and who stands on its list. Names as on an identity card lie sealed and are opened here alone.
import { sql } from 'kysely';
import { type EventKey, guestName } from '#events';
import { writeCsv } from '#kit/csv.ts';
import type { Id } from '#kit/id.ts';
import { seal, unseal } from '#kit/secret.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { sortKey } from './rules.ts';

export type Building = {
  contact_name: string;
  contact_address: string;
  lead_hours: number;
  wants_id_name: boolean;
  by_last_name: boolean;
};

/** What the building wants of this evening's guests; null where it wants nothing. */
export async function buildingOf(db: Db | Tx, { group_id, event_id }: EventKey): Promise<Building | null> {
  const row = await db
    .selectFrom('door.building')
    .select(['contact_name', 'contact_address', 'lead_hours', 'wants_id_name', 'by_last_name'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .executeTakeFirst();
  return row ?? null;
}

declare module '#kit/panels.ts' {
  interface ReadAlong {
    /** Whether an evening's building wants names as on a card; null where it wants nothing. */
    'door.wants_id_name': boolean | null;
  }
}

/** For an evening `e`: whether its building wants names as on a card. Most want none, and then nothing is read for each guest. */
export const buildingAlong = `
  (select b.wants_id_name from door.building b where b.group_id = e.group_id and b.event_id = e.event_id)`;

/** Whether this guest's name as on a card is there. One statement. */
export async function hasGivenIdName(db: Db, event: EventKey, person_id: Id<'people.person'>): Promise<boolean> {
  const given = await db
    .selectFrom('door.id_name')
    .select('person_id')
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  return given !== undefined;
}

/** What a name as on a card is sealed for. */
export const idNamePurpose = (event_id: string, person_id: string): string => `door.id_name:${event_id}:${person_id}`;

/** Keeps somebody's name as on their card, for this evening's list and nothing else; an empty one takes it back. */
export async function giveIdName(
  tx: Tx,
  { group_id, event_id }: EventKey,
  person_id: Id<'people.person'>,
  name: string,
  secret: string,
  given_at: Date,
): Promise<void> {
  const keys = { group_id, event_id, person_id };
  if (name === '') {
    await sql`
      delete from door.id_name
      where group_id = ${group_id} and event_id = ${event_id} and person_id = ${person_id}`.execute(tx);
    return;
  }
  const said = { sealed: seal(secret, idNamePurpose(event_id, person_id), name), given_at };
  await tx
    .insertInto('door.id_name')
    .values({ ...keys, ...said })
    .onConflict((on) => on.columns(['group_id', 'event_id', 'person_id']).doUpdateSet(said))
    .execute();
}

export type Listed = { name: string; heads: number };

/** Who stands on one list that left, sorted as the building wants it. */
export async function listedOn(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  part: number,
  { by_last_name }: Pick<Building, 'by_last_name'>,
  secret: string,
): Promise<Listed[]> {
  const { rows } = await sql<Listed & { person_id: string; sealed: string | null }>`
    select l.person_id, l.heads, i.sealed, coalesce(x.name, ${guestName('e', 'p')}) as name
    from door.listed l left join people.person p on p.person_id = l.person_id
    left join events.enrolment e on e.group_id = l.group_id and e.event_id = l.event_id and e.person_id = l.person_id
    -- Who signed up elsewhere without an address is listed by the id of that.
    left join events.elsewhere x on x.group_id = l.group_id and x.event_id = l.event_id and x.signup_id = l.person_id
    left join door.id_name i on i.group_id = l.group_id and i.event_id = l.event_id and i.person_id = l.person_id
    where l.group_id = ${group_id} and l.event_id = ${event_id} and l.part = ${part}
      and (e.person_id is not null or x.signup_id is not null)`.execute(db);
  const { compare } = new Intl.Collator();
  return rows
    .map(({ person_id, heads, sealed, name }) => ({
      heads,
      name: sealed === null ? name : unseal(secret, idNamePurpose(event_id, person_id), sealed),
    }))
    .sort((a, b) => compare(sortKey(a.name, by_last_name), sortKey(b.name, by_last_name)));
}

/** The list as a table. */
export function listCsv(header: [name: string, people: string], listed: readonly Listed[]): string {
  return writeCsv(
    header,
    listed.map(({ name, heads }) => [name, heads]),
  );
}
