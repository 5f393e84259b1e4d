// Every group that fits a search, with where it lies: what the map and the list below it are drawn from.
import { sql } from 'kysely';
import type { Group } from '#groups';
import type { Db, Tx } from '#kit/tables.ts';
import type { Search } from '../forms.ts';
import { groupMatches } from '../match.ts';
import { searchWords } from '../rules.ts';

export type MappedGroup = Pick<Group, 'slug' | 'name' | 'place' | 'country' | 'latitude' | 'longitude' | 'color'>;

/** More are on no map here: it says so and asks for a country. */
export const MAPPED_MOST = 10_000;

/** By name. One statement. */
export async function mappedGroups(db: Db | Tx, { q, country }: Pick<Search, 'q' | 'country'>): Promise<MappedGroup[]> {
  const { rows } = await sql<MappedGroup>`
    select g.slug, g.name, g.place, g.country, g.latitude, g.longitude, g.color
    from groups."group" g
    where ${groupMatches(searchWords(q))} and ${country ? sql`g.country = ${country}` : sql`true`}
    order by g.name_key, g.group_id limit ${MAPPED_MOST}`.execute(db);
  return rows;
}
