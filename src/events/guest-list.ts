// The organisers' list of who comes, waits or is interested.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { guestName, isNamedByOthers } from './guest-name.ts';
import type { Said } from './reminders/rules.ts';
import { type Questioned, question, saidInSql } from './reminders/said.ts';
import { enrolmentStates, returnableStates, seatStates } from './state-rules.ts';
import type { EnrolmentState } from './tables.ts';
import type { EventKey } from './take-seats.ts';

export type Guest = {
  person_id: Id<'people.person'>;
  name: string;
  address: string;
  pronouns: string | null;
  state: EnrolmentState;
  /** A seat given back less than a day before. */
  late: boolean;
  party: number;
  place: number | null;
  asked_at: Date;
  changed_at: Date;
  /** Asked first, and kept a seat until then. */
  offered_until: Date | null;
  via: string;
  /** Whether they said yes once more, once they were asked; `soft`: they did not, and it begins to count. */
  said: Said | null;
};

/** `going`: everybody with a seat, whatever became of it. */
export const guestFilters = [
  'going',
  'confirmed',
  'unanswered',
  'soft',
  'checked_in',
  'missed',
  'excused',
  'walked_in',
  'offered',
  'waitlisted',
  'interested',
  'released',
  'all',
] as const;
export type GuestFilter = { state: (typeof guestFilters)[number]; q: string };

/** Longest page of the list; beyond it the list goes on from its last row. */
export const GUESTS_PER_PAGE = 200;

/** Guests by state and by part of name or address: the waitlist in its order, others by name. `after` is the last row's `cursor`. */
export async function guestList(
  db: Db | Tx,
  event: Questioned,
  filter: GuestFilter,
  after: string | null,
  now: Instant,
  most = GUESTS_PER_PAGE,
): Promise<{ guests: Guest[]; next: string | null }> {
  const { group_id, event_id } = event;
  const said = isSaid(filter.state) ? filter.state : null;
  const states =
    filter.state === 'all' ? enrolmentStates : said || filter.state === 'going' ? seatStates : [filter.state];
  const like = `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Guest & { cursor: string }>`
    select *, lpad(coalesce(place, 0)::text, 10, '0') || lower(name) || person_id as cursor from (
      select e.person_id, p.address, e.state, e.late, e.party, e.place, e.asked_at, e.changed_at, e.via, e.offered_until,
        ${guestName('e', 'p')} as name, case when ${isNamedByOthers('e')} then null else p.pronouns end as pronouns,
        ${saidInSql('e', event, now)} as said
      from events.enrolment e cross join ${question(event)} join people.person p on p.person_id = e.person_id
      where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${states}::text[])
    ) g
    where (${said}::text is null or said = ${said}) and (${filter.q} = '' or lower(name) like ${like} or lower(address) like ${like})
      and (${after}::text is null
        or (lpad(coalesce(place, 0)::text, 10, '0') || lower(name) || person_id) collate "C" > ${after})
    order by (lpad(coalesce(place, 0)::text, 10, '0') || lower(name) || person_id) collate "C" limit ${most + 1}`.execute(
    db,
  );
  const guests = rows.slice(0, most);
  return { guests, next: rows.length > most ? (guests.at(-1)?.cursor ?? null) : null };
}

function isSaid(state: GuestFilter['state']): state is Said {
  return state === 'confirmed' || state === 'unanswered' || state === 'soft';
}

export type GuestCounts = {
  /** With a seat, whatever became of it. */
  going: number;
  heads: number;
  checked_in: number;
  missed: number;
  excused: number;
  walked_in: number;
  offered: number;
  waitlisted: number;
  interested: number;
  released: number;
  held: number;
  /** Heads of sign-ups made elsewhere without an address; counted in `heads` as well. */
  elsewhere: number;
  /** Of those going, once they were asked whether they still come. */
  confirmed: number;
  unanswered: number;
  soft: number;
};

/** People by state; `heads` counts those they bring too; `held` are seats kept for addresses nobody has proved yet. */
export async function guestCounts(db: Db | Tx, event: Questioned, now: Instant): Promise<GuestCounts> {
  const { group_id, event_id } = event;
  const { rows } = await sql<GuestCounts>`
    select count(*) filter (where state = any(${seatStates}::text[]))::int as going,
      coalesce(sum(party) filter (where state = any(${seatStates}::text[])), 0)::int + x.elsewhere as heads, x.elsewhere,
      count(*) filter (where state = 'checked_in')::int as checked_in,
      count(*) filter (where state = 'missed')::int as missed,
      count(*) filter (where state = 'excused')::int as excused,
      count(*) filter (where state = 'walked_in')::int as walked_in,
      count(*) filter (where state = 'offered')::int as offered,
      count(*) filter (where state = 'waitlisted')::int as waitlisted,
      count(*) filter (where state = 'interested')::int as interested,
      count(*) filter (where state = 'released')::int as released,
      count(*) filter (where said = 'confirmed')::int as confirmed,
      count(*) filter (where said = 'unanswered')::int as unanswered,
      count(*) filter (where said = 'soft')::int as soft,
      (select coalesce(sum(h.party), 0)::int from events.hold h
        where h.group_id = ${group_id} and h.event_id = ${event_id}) as held
    from (
      select n.state, n.party, ${saidInSql('n', event, now)} as said
      from events.enrolment n cross join ${question(event)}
      where n.group_id = ${group_id} and n.event_id = ${event_id}) n
    right join (select coalesce(sum(party), 0)::int as elsewhere from events.elsewhere
      where group_id = ${group_id} and event_id = ${event_id}) x on true group by x.elsewhere`.execute(db);
  return rows[0] as GuestCounts;
}

/** Addresses to write to: everybody in a state, or only `chosen`. `proved`: only those who proved their address. */
export async function guestsToTell(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  to: { states: readonly EnrolmentState[]; chosen?: string[] | undefined; proved?: boolean | undefined },
): Promise<{ person_id: Id<'people.person'>; address: string; lang: string; state: EnrolmentState }[]> {
  const { rows } = await sql<{ person_id: Id<'people.person'>; address: string; lang: string; state: EnrolmentState }>`
    select e.person_id, p.address, p.lang, e.state
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.state = any(${to.states}::text[])
      and (p.proved_at is not null or not ${to.proved ?? false})
      and (${to.chosen ?? null}::uuid[] is null or e.person_id = any(${to.chosen ?? null}::uuid[]))
    order by e.person_id`.execute(db);
  return rows;
}

/** One guest as the organiser knows them, while they stand in one of `states`: with something to give back, unless told. */
export async function guestOf(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  person_id: Id<'people.person'>,
  states: readonly EnrolmentState[] = returnableStates,
): Promise<Pick<Guest, 'person_id' | 'name' | 'state'> | null> {
  const { rows } = await sql<Pick<Guest, 'person_id' | 'name' | 'state'>>`
    select e.person_id, e.state, ${guestName('e', 'p')} as name
    from events.enrolment e join people.person p on p.person_id = e.person_id
    where e.group_id = ${group_id} and e.event_id = ${event_id} and e.person_id = ${person_id}
      and e.state = any(${states}::text[])`.execute(db);
  return rows[0] ?? null;
}
