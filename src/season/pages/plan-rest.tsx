// Everything of a new evening that is filled already and may be changed: times, sign-up, seats, place, text.
import { Field, Select, TextArea } from '#ui/field.tsx';
import type { Fields } from '#ui/fields-of.ts';
import type { Say } from '../words.ts';

/** Names of these fields: one that was refused opens them. */
export const rest = [
  'starts',
  'ends',
  'starts_which',
  'opens_days',
  'opens',
  'closes_hours',
  'room_capacity',
  'cap',
  'kind',
  'online_url',
  'place_address',
  'place_arrival',
  'about',
] as const;

type Props = Fields & { t: Say };

export function PlanRest({ t, value, of, errors }: Props) {
  return (
    <>
      <div class="season-two season-two-even">
        <Field label={t('plan.field.starts')} {...of('starts')} type="time" required />
        <Field label={t('plan.field.ends')} {...of('ends')} type="time" required />
      </div>
      {(errors.starts || value('starts_which')) && (
        <Select
          label={t('plan.which')}
          {...of('starts_which', 'first')}
          options={(['first', 'second'] as const).map((which) => ({ value: which, label: t(`plan.which.${which}`) }))}
        />
      )}
      <div class="season-two season-two-even">
        <Field label={t('plan.field.opens_days')} {...of('opens_days')} inputmode="numeric" required />
        <Field label={t('plan.field.opens')} {...of('opens')} type="time" hint={t('plan.opens.hint')} optional />
      </div>
      <Select
        label={t('plan.field.closes_hours')}
        {...of('closes_hours')}
        options={[...new Set([0, 1, 3, 6, 24, 48, 72, Number(value('closes_hours')) || 0])]
          .sort((a, b) => a - b)
          .map((n) => ({ value: String(n), label: t('plan.closes', { n }) }))}
      />
      <div class="season-two season-two-even">
        <Field
          label={t('plan.field.room_capacity')}
          {...of('room_capacity')}
          inputmode="numeric"
          hint={t('plan.room.hint')}
          optional
        />
        <Field label={t('plan.field.cap')} {...of('cap')} inputmode="numeric" hint={t('plan.cap.hint')} optional />
      </div>
      <div class="season-typed">
        <Field label={t('plan.field.place_address')} {...of('place_address')} maxlength={300} optional />
      </div>
      <TextArea label={t('plan.arrival')} {...of('place_arrival')} rows={3} optional />
      <Select
        label={t('plan.kind')}
        {...of('kind')}
        options={(['in_person', 'online', 'both'] as const).map((kind) => ({
          value: kind,
          label: t(`plan.kind.${kind}`),
        }))}
      />
      <Field label={t('plan.field.online_url')} {...of('online_url')} type="url" optional />
      <TextArea label={t('plan.about')} {...of('about')} rows={5} optional />
    </>
  );
}
