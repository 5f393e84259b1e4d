// A series for everybody: when it comes round, its evenings to come, its calendar, and the one button that joins it.
import { type Event, eventPaths, eventStateAt } from '#events';
import { type Group, groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { dot, dotted } from '#ui/dotted.ts';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Masthead, Section, Split } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { WhoAsks } from '#ui/who-asks.tsx';
import { seasonPaths } from '../paths.ts';
import type { Series } from '../series/read-series.ts';
import { saySeries } from '../series/say-rhythm.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  group: Group;
  series: Series;
  /** Those to come. */
  evenings: readonly Event[];
  isRegular: boolean;
  mayManage: boolean;
  values?: Record<string, string | undefined> | undefined;
  errors?: Record<string, string> | undefined;
};

export function SeriesPage(props: Props) {
  const { view, group, series, evenings, mayManage } = props;
  const t = words(view.lang);
  return (
    <Page view={view} title={series.title} accent={group.color} description={saySeries(series, view.lang)}>
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={series.title} lang={group.language}>
        <p lang={view.lang}>
          {saySeries(series, view.lang)}
          {series.pattern.place_name && `${dot}${series.pattern.place_name}`}
        </p>
      </Masthead>
      <Split aside={<Join {...props} t={t} />} asideFirst>
        {mayManage && (
          <p>
            <a href={seasonPaths.seriesManage(group.slug, series.slug)}>{t('regular.manage')}</a>
          </p>
        )}
        <Section title={t('regular.next')}>
          {evenings.length === 0 ? (
            <Empty title={t('regular.none')}>{series.ended_at ? undefined : t('regular.none.text')}</Empty>
          ) : (
            <Rows>
              {evenings.map((event) => (
                <Row
                  key={event.event_id}
                  when={sayTime(instantOf(event.starts_at), event.zone, view.lang, 'short')}
                  title={<span lang={event.language}>{event.title}</span>}
                  href={eventPaths.show(group.slug, event.slug)}
                >
                  {dotted([event.place_name, stateOf(event, view, t)])}
                </Row>
              ))}
            </Rows>
          )}
        </Section>
      </Split>
    </Page>
  );
}

function stateOf(event: Event, view: View, t: Say): string {
  const state = eventStateAt(event, view.now);
  if (state === 'announced')
    return t('regular.opens', { when: sayTime(instantOf(event.opens_at), event.zone, view.lang, 'short') });
  return state === 'open' || state === 'closed' || state === 'cancelled' ? t(`series.state.${state}`) : '';
}

function Join({ view, group, series, isRegular, values = {}, errors = {}, t }: Props & { t: Say }) {
  const calendar = (
    <ButtonLink href={seasonPaths.seriesFeed(group.slug, series.slug)}>{t('regular.calendar')}</ButtonLink>
  );
  if (series.ended_at) return <Panel title={t('regular.ended')} />;
  if (isRegular) {
    return (
      <Panel title={t('regular.joined')}>
        <p>{t('regular.joined.text')}</p>
        <div class="ui-actions">
          {calendar}
          <PostButton action={seasonPaths.seriesLeave(group.slug, series.slug)}>{t('regular.leave')}</PostButton>
        </div>
      </Panel>
    );
  }
  return (
    <Panel title={t('regular.join.title')}>
      <p>{t('regular.join.text')}</p>
      <form class="ui-form" method="post" action={seasonPaths.seriesJoin(group.slug, series.slug)}>
        {!view.viewer && (
          <WhoAsks
            of={fieldsOf(values, errors).of}
            labels={{ name: t('regular.name'), address: t('regular.address') }}
          />
        )}
        <Button>{t('regular.join')}</Button>
        {!view.viewer && <p class="ui-small">{t('regular.code')}</p>}
      </form>
      <div class="ui-actions">{calendar}</div>
    </Panel>
  );
}
