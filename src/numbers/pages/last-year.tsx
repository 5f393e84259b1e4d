// The last year of a group: each evening's range as it was forecast, and how many came; the evening ahead at the end.
import type { ShownEvent } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Empty } from '#ui/panel.tsx';
import { RangeChart } from '#ui/range-chart.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import type { Outlook } from '../rules.ts';
import { words } from '../words.ts';

export function LastYear({ view, shown, outlook }: { view: View; shown: ShownEvent; outlook: Outlook }) {
  const t = words(view.lang);
  const { event, group } = shown;
  const { year, range } = outlook;
  if (year.length === 0) {
    return (
      <Section title={t('year')}>
        <Empty
          title={t('year.none')}
          action={<ButtonLink href={numberPaths.past(group.slug)}>{t('past.link')}</ButtonLink>}
        >
          {t('year.none.text')}
        </Empty>
      </Section>
    );
  }
  const month = (at: Date, zone: string) =>
    new Intl.DateTimeFormat(view.lang, { month: 'short', timeZone: zone }).format(at);
  const bars = year.map(({ night, starts_at, zone, low, high, middle, came }) => ({
    key: night,
    label: month(new Date(starts_at), zone),
    low,
    high,
    middle,
    happened: came,
  }));
  const ahead = {
    key: event.event_id,
    label: month(event.starts_at, event.zone),
    low: range.p10,
    high: range.p90,
    middle: range.p50,
    happened: null,
  };
  const room = event.room_capacity;
  const hits = year.filter(({ low, high, came }) => came >= low && came <= high).length;
  return (
    <Section title={t('year')}>
      <p class="ui-soft">{t('year.text')}</p>
      <RangeChart
        bars={[...bars, ahead]}
        says={t('year.says')}
        limit={room === null ? undefined : { at: room, label: t('year.room') }}
      />
      <p class="numbers-legend">
        {t('year.legend')}. {t('year.hits', { hits, all: year.length })}
      </p>
      <details>
        <summary>{t('year.table')}</summary>
        <Table
          caption={t('year')}
          captionHidden
          columns={[
            { key: 'evening', label: t('table.evening') },
            { key: 'signed_up', label: t('table.signed_up'), numeric: true },
            { key: 'range', label: t('table.range'), numeric: true },
            { key: 'middle', label: t('table.middle'), numeric: true },
            { key: 'came', label: t('table.came'), numeric: true },
          ]}
          rows={year.map(({ night, title, starts_at, zone, rsvps, low, high, middle, came }) => ({
            key: night,
            cells: {
              evening: [sayTime(instantOf(new Date(starts_at)), zone, view.lang, 'day'), title]
                .filter(Boolean)
                .join(' · '),
              signed_up: rsvps,
              range: `${low}–${high}`,
              middle,
              came,
            },
          }))}
        />
        <p>
          <a href={numberPaths.past(group.slug)}>{t('past.link')}</a> ·{' '}
          <a href={numberPaths.csv(group.slug, event.slug)} download>
            {t('year.csv')}
          </a>
        </p>
      </details>
    </Section>
  );
}
