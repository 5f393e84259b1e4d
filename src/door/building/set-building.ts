// Notes what the building wants of an evening's guests, or that it wants nothing any more.
import type { EventKey } from '#events';
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Building } from './list.ts';

/** Null: nothing any more, and names that were given for it go at once. What has left is not called back. */
export async function setBuilding(
  tx: Tx,
  { group_id, event_id, slug, title }: EventKey & { slug: string; title: string },
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  wish: Building | null,
): Promise<void> {
  const about = { event: slug, title };
  if (wish === null) {
    for (const table of ['door.id_name', 'door.building'] as const)
      await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
    await audit(tx, { group_id, actor, what: 'door.building.off', about, now });
    return;
  }
  const said = { ...wish, set_by: actor.person_id, set_at: new Date(now.epochMilliseconds) };
  await tx
    .insertInto('door.building')
    .values({ group_id, event_id, ...said })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(said))
    .execute();
  await audit(tx, { group_id, actor, what: 'door.building.set', about, now });
}
