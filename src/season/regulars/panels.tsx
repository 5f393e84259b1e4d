// What hangs on other pages about series one can join: on an evening's, a group's, and one's own.
import type { EventKey } from '#events';
import type { Panel } from '#kit/panels.ts';
import { recently } from '#kit/recently.ts';
import type { Db } from '#kit/tables.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import { saySeries } from '../series/say-rhythm.ts';
import { words } from '../words.ts';
import { type ListedSeries, seriesOfEvening, seriesOfGroup, seriesOfPerson } from './read-regulars.ts';

/** An evening's page is what a rush is on, and which series it belongs to hardly ever changes. */
const seriesOfAnyone = recently(
  (db: Db, event: EventKey) => seriesOfEvening(db, event),
  ({ event_id }) => event_id,
  { maxAgeMs: 60_000, most: 5000 },
);

/** The series an evening belongs to. One statement a minute. */
export const eveningSeries: Panel<'events.page'> = async (db, view, { shown }) => {
  const series = await seriesOfAnyone(db, shown.event);
  const t = words(view.lang);
  return series && <Listed view={view} title={t('regular.part_of')} series={[series]} more={t('regular.invite')} />;
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
            {[
              ofGroups ? one.group_name : '',
              saySeries(one, view.lang),
              ofGroups || !one.is_regular ? '' : t('regular.is'),
            ]
              .filter(Boolean)
              .join(' · ')}
            {more && <div>{more}</div>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
