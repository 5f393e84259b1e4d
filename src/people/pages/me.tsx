// A person's own page: what others read about them, and the ways to everything else that is theirs.
import type { VNode } from 'preact';
import type { Values } from '#kit/form.ts';
import { languageNames, languages } from '#kit/words.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

type MePageProps = {
  view: View;
  address: string;
  /** What stands in the fields: the profile, or what was typed when it came back. */
  values: Values;
  errors?: Record<string, string> | undefined;
  /** What other rooms hang here. */
  panels: VNode[];
};

export function MePage({ view, address, values, errors = {}, panels }: MePageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('me.title')} width="form">
      {/* Around all of it, so that it is there before anybody comes to the button. */}
      <Island name="people/forget" props={{ at: peoplePaths.signOut() }}>
        <Masthead title={t('me.title')} />
        {panels}
        <Section title={t('me.about')}>
          <ProfileForm view={view} values={values} errors={errors} />
        </Section>
        <Section title={t('me.more')}>
          <Rows>
            <Row title={t('me.address')} href={peoplePaths.address()}>
              <bdi>{address}</bdi>
            </Row>
            <Row title={t('me.sessions')} href={peoplePaths.sessions()}>
              {t('me.sessions_text')}
            </Row>
            <Row title={t('me.export')} href={peoplePaths.export()}>
              {t('me.export_text')}
            </Row>
            <Row title={t('me.erase')} href={peoplePaths.erase()}>
              {t('me.erase_text')}
            </Row>
          </Rows>
        </Section>
        <PostButton action={peoplePaths.signOut()}>{t('me.signout')}</PostButton>
      </Island>
    </Page>
  );
}

type ProfileFormProps = { view: View; values: Values; errors: Record<string, string> };

function ProfileForm({ view, values, errors }: ProfileFormProps) {
  const t = words(view.lang);
  const labels = {
    name: t('me.name'),
    pronouns: t('me.pronouns'),
    languages: t('me.languages'),
    lang: t('me.lang'),
    zone: t('me.zone'),
  };
  const wrong = Object.entries(labels).flatMap(([field, label]) => {
    const error = errors[field];
    return error ? [{ field, label, error }] : [];
  });
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    value: String(values[name] ?? ''),
    error: errors[name],
  });
  return (
    <form method="post" action={peoplePaths.me()}>
      <ErrorSummary view={view} errors={wrong} />
      <Field {...field('name')} hint={t('me.name_hint')} autocomplete="name" maxlength={120} required />
      <Field {...field('pronouns')} hint={t('me.pronouns_hint')} maxlength={40} optional />
      <Field {...field('languages')} hint={t('me.languages_hint')} maxlength={200} optional />
      <Select {...field('lang')} options={languages.map((lang) => ({ value: lang, label: languageNames[lang] }))} />
      <ZoneField {...field('zone')} lang={view.lang} hint={t('me.zone_hint')} optional />
      <Button>{t('me.save')}</Button>
    </form>
  );
}

type NamePageProps = { view: View; next: string; values?: Values | undefined; error?: string | undefined };

/** Asked once, on the way in. */
export function NamePage({ view, next, values = {}, error }: NamePageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('name.title')} width="form">
      <Masthead title={t('name.title')}>
        <p class="ui-lede">{t('name.text')}</p>
      </Masthead>
      <form method="post" action={peoplePaths.name()}>
        <input type="hidden" name="next" value={next} />
        <Field
          label={t('me.name')}
          name="name"
          hint={t('me.name_hint')}
          autocomplete="name"
          maxlength={120}
          value={String(values.name ?? '')}
          error={error}
          required
        />
        <Button>{t('name.button')}</Button>
      </form>
    </Page>
  );
}
