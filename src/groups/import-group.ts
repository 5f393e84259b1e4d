// Takes a group from a public list: unclaimed, known by its row there, and left alone once somebody looks after it.

import { sql } from 'kysely';
import { compareKey } from '#kit/compare-key.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { leadOf } from './about.ts';
import { type Alike, groupsAlike, type NewGroup, writeGroup } from './found-group.ts';
import { oneLine } from './naming.ts';

export type ListedGroup = Omit<NewGroup, 'color'> & {
  /** Name of the list, and what the group is called in it for good. */
  source: string;
  source_key: string;
};

export type Imported = {
  group_id: Id<'groups.group'>;
  slug: string;
  outcome: 'made' | 'changed' | 'same';
};

/**
 * Writes one row of a list; the same row again changes only what differs. Nobody gets mail, nobody owns the group.
 * Refuses with `groups.looks_alike` when another group has the same name and place or the same web address, unless
 * `although_alike`: the importer reports it.
 */
export async function importGroup(
  tx: Tx,
  now: Instant,
  listed: ListedGroup,
): Promise<Imported | { refused: 'groups.looks_alike'; alike: Alike[] }> {
  const known = await tx
    .selectFrom('groups.source')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.source.group_id')
    .select(['groups.group.group_id', 'slug', 'state'])
    .where('source', '=', listed.source)
    .where('source_key', '=', listed.source_key)
    .executeTakeFirst();
  if (known) {
    const { state, ...group } = known;
    const changed = state === 'unclaimed' && (await rewrite(tx, known.group_id, listed));
    return { ...group, outcome: changed ? 'changed' : 'same' };
  }
  if (!listed.although_alike) {
    const alike = [...(await groupsAlike(tx, listed)), ...(await groupsAt(tx, listed.website ?? null))];
    if (alike.length > 0) return { refused: 'groups.looks_alike', alike };
  }
  const { group_id, slug } = await writeGroup(tx, now, { ...listed, state: 'unclaimed', conduct_version: null });
  await tx
    .insertInto('groups.source')
    .values({ source: listed.source, source_key: listed.source_key, group_id })
    .execute();
  return { group_id, slug, outcome: 'made' };
}

async function groupsAt(tx: Tx, website: string | null): Promise<Alike[]> {
  if (website === null) return [];
  return tx
    .selectFrom('groups.group')
    .select(['slug', 'name', 'place', 'state'])
    .where('website', '=', website)
    .limit(5)
    .execute();
}

async function rewrite(tx: Tx, group_id: Id<'groups.group'>, listed: ListedGroup): Promise<boolean> {
  const row = {
    name: oneLine(listed.name),
    name_key: compareKey(listed.name),
    place: oneLine(listed.place),
    place_key: compareKey(listed.place),
    country: listed.country ?? null,
    latitude: listed.latitude ?? null,
    longitude: listed.longitude ?? null,
    zone: listed.zone,
    language: listed.language,
    about: listed.about ?? '',
    lead: leadOf(listed.about ?? ''),
    website: listed.website ?? null,
    founded_on: listed.founded_on ?? null,
  };
  const changed = await tx
    .updateTable('groups.group')
    .set(row)
    .where('group_id', '=', group_id)
    .where(
      sql<boolean>`(name, place, country, latitude, longitude, zone, language, about, website, founded_on) is distinct from
        (${row.name}, ${row.place}, ${row.country}::char(2), ${row.latitude}::float8, ${row.longitude}::float8, ${row.zone},
         ${row.language}, ${row.about}, ${row.website}, ${row.founded_on}::date)`,
    )
    .returning('group_id')
    .executeTakeFirst();
  return changed !== undefined;
}
