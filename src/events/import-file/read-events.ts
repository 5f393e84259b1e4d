// Reads a file of past evenings as Meetup's own interface gives them (JSON), into what an evening is here.

import { foreignLine, foreignMarkdown } from '#kit/foreign-text.ts';
import { z } from '#kit/form.ts';
import { readJsonRows } from '#kit/json-rows.ts';
import { Temporal } from '#kit/time.ts';
import type { Kind } from '../tables.ts';

export type PastVenue = {
  city: string;
  state: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
};

/** An evening that was, as the file tells it. */
export type PastEvent = {
  /** Where it stands, as the report names it: "rladies-2013.json, line 1, entry 37". */
  at: string;
  source_key: string;
  source_url: string | null;
  /** The group's name in its address, as written. */
  urlname: string;
  group_name: string;
  title: string;
  /** Markdown. */
  about: string;
  is_cancelled: boolean;
  kind: Kind;
  starts_at: Date;
  ends_at: Date;
  opens_at: Date;
  /** What the clock at its place was ahead of UTC, in minutes. */
  offset_minutes: number;
  place_name: string;
  place_address: string;
  venue: PastVenue | null;
  past_going: number | null;
  past_waiting: number | null;
};

export type BadEvent = { at: string; because: string };
export type EventsRead = { ok: true; events: PastEvent[]; bad: BadEvent[] } | { ok: false; sentence: string };

const text = z.string().nullish();
const place = z.object({
  name: text,
  address: text,
  city: text,
  state: text,
  country: text,
  lat: z.number().nullish(),
  lon: z.number().nullish(),
  venueType: text,
});
const entry = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string(),
  description: text,
  status: text,
  dateTime: z.string(),
  duration: text,
  eventUrl: text,
  createdTime: text,
  rsvps: z
    .object({ yesCount: z.number().int().min(0).nullish(), waitlistCount: z.number().int().min(0).nullish() })
    .nullish(),
  venues: z.array(place).nullish(),
  group: z.object({ name: z.string(), urlname: z.string().min(1) }),
});
type Entry = z.output<typeof entry>;

/** Every evening of the file and every entry that is none, with its line. `file` is its name, for the report. */
export function readEvents(content: string, file: string): EventsRead {
  const read = readJsonRows(content.replace(/^\ufeff/, ''));
  if (!read.ok) return { ok: false, sentence: `${file} holds no JSON list of evenings.` };
  const oneEach = new Set(read.rows.map((row) => row.line)).size === read.rows.length;
  const events: PastEvent[] = [];
  const bad: BadEvent[] = [];
  for (const row of read.rows) {
    const at = `${file}, line ${row.line}${oneEach ? '' : `, entry ${row.entry}`}`;
    const result = 'broken' in row ? 'it is not readable JSON' : eventOf(row.value, at);
    if (typeof result === 'string') bad.push({ at, because: result });
    else events.push(result);
  }
  return { ok: true, events, bad };
}

/** The evening, or why it is none. */
function eventOf(value: unknown, at: string): PastEvent | string {
  const parsed = entry.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `its "${issue?.path.join('.') || 'entry'}" is missing or not what it should be`;
  }
  const it = parsed.data;
  const title = foreignLine(it.title);
  if (title === '') return 'it has no title';
  const group_name = foreignLine(it.group.name);
  if (group_name === '') return 'its group has no name';
  const start = instantOf(it.dateTime);
  if (!start) return `"${it.dateTime}" is not a time with its distance from UTC`;
  const starts_at = new Date(start.epochMilliseconds);
  return {
    at,
    source_key: String(it.id),
    source_url: webAddress(it.eventUrl),
    urlname: it.group.urlname,
    group_name,
    title: cut(title, 140),
    about: cut(foreignMarkdown((it.description ?? '').replace(redacted, '')), 20_000),
    is_cancelled: /^cancell?ed$/i.test(it.status ?? ''),
    starts_at,
    ends_at: new Date(starts_at.getTime() + lengthOf(it.duration)),
    opens_at: opening(starts_at, it.createdTime),
    offset_minutes: offsetOf(it.dateTime),
    past_going: it.rsvps?.yesCount ?? null,
    past_waiting: it.rsvps?.waitlistCount ?? null,
    ...venueOf(it),
  };
}

// What archives leave where a meeting's link was.
const redacted = /\[*\[link removed\]\]*(?:\(\[link removed\]\))?/g;

const hour = 3_600_000;

/** Milliseconds; two hours when the file says nothing or nought, as most evenings last. */
function lengthOf(duration: string | null | undefined): number {
  try {
    const length = Temporal.Duration.from(duration ?? 'PT0S').total('milliseconds');
    return length > 0 ? length : 2 * hour;
  } catch {
    return 2 * hour;
  }
}

/** When it was put up, which is when seats could be taken; two weeks before when that is not told. */
function opening(starts_at: Date, created: string | null | undefined): Date {
  const made = created ? instantOf(created)?.epochMilliseconds : undefined;
  return new Date(made !== undefined && made < starts_at.getTime() ? made : starts_at.getTime() - 14 * 24 * hour);
}

function venueOf(it: Entry): Pick<PastEvent, 'kind' | 'place_name' | 'place_address' | 'venue'> {
  const venue = it.venues?.[0];
  if (!venue) return { kind: 'in_person', place_name: '', place_address: '', venue: null };
  const name = foreignLine(venue.name ?? '');
  if (venue.venueType === 'online' || /^online event$/i.test(name)) {
    return { kind: 'online', place_name: '', place_address: '', venue: null };
  }
  const city = foreignLine(venue.city ?? '');
  const state = foreignLine(venue.state ?? '').toUpperCase();
  return {
    kind: 'in_person',
    place_name: cut(name, 200),
    place_address: cut(
      addressLine(foreignLine(venue.address ?? ''), city, /^[A-Z]{2,3}$/.test(state) ? state : ''),
      300,
    ),
    venue: {
      city: /\d/.test(city) ? '' : city,
      state,
      country: foreignLine(venue.country ?? '').toUpperCase(),
      latitude: venue.lat ?? null,
      longitude: venue.lon ?? null,
    },
  };
}

/** Street, town, state; what the street's line says already is not said again. */
function addressLine(street: string, city: string, state: string): string {
  const parts = [street];
  const says = (word: string) => parts.some((part) => part.toLowerCase().includes(word.toLowerCase()));
  if (city !== '' && !says(city)) parts.push(city);
  if (state !== '' && !new RegExp(`\\b${state}\\b`).test(parts.join(' '))) parts.push(state);
  return parts.filter(Boolean).join(', ');
}

function instantOf(said: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(said);
  } catch {
    return undefined;
  }
}

function offsetOf(said: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(said) ?? [];
  return (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
}

function webAddress(said: string | null | undefined): string | null {
  const url = said && URL.canParse(said) ? new URL(said) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= 500 ? url.href : null;
}

function cut(said: string, most: number): string {
  return said.length <= most
    ? said
    : `${said
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/[\ufffd\s]+$/, '')}…`;
}
