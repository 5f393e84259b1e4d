// The fields of an evening that most leave as they are: online link, zone, seats to offer, sign-up times, guests, money.
import { zoneOfPlace } from '#groups';
import type { Lang } from '#kit/words.ts';
import { Field, Select } from '#ui/field.tsx';
import type { Fields } from '#ui/fields-of.ts';
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

type Props = Fields & {
  t: Say;
  lang: Lang;
  isNew: boolean;
  /** The group's. */
  zone: string | undefined;
};

/** `isNew`: afterwards the seats offered are changed on a page of their own, because people may have them. */
export function Rare({ t, lang, value, of, isNew, zone }: Props) {
  return (
    <>
      <Field label={t('form.online_url')} {...of('online_url')} type="url" hint={t('form.online_url.hint')} optional />
      {isNew && <Field label={t('form.cap')} {...of('cap')} inputmode="numeric" hint={t('form.cap.hint')} optional />}
      <p class="ui-hint">{t('form.opens.hint')}</p>
      <div class="events-two">
        <Field label={t('form.opens_day')} {...of('opens_day')} type="date" optional />
        <Field label={t('form.opens')} {...of('opens')} type="time" optional />
      </div>
      <Select
        label={t('form.closes_hours')}
        {...of('closes_hours', '24')}
        options={[0, 1, 3, 6, 24, 48, 72].map((n) => ({ value: String(n), label: t('form.closes.n', { n }) }))}
      />
      <Select
        label={t('form.plus_ones')}
        {...of('plus_ones', '0')}
        options={[0, 1, 2, 3].map((n) => ({ value: String(n), label: t('seat.guests.n', { n }) }))}
      />
      <Select
        label={t('form.posture')}
        {...of('posture', 'free')}
        options={(['free', 'fee', 'deposit', 'elsewhere'] as const).map((posture) => ({
          value: posture,
          label: t(`form.posture.${posture}`),
        }))}
      />
      <Field label={t('form.posture_note')} {...of('posture_note')} maxlength={300} optional />
      <ZoneField
        lang={lang}
        label={t('form.zone')}
        {...of('zone')}
        first={[zone, ...['place_address', 'place_name'].map((name) => zoneOfPlace(value(name)))]}
        required
      />
    </>
  );
}
