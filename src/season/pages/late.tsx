// Planned late: what a pattern would have done before now is asked about, never done in silence.
import { instantOf, sayTime } from '#kit/time.ts';
import { Choice, Field } from '#ui/field.tsx';
import type { Fields } from '#ui/fields-of.ts';
import type { View } from '#ui/view.ts';
import type { Asks } from '../plan-form.ts';
import { tomorrow } from '../plan-form.ts';
import type { Say } from '../words.ts';

type Props = Fields & {
  view: View;
  asks: Asks;
  zone: string;
  t: Say;
};

export function Late({ view, asks, zone, t, of }: Props) {
  return (
    <div class="season-late" role="alert">
      <h2>{t('late.title')}</h2>
      {asks.opened_at && (
        <>
          <Choice
            label={t('late.opening', {
              when: sayTime(instantOf(asks.opened_at), zone, view.lang, 'moment'),
              days: Math.floor((view.now.epochMilliseconds - asks.opened_at.getTime()) / 86_400_000),
            })}
            {...of('late_opening', 'at_once')}
            options={[
              { value: 'at_once', label: t('late.at_once') },
              { value: 'on', label: t('late.on') },
            ]}
          />
          <div class="season-two season-two-even">
            <Field label={t('plan.field.late_day')} {...of('late_day', tomorrow(view.now, zone))} type="date" />
            <Field label={t('late.time')} {...of('late_time', '09:00')} type="time" />
          </div>
        </>
      )}
      {asks.late_tasks > 0 && (
        <Choice
          label={t('late.tasks', { n: asks.late_tasks })}
          {...of('late_tasks', 'keep')}
          options={[
            { value: 'keep', label: t('late.keep') },
            { value: 'today', label: t('late.today') },
            { value: 'leave', label: t('late.leave') },
          ]}
        />
      )}
    </div>
  );
}
