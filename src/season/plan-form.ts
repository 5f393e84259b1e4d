// The form a new evening is planned with: three things asked, everything else filled from a pattern; and what to ask about when
// it is late for some of it.
import { type EventDraft, readEvent } from '#events';
import { blankAsNull, clock, day, type FieldError, readForm, refuseField, type Values, whole, z } from '#kit/form.ts';
import { type Instant, resolveLocal, Temporal } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Pattern, PatternTask } from './pattern.ts';
import { dueAt, dueWithinADay } from './rules.ts';

/** What a late planner is asked: sign-up would have opened in the past, things would have been due. */
export type Asks = { opened_at: Date | null; late_tasks: number };

export type Planned =
  | { is: 'planned'; draft: EventDraft; tasks: PatternTask[] }
  | { is: 'asked'; asks: Asks; values: Values }
  /** `asks` again, when the answer to one of them is what is wrong. */
  | { is: 'wrong'; errors: Record<string, FieldError>; values: Values; asks?: Asks };

const own = z.object({
  day: z.string().default(''),
  opens_days: whole(0, 365),
  late_opening: z.enum(['at_once', 'on']).optional(),
  late_day: blankAsNull(day()),
  late_time: blankAsNull(clock()),
  late_tasks: z.enum(['keep', 'leave', 'today']).optional(),
});

/** The form's fields as a pattern fills them; `day` is proposed. */
export function planValues(pattern: Pattern, proposed: string | null): Values {
  return {
    ...carried(pattern),
    title: '',
    day: proposed ?? '',
    opens_days: String(pattern.opens_days),
  };
}

type Here = { zone: string; lang: Lang; now: Instant; venue: Parameters<typeof readEvent>[3] };

/** Reads what was typed over what the pattern says. `zone` is the group's, for a pattern without one; `venue` the chosen one. */
export function readPlan(body: unknown, pattern: Pattern, { zone, lang, now, venue }: Here): Planned {
  const typed = readForm(own, body);
  const { values } = typed;
  if (!typed.ok) return { is: 'wrong', errors: typed.errors, values };
  const { opens_days, late_opening, late_tasks } = typed.value;
  const fields: Values = withRoom({ ...carried(pattern), zone: pattern.zone ?? zone, ...values }, pattern, venue);
  const opens_day = dayBefore(typed.value.day, opens_days);
  const read = readEvent({ ...fields, opens_day, opens: fields.opens || fields.starts }, lang, now, venue);
  if (!read.ok) return { is: 'wrong', errors: renamed(read.errors), values };

  const draft = read.value;
  const at = now.epochMilliseconds;
  if (draft.closes_at.getTime() <= at) return wrong(values, 'closes_hours', 'season.closed_already');
  const isLate = draft.opens_at.getTime() <= at;
  const all = pattern.tasks;
  const late = all.filter((task) => dueAt(task, draft).getTime() < at);
  const asks: Asks = { opened_at: isLate ? draft.opens_at : null, late_tasks: late.length };
  const open = {
    opened_at: isLate && !late_opening ? draft.opens_at : null,
    late_tasks: late.length > 0 && !late_tasks ? late.length : 0,
  };
  // Both are asked together, so whoever answered one sees the other's answer kept.
  if (open.opened_at || open.late_tasks > 0) return { is: 'asked', asks, values };
  const tasks = tasksOf(all, late, late_tasks, draft, now);
  if (!isLate || late_opening !== 'on') return { is: 'planned', draft, tasks };
  const opens_at = momentOf(typed.value.late_day, typed.value.late_time ?? '09:00', draft.zone);
  if (!opens_at || opens_at.getTime() <= at) return { ...wrong(values, 'late_day', 'form.in_the_past'), asks };
  if (opens_at >= draft.closes_at) return { ...wrong(values, 'late_day', 'events.closes_before_opening'), asks };
  return { is: 'planned', draft: { ...draft, opens_at }, tasks };
}

/**
 * In another house the number the last one held is not true: there it is what the venue says, or nobody's guess. So are the
 * seats offered, where the new room's number is known. What somebody typed over the pattern's numbers stays.
 */
export function withRoom(fields: Values, pattern: Pattern, venue: Here['venue']): Values {
  const isTypedElsewhere = !venue && fields.place_name !== pattern.place_name;
  if ((venue?.venue_id ?? null) === pattern.venue_id && !isTypedElsewhere) return fields;
  if (pattern.place_name === '') return fields;
  const was = carried(pattern);
  const held = venue?.capacity == null ? '' : String(venue.capacity);
  return {
    ...fields,
    room_capacity: fields.room_capacity === was.room_capacity ? held : fields.room_capacity,
    cap: fields.cap === was.cap && held ? held : fields.cap,
  };
}

/** The checklist, with what is late for it kept, left out, or due from today on. */
function tasksOf(
  all: PatternTask[],
  late: readonly PatternTask[],
  what: 'keep' | 'leave' | 'today' | undefined,
  draft: EventDraft,
  now: Instant,
): PatternTask[] {
  if (what === 'today') {
    const offset = dueWithinADay(draft, now);
    return all.map((task) => (late.includes(task) ? { ...task, ...offset } : task));
  }
  if (what !== 'leave') return all;
  return withoutGaps(
    all,
    all.filter((task) => !late.includes(task)),
  );
}

/** The columns of an evening as the text a browser would send for them. */
function carried(pattern: Pattern): Values {
  return {
    starts: pattern.starts,
    ends: Temporal.PlainTime.from(pattern.starts)
      .add({ minutes: pattern.minutes })
      .toString({ smallestUnit: 'minute' }),
    kind: pattern.kind,
    venue: pattern.venue_id ?? '',
    place_name: pattern.place_name,
    place_address: pattern.place_address,
    place_arrival: pattern.place_arrival,
    online_url: pattern.online_url ?? '',
    room_capacity: pattern.room_capacity === null ? '' : String(pattern.room_capacity),
    cap: pattern.cap === null ? '' : String(pattern.cap),
    plus_ones: String(pattern.plus_ones),
    posture: pattern.posture,
    posture_note: pattern.posture_note,
    opens: pattern.opens ?? '',
    closes_hours: String(pattern.closes_hours),
    about: pattern.about,
  };
}

function dayBefore(text: string, days: number): string {
  try {
    return Temporal.PlainDate.from(text).subtract({ days }).toString();
  } catch {
    // No day at all: the field itself says so.
    return '';
  }
}

function momentOf(date: string | null, time: string, zone: string): Date | null {
  if (!date) return null;
  const found = resolveLocal(date, time, zone);
  const at = found.kind === 'once' ? found.instant : found.kind === 'twice' ? found.first : found.after;
  return new Date(at.epochMilliseconds);
}

/** Sign-up is asked for in days here. */
function renamed({ opens_day, ...errors }: Record<string, FieldError>): Record<string, FieldError> {
  return opens_day ? { ...errors, opens_days: opens_day } : errors;
}

function wrong(values: Values, field: string, code: string): Extract<Planned, { is: 'wrong' }> {
  const refused = refuseField({ ok: true, value: null, values }, field, code);
  return { is: 'wrong', errors: refused.ok ? {} : refused.errors, values };
}

/** Tasks say what they wait for by place, and places move up when some are left out. */
function withoutGaps(all: readonly PatternTask[], left: readonly PatternTask[]): PatternTask[] {
  return left.map((task) => ({
    ...task,
    needs: task.needs.map((place) => left.indexOf(all[place] as PatternTask)).filter((place) => place >= 0),
  }));
}

/** The day after today, for the field that asks when sign-up opens instead. */
export function tomorrow(now: Instant, zone: string): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toString();
}
