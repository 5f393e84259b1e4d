// An evening's public page: what, when, where, and one honest answer about a seat.
import type { VNode } from 'preact';
import { groupPaths } from '#groups';
import { plainText, renderMarkdown } from '#kit/markdown.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { dot, dotted } from '#ui/dotted.ts';
import { Island } from '#ui/island.tsx';
import { Kept } from '#ui/kept.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Facts, Prose } from '#ui/panel.tsx';
import { Masthead, Section, Split } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { venuePaths } from '#venues';
import { eventPaths } from '../paths.ts';
import type { AgendaItem, ShownEvent } from '../queries.ts';
import { stateAt } from '../rules.ts';
import { arrivalOf, sayDay, sayHours, sayWhen, sayWhere } from '../say-event.ts';
import { hasSeat } from '../state-rules.ts';
import { type Say, words } from '../words.ts';
import { EventHead } from './event-head.tsx';
import { Accessibility, GettingIn } from './getting-in.tsx';
import { SeatBox, type SeatForm } from './seat-box.tsx';

export type EventPageProps = {
  view: View;
  shown: ShownEvent;
  /** For who stands in line: how many came off it at each of the group's evenings before. */
  odds?: readonly number[] | undefined;
  mayOrganise: boolean;
  /** What was typed into the seat form and what was wrong with it. */
  form?: SeatForm | undefined;
  /** What other rooms hang below the text. */
  panels: VNode[];
};

