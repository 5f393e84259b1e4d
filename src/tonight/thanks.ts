// The one mail that thanks those who had a seat or came without one: what it is made from, and sending it, once.
import { sql } from 'kysely';
import { type Event, type EventKey, morningRules, type ShownEvent, seatStates } from '#events';
import { audit } from '#groups';
import { announce } from '#kit/announce.ts';
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';

/** Something somebody gave, and where its slides are. */
export type Talk = { item_id: Id<'events.agenda_item'>; title: string; who: string; slides_url: string | null };

export type ThanksFacts = {
  event: Pick<Event, 'slug' | 'title' | 'starts_at' | 'zone'>;
  group: Pick<ShownEvent['group'], 'slug' | 'name' | 'color' | 'mark_kind' | 'mark_hash'>;
  talks: Talk[];
  /** The group's next evening everybody can see. */
  next: Pick<Event, 'slug' | 'title' | 'starts_at' | 'ends_at' | 'zone' | 'place_name'> | null;
  sent: { text: string; told: number; sent_at: Date; by: string | null } | null;
  /** People it would go to: those with a seat, and those who came without one, whose address is proven. */
  going: number;
  /** Those of them whom the door saw, and those of whom it is known that they did not come. */
  came: number;
  missed: number;
};

const thankedStates = [...seatStates, 'walked_in'] as const;

/** What is known of one of them. `seat`: they had one, and nobody wrote down whether they came. */
export type Standing = 'came' | 'missed' | 'seat';

/** Of the one a mail goes to; those who have been erased since get none. */
export async function standingAt(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  person_id: string | null,
): Promise<Standing> {
  const { rows } = await sql<{ state: string }>`
    select state from events.enrolment
    where group_id = ${group_id} and event_id = ${event_id} and person_id = ${person_id}::uuid`.execute(db);
  const state = rows[0]?.state;
  if (state === 'checked_in' || state === 'walked_in') return 'came';
  return state === 'missed' || state === 'excused' ? 'missed' : 'seat';
}

/** `null` when the evening is gone. One statement. */
export async function thanksFacts(
  db: Db | Tx,
  { group_id, event_id }: EventKey,
  now: Instant,
): Promise<ThanksFacts | null> {
  type Dated<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };
  type Found = Pick<ThanksFacts, 'event' | 'group' | 'going' | 'came' | 'missed'> & {
    event: Dated<ThanksFacts['event']>;
    talks: Talk[] | null;
    next: Dated<NonNullable<ThanksFacts['next']>> | null;
    sent: Dated<NonNullable<ThanksFacts['sent']>> | null;
  };
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<Found>`
    select json_build_object('slug', e.slug, 'title', e.title, 'starts_at', e.starts_at, 'zone', e.zone) as event,
      json_build_object('slug', g.slug, 'name', g.name, 'color', g.color, 'mark_kind', g.mark_kind,
        'mark_hash', g.mark_hash) as "group",
      (select json_agg(json_build_object('item_id', i.item_id, 'title', i.title, 'who', i.who, 'slides_url', i.slides_url)
          order by i.position)
        from events.agenda_item i where i.group_id = e.group_id and i.event_id = e.event_id
          and i.type in ('talk', 'lightning', 'workshop', 'discussion', 'unconference')) as talks,
      (select json_build_object('slug', n.slug, 'title', n.title, 'starts_at', n.starts_at, 'ends_at', n.ends_at,
          'zone', n.zone, 'place_name', n.place_name)
        from events.event n where n.group_id = e.group_id and n.stage in ('announced', 'open', 'closed')
          and n.starts_at > greatest(e.ends_at, ${at}) order by n.starts_at limit 1) as next,
      (select json_build_object('text', x.text, 'told', x.told, 'sent_at', x.sent_at, 'by', p.name)
        from tonight.thanks x left join people.person p on p.person_id = x.sent_by
        where x.group_id = e.group_id and x.event_id = e.event_id) as sent,
      s.going, s.came, s.missed
    from events.event e join groups."group" g on g.group_id = e.group_id
    cross join lateral (
      select count(*)::int as going, (count(*) filter (where n.state in ('checked_in', 'walked_in')))::int as came,
        (count(*) filter (where n.state in ('missed', 'excused')))::int as missed
      from events.enrolment n join people.person p on p.person_id = n.person_id
      where n.group_id = e.group_id and n.event_id = e.event_id and n.state = any(${thankedStates}::text[])
        and p.proved_at is not null) s
    where e.group_id = ${group_id} and e.event_id = ${event_id}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { event, next, sent } = row;
  return {
    ...row,
    event: { ...event, starts_at: new Date(event.starts_at) },
    talks: row.talks ?? [],
    next: next && { ...next, starts_at: new Date(next.starts_at), ends_at: new Date(next.ends_at) },
    sent: sent && { ...sent, sent_at: new Date(sent.sent_at) },
  };
}

export type Thanked =
  | { is: 'thanked'; told: number }
  | { refused: 'tonight.not_now' | 'tonight.already_thanked' | 'tonight.nobody' };

/** All mails of one evening's thanks. */
export const thanksCampaign = ({ event_id }: Pick<EventKey, 'event_id'>): string => `tonight.thanks:${event_id}`;

/**
 * Thanks everybody who had a seat, or came without one, and proved their address; `text` are the organisers' own words, and may be none. Refused
 * before the end, two weeks later, for a cancelled or imported evening, a second time, and when there is nobody to thank.
 */
export async function thankGuests(
  tx: Tx,
  event: Event,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  text: string,
): Promise<Thanked> {
  if (!morningRules.isAskedAbout(event, now)) return { refused: 'tonight.not_now' };
  const { group_id, event_id } = event;
  const { rows: guests } = await sql<{ person_id: Id<'people.person'>; address: string; lang: Lang }>`
    select p.person_id, p.address, p.lang from events.enrolment n join people.person p on p.person_id = n.person_id
    where n.group_id = ${group_id} and n.event_id = ${event_id} and n.state = any(${thankedStates}::text[]) and p.proved_at is not null
    order by p.person_id`.execute(tx);
  if (guests.length === 0) return { refused: 'tonight.nobody' };
  const told = guests.length;
  const sent_at = new Date(now.epochMilliseconds);
  // The key arbitrates: of two taps one writes the row, and the other waits for it and sends nothing.
  const first = await tx
    .insertInto('tonight.thanks')
    .values({ group_id, event_id, text, told, sent_at, sent_by: actor.person_id })
    .onConflict((on) => on.columns(['group_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst();
  if (!first) return { refused: 'tonight.already_thanked' };
  await queueMails(
    tx,
    guests.map(({ person_id, address, lang }) => ({
      template: 'tonight.thanks',
      to: address,
      person_id,
      lang,
      args: { group_id, event_id },
      campaign: thanksCampaign(event),
      priority: 30,
    })),
  );
  const about = { event: event.slug, title: event.title, told };
  await audit(tx, { group_id, actor, what: 'tonight.thanked', about, now });
  await announce(tx, 'tonight.thanked', { event: { group_id, event_id }, actor, now });
  return { is: 'thanked', told };
}
