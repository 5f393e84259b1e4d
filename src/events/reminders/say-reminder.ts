// How a reminder is said to its organisers: when it goes, whether it went, and what came of it.
import { type Instant, instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { sayMoment } from '../say-event.ts';
import type { Stage } from '../tables.ts';
import type { Reminder } from './plan.ts';
import { decideRound, dueAt, type Evening, findsNobody } from './rules.ts';
import type { ShownRound } from './shown-reminders.ts';
import type { SayReminder } from './words.ts';

type About = Evening & { stage: Stage; opens_at: Date; opened_at: Date | null };

/** `Goes out on Tuesday, 1 December, 09:00.`, or that it is off, went, was left out, or will be. */
export function sayState(
  { event, lang, now, t }: { event: About; lang: Lang; now: Instant; t: SayReminder },
  reminder: Reminder,
  round: ShownRound | undefined,
): string {
  if (round?.skipped) return t(`state.${round.skipped}`);
  if (round) return t('state.sent', { n: round.told, when: sayMoment(round.at, event, lang) });
  if (!reminder.on) return t('state.off');
  const due = dueAt(event, reminder);
  if (decideRound(reminder.kind, due, event.starts_at, now) === 'passed') return t('state.will_pass');
  if (findsNobody(reminder.kind, due, event)) return t('state.finds_nobody');
  const when = sayTime(due, event.zone, lang, 'moment');
  return event.stage === 'draft' ? t('state.due.draft', { when }) : t('state.due', { when });
}

/** `After Tuesday's reminder 9 gave their seat back and 41 confirmed within a day.` Nothing where nobody was told. */
export function saySpike(round: ShownRound, zone: string, lang: Lang, now: Instant, t: SayReminder): string | null {
  const { at, told, gave_back, confirmed } = round;
  if (told === 0 || (gave_back === 0 && confirmed === 0)) return null;
  const weekday = sayTime(instantOf(at), zone, lang, 'weekday');
  const isOver = now.epochMilliseconds - at.getTime() >= 86_400_000;
  return t(isOver ? 'spike' : 'spike.so_far', { weekday, gave_back, confirmed });
}
