// The organisers' page of an evening's reminders: each with when it goes, or what became of it.
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { saySpike, sayState } from './say-reminder.ts';
import type { ShownReminders } from './shown-reminders.ts';
import { reminderWords } from './words.ts';

type Props = { view: View; shown: ShownEvent; reminders: ShownReminders };

export function RemindersPage({ view, shown, reminders }: Props) {
  const t = reminderWords(view.lang);
  const { event, group } = shown;
  const { plan, rounds } = reminders;
  return (
    <Page view={view} title={t('list.title')} accent={group.color} width="narrow">
      <Masthead over={<a href={eventPaths.manage(group.slug, event.slug)}>{event.title}</a>} title={t('list.title')}>
        <p>{t('list.text')}</p>
      </Masthead>
      <Rows label={t('list.title')}>
        {plan.map((one) => {
          const own = rounds.filter((round) => round.isForNow && round.step === one.kind);
          const spikes = own.flatMap((round) => saySpike(round, event.zone, view.lang, view.now, t) ?? []);
          return (
            <Row
              key={one.kind}
              title={t(`kind.${one.kind}`)}
              href={eventPaths.reminder(group.slug, event.slug, one.kind)}
            >
              <p>{t(`kind.${one.kind}.text`)}</p>
              <p>{[sayState({ event, lang: view.lang, now: view.now, t }, one, own[0]), ...spikes].join(' ')}</p>
              {one.kind === 'confirm' && <p>{t(`confirmation.${event.confirmation}.said`)}</p>}
            </Row>
          );
        })}
      </Rows>
      <p class="ui-small">{t('list.quiet')}</p>
    </Page>
  );
}
