// The directory of groups, with its search.
import { groupPaths } from '#groups';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { countryName } from '../countries.ts';
import type { FoundGroups } from '../find-groups.ts';
import type { Search } from '../forms.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';
import { GroupRow } from './group-row.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { SearchForm } from './search-form.tsx';

type GroupsPageProps = { view: View; search: Search; found: FoundGroups };

export function GroupsPage({ view, search, found }: GroupsPageProps) {
  const t = words(view.lang);
  const { groups, are_close, total, next } = found;
  const { q, country } = search;
  const count = country
    ? t('groups.count.country', { n: total, country: countryName(country, view.lang) })
    : t('groups.count', { n: total });
  return (
    <Page view={view} title={t('groups.title')} head={<Canonical view={view} search={search} />}>
      <Masthead title={t('groups.title')} />
      <SearchForm
        view={view}
        action={sitePaths.groups()}
        search={{ q, country }}
        countries={found.countries.map((each) => each.country)}
      />
      <GroupTabs view={view} search={search} here="list" />
      {total > 0 && <p role="status">{are_close ? t('groups.close') : count}</p>}
      {groups.length > 0 ? (
        <Rows label={t('groups.title')}>
          {groups.map((group) => (
            <GroupRow key={group.group_id} view={view} group={group} />
          ))}
        </Rows>
      ) : (
        <None view={view} search={search} />
      )}
      <Actions>
        {next && <ButtonLink href={sitePaths.groups({ q, country, after: next })}>{t('groups.more')}</ButtonLink>}
        {groups.length > 0 && <ButtonLink href={groupPaths.start()}>{t('first.start')}</ButtonLink>}
      </Actions>
    </Page>
  );
}

function Canonical({ view, search }: Pick<GroupsPageProps, 'view' | 'search'>) {
  if (search.q || search.country || search.after) return <meta name="robots" content="noindex, follow" />;
  return <link rel="canonical" href={`${view.origin}${sitePaths.groups()}`} />;
}

function None({ view, search: { q, country } }: Pick<GroupsPageProps, 'view' | 'search'>) {
  const t = words(view.lang);
  const start = (
    <ButtonLink kind="main" href={groupPaths.start()}>
      {t('first.start')}
    </ButtonLink>
  );
  if (!q && !country) {
    return (
      <Empty title={t('groups.none')} action={start}>
        {t('groups.none.text')}
      </Empty>
    );
  }
  return (
    <Empty
      title={t('groups.nothing')}
      action={
        <>
          {start}
          {country && <ButtonLink href={sitePaths.groups({ q })}>{t('evenings.without_country')}</ButtonLink>}
          <ButtonLink href={sitePaths.groups()}>{t('search.clear')}</ButtonLink>
        </>
      }
    >
      {t('groups.nothing.text')}
    </Empty>
  );
}
