// What this room hangs on a group's settings: the venues it chooses from, and the way to more.
import type { Panel } from '#kit/panels.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { addressOf } from './card.ts';
import { venuePaths } from './paths.ts';
import { venuesOfGroup } from './queries.ts';
import { words } from './words.ts';

/** One statement. */
export const venueSettings: Panel<'groups.settings'> = async (db, view, { group }) => {
  const t = words(view.lang);
  const venues = await venuesOfGroup(db, group.group_id);
  return (
    <Section title={t('title')} id="venues">
      <Rows>
        {venues.map((venue) => (
          <Row key={venue.venue_id} title={<bdi>{venue.name}</bdi>} href={venuePaths.show(venue.slug)}>
            {addressOf(venue)}
          </Row>
        ))}
        <Row title={t('panel.find')} href={venuePaths.list()}>
          {t('lead')}
        </Row>
      </Rows>
    </Section>
  );
};
