// Reads what the answers are made from: the group, and its evenings that were and are announced.
import { sql } from 'kysely';
import { groupPaths } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { FaqGroup } from './questions.ts';
import type { FactEvening } from './rules.ts';

/** Evenings looked at, of those that were and of those ahead: two years of a monthly group. */
const EVENINGS = 24;

type Found = {
  slug: string;
  name: string;
  place: string;
  contacts: { name: string }[] | null;
  has_conduct: boolean;
  in_a_year: number;
  evenings: (Omit<FactEvening, 'starts_at' | 'ends_at' | 'items'> & {
    starts_at: string;
    ends_at: string;
    items: FactEvening['items'] | null;
  })[];
};

/** Nothing organisers keep for themselves: notes, wifi, counts that are not public. One statement. */
export async function faqFacts(
  db: Db | Tx,
  group_id: Id<'groups.group'>,
  origin: string,
  now: Instant,
): Promise<{ group: FaqGroup; evenings: FactEvening[]; in_a_year: number }> {
  const at = new Date(now.epochMilliseconds);
  const seen = sql`group_id = ${group_id} and stage in ('announced', 'open', 'closed')`;
  const { rows } = await sql<Found>`
    select g.slug, g.name, g.place, g.conduct_version is not null as has_conduct,
      (select c.contacts from groups.conduct c where c.group_id = g.group_id and c.version = g.conduct_version) as contacts,
      (select count(*)::int from events.event where ${seen} and ends_at <= ${at}
        and starts_at > ${at}::timestamptz - interval '365 days') as in_a_year,
      (select coalesce(json_agg(x order by x.starts_at desc), '[]') from (
        select e.starts_at, e.ends_at, e.zone, e.place_name, e.posture, t.cap, e.came,
          m.food_left <> 'no_food' as has_food, o.photos, coalesce(s.place_needs, '{}') as place_needs,
          (select json_agg(json_build_object('type', i.type, 'minutes', i.minutes)) from events.agenda_item i
            where i.group_id = e.group_id and i.event_id = e.event_id) as items
        from (
          (select * from events.event where ${seen} and ends_at <= ${at} order by starts_at desc limit ${EVENINGS})
          union all
          (select * from events.event where ${seen} and ends_at > ${at} order by starts_at limit ${EVENINGS})) e
        join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
        left join events.morning_after m on m.group_id = e.group_id and m.event_id = e.event_id
        left join tonight.opener o on o.group_id = e.group_id and o.event_id = e.event_id
        left join season.evening s on s.group_id = e.group_id and s.event_id = e.event_id) x) as evenings
    from groups."group" g where g.group_id = ${group_id}`.execute(db);
  const { contacts, evenings, in_a_year, ...group } = rows[0] as Found;
  return {
    in_a_year,
    group: {
      ...group,
      contacts: (contacts ?? []).map(({ name }) => name).filter(Boolean),
      conduct_url: `${origin}${groupPaths.conduct(group)}`,
    },
    evenings: evenings.map((evening) => ({
      ...evening,
      starts_at: new Date(evening.starts_at),
      ends_at: new Date(evening.ends_at),
      items: evening.items ?? [],
    })),
  };
}
