// Where the keeper says who runs the server and changes imprint and privacy.
import type { Values } from '#kit/form.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { type Lang, languageNames, languages } from '#kit/words.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Crumb, Prose } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { sitePaths } from '../paths.ts';
import { type TextName, textNames } from '../tables.ts';
import { type Operator, textHtml } from '../texts.ts';
import { words } from '../words.ts';

type Own = readonly { name: TextName; lang: Lang; changed_at: Date }[];
type TextsPageProps = { view: View; own: Own; values: Values; errors?: Record<string, string> | undefined };

export function TextsPage({ view, own, values, errors = {} }: TextsPageProps) {
  const t = words(view.lang);
  const labels = { name: t('texts.name'), address: t('texts.address'), mail: t('texts.mail') };
  const wrong = Object.entries(labels).flatMap(([field, label]) =>
    errors[field] ? [{ field, label, error: errors[field] }] : [],
  );
  return (
    <Page view={view} title={t('texts.title')} width="narrow">
      <Masthead title={t('texts.title')} over={<Crumb href={sitePaths.keeper()}>{t('keeper.title')}</Crumb>}>
        <p class="ui-lede">{t('texts.lede')}</p>
      </Masthead>
      <Section title={t('texts.operator')}>
        <ErrorSummary view={view} errors={wrong} />
        <form method="post" action={sitePaths.texts()}>
          <Field
            label={labels.name}
            name="name"
            hint={t('texts.name.hint')}
            value={String(values.name ?? '')}
            error={errors.name}
            maxlength={200}
            autocomplete="organization"
            required
          />
          <TextArea
            label={labels.address}
            name="address"
            rows={4}
            value={String(values.address ?? '')}
            error={errors.address}
            maxlength={500}
            required
          />
          <Field
            label={labels.mail}
            name="mail"
            type="email"
            hint={t('texts.mail.hint')}
            value={String(values.mail ?? '')}
            error={errors.mail}
            maxlength={254}
            autocomplete="email"
            required
          />
          <Button>{t('texts.save')}</Button>
        </form>
      </Section>
      <Section title={t('texts.texts')}>
        <Rows>
          {textNames.flatMap((name) =>
            languages.map((lang) => <TextRow key={`${name} ${lang}`} view={view} name={name} lang={lang} own={own} />),
          )}
        </Rows>
      </Section>
    </Page>
  );
}

function TextRow({ view, name, lang, own }: { view: View; name: TextName; lang: Lang; own: Own }) {
  const t = words(view.lang);
  const kept = own.find((each) => each.name === name && each.lang === lang);
  const label = t('texts.edit.label', { name: t(`${name}.title`), lang: languageNames[lang] });
  return (
    <Row
      title={t('text.title', { name: t(`${name}.title`), lang: languageNames[lang] })}
      action={
        <a href={sitePaths.text(name, lang)} aria-label={label}>
          {t('texts.edit')}
        </a>
      }
    >
      {kept ? t('texts.own', { when: sayDate(kept.changed_at, view) }) : t('texts.ours')}
    </Row>
  );
}

type EditTextPageProps = {
  view: View;
  name: TextName;
  lang: Lang;
  body: string;
  operator: Operator | null;
  error?: string | undefined;
};

export function EditTextPage({ view, name, lang, body, operator, error }: EditTextPageProps) {
  const t = words(view.lang);
  const title = t('text.title', { name: t(`${name}.title`), lang: languageNames[lang] });
  const html = textHtml(body, operator, { server: view.origin, missing: words(lang)('text.missing') });
  return (
    <Page view={view} title={title} width="narrow">
      <Masthead title={title} over={<Crumb href={sitePaths.texts()}>{t('texts.title')}</Crumb>} />
      <form method="post" action={sitePaths.text(name, lang)}>
        <TextArea
          label={t('text.body')}
          name="body"
          rows={24}
          hint={t('text.body.hint')}
          value={body}
          error={error}
          maxlength={40_000}
        />
        <Button>{t('text.save')}</Button>
      </form>
      <Section title={t('text.preview')}>
        <Prose html={html} lang={lang} />
      </Section>
    </Page>
  );
}

function sayDate(at: Date, view: View): string {
  return sayTime(instantOf(at), view.zone ?? 'UTC', view.lang, 'date');
}
