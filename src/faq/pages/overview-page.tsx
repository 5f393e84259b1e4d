// The four pages of questions and how they stand, for the team.
import { type Group, groupPaths } from '#groups';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Faq } from '../faq.ts';
import { faqPaths } from '../paths.ts';
import { words } from '../words.ts';

export function OverviewPage({ view, group, faqs }: { view: View; group: Group; faqs: readonly Faq[] }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('title')} accent={group.color} width="form">
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={t('title')}>
        <p>{t('lead')}</p>
      </Masthead>
      <Rows>
        {faqs.map(({ audience, published_at, changed_at, entries }) => (
          <Row key={audience} title={t(`for.${audience}`)} href={faqPaths.edit(group.slug, audience)}>
            {t(published_at ? 'stand.public' : changed_at ? 'stand.draft' : 'stand.new')}{' '}
            {t('open', { n: entries.filter(({ from, hidden }) => from === 'open' && !hidden).length })}
          </Row>
        ))}
      </Rows>
    </Page>
  );
}
