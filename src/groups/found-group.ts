// Founds a group: the founder owns it, belongs to it, and it has an address, a colour and a code of conduct from the start.
import { compareKey } from '#kit/compare-key.ts';
import type { Id } from '#kit/id.ts';
import { newId } from '#kit/id.ts';
import type { NewRow, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { leadOf } from './about.ts';
import { audit } from './audit.ts';
import { bundledFor } from './conduct/texts.ts';
import { firstColor, isCloseBy, oneLine, slugCandidates } from './naming.ts';
import { type Group, groupColumns } from './tables.ts';

export type NewGroup = {
  name: string;
  /** "Milwaukee", "Ōsaka, Japan"; blank for a group that meets only online. */
  place: string;
  /** IANA zone. */
  zone: string;
  /** BCP 47, what its evenings are held in. */
  language: string;
  country?: string | null | undefined;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  about?: string | undefined;
  color?: string | undefined;
  website?: string | null | undefined;
  /** `2017-03-01` */
  founded_on?: string | null | undefined;
  /** Found it although one of this name is close by: it is another one. */
  although_alike?: boolean | undefined;
};

export type Alike = Pick<Group, 'slug' | 'name' | 'place' | 'state'>;
export type FoundRefusal = { refused: 'groups.looks_alike'; alike: Alike[] };

/** Refuses with `groups.looks_alike` when a group of the same name stands close by, unless told that it is another. */
export async function foundGroup(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  wanted: NewGroup,
): Promise<{ group: Group } | FoundRefusal> {
  if (!wanted.although_alike) {
    const alike = await groupsAlike(tx, wanted);
    if (alike.length > 0) return { refused: 'groups.looks_alike', alike };
  }
  const group = await writeGroup(tx, now, { ...wanted, state: 'active', conduct_version: 1 });
  const at = new Date(now.epochMilliseconds);
  const { group_id } = group;
  const { person_id } = actor;
  await tx
    .insertInto('groups.organiser')
    .values({ group_id, person_id, role: 'owner', since: at, is_shown: true })
    .execute();
  await tx.insertInto('groups.member').values({ group_id, person_id, joined_at: at }).execute();
  await tx
    .insertInto('groups.conduct')
    .values({
      group_id,
      version: 1,
      bundled: bundledFor(wanted.language).key,
      own_text: null,
      contacts: '[]',
      set_at: at,
      set_by: person_id,
    })
    .execute();
  await audit(tx, { group_id, actor, what: 'groups.group.founded', now });
  return { group };
}

/** Groups of the same name in the same town; one statement. */
export async function groupsAlike(
  tx: Tx,
  wanted: Pick<NewGroup, 'name' | 'place' | 'latitude' | 'longitude'>,
): Promise<Alike[]> {
  const where = { place: wanted.place, latitude: wanted.latitude ?? null, longitude: wanted.longitude ?? null };
  const sameName = await tx
    .selectFrom('groups.group')
    .select(['slug', 'name', 'place', 'state', 'latitude', 'longitude'])
    .where('name_key', '=', compareKey(wanted.name))
    .limit(20)
    .execute();
  return sameName
    .filter((other) => isCloseBy(where, other))
    .map(({ slug, name, place, state }) => ({ slug, name, place, state }));
}

type Written = NewGroup & Pick<NewRow<'groups.group'>, 'state' | 'conduct_version'>;

/** The group's row and its address, the first free one; shared with the import. */
export async function writeGroup(tx: Tx, now: Instant, wanted: Written): Promise<Group> {
  const group_id = newId<'groups.group'>(now.epochMilliseconds);
  const since = new Date(now.epochMilliseconds);
  const slug = await takeSlug(
    tx,
    group_id,
    since,
    slugCandidates(wanted.name, wanted.place, wanted.language, group_id),
  );
  return tx
    .insertInto('groups.group')
    .values({
      group_id,
      slug,
      name: oneLine(wanted.name),
      place: oneLine(wanted.place),
      name_key: compareKey(wanted.name),
      place_key: compareKey(wanted.place),
      country: wanted.country ?? null,
      latitude: wanted.latitude ?? null,
      longitude: wanted.longitude ?? null,
      zone: wanted.zone,
      language: wanted.language,
      color: wanted.color ?? firstColor(wanted.name),
      about: wanted.about ?? '',
      lead: leadOf(wanted.about ?? ''),
      website: wanted.website ?? null,
      state: wanted.state,
      conduct_version: wanted.conduct_version,
      founded_on: wanted.founded_on ?? null,
      created_at: since,
    })
    .returning(groupColumns)
    .executeTakeFirstOrThrow();
}

/** Takes the first address nobody has. The last candidate is made from the id and always free. */
async function takeSlug(tx: Tx, group_id: Id<'groups.group'>, since: Date, candidates: string[]): Promise<string> {
  for (const slug of candidates) {
    const taken = await tx
      .insertInto('groups.slug')
      .values({ slug, group_id, since })
      .onConflict((on) => on.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst();
    if (taken) return taken.slug;
  }
  throw new Error('groups: no address is free');
}
