// What a group says of itself, for the team to change; and the ways between the parts of the settings.
import type { VNode } from 'preact';
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field, Select, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import { Actions } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { countryOptions, tongueOptions } from '../choices.ts';
import { zoneOfPlace } from '../import-file/towns.ts';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { summaryOf, typed } from './form-values.ts';
import { GroupHead, GroupSticker } from './group-head.tsx';

export type SettingsPageProps = {
  view: View;
  group: Group;
  values: Values;
  errors: Record<string, string>;
  /** A colour that is being tried on and not saved. */
  trying: string | null;
  /** Hung by higher rooms, below the form. */
  panels: VNode[];
};

export function SettingsPage({ view, group, values, errors, trying, panels }: SettingsPageProps) {
  const t = words(view.lang);
  const labels = {
    name: t('settings.name'),
    slug: t('settings.slug'),
    place: t('settings.place'),
    country: t('settings.country'),
    zone: t('settings.zone'),
    language: t('settings.language'),
    color: t('settings.color'),
    about: t('settings.about'),
    website: t('settings.website'),
  };
  const of = (name: keyof typeof labels) => ({
    label: labels[name],
    name,
    value: typed(values, name),
    error: errors[name],
  });
  return (
    <Page view={view} title={t('settings.title')} accent={trying ?? group.color} width="form">
      <GroupHead group={group} title={t('settings.title')} />
      <SettingsWays view={view} group={group} />
      <ErrorSummary view={view} errors={summaryOf(labels, errors)} />
      {trying && (
        <Panel
          title={t('settings.preview_title')}
          action={<GroupSticker group={{ ...group, color: trying }} size="m" />}
        >
          <p>{t('settings.preview_text')}</p>
        </Panel>
      )}
      <form method="post" action={groupPaths.settings(group)}>
        <Field {...of('name')} maxlength={100} required />
        <Field
          {...of('slug')}
          hint={t('settings.slug_hint')}
          prefix={`${new URL(view.origin).host}/g/`}
          maxlength={60}
          required
        />
        <Field {...of('place')} maxlength={120} optional />
        <Select
          {...of('country')}
          options={[{ value: '', label: t('settings.country_none') }, ...countryOptions(view.lang)]}
          optional
        />
        <ZoneField
          {...of('zone')}
          lang={view.lang}
          hint={t('settings.zone_hint')}
          first={[zoneOfPlace(typed(values, 'place'))]}
        />
        <Select {...of('language')} options={tongueOptions(view.lang, typed(values, 'language'))} />
        <TextArea {...of('about')} hint={t('settings.about_hint')} rows={10} maxlength={20_000} optional />
        <Field {...of('website')} type="url" maxlength={500} placeholder="https://" optional />
        <Field {...of('color')} type="color" hint={t('settings.color_hint')} />
        <Actions>
          <Button>{t('settings.save')}</Button>
          <Button kind="quiet" name="preview" value="yes">
            {t('settings.preview')}
          </Button>
        </Actions>
      </form>
      {panels}
    </Page>
  );
}

/** From one part of the settings to the others. */
export function SettingsWays({ view, group }: { view: View; group: Group }) {
  const t = words(view.lang);
  const ways = [
    [groupPaths.settings(group), t('settings.group')],
    [groupPaths.settingsMark(group), t('settings.mark')],
    [groupPaths.settingsConduct(group), t('settings.conduct')],
  ] as const;
  const here = view.path.split('?')[0];
  return (
    <nav class="ui-nav groups-ways" aria-label={t('settings.ways')}>
      {ways.map(([href, name]) => (
        <a key={href} href={href} aria-current={here === href ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
