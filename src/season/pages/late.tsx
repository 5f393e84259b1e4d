// Planned late: what a pattern would have done before now is asked about, never done in silence.
import { instantOf, sayTime } from '#kit/time.ts';
import { Choice, Field } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import type { Asks } from '../plan-form.ts';
import { tomorrow } from '../plan-form.ts';
import type { Say } from '../words.ts';

type Props = {
  view: View;
  asks: Asks;
  zone: string;
  t: Say;
  value: (name: string) => string;
  errors: Record<string, string>;
};

export function Late({ view, asks, zone, t, value, errors }: Props) {
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
            name="late_opening"
            value={value('late_opening') || 'at_once'}
            options={[
              { value: 'at_once', label: t('late.at_once') },
              { value: 'on', label: t('late.on') },
            ]}
          />
          <div class="season-two season-two-even">
            <Field
              label={t('plan.field.late_day')}
              name="late_day"
              type="date"
              value={value('late_day') || tomorrow(view.now, zone)}
              error={errors.late_day}
            />
            <Field label={t('late.time')} name="late_time" type="time" value={value('late_time') || '09:00'} />
          </div>
        </>
      )}
      {asks.late_tasks > 0 && (
        <Choice
          label={t('late.tasks', { n: asks.late_tasks })}
          name="late_tasks"
          value={value('late_tasks') || 'keep'}
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
