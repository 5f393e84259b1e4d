// Changes what a group says of itself, and its address.
import { compareKey } from '#kit/compare-key.ts';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { leadOf } from './about.ts';
import { audit } from './audit.ts';
import { lockGroup } from './lock-group.ts';
import { oneLine } from './naming.ts';
import { type Group, groupColumns } from './tables.ts';

type GroupId = Id<'groups.group'>;
type Actor = { person_id: Id<'people.person'> };

export type Settings = Pick<
  Group,
  'name' | 'slug' | 'place' | 'country' | 'zone' | 'language' | 'color' | 'website'
> & { about: string };

/** Refuses with `groups.slug_taken` when another group has or had the address. An old address keeps leading here. */
export async function changeSettings(
  tx: Tx,
  actor: Actor,
  now: Instant,
  group_id: GroupId,
  wanted: Settings,
): Promise<{ group: Group } | { refused: 'groups.slug_taken' }> {
  const settings = { ...wanted, name: oneLine(wanted.name), place: oneLine(wanted.place) };
  const before = { ...(await lockGroup(tx, group_id)), about: await aboutOf(tx, group_id) };
  if (settings.slug !== before.slug && !(await takeSlug(tx, group_id, settings.slug, now))) {
    return { refused: 'groups.slug_taken' };
  }
  const fields = (Object.keys(settings) as (keyof Settings)[]).filter((name) => settings[name] !== before[name]);
  // Coordinates came with the place they belong to.
  const moved = fields.includes('place') ? { latitude: null, longitude: null } : {};
  const group = await tx
    .updateTable('groups.group')
    .set({
      ...settings,
      ...moved,
      name_key: compareKey(settings.name),
      place_key: compareKey(settings.place),
      lead: leadOf(settings.about),
    })
    .where('group_id', '=', group_id)
    .returning(groupColumns)
    .executeTakeFirstOrThrow();
  if (fields.length > 0) await audit(tx, { group_id, actor, what: 'groups.group.changed', about: { fields }, now });
  return { group };
}

/** A group's own words, in Markdown; '' when it has none. */
export async function aboutOf(db: Db | Tx, group_id: GroupId): Promise<string> {
  const row = await db.selectFrom('groups.group').select('about').where('group_id', '=', group_id).executeTakeFirst();
  return row?.about ?? '';
}

async function takeSlug(tx: Tx, group_id: GroupId, slug: string, now: Instant): Promise<boolean> {
  await tx
    .insertInto('groups.slug')
    .values({ slug, group_id, since: new Date(now.epochMilliseconds) })
    .onConflict((on) => on.column('slug').doNothing())
    .execute();
  const holder = await tx
    .selectFrom('groups.slug')
    .select('group_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return holder.group_id === group_id;
}
