// What is on, and what was: the list over all groups, with its search.
import { EventRow } from '#events';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { FoundEvenings } from '../find-evenings.ts';
import type { Search } from '../forms.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';
import { EveningTabs } from './evening-tabs.tsx';
import { SearchForm } from './search-form.tsx';

type EveningsPageProps = { view: View; search: Search; found: FoundEvenings; countries: readonly string[] };

export function EveningsPage({ view, search, found, countries }: EveningsPageProps) {
  const t = words(view.lang);
  const { evenings, are_close, next } = found;
  const title = t(search.when === 'before' ? 'evenings.title.before' : 'evenings.title');
  return (
    <Page view={view} title={title} head={<Canonical view={view} search={search} />}>
      <Masthead title={title} />
      <SearchForm view={view} action={sitePaths.evenings()} search={search} countries={countries} />
      <EveningTabs view={view} search={search} here={search.when} />
      {are_close && <p role="status">{t('evenings.close')}</p>}
      {evenings.length > 0 ? (
        <Rows label={title}>
          {evenings.map((event) => (
            <EventRow key={event.event_id} view={view} event={event} withGroup />
          ))}
        </Rows>
      ) : (
        <None view={view} search={search} />
      )}
      {next && (
        <Actions>
          <ButtonLink href={sitePaths.evenings({ ...search, after: next })}>{t('evenings.more')}</ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

/** Search engines keep the plain lists, not every search anybody made. */
function Canonical({ view, search }: Pick<EveningsPageProps, 'view' | 'search'>) {
  if (search.q || search.country || search.after) return <meta name="robots" content="noindex, follow" />;
  return <link rel="canonical" href={`${view.origin}${sitePaths.evenings({ when: search.when })}`} />;
}

function None({ view, search: { q, country, when } }: Pick<EveningsPageProps, 'view' | 'search'>) {
  const t = words(view.lang);
  const before = when === 'before';
  const other = before ? 'coming' : 'before';
  const turn = (
    <ButtonLink href={sitePaths.evenings({ q, country, when: other })}>{t(`evenings.look_${other}`)}</ButtonLink>
  );
  if (!q && !country) {
    return (
      <Empty
        title={t(before ? 'evenings.none.before' : 'evenings.none')}
        action={
          <>
            {turn}
            <ButtonLink href={sitePaths.groups()}>{t('evenings.to_groups')}</ButtonLink>
          </>
        }
      >
        {t(before ? 'evenings.none.before.text' : 'evenings.none.text')}
      </Empty>
    );
  }
  return (
    <Empty
      title={t('evenings.nothing')}
      action={
        <>
          {turn}
          {country && <ButtonLink href={sitePaths.evenings({ q, when })}>{t('evenings.without_country')}</ButtonLink>}
          {q && <ButtonLink href={sitePaths.groups({ q })}>{t('evenings.to_groups')}</ButtonLink>}
        </>
      }
    >
      {t(`evenings.nothing.${when}`)}
    </Empty>
  );
}
