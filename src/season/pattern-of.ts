// An evening that was, as the pattern of the next: every time becomes a distance from its beginning. Pure.
import type { Event, QuestionDraft, ReminderPlan } from '#events';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { isLanguage } from '#kit/words.ts';
import type { Pattern, PatternItem, PatternTask } from './pattern.ts';
import { placeInMonth } from './rhythm.ts';
import { words } from './words.ts';

type Item = Omit<PatternItem, 'at_minutes'> & { starts_at: Date };
type Task = Omit<PatternTask, 'needs'> & { task_id: string; needs: readonly string[] };

export type Facts = {
  event: Event;
  cap: number;
  agenda: readonly Item[];
  tasks: readonly Task[];
  reminders: ReminderPlan;
  questions: readonly QuestionDraft[];
  place_needs: string[];
};

/**
 * Carries place, cap, sign-up, agenda, reminders, questions to guests (not their answers) and checklist. Leaves behind what belonged to that one evening: its text, who
 * spoke about what, and which sponsor it was.
 */
export function patternOf({ event, cap, agenda, tasks, reminders, questions, place_needs }: Facts): Pattern {
  const starts = wallClock(instantOf(event.starts_at), event.zone);
  const opens = wallClock(instantOf(event.opens_at), event.zone);
  const days = Temporal.PlainDate.from(opens.date).until(starts.date, { largestUnit: 'day' }).days;
  const place = tasks.map(({ task_id }) => task_id);
  return {
    ...placeInMonth(starts.date),
    starts: starts.time,
    minutes: minutesBetween(event.starts_at, event.ends_at),
    zone: event.zone,
    kind: event.kind,
    place_name: event.place_name,
    place_address: event.place_address,
    place_arrival: event.place_arrival,
    venue_id: event.venue_id,
    online_url: event.online_url,
    place_needs,
    room_capacity: event.room_capacity,
    cap,
    plus_ones: event.plus_ones,
    posture: event.posture,
    posture_note: event.posture_note,
    about: '',
    opens_days: Math.min(365, Math.max(0, days)),
    opens: opens.time === starts.time ? null : opens.time,
    closes_hours: Math.min(72, Math.max(0, Math.round(minutesBetween(event.closes_at, event.starts_at) / 60))),
    confirmation: event.confirmation,
    questions: [...questions],
    reminders: reminders.length > 0 ? reminders : null,
    agenda: agenda.map((item) => ({
      ...slotOf(item, event.language),
      at_minutes: minutesBetween(event.starts_at, item.starts_at),
    })),
    tasks: tasks.map(({ task_id: _, needs, ...task }) => ({
      ...task,
      needs: needs.map((id) => place.indexOf(id)).filter((at) => at >= 0),
    })),
  };
}

const filledAnew = ['talk', 'lightning', 'workshop', 'sponsor_segment'] as const;

/** A talk becomes an open slot; doors, welcome and break stay as they were called. */
function slotOf({ starts_at: _, ...item }: Item, language: string): Omit<PatternItem, 'at_minutes'> {
  const type = filledAnew.find((one) => one === item.type);
  if (!type) return { ...item, who: '' };
  const t = words(isLanguage(language) ? language : 'en');
  return { ...item, title: t(`slot.${type}`), who: '', note: '' };
}

function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}
