// What a browser may send about an evening, as typed values, or what is wrong by field.
import { zoneOfPlace } from '#groups';
import {
  address,
  blankAsNull,
  clock,
  day,
  type FieldError,
  line,
  maybeWhole,
  phone,
  prose,
  type Read,
  readForm,
  refuseField,
  webAddress,
  whole,
  z,
  zoneText,
} from '#kit/form.ts';
import { type Instant, resolveLocal, sayTime, shiftDays } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { addressOf, type VenueCard } from '#venues';
import { CLOSES_HOURS_BEFORE, OPENS_DAYS_BEFORE, refuseTimes } from './rules.ts';
import { agendaTypes, replyTargets } from './tables.ts';

const which = () => z.enum(['first', 'second']).optional();

export const eventForm = z.object({
  title: line(140),
  day: day(),
  starts: clock(),
  starts_which: which(),
  ends: clock(),
  zone: zoneText(zoneOfPlace),
  kind: z.enum(['in_person', 'online', 'both']).default('in_person'),
  place_name: z.string().max(200).default(''),
  place_address: z.string().max(300).default(''),
  place_arrival: prose(2000),
  door_number: blankAsNull(phone()).transform((number) => number ?? ''),
  online_url: blankAsNull(webAddress()),
  room_capacity: maybeWhole(1, 100_000),
  cap: maybeWhole(0, 100_000),
  plus_ones: whole(0, 9).default(0),
  posture: z.enum(['free', 'fee', 'deposit', 'elsewhere']).default('free'),
  posture_note: z.string().max(300).default(''),
  opens_day: blankAsNull(day()),
  opens: blankAsNull(clock()),
  closes_hours: whole(0, 72).default(CLOSES_HOURS_BEFORE),
  about: prose(20_000),
});

export type EventForm = z.output<typeof eventForm>;

/** Nothing planned as one evening lasts longer. */
const LONGEST_MS = 12 * 3_600_000;

/** An evening as its organiser described it, with its wall-clock times turned into instants. */
export type EventDraft = Omit<
  EventForm,
  'day' | 'starts' | 'starts_which' | 'ends' | 'opens_day' | 'opens' | 'closes_hours' | 'door_number'
> & {
  /** Left as it is when not said. */
  door_number?: string;
  /** Where it is held; null for a place that was typed. Left as it is when not said. */
  venue?: VenueCard | null;
  starts_at: Date;
  ends_at: Date;
  opens_at: Date;
  closes_at: Date;
};

/**
 * Reads the form of an evening. A time the clock jumps over is refused with the two times beside it; one it strikes twice asks
 * which (`starts_which`). An end before the start means after midnight, unless that makes a night of over 12 hours. Unsaid:
 * opens 14 days before, closes 24 hours before. A beginning before `now` is refused. `venue`: the one that was chosen; it says
 * name, address and clock, and how many fit where nobody said so.
 */
