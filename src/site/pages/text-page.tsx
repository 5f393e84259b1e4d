// Imprint and privacy, as everybody reads them.
import { instantOf, sayTime } from '#kit/time.ts';
import { Page } from '#ui/layout.tsx';
import { Prose } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { sitePaths } from '../paths.ts';
import type { TextName } from '../tables.ts';
import { type Operator, type SiteText, textHtml } from '../texts.ts';
import { words } from '../words.ts';

type TextPageProps = { view: View; name: TextName; text: SiteText; operator: Operator | null };

export function TextPage({ view, name, text, operator }: TextPageProps) {
  const t = words(view.lang);
  const html = textHtml(text.body, operator, { server: view.origin, missing: t('text.missing') });
  return (
    <Page view={view} title={t(`${name}.title`)} width="narrow">
      <Masthead title={t(`${name}.title`)} />
      {!operator && (
        <p class="ui-soft">
          {t('text.missing.note')} {view.viewer?.is_keeper && <a href={sitePaths.texts()}>{t('text.missing.fill')}</a>}
        </p>
      )}
      <Prose html={html} />
      {text.changed_at && (
        <p class="ui-small ui-soft">
          {t('text.changed', { when: sayTime(instantOf(text.changed_at), view.zone ?? 'UTC', view.lang, 'date') })}
        </p>
      )}
    </Page>
  );
}
