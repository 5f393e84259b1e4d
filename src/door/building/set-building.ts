// Notes what the building wants of an evening's guests, or that it wants nothing any more.
import type { EventKey } from '#events';
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import { dropMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Building } from './list.ts';

/**
 * Null: nothing any more, and names that were given for it go at once; they go, too, when it no longer compares them. What has
 * left is not called back; another address gets the whole list.
 */
export async function setBuilding(
  tx: Tx,
  { group_id, event_id, slug, title }: EventKey & { slug: string; title: string },
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  wish: Building | null,
): Promise<void> {
  const about = { event: slug, title };
  const before = await tx
    .selectFrom('door.building')
    .select('contact_address')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .forUpdate()
    .executeTakeFirst();
  if (wish === null) {
    for (const table of ['door.id_name', 'door.building'] as const)
      await tx.deleteFrom(table).where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
    await audit(tx, { group_id, actor, what: 'door.building.off', about, now });
    return;
  }
  if (before?.contact_address.toLowerCase() !== wish.contact_address.toLowerCase())
    await listAnew(tx, { group_id, event_id });
  if (!wish.wants_id_name)
    await tx.deleteFrom('door.id_name').where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
  const said = { ...wish, set_by: actor.person_id, set_at: new Date(now.epochMilliseconds) };
  await tx
    .insertInto('door.building')
    .values({ group_id, event_id, ...said })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet(said))
    .execute();
  await audit(tx, { group_id, actor, what: 'door.building.set', about, now });
}

/** Whoever stood on a list stands on the next one again, and one that has not left stays here: it was for another reader or day. */
export async function listAnew(tx: Tx, { group_id, event_id }: EventKey): Promise<void> {
  await dropMails(tx, { stream: listStream(event_id) });
  await tx.deleteFrom('door.listed').where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
}

/** The lists of one evening leave in their order. */
export const listStream = (event_id: string): string => `door.building:${event_id}`;
