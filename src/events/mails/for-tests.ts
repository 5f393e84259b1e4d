// An evening, a guest and all a letter is told, for this room's tests; each test changes what it is about.

import { type ParsedMail, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Id } from '#kit/id.ts';
import { newId } from '#kit/id.ts';
import { composeMessage } from '#kit/mail/compose.ts';
import type { Letter } from '#kit/mail/index.ts';
import { type Instant, Temporal } from '#kit/time.ts';
import type { Addressee, MailFacts } from '../mail-facts.ts';
import type { Event, EventGroup } from '../queries.ts';

export const origin = 'https://groups.example.org';
export const at = (text: string): Instant => Temporal.Instant.from(text);

const group_id = '01960000-0000-7000-8000-00000000000a' as Id<'groups.group'>;
const event_id = '01960000-0000-7000-8000-00000000000e' as Id<'events.event'>;

type Changes = {
  event?: Partial<Event>;
  group?: Partial<EventGroup>;
  guest?: Partial<Addressee>;
} & Partial<Omit<MailFacts, 'event' | 'group' | 'guest'>>;

/** Facts three weeks before an evening of a Tōkyō group, sign-up open, the guest has a seat. */
export function facts({ event, group, guest, ...rest }: Changes = {}): MailFacts {
  return {
    event: { ...evening, ...event },
    group: { ...lakeside, ...group },
    guest: { ...seated, ...guest },
    contacts: [
      { name: '佐藤 恵', address: 'megumi@example.org' },
      { name: 'Ngozi Okafor', address: 'ngozi@example.org' },
    ],
    message: {
      subject: 'Tonight',
      words: 'Bring a **coat**.',
      reply_to: 'nobody',
      writer: { name: 'Ngozi Okafor', address: 'ngozi.private@example.org' },
    },
    to: 'guest@example.org',
    mailed_from: 'ugroup@groups.example.org',
    lang: 'en',
    now: at('2026-11-26T09:00:00Z'),
    origin,
    links: {
      page: `${origin}/g/kaigan/e/2026-12-09`,
      group: `${origin}/g/kaigan`,
      mine: `${origin}/g/kaigan/e/2026-12-09/mine/${newId()}/c2lnbmVk`,
      conduct: `${origin}/g/kaigan/conduct`,
      mark: undefined,
      stop: { announced: `${origin}/stop/announced/a/b/c`, opened: `${origin}/stop/opened/a/b/c` },
    },
    ...rest,
  };
}

const day = (text: string) => new Date(text);

const evening: Event = {
  group_id,
  event_id,
  slug: '2026-12-09',
  title: '待ち行列、その裏側',
  about: '',
  language: 'ja',
  stage: 'open',
  kind: 'in_person',
  starts_at: day('2026-12-09T10:00:00Z'),
  ends_at: day('2026-12-09T12:00:00Z'),
  zone: 'Asia/Tokyo',
  opens_at: day('2026-11-25T10:00:00Z'),
  closes_at: day('2026-12-08T10:00:00Z'),
  place_name: '港ビル 3階',
  place_address: '海岸 1-2-3',
  place_arrival: 'The side door beside the bicycle racks, lift to the third floor.\nRing twice after 19:30.',
  door_number: '',
  online_url: null,
  room_capacity: 60,
  plus_ones: 1,
  posture: 'free',
  posture_note: '',
  confirmation: 'off',
  sequence: 0,
  created_by: null,
  created_at: day('2026-11-01T00:00:00Z'),
  announced_at: day('2026-11-02T00:00:00Z'),
  opened_at: day('2026-11-25T10:00:00Z'),
  cancelled_at: null,
  cancelled_why: '',
  source: null,
  source_key: null,
  source_url: null,
  past_going: null,
  past_waiting: null,
  came: null,
  venue_id: null,
  venue_told: null,
};

const lakeside: EventGroup = {
  group_id,
  slug: 'kaigan',
  name: '海岸クラウド勉強会',
  color: '#0f4c5c',
  language: 'ja',
  place: '東京',
  country: 'JP',
  mark_kind: null,
  mark_hash: null,
  state: 'active',
  conduct_version: 1,
};

const seated: Addressee = {
  name: 'Jürgen Weißgerber',
  zone: null,
  state: 'going',
  party: 1,
  via: 'page',
  rank: null,
  changes: 1,
  seat_changed_at: null,
  offered_until: null,
  ask_first: false,
  passed: false,
  wishes: { announced: true, opened: true },
};

/** The letter as the message that goes over the wire, read back by a mail reader. */
export async function throughTheWire(
  letter: Letter,
  to = 'guest@example.org',
): Promise<{ raw: string; mail: ParsedMail }> {
  const envelope = { mail_id: newId(), to, from: 'ugroup@groups.example.org', host: 'groups.example.org' };
  const bytes = await new MailComposer({ ...composeMessage(letter, envelope), newline: 'win' }).compile().build();
  return { raw: bytes.toString('utf8'), mail: await simpleParser(bytes) };
}
