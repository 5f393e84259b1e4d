// How an evening stands on its day, for the mail to its organisers.
import { sql } from 'kysely';
import type { Event, EventKey, ShownEvent } from '#events';
import type { Db } from '#kit/tables.ts';

export type TodayFacts = {
  event: Pick<Event, 'slug' | 'title' | 'starts_at' | 'ends_at' | 'zone' | 'place_name' | 'door_number'>;
  group: Pick<ShownEvent['group'], 'slug' | 'name' | 'color' | 'mark_kind' | 'mark_hash'>;
  taken: number;
  waiting: number;
  /** Tasks that are open and due by the end of the evening. */
  due: number;
};

/** `null` for an evening that nobody is invited to any more. One statement. */
export async function todayFacts(db: Db, { group_id, event_id }: EventKey): Promise<TodayFacts | null> {
  type Found = TodayFacts['event'] & Omit<TodayFacts, 'event'>;
  const { rows } = await sql<Found>`
    select e.slug, e.title, e.starts_at, e.ends_at, e.zone, e.place_name, e.door_number, t.taken, t.waiting,
      json_build_object('slug', g.slug, 'name', g.name, 'color', g.color, 'mark_kind', g.mark_kind,
        'mark_hash', g.mark_hash) as "group",
      (select count(*)::int from season.task k where k.group_id = e.group_id and k.event_id = e.event_id
        and k.done_at is null and k.due_at <= e.ends_at) as due
    from events.event e join groups."group" g on g.group_id = e.group_id
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.stage in ('announced', 'open', 'closed')`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return null;
  const { group, taken, waiting, due, ...event } = row;
  return { event, group, taken, waiting, due };
}
