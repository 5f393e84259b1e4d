// One audience's questions and answers, as everybody reads them; on paper it is a sheet to hand over.
import { type Group, groupPaths } from '#groups';
import { renderMarkdown } from '#kit/markdown.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { Page } from '#ui/layout.tsx';
import { Prose } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import type { Faq } from '../faq.ts';
import { publicEntries } from '../merge-rules.ts';
import { faqPaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  group: Group;
  faq: Faq;
  /** What the answers speak. */
  lang: Lang;
  isTeam: boolean;
};

export function FaqPage({ view, group, faq: { audience, published_at, entries }, lang, isTeam }: Props) {
  const t = words(view.lang);
  const title = words(lang)(`for.${audience}`);
  const read = publicEntries(entries);
  const url = `${view.origin}${faqPaths.show(group.slug, audience)}`;
  return (
    <Page
      view={view}
      title={t('page.title', { group: group.name, audience: title })}
      accent={group.color}
      width="narrow"
      head={published_at ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
    >
      <Masthead
        sticker={<Sticker size="m" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
        over={<a href={groupPaths.show(group)}>{group.name}</a>}
        title={title}
        lang={lang}
      />
      {isTeam && (
        <p class="faq-team">
          {published_at === null && t('page.draft')} <a href={faqPaths.edit(group.slug, audience)}>{t('page.edit')}</a>
        </p>
      )}
      {read.length === 0 && <p class="ui-soft">{t('page.none')}</p>}
      {read.map(({ key, question, answer }) => (
        <div key={key} class="faq-one" lang={lang}>
          <Section title={question} id={key}>
            <Prose html={renderMarkdown(answer ?? '')} />
          </Section>
        </div>
      ))}
      <p class="ui-soft">
        {t('page.source', {
          group: group.name,
          day: sayTime(instantOf(new Date(view.now.epochMilliseconds)), group.zone, view.lang, 'date'),
        })}{' '}
        <span class="faq-printed">{url}</span>
      </p>
    </Page>
  );
}
