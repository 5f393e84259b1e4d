// A series for its organisers: the rule, the next thing to do, its days with what became of each, and its end.
import { eventPaths } from '#events';
import { type Group, groupPaths } from '#groups';
import { instantOf, sayDayOf, sayTime, wallClock } from '#kit/time.ts';
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { dot, dotted } from '#ui/dotted.ts';
import { Choice } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import type { Series, SeriesEvening } from '../series/read-series.ts';
import { saySeries } from '../series/say-rhythm.ts';
import type { SeriesDay } from '../series/series-days.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  group: Group;
  series: Series;
  evenings: readonly SeriesEvening[];
  days: readonly SeriesDay[];
  is_public: boolean;
};

export function ManageSeriesPage({ view, group, series, evenings, days, is_public }: Props) {
  const t = words(view.lang);
  const next = evenings.find(
    ({ stage, starts_at }) => stage === 'draft' && starts_at.getTime() > view.now.epochMilliseconds,
  );
  return (
    <Page view={view} title={series.title} accent={group.color} width="narrow">
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={series.title} lang={group.language}>
        <p>
          {saySeries(series, view.lang)}
          {series.pattern.place_name && `${dot}${series.pattern.place_name}`}
        </p>
        {is_public && (
          <p>
            <a href={seasonPaths.series(group.slug, series.slug)}>{t('series.public')}</a>
          </p>
        )}
        {series.ended_at && <p>{t('series.ended')}</p>}
      </Masthead>
      {next && (
        <Panel
          over={t('series.next')}
          title={<span lang={group.language}>{next.title}</span>}
          action={
            <ButtonLink kind="main" href={eventPaths.manage(group.slug, next.slug)}>
              {t('series.next.button')}
            </ButtonLink>
          }
        >
          <p>{t('series.next.text', { day: sayTime(instantOf(next.starts_at), next.zone, view.lang, 'day') })}</p>
        </Panel>
      )}
      <Section title={t('series.days')}>
        <Rows>
          {days.map((day) => (
            <Day
              key={day.day}
              day={day}
              evening={evenings.find(({ series_on }) => series_on === day.day)}
              {...{ view, group, series, t }}
            />
          ))}
        </Rows>
        {days.length === 0 && <p class="ui-soft">{t('series.days.none')}</p>}
      </Section>
      {!series.ended_at && <End group={group} series={series} t={t} />}
    </Page>
  );
}

type DayProps = {
  view: View;
  group: Group;
  series: Series;
  day: SeriesDay;
  evening: SeriesEvening | undefined;
  t: Say;
};

function Day({ view, group, series, day, evening, t }: DayProps) {
  const when = sayDayOf(day.day, view.lang, 'short');
  const action = seasonPaths.seriesSkip(group.slug, series.slug);
  const skip = (
    <PostButton kind="link" action={action} fields={{ day: day.day }} label={t('series.skip.label', { day: when })}>
      {t('series.skip')}
    </PostButton>
  );
  const mayChange = !series.ended_at;
  if (evening) {
    const { date } = wallClock(instantOf(evening.starts_at), evening.zone);
    const moved = date === day.day ? '' : t('series.moved', { day: sayDayOf(date, view.lang, 'short') });
    return (
      <Row
        when={when}
        title={<span lang={group.language}>{evening.title}</span>}
        href={eventPaths.manage(group.slug, evening.slug)}
        action={mayChange && evening.stage === 'draft' ? skip : undefined}
      >
        {dotted([t(`series.state.${evening.stage}`), moved])}
      </Row>
    );
  }
  if (day.is === 'skipped') {
    return (
      <Row
        when={when}
        title={t('series.skipped')}
        action={
          mayChange && (
            <PostButton
              kind="link"
              action={action}
              fields={{ day: day.day, back: 'yes' }}
              label={t('series.unskip.label', { day: when })}
            >
              {t('series.unskip')}
            </PostButton>
          )
        }
      />
    );
  }
  return <Row when={when} title={<span class="season-later">{t('series.later')}</span>} action={mayChange && skip} />;
}

function End({ group, series, t }: { group: Group; series: Series; t: Say }) {
  return (
    <details class="season-more">
      <summary>{t('series.end')}</summary>
      <form class="ui-form" method="post" action={seasonPaths.seriesEnd(group.slug, series.slug)}>
        <p>{t('series.end.text')}</p>
        <Choice
          label={t('series.end.drafts')}
          name="drafts"
          value="discard"
          options={[
            { value: 'discard', label: t('series.end.discard') },
            { value: 'keep', label: t('series.end.keep') },
          ]}
        />
        <Button kind="danger">{t('series.end.button')}</Button>
      </form>
    </details>
  );
}
