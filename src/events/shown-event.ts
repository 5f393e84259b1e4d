// One evening with all its page shows. Those who ask while one reading is under way share the next: a rush reads once for many.
import { CompiledQuery } from 'kysely';
import type { Role } from '#groups';
import { batched } from '#kit/batch.ts';
import type { Id } from '#kit/id.ts';
import { readAlong } from '#kit/panels.ts';
import { remembered } from '#kit/remembered.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { eventText, groupText, type MyHold, type MySeat, type ShownEvent } from './queries.ts';
import { dayOf, wordOf } from './reminders/rules.ts';
import type { Via } from './tables.ts';

type Person = Id<'people.person'>;
type Asked = { group: string; slug: string; person: Person | null };

/**
 * The evening at an address, and where `person` stands with it; `null` when there is none. Read anew each time it is asked for.
 * As long as a reading says the same as the one before, `event`, `group`, `agenda` and `along` are the very same objects: what
 * was drawn from them may be kept by them, and nobody writes to them.
 */
export function shownEvent(
  db: Db | Tx,
  group: string,
  slug: string,
  person: Person | null,
): Promise<ShownEvent | null> {
  const reader =
    readers.get(db) ?? batched<'all', Asked, ShownEvent | null>((_, asked) => read(db, asked), { most: 100 });
  readers.set(db, reader);
  return reader('all', { group, slug, person });
}

const readers = new WeakMap<Db | Tx, (key: 'all', asked: Asked) => Promise<ShownEvent | null>>();

type Standing = Omit<MySeat, 'said'> & {
  person_id: Person;
  role: Role | null;
  held: MyHold | null;
  confirmed_at: Date | null;
  changed_at: Date;
  via: Via;
};
type Found = {
  place: number;
  facts: string;
  cap: number;
  taken: number;
  waiting: number;
  interested: number;
  /** When guests were asked last whether they still come, and about which day. */
  asked: { at: Date; for_on: string } | null;
  standings: Standing[] | null;
};

// Written out once: building it anew for each reading costs as much as a page.
const statementWith = remembered(
  (along: string) => `
  /*events.shown*/ select a.place::int, t.cap, t.taken, t.waiting,
    json_build_object('event', (select to_json(x) from (select ${eventText}) x), 'group', ${groupText}, 'agenda',
      (select json_agg(json_build_object('starts_at', i.starts_at, 'minutes', i.minutes, 'type', i.type, 'title', i.title,
          'who', i.who, 'note', i.note, 'slides_url', i.slides_url) order by i.position)
        from events.agenda_item i where i.group_id = e.group_id and i.event_id = e.event_id),
      'along', ${along})::text as facts,
    case when e.stage = 'announced' then (
      select count(*)::int from events.enrolment n
      where n.group_id = e.group_id and n.event_id = e.event_id and n.state = 'interested') else 0 end as interested,
    (select json_build_object('at', r.at, 'for_on', r.for_on) from events.reminder_round r
      where r.group_id = e.group_id and r.event_id = e.event_id and r.step = 'confirm'
      order by r.at desc limit 1) as asked,
    (select json_agg(json_build_object('person_id', p.person_id, 'role',
        (select o.role from groups.organiser o where o.group_id = e.group_id and o.person_id = p.person_id),
        'state', m.state, 'party', m.party, 'ask_first', m.ask_first, 'offered_until', m.offered_until, 'confirmed_at', m.confirmed_at, 'changed_at', m.changed_at, 'via', m.via, 'held',
        (select json_build_object('party', h.party, 'until', h.until) from events.hold h
          where h.group_id = e.group_id and h.event_id = e.event_id and h.person_id = p.person_id), 'rank',
        case when m.place is not null then (select count(*)::int from events.enrolment w
          where w.group_id = m.group_id and w.event_id = m.event_id and w.class = m.class and w.place <= m.place) end))
      from unnest((select $3::int[]), (select $4::uuid[])) as p(place, person_id)
      left join lateral (select * from events.enrolment o
        where o.group_id = e.group_id and o.event_id = e.event_id and o.person_id = p.person_id limit 1) m on true
      where p.place = a.place) as standings
  from unnest((select $1::text[]), (select $2::text[]))
    with ordinality as a(group_slug, slug, place)
  join groups.slug s on s.slug = a.group_slug
  join groups."group" g on g.group_id = s.group_id
  join events.event e on e.group_id = g.group_id and e.slug = a.slug
  join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'`,
  (along) => along,
);

/** Each evening is read once, however many people ask for it, and then where each of them stands. */
async function read(db: Db | Tx, asked: readonly Asked[]): Promise<(ShownEvent | null)[]> {
  const addresses = new Map<string, Asked & { place: number }>();
  for (const one of asked) {
    const address = addressOf(one);
    if (!addresses.has(address)) addresses.set(address, { ...one, place: addresses.size + 1 });
  }
  const evenings = [...addresses.values()];
  const guests = asked.filter(({ person }) => person !== null);
  const { rows } = await db.executeQuery<Found>(
    CompiledQuery.raw(statementWith(readAlong('events.shown')), [
      evenings.map(({ group }) => group),
      evenings.map(({ slug }) => slug),
      guests.map((one) => addresses.get(addressOf(one))?.place),
      guests.map((one) => one.person),
    ]),
  );

  const found = new Map(rows.map((row) => [row.place, shownBy(row)]));
  return asked.map((one) => found.get(addresses.get(addressOf(one))?.place ?? 0)?.(one.person) ?? null);
}

function addressOf({ group, slug }: Asked): string {
  return `${group}/${slug}`;
}

/** One row as each of those who asked is shown it. */
function shownBy({ facts, cap, taken, waiting, interested, asked, standings }: Found) {
  const shared = { ...factsOf(facts), counts: { cap, taken, waiting }, interested };
  const asked_at = asked && asked.for_on === dayOf(shared.event) ? new Date(asked.at) : null;
  const standing = new Map((standings ?? []).map((one) => [one.person_id, one]));
  return (person: Person | null): ShownEvent => {
    const mine = person ? standing.get(person) : undefined;
    return {
      ...shared,
      role: mine?.role ?? null,
      mine: mine?.state ? seatOf(mine, asked_at) : null,
      held: mine?.held ? { ...mine.held, until: new Date(mine.held.until) } : null,
    };
  };
}

function seatOf(standing: Standing, asked_at: Date | null): MySeat {
  const { state, party, rank, ask_first, changed_at, confirmed_at, via } = standing;
  const said = wordOf({ state, via, changed_at: new Date(changed_at), confirmed_at: dateOf(confirmed_at) }, asked_at);
  return { state, party, rank, said, ask_first, offered_until: dateOf(standing.offered_until) };
}

type Facts = Pick<ShownEvent, 'event' | 'group' | 'agenda' | 'along'>;

const factsOf = remembered(
  (text: string): Facts => {
    const { event, group, agenda, along } = JSON.parse(text) as Omit<Facts, 'agenda'> & {
      agenda: Facts['agenda'] | null;
    };
    for (const name of moments) event[name] = new Date(event[name]);
    for (const name of passed) event[name] = dateOf(event[name]);
    const items = (agenda ?? []).map((item) => ({ ...item, starts_at: new Date(item.starts_at) }));
    return { event, group, agenda: items, along };
  },
  (text) => text,
);

// JSON has no dates.
const moments = ['starts_at', 'ends_at', 'opens_at', 'closes_at', 'created_at'] as const;
const passed = ['announced_at', 'opened_at', 'cancelled_at'] as const;

function dateOf(text: Date | null): Date | null {
  return text && new Date(text);
}
