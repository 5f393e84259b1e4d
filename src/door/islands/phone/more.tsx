// Who rings outside, who came in last, how the doors stand, and how this phone stops being one of them.
import type { Scan } from '../../merge-rules.ts';
import type { Model } from './model.ts';
import { clockAt, type Say } from './say.ts';

type Props = { model: Model; t: Say; undo: (scan: Scan) => void };

export function Outside({ model, t }: Pick<Props, 'model' | 't'>) {
  const waiting = model.outside.filter(({ person_id }) => !model.book.arrival(person_id));
  if (waiting.length === 0) return null;
  return (
    <section class="door-outside" role="alert">
      <h2 class="door-over">{t('outside')}</h2>
      <ul>
        {waiting.map(({ person_id, name, place, at }) => (
          <li key={person_id}>
            <p>
              <bdi>{name || t('guest.unnamed')}</bdi> {place && <bdi>· {place}</bdi>}{' '}
              <small>{t('outside.since', { time: clockAt(model.props, at) })}</small>
            </p>
            <button type="button" class="door-way" onClick={() => model.fetch(person_id)}>
              {t('outside.fetched')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last few who came in at this phone, to take a mistake back. */
export function Recent({ model, t, undo, most = 3 }: Props & { most?: number }) {
  const own = model.recent(most);
  if (own.length === 0) return null;
  return (
    <section class="door-recent">
      <h2 class="door-over">{t('recent')}</h2>
      <ul>
        {own.map((scan) => (
          <li key={scan.scan_id}>
            <p>
              <bdi>{nameOf(model, scan, t)}</bdi> {scan.heads > 1 && <b>{scan.heads}</b>}{' '}
              <small>{clockAt(model.props, scan.at)}</small>
            </p>
            <button
              type="button"
              class="door-way door-way-quiet"
              aria-label={`${t('undo')}: ${nameOf(model, scan, t)}`}
              onClick={() => undo(scan)}
            >
              {t('undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ guests }: Model, { person_id, name }: Scan, t: Say): string {
  if (person_id === null) return name || t('walk_in.unnamed');
  return guests.get(person_id)?.name || t('guest.unnamed');
}

export function More({ model, t, undo }: Props) {
  const { props, book, phones } = model;
  const heads = book.headsByDevice();
  const unsent = model.unsent().length;
  return (
    <div class="door-more">
      <h2 class="door-over">{t('doors')}</h2>
      <ul class="door-doors">
        {Object.entries(phones).map(([device_id, name]) => (
          <li key={device_id}>
            <bdi>{name}</bdi>
            <b>{heads.get(device_id) ?? 0}</b>
          </li>
        ))}
      </ul>
      <Recent model={model} t={t} undo={undo} most={12} />
      <p class="door-hint">{t('more.names', { until: props.until })}</p>
      {unsent > 0 && (
        <p class="door-hint" role="alert">
          {t('more.leave.waiting', { n: unsent })}
        </p>
      )}
      <button
        type="button"
        class="door-way door-way-quiet"
        disabled={unsent > 0 || !model.is_online}
        onClick={() => void leave(model)}
      >
        {t('more.leave')}
      </button>
    </div>
  );
}

/** First it carries nothing any more, then it knows nothing any more. */
async function leave(model: Model): Promise<void> {
  await fetch(model.props.paths.away, { method: 'POST', redirect: 'manual' }).catch(() => {});
  await model.end('revoked');
}
