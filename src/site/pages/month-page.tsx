// A month over all groups: a calendar where there is room, a list by day on a phone; both are the same list.
import { eventPaths } from '#events';
import { instantOf, monthName, sayDayOf, sayTime, weekdayName } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Search } from '../forms.ts';
import { daysOfMonth, type Month, monthAt, monthsBeside, sayMonth } from '../month/calendar.ts';
import type { MonthEvening } from '../month/evenings-of.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';
import { EveningTabs } from './evening-tabs.tsx';
import { SearchForm } from './search-form.tsx';

type MonthPageProps = {
  view: View;
  month: Month;
  search: Pick<Search, 'q' | 'country'>;
  evenings: readonly MonthEvening[];
  countries: readonly string[];
};

export function MonthPage({ view, month, search, evenings, countries }: MonthPageProps) {
  const t = words(view.lang);
  const title = sayMonth(month, view.lang);
  return (
    <Page
      view={view}
      title={t('month.title', { month: title })}
      head={<Canonical view={view} month={month} search={search} isEmpty={evenings.length === 0} />}
    >
      <Masthead title={t('month.title', { month: title })} />
      <div class="site-month-ways">
        <SearchForm view={view} action={sitePaths.month(month)} search={search} countries={countries} />
        <EveningTabs view={view} search={search} here="month" />
      </div>
      <Beside view={view} month={month} search={search} />
      {evenings.length > 0 ? (
        <Days view={view} month={month} search={search} evenings={evenings} />
      ) : (
        <None view={view} month={month} search={search} />
      )}
    </Page>
  );
}

type Parts = Omit<MonthPageProps, 'countries'>;

/** Search engines keep months that have evenings, not every search anybody made, and need not walk to the year 2100. */
function Canonical({ view, month, search, isEmpty }: Omit<Parts, 'evenings'> & { isEmpty: boolean }) {
  if (isEmpty) return <meta name="robots" content="noindex, nofollow" />;
  if (search.q || search.country) return <meta name="robots" content="noindex, follow" />;
  return <link rel="canonical" href={`${view.origin}${sitePaths.month(month)}`} />;
}

function Beside({ view, month, search }: Omit<Parts, 'evenings'>) {
  const t = words(view.lang);
  const { before, after } = monthsBeside(month);
  const now = monthAt(view.now);
  // Without the year all three fit beside each other on a phone.
  const nameOf = (one: Month) => monthName(Number(one.slice(-2)), view.lang);
  return (
    <nav class="site-month-beside" aria-label={t('month.beside')}>
      {before && (
        <a rel="prev" href={sitePaths.month(before, search)}>
          {t('month.before', { month: nameOf(before) })}
        </a>
      )}
      {month !== now && <a href={sitePaths.month(now, search)}>{t('month.now')}</a>}
      {after && (
        <a rel="next" href={sitePaths.month(after, search)}>
          {t('month.after', { month: nameOf(after) })}
        </a>
      )}
    </nav>
  );
}

function Days({ view, month, search, evenings }: Parts) {
  const t = words(view.lang);
  const byDay = Map.groupBy(evenings, ({ day }) => day);
  const today = view.now.toString().slice(0, 10);
  return (
    <>
      <p class="ui-soft">{t('month.clock')}</p>
      <div class="site-month-week" aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <span key={weekday}>{weekdayName(weekday, view.lang)}</span>
        ))}
      </div>
      <ol class="site-month">
        {daysOfMonth(month).map(({ day, weekday }, at) => {
          const there = byDay.get(day) ?? [];
          const kinds = [
            at === 0 ? `site-month-from-${weekday}` : '',
            there.length === 0 ? 'site-month-free' : '',
            day === today ? 'site-month-today' : '',
          ];
          return (
            <li key={day} class={kinds.filter(Boolean).join(' ') || undefined}>
              <Heading view={view} day={day} search={search} isFree={there.length === 0} />
              {there.length > 0 && <Evenings view={view} day={day} search={search} evenings={there} />}
            </li>
          );
        })}
      </ol>
    </>
  );
}

type OfDay = { view: View; day: string; search: Parts['search'] };

/** The figure in a calendar, the whole day in a list and for whoever hears it. */
function Heading({ view, day, search, isFree }: OfDay & { isFree: boolean }) {
  const figure = (
    <time dateTime={day}>
      <span class="site-month-figure" aria-hidden="true">
        {Number(day.slice(-2))}
      </span>
      <span class="site-month-day">{sayDayOf(day, view.lang, 'day')}</span>
    </time>
  );
  return isFree ? (
    <p class="site-month-head">{figure}</p>
  ) : (
    <h2 class="site-month-head">
      <a href={sitePaths.month(day, search)}>{figure}</a>
    </h2>
  );
}

function Evenings({ view, day, search, evenings }: OfDay & { evenings: readonly MonthEvening[] }) {
  const t = words(view.lang);
  const more = (evenings[0]?.of_day ?? 0) - evenings.length;
  return (
    <ul>
      {evenings.map((event) => (
        <li key={`${event.group_slug} ${event.slug}`}>
          <a href={eventPaths.show(event.group_slug, event.slug)} lang={event.language}>
            {event.title}
          </a>
          <small>
            {sayTime(instantOf(event.starts_at), event.zone, view.lang, 'time')}
            {dot}
            <bdi>{event.group_name}</bdi>
            <span class="site-month-place">
              {dot}
              {event.kind === 'online' ? t('month.online') : event.place_name || event.group_place}
            </span>
          </small>
        </li>
      ))}
      {more > 0 && (
        <li>
          <a href={sitePaths.month(day, search)}>{t('month.more', { n: more })}</a>
        </li>
      )}
    </ul>
  );
}

function None({ view, month, search: { q, country } }: Omit<Parts, 'evenings'>) {
  const t = words(view.lang);
  const isAhead = month >= monthAt(view.now);
  const said = { month: sayMonth(month, view.lang) };
  return (
    <Empty
      title={t(q || country ? 'evenings.nothing' : 'month.none', said)}
      action={
        <>
          {country && <ButtonLink href={sitePaths.month(month, { q })}>{t('evenings.without_country')}</ButtonLink>}
          {q && <ButtonLink href={sitePaths.month(month, { country })}>{t('month.without_words')}</ButtonLink>}
          <ButtonLink href={sitePaths.evenings({ q, country, when: isAhead ? 'coming' : 'before' })}>
            {t(isAhead ? 'evenings.look_coming' : 'evenings.look_before')}
          </ButtonLink>
        </>
      }
    >
      {t(q || country ? 'month.nothing.text' : isAhead ? 'month.none.text' : 'month.none.before')}
    </Empty>
  );
}
