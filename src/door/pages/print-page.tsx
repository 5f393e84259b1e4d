// The guests on paper: a box to tick, a name, how many. For when all phones are flat.
import type { ShownEvent } from '#events';
import { sayTime } from '#kit/time.ts';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import type { GuestRow } from '../expected-guests.ts';
import type { Book } from '../merge-rules.ts';
import { words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; guests: GuestRow[]; book: Book };

/** Sorted as the reader's language sorts names; whoever is in already is ticked. */
export function PrintPage({ view, shown: { event }, guests, book }: Props) {
  const t = words(view.lang);
  const { compare } = new Intl.Collator(view.lang);
  const sorted = [...guests].sort((a, b) => compare(a[1], b[1]));
  const seated = sorted.filter(([, , , stand]) => stand === 'seat');
  const waiting = sorted.filter(([, , , stand]) => stand === 'waits');
  const time = sayTime(view.now, event.zone, view.lang, 'time');
  return (
    <Page view={view} title={`${t('print.title')}: ${event.title}`} bare>
      <h1 class="door-print-title">{event.title}</h1>
      <p>{t('print.text', { n: seated.length, time })}</p>
      <Names guests={seated} book={book} />
      {waiting.length > 0 && <h2>{t('print.waits')}</h2>}
      <Names guests={waiting} book={book} />
      <h2>{t('print.walk_ins')}</h2>
      <ul class="door-print">
        {Array.from({ length: 12 }, (_, i) => (
          <li key={i} class="door-print-blank">
            <span class="door-print-box" />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Names({ guests, book }: { guests: GuestRow[]; book: Book }) {
  return (
    <ul class="door-print">
      {guests.map(([person_id, name, party]) => (
        <li key={person_id}>
          <span class="door-print-box">{book.arrival(person_id) ? '✓' : ''}</span>
          <bdi>{name || '–'}</bdi>
          {party > 1 && <b>{party}</b>}
        </li>
      ))}
    </ul>
  );
}
