// Changes an evening. When its time or place changes, the agenda moves along and everybody who knows of it is told once.
import { announce } from '#kit/announce.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { EventDraft } from './forms.ts';
import { lockEvent } from './lock-event.ts';
import { placeColumns } from './place-columns.ts';
import { forgetConfirmations } from './reminders/confirm-seat.ts';
import { dayOf } from './reminders/rules.ts';
import { stateAt } from './rules.ts';
import type { EventKey } from './take-seats.ts';
import { tellChange } from './tell-change.ts';
import { moveAgenda } from './write-agenda.ts';

export type Edited = { is: 'edited'; moved: boolean; told: number } | { refused: 'events.cancelled' | 'events.over' };

/** Writes the new description. The cap is not changed here: that goes through the desk. */
export async function editEvent(tx: Tx, event: EventKey, now: Instant, draft: EventDraft): Promise<Edited> {
  const before = await lockEvent(tx, event);
  const state = stateAt(before, now);
  if (state === 'cancelled') return { refused: 'events.cancelled' };
  if (state === 'done') return { refused: 'events.over' };

  const { cap: _, venue, ...typed } = draft;
  const columns = { ...typed, ...(await placeColumns(tx, before, now, venue)) };
  const moved = state !== 'draft' && hasMoved(before, columns);
  const sequence = before.sequence + (moved ? 1 : 0);
  await tx
    .updateTable('events.event')
    .set({ ...columns, sequence })
    .where('group_id', '=', event.group_id)
    .where('event_id', '=', event.event_id)
    .execute();
  await moveAgenda(tx, event, before, draft);
  const key = { group_id: event.group_id, event_id: event.event_id };
  if (dayOf(before) !== dayOf(draft)) await forgetConfirmations(tx, key);
  await announce(tx, 'events.changed', { event: key, before, now });
  if (!moved) return { is: 'edited', moved, told: 0 };

  await announce(tx, 'events.moved', { event: key, before, now });
  const was = { was_at: before.starts_at.toISOString(), was_in: before.place_name };
  return { is: 'edited', moved, told: await tellChange(tx, before, { kind: 'moved', sequence, ...was }) };
}

type Whereabouts = Pick<EventDraft, 'starts_at' | 'ends_at' | 'place_name' | 'place_address' | 'kind' | 'zone'>;

/** A new time, place or kind is a move; a corrected text is not. */
function hasMoved(before: Whereabouts, after: Whereabouts): boolean {
  return (
    before.starts_at.getTime() !== after.starts_at.getTime() ||
    before.ends_at.getTime() !== after.ends_at.getTime() ||
    before.place_name !== after.place_name ||
    before.place_address !== after.place_address ||
    before.kind !== after.kind
  );
}
