// The map of groups: parts of the world as links, the drawing, and the same groups as a list by country.
import { groupPaths } from '#groups';
import { ButtonLink } from '#ui/button.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { countryName, countryOptions } from '../countries.ts';
import { step } from '../map/frame.ts';
import type { MapSearch, MapView } from '../map/map-view.ts';
import type { MappedGroup } from '../map/mapped-groups.ts';
import { regionNames } from '../map/regions.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';
import { GroupTabs } from './group-tabs.tsx';
import { MapPicture } from './map-picture.tsx';
import { SearchForm } from './search-form.tsx';

type MapPageProps = { view: View; search: MapSearch; map: MapView; countries: readonly string[] };

/** So many names are read as one list; with more, each country is a fold of its own. */
const OPEN_MOST = 60;
/** So many names make a page that is still light; with more, the countries are links. */
const NAMED_MOST = 2500;

export function MapPage({ view, search, map, countries }: MapPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('map.title')} head={<Canonical view={view} search={search} />}>
      <Masthead title={t('map.title')} />
      <SearchForm view={view} action={sitePaths.map()} search={search} countries={countries} />
      <GroupTabs view={view} search={search} here="map" />
      {map.total === 0 ? (
        <None view={view} search={search} />
      ) : (
        <Island name="site/pan-map" props={{ circle: map.frame.circle, path: sitePaths.map({ ...search, at: null }) }}>
          <Regions view={view} search={search} />
          <MapPicture view={view} search={search} frame={map.frame} spots={map.spots} />
          <Steps view={view} search={search} map={map} />
          <Listed view={view} search={search} map={map} />
        </Island>
      )}
    </Page>
  );
}

/** Search engines keep the world and its parts, not every view anybody looked at. */
function Canonical({ view, search: { q, country, at } }: Pick<MapPageProps, 'view' | 'search'>) {
  if (q || country || (at && typeof at !== 'string')) return <meta name="robots" content="noindex, follow" />;
  return <link rel="canonical" href={`${view.origin}${sitePaths.map({ at })}`} />;
}

function Regions({ view, search }: Pick<MapPageProps, 'view' | 'search'>) {
  const t = words(view.lang);
  return (
    <nav class="site-tabs site-map-regions" aria-label={t('map.regions')}>
      {[null, ...regionNames].map((at) => (
        <a
          key={at}
          data-map=""
          // The whole world of a country is that country: a part of the world stands beside words alone.
          href={sitePaths.map({ q: search.q, at })}
          aria-current={at === search.at && !search.country ? 'page' : undefined}
        >
          {t(at ? `map.region.${at}` : 'map.world')}
        </a>
      ))}
    </nav>
  );
}

function Steps({ view, search, map: { frame } }: Omit<MapPageProps, 'countries'>) {
  const t = words(view.lang);
  if (!frame.circle) return null;
  const [closer, wider] = [step(frame.circle, 'closer'), step(frame.circle, 'wider')];
  return (
    <Actions>
      {closer && (
        <a class="ui-button ui-button-quiet" data-map="closer" href={sitePaths.map({ ...search, at: closer })}>
          {t('map.closer')}
        </a>
      )}
      <a class="ui-button ui-button-quiet" data-map="wider" href={sitePaths.map({ ...search, at: wider })}>
        {t('map.wider')}
      </a>
    </Actions>
  );
}

function Listed({ view, search, map: { listed, unplaced } }: Omit<MapPageProps, 'countries'>) {
  const t = words(view.lang);
  const byCountry = Map.groupBy(listed, ({ country }) => country ?? '');
  const codes = [...byCountry.keys()].filter(Boolean);
  const order = [...countryOptions(codes, view.lang).map(({ value }) => value), ...(byCountry.has('') ? [''] : [])];
  return (
    <section class="ui-section" id="groups" tabIndex={-1} aria-labelledby="groups-title">
      <h2 id="groups-title" aria-live="polite">
        {t('map.listed', { n: listed.length })}
      </h2>
      {unplaced > 0 && <p class="ui-soft">{t('map.unplaced', { n: unplaced })}</p>}
      <div class={listed.length > OPEN_MOST ? 'site-map-folds' : undefined}>
        {order.map((code) => {
          const groups = byCountry.get(code) ?? [];
          const name = code ? countryName(code, view.lang) : t('map.nowhere');
          if (listed.length <= OPEN_MOST) return <Country key={code} name={name} groups={groups} />;
          if (listed.length > NAMED_MOST && code) {
            return (
              <p key={code} class="site-map-country">
                <a href={sitePaths.map({ q: search.q, country: code })}>{name}</a> {groups.length}
              </p>
            );
          }
          return (
            <details key={code} class="site-map-country">
              <summary>
                {name} <span class="ui-soft">{groups.length}</span>
              </summary>
              <Names groups={groups} />
            </details>
          );
        })}
      </div>
    </section>
  );
}

function Country({ name, groups }: { name: string; groups: readonly MappedGroup[] }) {
  return (
    <>
      <h3 class="site-map-country">{name}</h3>
      <Names groups={groups} />
    </>
  );
}

function Names({ groups }: { groups: readonly MappedGroup[] }) {
  return (
    <ul class="site-map-names">
      {groups.map((group) => (
        <li key={group.slug}>
          <a href={groupPaths.show(group)}>
            <bdi>{group.name}</bdi>
          </a>
          {group.place && <small> {group.place}</small>}
        </li>
      ))}
    </ul>
  );
}

function None({ view, search: { q, country } }: Pick<MapPageProps, 'view' | 'search'>) {
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
          <ButtonLink href={sitePaths.groups({ q, country })}>{t('map.as_list')}</ButtonLink>
          <ButtonLink href={sitePaths.map()}>{t('map.world')}</ButtonLink>
        </>
      }
    >
      {t('groups.nothing.text')}
    </Empty>
  );
}
