// What hangs on other pages about series one can join: on an evening's, a group's, and one's own.
import type { Panel } from '#kit/panels.ts';
import { dotted } from '#ui/dotted.ts';
import { Kept } from '#ui/kept.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import { saySeries } from '../series/say-rhythm.ts';
import { words } from '../words.ts';
import { type ListedSeries, listedAlong, type SeriesAlong, seriesOfGroup, seriesOfPerson } from './read-regulars.ts';

declare module '#kit/panels.ts' {
  interface ReadAlong {
    /** The series an evening is one of, while it goes on. */
    'season.series': SeriesAlong | null;
  }
}

export { seriesAlong } from './read-regulars.ts';

/** The series an evening belongs to, read along with it. */
export const eveningSeries: Panel<'events.page'> = async (_, view, { shown: { along, event, group } }) => {
  const series = along['season.series'];
  if (!series) return null;
  const t = words(view.lang);
  const listed = () => [listedAlong(series, group)];
  return (
    <Kept
      of={event}
      as="season.series"
      draw={() => <Listed view={view} title={t('regular.part_of')} series={listed()} more={t('regular.invite')} />}
    />
  );
};

/** The series of a group. One statement. */
export const groupSeries: Panel<'groups.page'> = async (db, view, { group, person_id }) => {
  const series = await seriesOfGroup(db, group.group_id, person_id);
  return series.length === 0 ? null : (
    <Listed view={view} title={words(view.lang)('regular.comes_round')} series={series} />
  );
};

/** What one joined. One statement. */
export const mySeries: Panel<'people.me'> = async (db, view, { person_id }) => {
  const series = await seriesOfPerson(db, person_id);
  return series.length === 0 ? null : (
    <Listed view={view} title={words(view.lang)('regular.mine')} series={series} ofGroups />
  );
};

type Props = { view: View; title: string; series: readonly ListedSeries[]; ofGroups?: boolean; more?: string };

function Listed({ view, title, series, ofGroups = false, more = '' }: Props) {
  const t = words(view.lang);
  return (
    <Section title={title}>
      <Rows>
        {series.map((one) => (
          <Row
            key={`${one.group} ${one.slug}`}
            title={<span lang={one.language}>{one.title}</span>}
            href={seasonPaths.series(one.group, one.slug)}
          >
            {dotted([
              ofGroups ? one.group_name : '',
              saySeries(one, view.lang),
              ofGroups || !one.is_regular ? '' : t('regular.is'),
            ])}
            {more && <div>{more}</div>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
