// What this room hangs on the organisers' page of an evening.
import type { Panel } from '#kit/panels.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { tonightPaths } from './paths.ts';
import { words } from './words.ts';

/** Ways to what the night needs. No statement. */
export const nightPanel: Panel<'events.manage'> = async (_db, view, { shown: { event, group } }) => {
  if (event.stage === 'cancelled') return null;
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  return (
    <Section title={t('panel.night')}>
      <Rows>
        <Row title={t('slides.link')} href={tonightPaths.slides(g, e)}>
          {t('panel.slides')}
        </Row>
        <Row title={t('opener.title')} href={tonightPaths.slidesEdit(g, e)} />
      </Rows>
    </Section>
  );
};
