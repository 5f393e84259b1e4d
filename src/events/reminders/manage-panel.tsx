// Reminders on the organisers' page of an evening: who has answered, what came of each, and what goes out next.
import type { Panel } from '#kit/panels.ts';
import { sayTime } from '#kit/time.ts';
import { dot } from '#ui/dotted.ts';
import { Section } from '#ui/section.tsx';
import { eventPaths } from '../paths.ts';
import { stateAt } from '../rules.ts';
import { decideRound, dueAt, findsNobody } from './rules.ts';
import { saySpike } from './say-reminder.ts';
import { shownReminders } from './shown-reminders.ts';
import { reminderWords } from './words.ts';

/** One statement. */
export const remindersPanel: Panel<'events.manage'> = async (db, view, { shown }) => {
  const { event, group } = shown;
  const state = stateAt(event, view.now);
  if (state === 'cancelled') return null;
  const { plan, rounds, said } = await shownReminders(db, event, view.now);
  if (plan.length === 0) return null;
  const t = reminderWords(view.lang);
  const guests = eventPaths.guests(group.slug, event.slug);
  const isAhead = state !== 'live' && state !== 'done';
  const next = plan
    .filter(({ kind, on }) => on && !rounds.some((round) => round.isForNow && round.step === kind))
    .map((one) => ({ kind: one.kind, due: dueAt(event, one) }))
    .filter(({ kind, due }) => decideRound(kind, due, event.starts_at, view.now) === 'early')
    .filter(({ kind, due }) => !findsNobody(kind, due, event))
    .sort((a, b) => a.due.epochMilliseconds - b.due.epochMilliseconds)[0];
  const spikes = rounds.map((round) => saySpike(round, event.zone, view.lang, view.now, t)).filter(Boolean);
  if (!isAhead && spikes.length === 0) return null;
  const answers = (['confirmed', 'unanswered', 'soft'] as const).filter((one) => said[one] > 0);
  return (
    <Section
      title={t('panel.title')}
      action={isAhead && <a href={eventPaths.reminders(group.slug, event.slug)}>{t('panel.change')}</a>}
    >
      {isAhead && said.asked_at && answers.length > 0 && (
        <p>
          {answers.map((one, at) => (
            <>
              {at > 0 && dot}
              <a href={`${guests}?state=${one}`}>{t(`panel.${one}`, { n: said[one] })}</a>
            </>
          ))}
        </p>
      )}
      {spikes.map((spike) => (
        <p key={spike}>{spike}</p>
      ))}
      {isAhead && (
        <p class="ui-soft">
          {next
            ? t('panel.next', {
                what: t(`kind.${next.kind}`),
                when: sayTime(next.due, event.zone, view.lang, 'moment'),
              })
            : t('panel.none')}
        </p>
      )}
    </Section>
  );
};
