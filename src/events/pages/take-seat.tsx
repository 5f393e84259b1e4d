// The form that asks for a seat: one tap for those signed in, name and address for everybody else.
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Field, Select } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { Event, EventGroup } from '../queries.ts';
import { isPromoting } from '../rules.ts';
import type { Say } from '../words.ts';
import type { SeatForm } from './seat-box.tsx';

type Props = { view: View; event: Event; group: EventGroup; isFull: boolean; form?: SeatForm | undefined; t: Say };

export function TakeSeat({ view, event, group, isFull, form, t }: Props) {
  const values = form?.values ?? {};
  const errors = form?.errors ?? {};
  return (
    <form class="ui-form" method="post" action={eventPaths.seat(group.slug, event.slug)}>
      {form?.refusal && (
        <p class="ui-error" role="alert">
          {form.refusal}
        </p>
      )}
      {!view.viewer && <WhoAsks form={form} t={t} />}
      {event.plus_ones > 0 && (
        <Select
          label={t('seat.guests')}
          name="guests"
          value={values.guests ?? '0'}
          error={errors.guests}
          options={Array.from({ length: event.plus_ones + 1 }, (_, n) => ({
            value: String(n),
            label: t('seat.guests.n', { n }),
          }))}
        />
      )}
      {isFull && isPromoting(event, view.now) && (
        <Checkbox
          label={t('seat.waiting.ask')}
          name="ask_first"
          value="yes"
          checked={values.ask_first === 'yes'}
          hint={t('seat.wait.ask')}
        />
      )}
      <Button>{t(isFull ? 'seat.wait' : 'seat.take')}</Button>
      <p class="ui-small">{view.viewer ? t('seat.as', { name: view.viewer.name }) : t('seat.small')}</p>
    </form>
  );
}

/** Name and address of somebody we do not know yet; the code follows by mail. */
export function WhoAsks({ form, t }: Pick<Props, 'form' | 't'>) {
  const values = form?.values ?? {};
  const errors = form?.errors ?? {};
  return (
    <>
      <Field
        label={t('seat.name')}
        name="name"
        value={values.name}
        error={errors.name}
        autocomplete="name"
        maxlength={120}
        required
      />
      <Field
        label={t('seat.address')}
        name="address"
        type="email"
        value={values.address}
        error={errors.address}
        autocomplete="email"
        maxlength={254}
        required
      />
    </>
  );
}
