// Writes an evening's agenda: what happens when, each item of a known type; and moves it along when the evening moves.
import { sql } from 'kysely';
import { newId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { instantOf, moveAlong, resolveLocal, shiftDays, wallClock } from '#kit/time.ts';
import type { AgendaRow } from './forms.ts';
import { lockEvent } from './lock-event.ts';
import type { EventKey } from './take-seats.ts';

/** Replaces the agenda. Times are on the place's clock; one more than four hours before the start means after midnight. */
export async function writeAgenda(tx: Tx, event: EventKey, rows: readonly AgendaRow[]): Promise<void> {
  const { starts_at, zone } = await lockEvent(tx, event);
  const { group_id, event_id } = event;
  const before = await tx
    .deleteFrom('events.agenda_item')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .returning(['title', 'slides_url'])
    .execute();
  // A link belongs to the talk: it stays as long as the title does.
  const slides = new Map(before.map(({ title, slides_url }) => [title, slides_url]));
  if (rows.length === 0) return;
  const timed = rows.map((row) => ({ row, at: momentOf(row.time, starts_at, zone) })).sort((a, b) => a.at - b.at);
  await tx
    .insertInto('events.agenda_item')
    .values(
      timed.map(({ row, at }, position) => ({
        group_id,
        event_id,
        item_id: newId<'events.agenda_item'>(),
        position,
        starts_at: new Date(at),
        minutes: row.minutes,
        type: row.type,
        title: row.title,
        who: row.who,
        note: row.note,
        slides_url: slides.get(row.title) ?? null,
      })),
    )
    .execute();
}

type Start = { starts_at: Date; zone: string };

/** Moves the agenda along with its evening: what began half an hour after the start on the clock there still does. */
export async function moveAgenda(tx: Tx, { group_id, event_id }: EventKey, before: Start, after: Start): Promise<void> {
  if (before.starts_at.getTime() === after.starts_at.getTime() && before.zone === after.zone) return;
  const items = await tx
    .selectFrom('events.agenda_item')
    .select(['item_id', 'starts_at'])
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .execute();
  const [from, to] = [before, after].map(({ starts_at, zone }) => ({ at: instantOf(starts_at), zone })) as [
    Placed,
    Placed,
  ];
  const times = items.map((item) => new Date(moveAlong(instantOf(item.starts_at), from, to).epochMilliseconds));
  await sql`
    update events.agenda_item i set starts_at = moved.starts_at
    from unnest(${items.map(({ item_id }) => item_id)}::uuid[], ${times}::timestamptz[]) as moved(item_id, starts_at)
    where i.group_id = ${group_id} and i.event_id = ${event_id} and i.item_id = moved.item_id`.execute(tx);
}

type Placed = Parameters<typeof moveAlong>[1];

function momentOf(time: string, starts_at: Date, zone: string): number {
  const start = instantOf(starts_at);
  const resolved = resolveLocal(wallClock(start, zone).date, time, zone);
  const sameDay =
    resolved.kind === 'once' ? resolved.instant : resolved.kind === 'twice' ? resolved.first : resolved.after;
  const earliest = start.subtract({ hours: 4 });
  const moment = sameDay.epochMilliseconds < earliest.epochMilliseconds ? shiftDays(sameDay, 1, zone) : sameDay;
  return moment.epochMilliseconds;
}
