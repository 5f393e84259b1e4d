// The last year of a group: each evening's range as it was forecast, and how many came; an evening ahead at the end.
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Empty } from '#ui/panel.tsx';
import { type RangeBar, RangeChart } from '#ui/range-chart.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Outlook } from '../rules.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  year: Outlook['year'];
  /** The evening the page is about, and how many its room holds. */
  ahead?: { starts_at: Date; zone: string; range: Outlook['range']; room: number | null } | undefined;
  /** Where evenings that were are typed in; where these are taken along. */
  past: string;
  csv?: string | undefined;
};

export function LastYear({ view, year, ahead, past, csv }: Props) {
  const t = words(view.lang);
  if (year.length === 0) {
    return (
      <Section title={t('year')}>
        <Empty title={t('year.none')} action={<ButtonLink href={past}>{t('past.link')}</ButtonLink>}>
          {t('year.none.text')}
        </Empty>
      </Section>
    );
  }
  const month = (at: Date, zone: string) =>
    new Intl.DateTimeFormat(view.lang, { month: 'short', timeZone: zone }).format(at);
  const bars = year.map(
    ({ night, starts_at, zone, low, high, middle, came }): RangeBar => ({
      key: night,
      label: month(new Date(starts_at), zone),
      low,
      high,
      middle,
      happened: came,
    }),
  );
  if (ahead) {
    const { p10: low, p90: high, p50: middle } = ahead.range;
    bars.push({ key: 'ahead', label: month(ahead.starts_at, ahead.zone), low, high, middle, happened: null });
  }
  const room = ahead?.room ?? null;
  const hits = year.filter(({ low, high, came }) => came >= low && came <= high).length;
  return (
    <Section title={t('year')}>
      <p class="ui-soft">{t('year.text')}</p>
      <RangeChart
        bars={bars}
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
              evening: dotted([sayTime(instantOf(new Date(starts_at)), zone, view.lang, 'day'), title]),
              signed_up: rsvps,
              range: `${low}–${high}`,
              middle,
              came,
            },
          }))}
        />
        {csv && (
          <p>
            <a href={past}>{t('past.link')}</a> ·{' '}
            <a href={csv} download>
              {t('year.csv')}
            </a>
          </p>
        )}
      </details>
    </Section>
  );
}
