// The code of conduct: to read, for everybody; to choose, for the team.
import type { Values } from '#kit/form.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choice, ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { tongueName } from '../choices.ts';
import { bundledTexts } from '../conduct/texts.ts';
import type { Conduct, ConductText } from '../conduct.ts';
import { groupPaths } from '../paths.ts';
import type { Contact, Group } from '../tables.ts';
import { words } from '../words.ts';
import { mailTo, summaryOf, typed } from './form-values.ts';
import { GroupHead } from './group-head.tsx';
import { OwnWords } from './own-words.tsx';
import { SettingsWays } from './settings-page.tsx';

type ConductPageProps = { view: View; group: Group; conduct: Conduct | null; text: ConductText | null };

export function ConductPage({ view, group, conduct, text }: ConductPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('conduct.title')} accent={group.color} width="narrow">
      <GroupHead group={group} title={t('conduct.title')} />
      {conduct && text ? (
        <>
          <Section title={t('conduct.contacts')}>
            {conduct.contacts.length > 0 ? (
              <>
                <p>{t('conduct.contacts_text')}</p>
                <ContactList contacts={conduct.contacts} />
              </>
            ) : (
              <p>{t('conduct.no_contacts')}</p>
            )}
          </Section>
          <Section title={<span lang={text.lang ?? undefined}>{text.title ?? t('conduct.own')}</span>}>
            <OwnWords markdown={text.markdown} lang={text.lang ?? group.language} />
            <p class="ui-soft ui-small">{t('conduct.version', { version: conduct.version })}</p>
          </Section>
        </>
      ) : (
        <p>{t('conduct.none')}</p>
      )}
    </Page>
  );
}

function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <ul>
      {contacts.map(({ name, address }) => (
        <li key={address}>
          <bdi>{name}</bdi> <a href={mailTo(address)}>{address}</a>
        </li>
      ))}
    </ul>
  );
}

type ConductSettingsProps = { view: View; group: Group; values: Values; errors: Record<string, string> };

export function ConductSettingsPage({ view, group, values, errors }: ConductSettingsProps) {
  const t = words(view.lang);
  const labels = {
    name_1: t('conduct.name_1'),
    address_1: t('conduct.address_1'),
    name_2: t('conduct.name_2'),
    address_2: t('conduct.address_2'),
    choice: t('conduct.choose'),
    own_text: t('conduct.own_text'),
  };
  const of = (name: keyof typeof labels) => ({
    label: labels[name],
    name,
    value: typed(values, name),
    error: errors[name],
  });
  const options = bundledTexts.map(({ key, lang, title }) => ({
    value: key,
    label: t('conduct.bundled', { title, language: tongueName(lang, view.lang) }),
  }));
  return (
    <Page view={view} title={t('settings.conduct')} accent={group.color} width="form">
      <GroupHead group={group} title={t('settings.conduct')}>
        <p class="ui-lede">{t('conduct.choose_hint')}</p>
      </GroupHead>
      <SettingsWays view={view} group={group} />
      <ErrorSummary view={view} errors={summaryOf(labels, errors)} />
      <form method="post" action={groupPaths.settingsConduct(group)}>
        <Field {...of('name_1')} hint={t('conduct.contacts_hint')} maxlength={80} optional />
        <Field {...of('address_1')} type="email" maxlength={254} optional />
        <Field {...of('name_2')} maxlength={80} optional />
        <Field {...of('address_2')} type="email" maxlength={254} optional />
        <Choice {...of('choice')} options={[...options, { value: 'own', label: t('conduct.own') }]} />
        <TextArea {...of('own_text')} hint={t('conduct.own_hint')} rows={8} maxlength={40_000} optional />
        <Actions>
          <Button>{t('conduct.save')}</Button>
          <ButtonLink href={groupPaths.conduct(group)}>{t('conduct.look')}</ButtonLink>
        </Actions>
      </form>
    </Page>
  );
}