export function readEvent(body: unknown, lang: Lang, now: Instant, venue: VenueCard | null = null): Read<EventDraft> {
  const read = readForm(eventForm, body);
  if (!read.ok) return read;
  const { day: date, starts, starts_which, ends, opens_day, opens, closes_hours, ...rest } = read.value;
  const held = rest.kind === 'online' ? null : venue;
  const zone = held?.zone ?? rest.zone;
  const room_capacity = rest.room_capacity ?? held?.capacity ?? null;

  const start = resolveLocal(date, starts, zone);
  if (start.kind === 'never') {
    return refuseAs(read, 'starts', {
      code: 'form.time_never',
      args: { before: sayTime(start.before, zone, lang, 'time'), after: sayTime(start.after, zone, lang, 'time') },
    });
  }
  if (start.kind === 'twice' && !starts_which) return refuseAs(read, 'starts', { code: 'form.time_twice' });
  const starts_at = start.kind === 'once' ? start.instant : starts_which === 'second' ? start.second : start.first;

  const end = resolveLocal(date, ends, zone);
  const endsSameDay = end.kind === 'once' ? end.instant : end.kind === 'twice' ? end.second : end.after;
  const ends_at = ends <= starts ? shiftDays(endsSameDay, 1, zone) : endsSameDay;
  if (starts_at.epochMilliseconds <= now.epochMilliseconds) return refuseAs(read, 'day', { code: 'form.in_the_past' });
  // 22:00 to 01:00 is a late evening; 21:00 to 19:00 is a slip.
  if (ends_at.epochMilliseconds - starts_at.epochMilliseconds > LONGEST_MS) {
    return refuseAs(read, 'ends', { code: 'form.ends_before_start' });
  }

  const opening = opens_day ? resolveLocal(opens_day, opens ?? '09:00', zone) : null;
  const opens_at =
    opening === null
      ? shiftDays(starts_at, -OPENS_DAYS_BEFORE, zone)
      : opening.kind === 'once'
        ? opening.instant
        : opening.kind === 'twice'
          ? opening.first
          : opening.after;
  const closes_at = starts_at.subtract({ hours: closes_hours });

  const draft: EventDraft = {
    ...rest,
    ...(held && { place_name: held.name, place_address: addressOf(held) }),
    venue: held,
    zone,
    room_capacity,
    cap: rest.cap ?? room_capacity,
    starts_at: new Date(starts_at.epochMilliseconds),
    ends_at: new Date(ends_at.epochMilliseconds),
    opens_at: new Date(opens_at.epochMilliseconds),
    closes_at: new Date(closes_at.epochMilliseconds),
  };
  const wrong = refuseTimes(draft);
  if (wrong === 'events.ends_before_start') return refuseAs(read, 'ends', { code: 'form.ends_before_start' });
  if (wrong) return refuseAs(read, opens_day ? 'opens_day' : 'closes_hours', { code: wrong });
  return { ok: true, value: draft, values: read.values };
}

function refuseAs(read: Read<unknown>, field: string, error: FieldError): Read<EventDraft> {
  return refuseField(read as Read<EventDraft>, field, error.code, error.args);
}

/** How many come along, and whether in line they want to be asked before a seat is theirs. */
export const wishForm = z.object({
  guests: whole(0, 9).default(0),
  ask_first: z
    .string()
    .optional()
    .transform((said) => said === 'yes'),
});
/** Name and address of somebody not signed in, and what they wish for. */
export const seatForm = wishForm.extend({ name: line(120), address: address() });
/** The same for somebody signed in. */
export const tapForm = wishForm.extend({ key: z.string().max(80).optional() });
export const cancelForm = z.object({ why: z.string().max(1000).default('') });
export const capForm = z.object({ cap: whole(0, 100_000), sure: z.string().optional() });
export const messageForm = z.object({
  subject: line(140),
  text: z.string().min(1).max(5000),
  to: z.enum(['going', 'waitlisted', 'interested', 'chosen']).default('going'),
  reply: z.enum(replyTargets).default('nobody'),
});

const agendaRow = z.object({
  time: clock(),
  minutes: maybeWhole(1, 600),
  type: z.enum(agendaTypes),
  title: line(200),
  who: z.string().max(300),
  note: z.string().max(500),
});
export type AgendaRow = z.output<typeof agendaRow>;

/** Most items an agenda may have. */
export const AGENDA_MOST = 40;

/**
 * Reads the agenda: parallel fields `time`, `minutes`, `type`, `title`, `who`, `note`, one of each per row. A row without
 * title is left out. Errors are keyed `title-3`: field and row.
 */
export function readAgenda(body: unknown): Read<AgendaRow[]> {
  const lists = readForm(z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()), body);
  if (!lists.ok) return lists;
  const column = (name: string) => {
    const value = lists.value[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  const titles = column('title').slice(0, AGENDA_MOST);
  const rows: AgendaRow[] = [];
  const errors: Record<string, FieldError> = {};
  titles.forEach((title, at) => {
    if (title === '') return;
    const fields = Object.fromEntries(
      ['time', 'minutes', 'type', 'title', 'who', 'note'].map((name) => [name, column(name)[at] ?? '']),
    );
    const row = readForm(agendaRow, fields);
    if (row.ok) rows.push(row.value);
    else for (const [field, error] of Object.entries(row.errors)) errors[`${field}-${at}`] = error;
  });
  if (Object.keys(errors).length > 0) return { ok: false, values: lists.values, errors };
  return { ok: true, value: rows, values: lists.values };
}
