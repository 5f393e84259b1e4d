// What this room hangs on a group's page: the next evening, those to come, those that were, and the team's next step.
import { mayOrganise } from '#groups';
import type { Panel as Hung } from '#kit/panels.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Rows } from '#ui/list.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { EventRow } from './pages/event-row.tsx';
import { eventPaths } from './paths.ts';
import { eventsOfGroup, eventsOfPerson, hasEvenings, type ListedEvent } from './queries.ts';
import { recordWords } from './record/words.ts';
import { stateAt } from './rules.ts';
import { sayHours, sayWhere } from './say-event.ts';
import { hasSeat } from './state-rules.ts';
import { type Say, words } from './words.ts';

/** A group silent for this long is said to be so, in a sentence (practice.md NET-2: quiet from 90, dormant from 180 days). */
const QUIET_DAYS = 180;

/** Coming and Before, with the next evening raised. One statement. */
export const groupEvenings: Hung<'groups.page'> = async (db, view, { group, role, person_id }) => {
  const t = words(view.lang);
  const isOrganiser = mayOrganise(role);
  const { coming, before } = await eventsOfGroup(db, group.group_id, {
    now: view.now,
    drafts: isOrganiser,
    person: person_id,
  });
  const isPublic = (event: ListedEvent) => !['draft', 'cancelled'].includes(stateAt(event, view.now));
  const next = coming.find(isPublic);
  const later = coming.filter((event) => event !== next);
  return (
    <>
      {next && <Next view={view} event={next} t={t} />}
      {later.length > 0 && (
        <Section title={t('panel.coming')}>
          <Rows>
            {later.map((event) => (
              <EventRow
                key={event.event_id}
                view={view}
                event={event}
                href={event.stage === 'draft' ? eventPaths.manage(group.slug, event.slug) : undefined}
              />
            ))}
          </Rows>
        </Section>
      )}
      {!next && (
        <NothingPlanned
          view={view}
          last={before[0]}
          isEmpty={coming.length === 0 && !isOrganiser}
          isRun={group.state !== 'unclaimed'}
          t={t}
        />
      )}
      {before.length > 0 && (
        <Section title={t('panel.before')}>
          <Rows>
            {before.map((event) => (
              <EventRow key={event.event_id} view={view} event={event} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};

function Next({ view, event, t }: { view: View; event: ListedEvent; t: Say }) {
  const state = stateAt(event, view.now);
  const href = eventPaths.show(event.grp.slug, event.slug);
  const label =
    hasSeat(event.mine) || event.mine === 'waitlisted' || event.mine === 'offered'
      ? t('panel.see')
      : state === 'announced'
        ? t('panel.tell')
        : state === 'open'
          ? t(event.taken < event.cap ? 'panel.take' : 'panel.waitlist')
          : t('panel.see');
  return (
    <Panel
      over={t('panel.next')}
      title={<a href={href}>{event.title}</a>}
      action={
        <ButtonLink href={href} kind="main">
          {label}
        </ButtonLink>
      }
    >
      <p>
        {sayTime(instantOf(event.starts_at), event.zone, view.lang, 'day')}, {sayHours(event, view.lang)} ·{' '}
        {sayWhere(event, t)}
      </p>
    </Panel>
  );
}

function NothingPlanned({
  view,
  last,
  isEmpty,
  isRun,
  t,
}: {
  view: View;
  last: ListedEvent | undefined;
  isEmpty: boolean;
  /** False: nobody looks after the group here, so nothing will be announced either. */
  isRun: boolean;
  t: Say;
}) {
  if (!isEmpty) return null;
  if (!isRun) return <Empty title={t('panel.none')}>{t('panel.none.unclaimed')}</Empty>;
  const quietSince = last && view.now.epochMilliseconds - last.starts_at.getTime() > QUIET_DAYS * 86_400_000;
  if (!last) return <Empty title={t('panel.none')}>{t('panel.none.text')}</Empty>;
  const month = sayTime(instantOf(last.starts_at), last.zone, view.lang, 'month');
  return (
    <Empty title={t('panel.none')}>
      {quietSince ? `${t('panel.quiet', { month })} ${t('panel.quiet.text')}` : t('panel.none.text')}
    </Empty>
  );
}

/** On a person's own page: their evenings to come. One statement. */
export const myEvenings: Hung<'people.me'> = async (db, view, { person_id }) => {
  const t = words(view.lang);
  const events = await eventsOfPerson(db, person_id, { now: view.now });
  return (
    <Section title={t('me.title')} action={<a href={eventPaths.record()}>{recordWords(view.lang)('title')}</a>}>
      {events.length === 0 ? (
        <Empty title={t('me.none')}>{t('me.none.text')}</Empty>
      ) : (
        <Rows>
          {events.map((event, at) => (
            <EventRow key={event.event_id} view={view} event={event} withGroup odd={at % 2 === 1} />
          ))}
        </Rows>
      )}
    </Section>
  );
};

/** For the team: the first evening raised while there is none; later a quiet way to plan the next. */
export const organisersNextStep: Hung<'groups.organiser'> = async (db, view, { group, role }) => {
  if (!mayOrganise(role)) return null;
  const t = words(view.lang);
  const href = eventPaths.start(group.slug);
  if (await hasEvenings(db, group.group_id)) return <ButtonLink href={href}>{t('panel.plan')}</ButtonLink>;
  const button = (
    <ButtonLink href={href} kind="main">
      {t('panel.plan')}
    </ButtonLink>
  );
  return (
    <Panel over={t('panel.next')} title={t('panel.first')} action={button}>
      <p>{t('panel.first.text')}</p>
    </Panel>
  );
};
