// Who fits what was typed, each a row as large as a thumb.
import type { DoorGuest } from '../../verdict-rules.ts';
import type { Model } from './model.ts';
import { clockAt, type Say } from './say.ts';

type Props = { model: Model; query: string; t: Say; onPick: (guest: DoorGuest) => void };

export function Found({ model, query, t, onPick }: Props) {
  if (query.trim() === '') return <p class="door-hint">{t('search.empty')}</p>;
  const found = model.find(query);
  if (found.length === 0) {
    return (
      <p class="door-hint" role="status">
        {t('search.none')}
      </p>
    );
  }
  return (
    <ul class="door-found">
      {found.map((guest) => (
        <li key={guest.person_id}>
          <button type="button" class="door-guest" onClick={() => onPick(guest)}>
            <bdi>{guest.name || t('guest.unnamed')}</bdi>
            <small>{standOf(model, guest, t)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function standOf(model: Model, { person_id, party, stand }: DoorGuest, t: Say): string {
  const arrival = model.book.arrival(person_id);
  if (arrival && arrival.heads < party) return t('guest.partly', { n: arrival.heads, party });
  if (arrival) return `✓ ${t('guest.in', { time: clockAt(model.props, arrival.scans[0]?.at ?? 0) })}`;
  return stand === 'seat' ? t('guest.seat', { n: party }) : t(`guest.${stand}`);
}
