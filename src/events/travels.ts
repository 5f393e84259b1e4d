// What of this room goes along when a group leaves the server.
import { sql } from 'kysely';
import { isLineOf, isWebAddress, z } from '#kit/form.ts';
import { isZone } from '#kit/time.ts';
import { type RoomTravels, stays, travels } from '#kit/travels.ts';
import { namedByOthers } from './guest-name.ts';
import { guestStates, takenStates } from './state-rules.ts';

const ofEvent = { event_id: 'events.event' } as const;

const told = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,120}$/),
  arrival: z.string().max(4000),
  access: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.enum(['yes', 'no'])),
  access_note: z.string().max(500),
  capacity: z.number().int().positive().max(100_000).nullable(),
});

const isTold = (value: unknown): boolean => told.strict().safeParse(value).success;

export const eventTravels: RoomTravels = {
  tables: [
    travels('events.event', {
      id: 'event_id',
      people: { created_by: 'blank' },
      shared: ['venue_id'],
      checks: {
        slug: (slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(slug)) && String(slug).length <= 120,
        title: isLineOf(300),
        zone: (zone) => isZone(String(zone)),
        place_name: (name) => name === '' || isLineOf(300)(name),
        online_url: isWebAddress,
        source_url: isWebAddress,
        venue_told: isTold,
        door_number: (number) => number === '' || isLineOf(100)(number),
      },
    }),
    travels('events.tally', { of: ofEvent }),
    travels('events.agenda_item', {
      id: 'item_id',
      of: ofEvent,
      checks: { title: isLineOf(300), slides_url: isWebAddress },
    }),
    // Somebody an organiser put on the list is expected, proven or not.
    travels('events.enrolment', {
      of: ofEvent,
      people: { person_id: 'with' },
      unproved: `t.state in ('${guestStates.join("', '")}')`,
      unnamed: namedByOthers('t'),
    }),
    travels('events.enrolment_log', {
      id: 'log_id',
      of: ofEvent,
      people: { person_id: 'kept', actor_id: 'kept' },
    }),
    travels('events.question', {
      id: 'question_id',
      of: ofEvent,
      checks: { label: isLineOf(200), purpose: isLineOf(300) },
    }),
    // What is private stays: it is sealed with a secret that never leaves, and was told to this server alone.
    travels('events.answer', {
      of: { ...ofEvent, question_id: 'events.question' },
      people: { person_id: 'with' },
      only: 't.answer is not null',
      without: { sealed: 'a private answer opens on this server only' },
      checks: { answer: isLineOf(500) },
    }),
    travels('events.reminder', { of: ofEvent }),
    travels('events.reminder_round', { of: ofEvent }),
    travels('events.morning_after', { of: ofEvent, people: { answered_by: 'blank' } }),
    travels('events.message', {
      id: 'message_id',
      of: ofEvent,
      people: { written_by: 'blank' },
      checks: { subject: isLineOf(140) },
    }),
    travels('events.elsewhere', {
      id: 'signup_id',
      of: ofEvent,
      people: { added_by: 'blank' },
      checks: {
        name: (name) => name === '' || isLineOf(120)(name),
        source: (source) => source === '' || isLineOf(60)(source),
      },
    }),
    stays('events.unlisted', 'it is for phones at the door that were let in on this server'),
    stays('events.hold', 'a seat held for an address nobody has proven yet lapses within minutes'),
  ],
  /**
   * The tally is what arbitrates, so it is counted again from the rows that came. Of an evening that is over it may be more:
   * who erased themselves was there all the same. An evening keeps its venue where there is one of that id.
   */
  async settle(tx, { group_id, now }) {
    await sql`
      update events.tally t set
        taken = case when e.ends_at > ${new Date(now.epochMilliseconds)} then n.taken + y.taken else greatest(n.taken + y.taken, t.taken) end,
        waiting = n.waiting, next_place = greatest(t.next_place, n.place + 1)
      from events.event e, lateral (
        select coalesce(sum(m.party) filter (where m.state = any(${takenStates}::text[])), 0)::int as taken,
          (count(*) filter (where m.state = 'waitlisted'))::int as waiting, coalesce(max(m.place), 0) as place
        from events.enrolment m where m.group_id = e.group_id and m.event_id = e.event_id) n, lateral (
        select coalesce(sum(x.party), 0)::int as taken
        from events.elsewhere x where x.group_id = e.group_id and x.event_id = e.event_id) y
      where t.group_id = ${group_id} and e.group_id = t.group_id and e.event_id = t.event_id`.execute(tx);
    await sql`
      update events.event e set
        venue_id = case when e.venue_told is not null then v.venue_id end,
        venue_told = case when v.venue_id is null then e.venue_told else jsonb_set(e.venue_told, '{slug}', to_jsonb(v.slug)) end
      from events.event o left join venues.venue v on v.venue_id = o.venue_id
      where e.group_id = ${group_id} and o.group_id = e.group_id and o.event_id = e.event_id and e.venue_id is not null`.execute(
      tx,
    );
    await sql`
      insert into events.tally (group_id, event_id, cap)
      select e.group_id, e.event_id, 0 from events.event e
      where e.group_id = ${group_id} and not exists (
        select from events.tally t where t.group_id = e.group_id and t.event_id = e.event_id)`.execute(tx);
  },
};
