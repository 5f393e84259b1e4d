// The part of an evening's form about seats: how many, from when until when, and what they cost.
import { Field, Select } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import type { Say } from '../words.ts';

/** What every part of the form is given: words, what stands in a field, what is wrong with it. */
export type FormParts = { t: Say; value: (name: string) => string; errors: Record<string, string> };

export function SeatsSection({ t, value, errors, isNew }: FormParts & { isNew: boolean }) {
  return (
    <Section title={t('form.section.seats')}>
      <div class="events-two">
        <Field
          label={t('form.room_capacity')}
          name="room_capacity"
          inputmode="numeric"
          value={value('room_capacity')}
          error={errors.room_capacity}
          hint={t('form.room_capacity.hint')}
          optional
        />
        {isNew && (
          <Field
            label={t('form.cap')}
            name="cap"
            inputmode="numeric"
            value={value('cap')}
            error={errors.cap}
            hint={t('form.cap.hint')}
            optional
          />
        )}
      </div>
      <div class="events-two">
        <Field
          label={t('form.opens_day')}
          name="opens_day"
          type="date"
          value={value('opens_day')}
          error={errors.opens_day}
          optional
        />
        <Field label={t('form.opens')} name="opens" type="time" value={value('opens')} error={errors.opens} optional />
      </div>
      <p class="ui-hint">{t('form.opens.hint')}</p>
      <Select
        label={t('form.closes_hours')}
        name="closes_hours"
        value={value('closes_hours') || '24'}
        error={errors.closes_hours}
        options={[0, 1, 3, 6, 24, 48, 72].map((n) => ({ value: String(n), label: t('form.closes.n', { n }) }))}
      />
      <Select
        label={t('form.plus_ones')}
        name="plus_ones"
        value={value('plus_ones') || '0'}
        options={[0, 1, 2, 3].map((n) => ({ value: String(n), label: t('seat.guests.n', { n }) }))}
      />
      <Select
        label={t('form.posture')}
        name="posture"
        value={value('posture') || 'free'}
        options={(['free', 'fee', 'deposit', 'elsewhere'] as const).map((posture) => ({
          value: posture,
          label: t(`form.posture.${posture}`),
        }))}
      />
      <Field
        label={t('form.posture_note')}
        name="posture_note"
        value={value('posture_note')}
        error={errors.posture_note}
        maxlength={300}
        optional
      />
    </Section>
  );
}
