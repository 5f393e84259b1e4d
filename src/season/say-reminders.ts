// How many mails go out before an evening, in words.
import type { ReminderPlan } from '#events';
import type { Say } from './words.ts';

/** "Four mails before the evening." `null` is the usual plan. */
export function sayReminders(plan: ReminderPlan | null, t: Say): string {
  if (plan === null) return t('plan.along.reminders.usual');
  return t('plan.along.reminders.n', { n: plan.filter(({ on }) => on).length });
}
