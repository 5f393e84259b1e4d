// Reads of this room, as nouns.
import { sql } from 'kysely';
import { compareKey } from '#kit/compare-key.ts';
import { type Id, isId } from '#kit/id.ts';
import type { Db, Row, Tx } from '#kit/tables.ts';
import { cardColumns, type VenueCard } from './card.ts';

type Person = Id<'people.person'>;
export type Venue = Row<'venues.venue'>;

/** A group the asker organises, and whether this venue is among those it chooses from. */
export type MyGroup = { group_id: Id<'groups.group'>; slug: string; name: string; uses: boolean };

/** How somebody stands to a venue. */
export type Standing = {
  is_caretaker: boolean;
  caretakers: { person_id: Person; name: string }[];
  mine: MyGroup[];
};

/** The venue at an address and how `person_id` stands to it. One statement. */
export async function venueFor(
  db: Db | Tx,
  slug: string,
  person_id: Person | null,
): Promise<{ venue: Venue; standing: Standing } | null> {
  const { rows } = await sql<Venue & Standing>`
    select v.*,
      exists (select from venues.caretaker c where c.venue_id = v.venue_id and c.person_id = ${person_id}::uuid) as is_caretaker,
      coalesce((select json_agg(json_build_object('person_id', c.person_id, 'name', p.name) order by c.since, c.person_id)
        from venues.caretaker c join people.person p on p.person_id = c.person_id where c.venue_id = v.venue_id), '[]') as caretakers,
      coalesce((select json_agg(json_build_object('group_id', g.group_id, 'slug', g.slug, 'name', g.name,
          'uses', u.venue_id is not null) order by g.name_key, g.group_id)
        from groups.organiser o join groups."group" g on g.group_id = o.group_id
        left join venues.used u on u.group_id = g.group_id and u.venue_id = v.venue_id
        where o.person_id = ${person_id}::uuid and o.role in ('owner', 'organiser')), '[]') as mine
    from venues.venue v where v.slug = ${slug}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { is_caretaker, caretakers, mine, ...venue } = row;
  return { venue, standing: { is_caretaker, caretakers, mine } };
}

/** Whether somebody organises any group here. */
export async function isOrganiser(db: Db | Tx, person_id: Person): Promise<boolean> {
  const row = await db
    .selectFrom('groups.organiser')
    .select('group_id')
    .where('person_id', '=', person_id)
    .where('role', 'in', ['owner', 'organiser'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A venue as a list shows it. */
export type ListedVenue = Pick<Venue, 'venue_id' | 'slug' | 'name' | 'address' | 'city' | 'capacity'>;

/** So many to a page. */
const PAGE = 40;

/** Venues with every word of `q` in name, address or city, in order of their names; `next` is where the next page begins. */
export async function venuesFound(
  db: Db | Tx,
  { q, after }: { q: string; after: string },
): Promise<{ venues: ListedVenue[]; next: string | null }> {
  let query = db
    .selectFrom('venues.venue')
    .select(['venue_id', 'slug', 'name', 'address', 'city', 'capacity'])
    .orderBy('name_key')
    .orderBy('venue_id')
    .limit(PAGE + 1);
  // Letters and figures only, so nothing in a word is a wildcard.
  for (const word of compareKey(q).split(' ').filter(Boolean).slice(0, 8)) {
    query = query.where('search_key', 'like', `%${word}%`);
  }
  if (isId<'venues.venue'>(after)) {
    query = query.where(
      sql<boolean>`(name_key, venue_id) > (select a.name_key, a.venue_id from venues.venue a where a.venue_id = ${after})`,
    );
  }
  const rows = await query.execute();
  return { venues: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.venue_id ?? null) : null };
}

/** Venues that may be the same one: in that city, where one name begins with the other. One statement. */
export async function venuesAlike(
  db: Db | Tx,
  { name, city }: { name: string; city: string },
  except: Id<'venues.venue'> | null = null,
): Promise<ListedVenue[]> {
  const key = compareKey(name);
  const { rows } = await sql<ListedVenue>`
    select venue_id, slug, name, address, city, capacity from venues.venue
    where city_key = ${compareKey(city)} and venue_id is distinct from ${except}::uuid
      and (name_key || ' ' like ${`${key} `} || '%' or ${`${key} `} like name_key || ' %')
    order by name_key, venue_id limit 5`.execute(db);
  return rows;
}

/** Venues a group chooses from, the one used last first. One statement. */
export async function venuesOfGroup(db: Db | Tx, group_id: Id<'groups.group'>): Promise<ListedVenue[]> {
  return db
    .selectFrom('venues.used')
    .innerJoin('venues.venue', 'venues.venue.venue_id', 'venues.used.venue_id')
    .select(['venues.venue.venue_id', 'slug', 'name', 'address', 'city', 'capacity'])
    .where('group_id', '=', group_id)
    .orderBy('used_at', 'desc')
    .orderBy('venues.venue.venue_id')
    .limit(50)
    .execute();
}

/** The venue a form or a pattern names by its id; null for none, and for one there is not. */
export async function venueCard(db: Db | Tx, venue_id: unknown): Promise<VenueCard | null> {
  if (!isId<'venues.venue'>(venue_id)) return null;
  const row = await db
    .selectFrom('venues.venue')
    .select(cardColumns)
    .where('venue_id', '=', venue_id)
    .executeTakeFirst();
  return row ?? null;
}

/** The same, held as it is until `tx` ends: what is copied from it cannot become old in between. */
export async function heldVenue(tx: Tx, venue_id: Id<'venues.venue'>): Promise<VenueCard | null> {
  const row = await tx
    .selectFrom('venues.venue')
    .select(cardColumns)
    .where('venue_id', '=', venue_id)
    .forShare()
    .executeTakeFirst();
  return row ?? null;
}
