// Bring a group in: its file, perhaps another address, and what will happen.

import { sitePaths } from '#site';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field, FileField } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Crumb } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { archivePaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  /** As it was typed. */
  slug: string;
  /** Megabytes a browser may bring. */
  most: number;
  errors: { archive?: string; slug?: string };
};

export function MoveInPage({ view, slug, most, errors }: Props) {
  const t = words(view.lang);
  const labels = { archive: t('move_in.file'), slug: t('move_in.slug') };
  const wrong = (['archive', 'slug'] as const).flatMap((field) => {
    const error = errors[field];
    return error ? [{ field, label: labels[field], error }] : [];
  });
  return (
    <Page view={view} title={t('move_in.title')} width="form">
      <Masthead over={<Crumb href={sitePaths.keeper()}>{t('move_in.up')}</Crumb>} title={t('move_in.title')}>
        <p class="ui-lede">{t('move_in.lede')}</p>
      </Masthead>
      <ErrorSummary view={view} errors={wrong} />
      <form method="post" action={archivePaths.moveIn()} enctype="multipart/form-data">
        <FileField
          label={labels.archive}
          name="archive"
          error={errors.archive}
          hint={t('move_in.file_hint', { n: most })}
          accept=".zip,application/zip"
          required
        />
        <Field
          label={labels.slug}
          name="slug"
          value={slug}
          error={errors.slug}
          hint={t('move_in.slug_hint')}
          prefix={`${new URL(view.origin).host}/g/`}
          maxlength={60}
          optional
        />
        <Button>{t('move_in.button')}</Button>
      </form>
      <Section title={t('move_in.what')}>
        <ul>
          <li>{t('move_in.what.whole')}</li>
          <li>{t('move_in.what.people')}</li>
          <li>{t('move_in.what.mail')}</li>
          <li>{t('move_in.what.owners')}</li>
        </ul>
      </Section>
    </Page>
  );
}
