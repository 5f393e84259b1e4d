// The fields of an evening that most leave as they are: online link, zone, seats to offer, sign-up times, guests, money.
import { zoneOfPlace } from '#groups';
import type { Lang } from '#kit/words.ts';
import { Field, Select } from '#ui/field.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import type { Say } from '../words.ts';

/** Names of these fields: one that was refused opens them. */
export const rare = [
  'online_url',
  'zone',
  'cap',
  'opens_day',
  'opens',
  'closes_hours',
  'plus_ones',
  'posture',
  'posture_note',
] as const;

type Props = {
  t: Say;
  lang: Lang;
  value: (name: string) => string;
  errors: Record<string, string>;
  isNew: boolean;
  /** The group's. */
  zone: string | undefined;
};

/** `isNew`: afterwards the seats offered are changed on a page of their own, because people may have them. */
export function Rare({ t, lang, value, errors, isNew, zone }: Props) {
  return (
    <>
      <Field
        label={t('form.online_url')}
        name="online_url"
        type="url"
        value={value('online_url')}
        error={errors.online_url}
        hint={t('form.online_url.hint')}
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
      <p class="ui-hint">{t('form.opens.hint')}</p>
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
        error={errors.plus_ones}
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
      <ZoneField
        lang={lang}
        label={t('form.zone')}
        name="zone"
        value={value('zone')}
        error={errors.zone}
        first={[zone, ...['place_address', 'place_name'].map((name) => zoneOfPlace(value(name)))]}
        required
      />
    </>
  );
}
