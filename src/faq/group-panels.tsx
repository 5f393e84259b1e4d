// What this room hangs on a group's pages: the way to its answers, and for the team the way to write them.
import type { Panel } from '#kit/panels.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { publishedFaqs } from './faq.ts';
import { faqPaths } from './paths.ts';
import { words } from './words.ts';

/** Answers that are published. One statement; nothing while there are none. */
export const faqPanel: Panel<'groups.page'> = async (db, view, { group }) => {
  const t = words(view.lang);
  const published = await publishedFaqs(db, group);
  if (published.length === 0) return null;
  return (
    <Section title={t('panel.title')}>
      <Rows>
        {published.map((audience) => (
          <Row key={audience} title={t(`for.${audience}`)} href={faqPaths.show(group.slug, audience)} />
        ))}
      </Rows>
    </Section>
  );
};

/** No statement. */
export const faqSettings: Panel<'groups.settings'> = async (_db, view, { group }) => {
  const t = words(view.lang);
  return (
    <Section title={t('panel.title')}>
      <Rows>
        <Row title={t('panel.write')} href={faqPaths.all(group.slug)} />
      </Rows>
    </Section>
  );
};
