// The form that asks for a seat: one tap for those signed in, name and address for everybody else.
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Select } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import type { View } from '#ui/view.ts';
import { WhoAsks } from '#ui/who-asks.tsx';
import { eventPaths } from '../paths.ts';
import type { Event, EventGroup } from '../queries.ts';
import { isPromoting } from '../rules.ts';
import type { Say } from '../words.ts';
import type { SeatForm } from './seat-box.tsx';

type Props = { view: View; event: Event; group: EventGroup; isFull: boolean; form?: SeatForm | undefined; t: Say };

export function TakeSeat({ view, event, group, isFull, form, t }: Props) {
  const { value, of } = fieldsOf(form?.values ?? {}, form?.errors);
  return (
    <form class="ui-form" method="post" action={eventPaths.seat(group.slug, event.slug)}>
      {form?.refusal && (
        <p class="ui-error" role="alert">
          {form.refusal}
        </p>
      )}
      {!view.viewer && <WhoTakes form={form} t={t} />}
      {event.plus_ones > 0 && (
        <Select
          label={t('seat.guests')}
          {...of('guests', '0')}
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
          checked={value('ask_first') === 'yes'}
          hint={t('seat.wait.ask')}
        />
      )}
      <Button>{t(isFull ? 'seat.wait' : 'seat.take')}</Button>
      <p class="ui-small">{view.viewer ? t('seat.as', { name: view.viewer.name }) : t('seat.small')}</p>
    </form>
  );
}

/** The same two questions wherever a seat is asked for. */
export function WhoTakes({ form, t }: Pick<Props, 'form' | 't'>) {
  const { of } = fieldsOf(form?.values ?? {}, form?.errors);
  return <WhoAsks of={of} labels={{ name: t('seat.name'), address: t('seat.address') }} />;
}
