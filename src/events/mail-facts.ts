// What a mail of this room tells, read when it leaves and not when it was queued. Two statements.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { type Event, type EventGroup, eventByKey } from './queries.ts';
import type { EnrolmentState, ReplyTo, Via } from './tables.ts';
import type { EventKey } from './take-seats.ts';

export type Contact = { name: string; address: string };

/** The one a mail goes to, and where they stand with the evening and its group. */
export type Addressee = {
  name: string;
  zone: string | null;
  state: EnrolmentState | null;
  party: number;
  via: Via | null;
  /** How many parties are before and with this one; `null` off the waitlist. */
  rank: number | null;
  /** How often this seat has changed so far: rows of its log. */
  changes: number;
  /** When it changed last; what the door saw on the night is no change of it, nor is saying once more that they come. */
  seat_changed_at: Date | null;
  /** Until when an offered seat is kept for them; whether they are asked first, and let one offer pass. */
  offered_until: Date | null;
  ask_first: boolean | null;
  passed: boolean | null;
  /** Mails wanted as a member; `null` for somebody who is none. */
  wishes: { announced: boolean; opened: boolean } | null;
};

/** Whole addresses a letter may lead to. */
export type MailLinks = {
  page: string;
  group: string;
  mine: string;
  conduct: string;
  mark: string | undefined;
  stop: { announced: string; opened: string };
};

/** What an organiser wrote to guests, and who; the writer is `null` once they are erased. */
export type WrittenMessage = {
  subject: string;
  words: string;
  reply_to: ReplyTo;
  writer: Contact | null;
};

/** Everything a letter is written from. */
export type MailFacts = {
  event: Event;
  group: EventGroup;
  guest: Addressee;
  /** Two people to turn to, from the code of conduct that holds now. */
  contacts: Contact[];
  /** What an organiser wrote; `null` for every other mail. */
  message: WrittenMessage | null;
  to: string;
  /** The server's own address. */
  mailed_from: string;
  lang: Lang;
  now: Instant;
  origin: string;
  links: MailLinks;
};

export type StandingFacts = Pick<MailFacts, 'event' | 'group' | 'guest' | 'contacts' | 'message'>;

/** How things stand between a person and an evening; `null` when either is gone. */
export async function standingFacts(
  db: Db,
  key: EventKey,
  person_id: Id<'people.person'>,
  message_id: Id<'events.message'> | null = null,
): Promise<StandingFacts | null> {
  const found = await eventByKey(db, key);
  if (!found) return null;
  const { rows } = await sql<Row>`
    /*events.standing*/ select coalesce(nullif(p.name, ''), n.typed_name, '') as name, p.zone, n.state, n.party, n.via,
      n.offered_until, n.ask_first, n.passed,
      case when n.place is not null then (select count(*)::int from events.enrolment w
        where w.group_id = n.group_id and w.event_id = n.event_id and w.class = n.class and w.place <= n.place) end as rank,
      (select count(*)::int from events.enrolment_log l
        where l.group_id = ${key.group_id} and l.event_id = ${key.event_id} and l.person_id = p.person_id) as changes,
      (select max(l.at) from events.enrolment_log l where l.group_id = ${key.group_id} and l.event_id = ${key.event_id}
        and l.person_id = p.person_id and l.via <> 'door' and not l.confirmed) as seat_changed_at,
      m.announced, m.opened, c.contacts,
      (select json_build_object('subject', ms.subject, 'words', ms.words, 'reply_to', ms.reply_to, 'writer',
          case when w.person_id is not null then json_build_object('name', w.name, 'address', w.address) end)
        from events.message ms left join people.person w on w.person_id = ms.written_by
        where ms.group_id = ${key.group_id} and ms.event_id = ${key.event_id} and ms.message_id = ${message_id}::uuid) as message
    from people.person p
    left join events.enrolment n
      on n.group_id = ${key.group_id} and n.event_id = ${key.event_id} and n.person_id = p.person_id
    left join groups.member m on m.group_id = ${key.group_id} and m.person_id = p.person_id
    left join groups.conduct c on c.group_id = ${key.group_id} and c.version = ${found.group.conduct_version}::integer
    where p.person_id = ${person_id}`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const { contacts, message, announced, opened, party, ...guest } = row;
  const wishes = announced === null || opened === null ? null : { announced, opened };
  return { ...found, guest: { ...guest, party: party ?? 1, wishes }, contacts: contacts ?? [], message };
}

type Row = Omit<Addressee, 'wishes' | 'party'> & {
  party: number | null;
  announced: boolean | null;
  opened: boolean | null;
  contacts: Contact[] | null;
  message: WrittenMessage | null;
};
