// What this room hangs on the organisers' page of an evening.
import { morningAfterOf, morningRules } from '#events';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { tonightPaths } from './paths.ts';
import { words } from './words.ts';

/** The morning after, as long as somebody is asked about it and later to look up. One statement, and none before the end. */
export const nightPanel: Panel<'events.manage'> = async (db, view, { shown: { event, group } }) => {
  if (morningRules.refuse(event, view.now) !== null) return null;
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const noted = await morningAfterOf(db, event);
  if (!noted && !morningRules.isAskedAbout(event, view.now)) return null;
  return (
    <Section title={t('morning.title')}>
      <p>{t(noted ? 'panel.noted' : 'panel.to_note')}</p>
      {noted ? (
        <Rows>
          <Row title={t('panel.noted.see')} href={tonightPaths.morning(g, e)} />
        </Rows>
      ) : (
        <ButtonLink href={tonightPaths.morning(g, e)}>{t('panel.to_note.go')}</ButtonLink>
      )}
    </Section>
  );
};

/** Ways to the slides. No statement. */
export const slidesPanel: Panel<'events.manage'> = async (_db, view, { shown: { event, group } }) => {
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
