// The part of an archive that people read: tables for a spreadsheet, the mark as a picture, and what is in the file.
import { type RawBuilder, sql } from 'kysely';
import { guestName } from '#events';
import { type Cell, writeCsv } from '#kit/csv.ts';
import type { Tx } from '#kit/tables.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { isLanguage, type Lang } from '#kit/words.ts';
import { words } from '../words.ts';
import type { ArchivedPerson } from './format.ts';

export type PackedGroup = { group_id: string; slug: string; name: string; language: string; website: string | null };
export type Paper = { name: string; contents: string | Buffer };
export type ListedMember = {
  name: string;
  address: string;
  lang: Lang;
  joined_at: Date;
  role: string | null;
  /** Mails they want, by kind. */
  wishes: Record<string, boolean>;
  /** Mail to them came back for good. */
  has_bounced: boolean;
};

/** The group's language as far as we speak it: what the tables and the letter are headed in. */
export function paperLanguage({ language }: PackedGroup): Lang {
  const lang = language.split('-')[0];
  return isLanguage(lang) ? lang : 'en';
}

/** Members whose address is proven, the longest first; `wishes` are the columns that say which mails they want. One statement. */
export async function addressList(
  tx: Tx,
  group: PackedGroup,
  people: readonly ArchivedPerson[],
  wishes: readonly string[],
): Promise<ListedMember[]> {
  const proven = people.filter(({ is_proved }) => is_proved).map(({ person_id }) => person_id);
  const wanted = wishes.map((name): RawBuilder<unknown> => sql`${name}::text, m.${sql.ref(name)}`);
  const { rows } = await sql<ListedMember>`
    select p.name, p.address, p.lang, m.joined_at, o.role,
      jsonb_build_object(${wanted.length > 0 ? sql.join(wanted) : sql``}) as wishes,
      exists (select from kit.mail_suppression s
        where s.address_hash = encode(sha256(convert_to(lower(normalize(p.address, nfc)), 'UTF8')), 'hex')) as has_bounced
    from groups.member m join people.person p on p.person_id = m.person_id
    left join groups.organiser o on o.group_id = m.group_id and o.person_id = m.person_id
    where m.group_id = ${group.group_id} and m.person_id = any(${proven}::uuid[])
    order by m.joined_at, m.person_id`.execute(tx);
  return rows.map((row) => ({ ...row, lang: isLanguage(row.lang) ? row.lang : 'en' }));
}

/** `addresses.csv`, always as it is now: who to write to, and which mails each of them asked for. */
export function addressesPaper(members: readonly ListedMember[], lang: Lang): Paper {
  const t = words(lang);
  const wishes = Object.keys(members[0]?.wishes ?? {});
  const head = [t('table.name'), t('table.address'), t('table.language'), t('table.joined'), t('table.role')];
  const rows = members.map(({ name, address, lang, joined_at, role, wishes: wants, has_bounced }): Cell[] => [
    ...[name, address, lang, joined_at.toISOString().slice(0, 10), role],
    ...wishes.map((wish) => wants[wish]),
    has_bounced,
  ]);
  return {
    name: 'addresses.csv',
    contents: writeCsv([...head, ...wishes.map((wish) => t('table.wants', { kind: wish })), t('table.bounced')], rows),
  };
}

/** `evenings.csv`: every evening on its own clock, with its numbers. One statement. */
export async function eveningsPaper(tx: Tx, group: PackedGroup, lang: Lang): Promise<Paper> {
  const t = words(lang);
  const { rows } = await sql<{
    starts_at: Date;
    zone: string;
    title: string;
    place: string;
    stage: string;
    cap: number;
    taken: number;
    waiting: number;
    past_going: number | null;
    slug: string;
  }>`
    select e.starts_at, e.zone, e.title, concat_ws(', ', nullif(e.place_name, ''), nullif(e.place_address, '')) as place,
      e.stage, t.cap, t.taken, t.waiting, e.past_going, e.slug
    from events.event e join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    where e.group_id = ${group.group_id} order by e.starts_at, e.event_id`.execute(tx);
  const head = ['day', 'time', 'zone', 'title', 'place', 'stage', 'cap', 'taken', 'waiting', 'past', 'page'] as const;
  return {
    name: 'evenings.csv',
    contents: writeCsv(
      head.map((name) => t(`table.${name}`)),
      rows.map(({ starts_at, zone, title, place, stage, cap, taken, waiting, past_going, slug }) => {
        const { date, time } = wallClock(instantOf(starts_at), zone);
        return [date, time, zone, title, place, stage, cap, taken, waiting, past_going, slug];
      }),
    ),
  };
}

/** `guests.csv`: who related to which evening, of those who go along. One statement. */
export async function guestsPaper(
  tx: Tx,
  group: PackedGroup,
  people: readonly ArchivedPerson[],
  lang: Lang,
): Promise<Paper> {
  const t = words(lang);
  const { rows } = await sql<{
    starts_at: Date;
    zone: string;
    title: string;
    name: string;
    address: string;
    state: string;
    party: number;
    asked_at: Date;
  }>`
    select e.starts_at, e.zone, e.title, ${guestName('m', 'p')} as name, p.address, m.state, m.party, m.asked_at
    from events.enrolment m
    join events.event e on e.group_id = m.group_id and e.event_id = m.event_id
    join people.person p on p.person_id = m.person_id
    where m.group_id = ${group.group_id} and m.person_id = any(${people.map(({ person_id }) => person_id)}::uuid[])
    order by e.starts_at, e.event_id, m.asked_at, m.person_id`.execute(tx);
  const head = ['day', 'title', 'name', 'address', 'state', 'party', 'asked'] as const;
  return {
    name: 'guests.csv',
    contents: writeCsv(
      head.map((name) => t(`table.${name}`)),
      rows.map(({ starts_at, zone, title, name, address, state, party, asked_at }) => [
        ...[wallClock(instantOf(starts_at), zone).date, title, name, address, state, party],
        asked_at.toISOString(),
      ]),
    ),
  };
}

/** The mark as the picture it is; none for a group without one. One statement. */
export async function markPaper(tx: Tx, { group_id }: PackedGroup): Promise<Paper[]> {
  const { rows } = await sql<{ kind: string; bytes: Buffer }>`
    select kind, bytes from groups.mark where group_id = ${group_id}`.execute(tx);
  return rows.map(({ kind, bytes }) => ({ name: `mark.${kind === 'svg' ? 'svg' : 'png'}`, contents: bytes }));
}

/** `READ-ME.txt`: what this file is and what to do with it. */
export function readMe(group: PackedGroup, about: { server: string; on: string }, lang: Lang): Paper {
  const t = words(lang);
  const lines = (['what', 'write', 'tables', 'rows', 'bring', 'care'] as const).map((part) =>
    t(`readme.${part}`, { group: group.name, ...about }),
  );
  return { name: 'READ-ME.txt', contents: `${lines.join('\n\n')}\n` };
}
