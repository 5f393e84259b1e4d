// What an evening's slides are made from beside the evening itself: what was typed for it or for its place, people, next dates.
import { sql } from 'kysely';
import type { Event } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { PhotoRule } from './tables.ts';

/** What is typed. */
export type Opener = {
  wifi_name: string;
  wifi_password: string;
  toilets: string;
  exits: string;
  photos: PhotoRule;
  photo_note: string;
  speak: string;
  thanks: string;
  more: string;
  hidden: string[];
};

/** An evening still to come, of this group or of one that meets in the same town. */
export type NextDate = {
  title: string;
  slug: string;
  group: string;
  group_slug: string;
  language: string;
  starts_at: Date;
  zone: string;
  place_name: string;
  is_own: boolean;
};

export type DeckFacts = {
  opener: Opener;
  /** False: nobody has saved anything for this evening; what stands there comes from the last one. */
  is_saved: boolean;
  /** Whom to turn to, by name. */
  contacts: { name: string }[];
  /** Names of the team that are shown on the group's page. */
  team: string[];
  next: NextDate[];
};

const OWN_MOST = 3;
const NEAR_MOST = 4;

const blank: Opener = {
  wifi_name: '',
  wifi_password: '',
  toilets: '',
  exits: '',
  photos: 'ask',
  photo_note: '',
  speak: '',
  thanks: '',
  more: '',
  hidden: [],
};

type Found = {
  own: Opener | null;
  place: Partial<Opener> | null;
  habits: Partial<Opener> | null;
  contacts: { name: string; address: string }[] | null;
  team: string[] | null;
  next: (Omit<NextDate, 'starts_at'> & { starts_at: string })[] | null;
};

/**
 * Everything in one statement. Of an evening nobody has typed anything for, wifi, toilets and ways out are those of the last
 * one at the same place, and the word on pictures and speaking is the group's last.
 */
export async function deckFacts(db: Db | Tx, event: Event): Promise<DeckFacts> {
  const { group_id, event_id, place_name, starts_at, ends_at } = event;
  const { rows } = await sql<Found>`
    select
      (select row_to_json(o) from tonight.opener o where o.group_id = ${group_id} and o.event_id = ${event_id}) as own,
      (select row_to_json(x) from (
        select o.wifi_name, o.wifi_password, o.toilets, o.exits
        from tonight.opener o join events.event e on e.group_id = o.group_id and e.event_id = o.event_id
        where o.group_id = ${group_id} and o.event_id <> ${event_id} and e.place_name = ${place_name} and ${place_name} <> ''
        order by abs(extract(epoch from e.starts_at - ${starts_at})) limit 1) x) as place,
      (select row_to_json(x) from (
        select o.photos, o.photo_note, o.speak from tonight.opener o
        where o.group_id = ${group_id} and o.event_id <> ${event_id} order by o.changed_at desc limit 1) x) as habits,
      (select c.contacts from groups.conduct c where c.group_id = g.group_id and c.version = g.conduct_version) as contacts,
      (select json_agg(p.name order by o.since) from groups.organiser o join people.person p on p.person_id = o.person_id
        where o.group_id = g.group_id and o.is_shown and p.name <> '') as team,
      (select json_agg(n order by n.starts_at) from (
        (select ${nextColumns}, true as is_own from events.event e join groups."group" h on h.group_id = e.group_id
          where e.group_id = ${group_id} and e.event_id <> ${event_id} and ${isNext(ends_at)}
          order by e.starts_at limit ${OWN_MOST})
        union all
        (select ${nextColumns}, false as is_own from events.event e join groups."group" h on h.group_id = e.group_id
          where h.place_key = g.place_key and g.place_key <> '' and h.country is not distinct from g.country
            and h.group_id <> g.group_id and ${isNext(ends_at)}
          order by e.starts_at limit ${NEAR_MOST})) n) as next
    from groups."group" g where g.group_id = ${group_id}`.execute(db);
  const { own, place, habits, contacts, team, next } = rows[0] as Found;
  return {
    opener: own ? only(own) : { ...blank, ...place, ...habits },
    is_saved: own !== null,
    contacts: (contacts ?? []).map(({ name, address }) => ({ name: name || address })),
    team: team ?? [],
    next: (next ?? []).map((date) => ({ ...date, starts_at: new Date(date.starts_at) })),
  };
}

const nextColumns = sql.raw(
  `e.title, e.slug, h.name as "group", h.slug as group_slug, h.language, e.starts_at, e.zone, e.place_name`,
);

function isNext(after: Date) {
  return sql`e.starts_at > ${after} and e.stage in ('announced', 'open', 'closed')`;
}

function only(row: Opener): Opener {
  return Object.fromEntries(Object.keys(blank).map((name) => [name, row[name as keyof Opener]])) as Opener;
}

/** Writes what was typed for an evening, over what stood there. */
export async function writeOpener(
  tx: Tx,
  { group_id, event_id }: { group_id: Id<'groups.group'>; event_id: Id<'events.event'> },
  opener: Opener,
  changed_at: Date,
): Promise<void> {
  await tx
    .insertInto('tonight.opener')
    .values({ group_id, event_id, ...opener, changed_at })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doUpdateSet({ ...opener, changed_at }))
    .execute();
}
