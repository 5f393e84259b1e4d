// Where the slides of an evening's talks are: links, never files, typed in once somebody has them.
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { lockEvent } from './lock-event.ts';
import type { EventKey } from './take-seats.ts';

/** Writes the links of an evening's items; an empty one takes it away, and an item of another evening is left alone. */
export async function writeSlideLinks(
  tx: Tx,
  event: EventKey,
  links: readonly { item_id: Id<'events.agenda_item'>; url: string | null }[],
): Promise<void> {
  await lockEvent(tx, event);
  for (const { item_id, url } of links) {
    await tx
      .updateTable('events.agenda_item')
      .set({ slides_url: url })
      .where('group_id', '=', event.group_id)
      .where('event_id', '=', event.event_id)
      .where('item_id', '=', item_id)
      .execute();
  }
}