/** What follows from the evening alone is `Kept`: its `as` names everything else the piece may show. */
export function EventPage({ view, shown, odds, mayOrganise, form, panels }: EventPageProps) {
  const { event, group, counts } = shown;
  const t = words(view.lang);
  const path = eventPaths.show(group.slug, event.slug);
  const state = stateAt(event, view.now);
  return (
    <Page
      view={view}
      title={event.title}
      accent={group.color}
      description={event.about ? plainText(event.about, 200) : describe(shown, view, t)}
      head={<EventHead view={view} shown={shown} path={path} />}
      headFrom={{ of: event, as: `head ${state} ${counts.taken < counts.cap}` }}
    >
      <Kept
        of={event}
        as={`evening ${state} ${hasSeat(shown.mine?.state)}`}
        gaps={{
          lead: (
            <Kept
              of={event}
              as={`lead ${state} ${view.zone}`}
              draw={() => <WhenWhere view={view} shown={shown} t={t} />}
            />
          ),
          seat: <SeatBox view={view} shown={shown} odds={odds} form={form} />,
          organise: mayOrganise && (
            <p>
              <a href={eventPaths.manage(group.slug, event.slug)}>{t('page.organise')}</a>
            </p>
          ),
          panels: panels.length > 0 && panels,
        }}
        draw={(gap) => (
          <>
            <Masthead
              sticker={<Sticker size="m" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
              over={<a href={groupPaths.show(group)}>{group.name}</a>}
              title={event.title}
              lang={event.language}
            />
            <Split lead={gap.lead} aside={gap.seat}>
              {gap.organise}
              <EventText view={view} shown={shown} t={t} />
              {gap.panels}
            </Split>
          </>
        )}
      />
    </Page>
  );
}

function describe({ event, group }: ShownEvent, { lang }: View, t: Say): string {
  return t('page.description', { when: sayWhen(event, lang), where: sayWhere(event, t), group: group.name });
}

function WhenWhere({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event, group } = shown;
  const state = stateAt(event, view.now);
  const isOver = state === 'done' || state === 'cancelled';
  const isOnline = event.kind === 'online';
  return (
    <div class="events-when">
      <p class="events-when-day">
        {sayDay(event, view.lang)},{' '}
        <span class={sayHours(event, view.lang).length < 16 ? 'events-nowrap' : undefined}>
          {sayHours(event, view.lang)}
        </span>
      </p>
      {(group.place || isOnline) && (
        <div class="events-when-clock">
          {isOnline ? t('when.zone', { zone: event.zone.replaceAll('_', ' ') }) : t('when.in', { place: group.place })}
          {!isOver && (
            <Island
              name="events/viewer-clock"
              props={{
                at: event.starts_at.toISOString(),
                zone: event.zone,
                lang: view.lang === 'en' ? 'en-GB' : view.lang,
                viewer: view.zone,
                text: t('when.viewer', { time: '{time}' }),
              }}
            />
          )}
        </div>
      )}
      <p>
        {event.venue_id && event.venue_told && !isOnline ? (
          <a href={venuePaths.show(event.venue_told.slug)}>{sayWhere(event, t)}</a>
        ) : (
          sayWhere(event, t)
        )}
        {arrivalOf(event) && (
          <>
            {dot}
            <a href="#arrival">{t('where.arrival')}</a>
          </>
        )}
      </p>
    </div>
  );
}

function EventText({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event } = shown;
  return (
    <>
      {event.about && (
        <div lang={event.language}>
          <Prose html={renderMarkdown(event.about)} />
        </div>
      )}
      <Agenda view={view} shown={shown} t={t} />
      <GettingIn shown={shown} t={t} />
      <Accessibility view={view} shown={shown} t={t} />
      <GoodToKnow view={view} shown={shown} t={t} />
    </>
  );
}

/** A template left its word as the title: the tag says it already. */
const isBare = ({ type, title, who }: AgendaItem, t: Say) =>
  type === 'sponsor_segment' && who !== '' && title === t('agenda.sponsor_segment');

function Agenda({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { agenda, event } = shown;
  if (agenda.length === 0) return null;
  return (
    <Section title={t('page.evening')}>
      <div lang={event.language}>
        <Rows>
          {agenda.map((item) => (
            <Row
              key={`${item.starts_at.getTime()} ${item.title}`}
              when={sayTime(instantOf(item.starts_at), event.zone, view.lang, 'time')}
              title={isBare(item, t) ? item.who : item.title}
              tag={
                item.type === 'sponsor_segment' ? t('agenda.sponsor.tag', { minutes: item.minutes ?? 0 }) : undefined
              }
              action={
                item.slides_url && (
                  <a
                    href={item.slides_url}
                    rel="nofollow ugc noopener"
                    aria-label={t('page.slides.of', { title: item.title })}
                  >
                    {t('page.slides')}
                  </a>
                )
              }
            >
              {dotted([
                isBare(item, t) ? '' : item.who,
                item.type !== 'sponsor_segment' && item.minutes ? t('page.minutes', { n: item.minutes }) : '',
                item.note,
              ])}
            </Row>
          ))}
        </Rows>
      </div>
    </Section>
  );
}

function GoodToKnow({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event, group, mine } = shown;
  const isOver = stateAt(event, view.now) === 'done';
  const items = [
    event.place_address && { term: t('page.address'), detail: event.place_address },
    event.kind !== 'in_person' &&
      !isOver && {
        term: t('page.online'),
        detail:
          event.online_url && hasSeat(mine?.state) ? (
            <a href={event.online_url}>{event.online_url}</a>
          ) : (
            t('page.online.after')
          ),
      },
    event.posture !== 'free' && {
      term: t('page.money'),
      detail: `${t(`seat.posture.${event.posture}`)} ${event.posture_note}`,
    },
    group.conduct_version !== null && {
      term: t('page.conduct'),
      detail: <a href={groupPaths.conduct(group)}>{t('seat.conduct.link')}</a>,
    },
    event.source_url && {
      term: t('page.imported'),
      detail: (
        <a href={event.source_url} rel="nofollow noopener">
          {t('page.imported.source')}
        </a>
      ),
    },
  ].filter((item) => item !== false && item !== '' && item !== null);
  if (items.length === 0) return null;
  return (
    <Section title={t('page.good_to_know')}>
      <Facts items={items} />
    </Section>
  );
}
