// Plans an evening: a draft only its organisers see, with its tally and the usual reminders.
import { type Id, newId } from '#kit/id.ts';
import type { NewRow, Tx } from '#kit/tables.ts';
import { type Instant, instantOf, wallClock } from '#kit/time.ts';
import { slugOf } from './event-slug.ts';
import type { EventDraft } from './forms.ts';
import { placeColumns } from './place-columns.ts';
import { slugsLike } from './queries.ts';
import { planReminders } from './reminders/plan.ts';
import type { EventKey } from './take-seats.ts';

/** Seats offered when nobody said how large the room is. */
const CAP_UNSAID = 50;

/** Writes the draft and returns its key and slug. The group's law was asked before. */
export async function createEvent(
  tx: Tx,
  group: { group_id: Id<'groups.group'>; language: string },
  actor: Id<'people.person'> | null,
  now: Instant,
  draft: EventDraft,
): Promise<EventKey & { slug: string }> {
  const { cap, venue, ...columns } = draft;
  const event_id = newId<'events.event'>();
  const { date } = wallClock(instantOf(draft.starts_at), draft.zone);
  const slug = slugOf(draft.title, date, group.language, await slugsLike(tx, group.group_id, date));
  const row: NewRow<'events.event'> = {
    ...columns,
    ...(await placeColumns(tx, group, now, venue)),
    group_id: group.group_id,
    event_id,
    slug,
    language: group.language,
    created_by: actor,
    created_at: new Date(now.epochMilliseconds),
    announced_at: null,
    opened_at: null,
    cancelled_at: null,
    source: null,
    source_key: null,
    source_url: null,
    past_going: null,
    past_waiting: null,
    came: null,
  };
  await tx.insertInto('events.event').values(row).execute();
  await tx
    .insertInto('events.tally')
    .values({ group_id: group.group_id, event_id, cap: cap ?? CAP_UNSAID })
    .execute();
  await planReminders(tx, { group_id: group.group_id, event_id });
  return { group_id: group.group_id, event_id, slug };
}
