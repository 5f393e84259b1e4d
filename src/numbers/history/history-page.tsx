// Bring your history: hand a file in; and those of it who may be invited, once.
import { type Group, groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary, FileField } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';
import type { Contacts } from './contacts.ts';

type Props = { view: View; group: Group; contacts: Contacts; most: number; error?: string | undefined };

export function HistoryPage({ view, group, contacts, most, error }: Props) {
  const t = words(view.lang);
  const label = t('history.file');
  return (
    <Page view={view} title={t('history.title')} accent={group.color} width="form">
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={t('history.title')}>
        <p class="ui-lede">{t('history.lede')}</p>
      </Masthead>
      <ErrorSummary view={view} errors={error ? [{ field: 'file', label, error }] : []} />
      <form method="post" action={numberPaths.history(group.slug)} enctype="multipart/form-data">
        <FileField
          label={label}
          name="file"
          error={error}
          hint={t('history.file.hint', { n: most })}
          accept=".csv,.tsv,.txt,.xls,.json,text/csv"
          required
        />
        <Button>{t('history.look')}</Button>
      </form>
      {contacts.all > 0 && <Invitable view={view} group={group} contacts={contacts} t={t} />}
      <Section title={t('history.what')}>
        <ul>
          <li>{t('history.what.counts')}</li>
          <li>{t('history.what.people')}</li>
          <li>{t('history.what.meetup')}</li>
        </ul>
        <p>
          <a href={numberPaths.past(group.slug)}>{t('past.link')}</a>
        </p>
      </Section>
    </Page>
  );
}

function Invitable({ view, group, contacts, t }: Omit<Props, 'most' | 'error'> & { t: Say }) {
  const { all, invited, ready, waiting, last_until } = contacts;
  const day = last_until ? sayTime(instantOf(last_until), group.zone, view.lang, 'date') : '';
  return (
    <Section title={t('contacts.title')}>
      <p>
        {t('contacts.text', { all, invited })} {t('contacts.until', { day })}
      </p>
      {waiting > ready && <p class="ui-soft">{t('contacts.slowly')}</p>}
      <Actions>
        {ready > 0 && (
          <PostButton action={numberPaths.invite(group.slug)} kind="quiet">
            {t('contacts.invite', { n: ready })}
          </PostButton>
        )}
        <PostButton action={numberPaths.forgetContacts(group.slug)} kind="link">
          {t('contacts.forget')}
        </PostButton>
      </Actions>
    </Section>
  );
}
