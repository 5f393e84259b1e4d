// Changing one audience's questions: proposed from facts, with room for what only the organisers know.
import type { Group } from '#groups';
import { Button } from '#ui/button.tsx';
import { Checkbox, ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Tag } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Faq } from '../faq.ts';
import { fieldsOf, NEW } from '../forms.ts';
import type { Entry } from '../merge-rules.ts';
import { faqPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';

type Typed = { values: Record<string, string>; errors: Record<string, string> };
type Props = { view: View; group: Group; faq: Faq; typed?: Typed | undefined };

const added: Entry = { key: NEW, question: '', answer: null, hidden: false, from: 'open', proposed: null };

export function EditPage({ view, group, faq: { audience, published_at, entries }, typed }: Props) {
  const t = words(view.lang);
  const title = t(`for.${audience}`);
  const errors = Object.entries(typed?.errors ?? {}).map(([field, error]) => ({
    field,
    label: t(field.startsWith('answer') ? 'edit.answer' : 'edit.question'),
    error,
  }));
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <Masthead over={<a href={faqPaths.all(group.slug)}>{t('title')}</a>} title={title}>
        <p>
          {t(published_at ? 'stand.public' : 'stand.draft')}{' '}
          <a href={faqPaths.show(group.slug, audience)}>{t('edit.see')}</a>
        </p>
        <p>
          {t('edit.lead')} {t('edit.markdown')}
        </p>
      </Masthead>
      <ErrorSummary view={view} errors={errors} />
      <form class="ui-form" method="post" action={faqPaths.edit(group.slug, audience)}>
        {entries.map((entry) => (
          <Question key={entry.key} entry={entry} typed={typed} t={t} />
        ))}
        <h2>{t('edit.more')}</h2>
        <p class="ui-soft">{t('edit.more.hint')}</p>
        <Question entry={added} typed={typed} t={t} />
        <div class="ui-actions faq-steps">
          <Button name="step" value={published_at ? 'save' : 'publish'}>
            {t(published_at ? 'edit.save' : 'edit.publish')}
          </Button>
          <Button kind="quiet" name="step" value={published_at ? 'unpublish' : 'save'}>
            {t(published_at ? 'edit.unpublish' : 'edit.save')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Question({ entry, typed, t }: { entry: Entry; typed: Typed | undefined; t: Say }) {
  const { key, question, answer, hidden, from, proposed } = entry;
  const at = fieldsOf(key);
  const value = (field: string, otherwise: string) => typed?.values[field] ?? otherwise;
  return (
    <fieldset class="faq-question">
      <legend>
        {question || t('edit.more')}{' '}
        {key !== NEW && (
          <Tag tone={from === 'open' ? 'warn' : 'soft'}>
            {t(from === 'open' ? 'edit.needs' : from === 'own' ? 'edit.own' : 'edit.from_facts')}
          </Tag>
        )}
      </legend>
      <Field
        label={t('edit.question')}
        name={at.question}
        value={value(at.question, question)}
        error={typed?.errors[at.question]}
        maxlength={200}
      />
      <TextArea
        label={t('edit.answer')}
        name={at.answer}
        value={value(at.answer, answer ?? '')}
        error={typed?.errors[at.answer]}
        rows={4}
        maxlength={4000}
      />
      <input type="hidden" name={at.was} value={proposed?.answer ?? ''} />
      {key !== NEW && (
        <Checkbox
          label={t('edit.hide')}
          name={at.hidden}
          checked={typed ? typed.values[at.hidden] !== undefined : hidden}
        />
      )}
    </fieldset>
  );
}
