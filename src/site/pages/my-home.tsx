// The first page for somebody signed in: their evenings, their groups each with the next step, what is on near them.
import { EventRow, eventPaths, type ListedEvent } from '#events';
import { groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { isOnTheDay, tonightPaths } from '#tonight';
import { ButtonLink } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { monthAt } from '../month/calendar.ts';
import type { HomeEvenings, MyGroup, NextEvening } from '../my-home.ts';
import { sitePaths } from '../paths.ts';
import { nextStep } from '../rules.ts';
import { type Say, words } from '../words.ts';

type MyHomeProps = { view: View; evenings: HomeEvenings; groups: readonly MyGroup[] };

export function MyHome({ view, evenings: { mine, near, is_near }, groups }: MyHomeProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title="Ugroup">
      <Masthead title={t('mine.title', { name: view.viewer?.name ?? '' })}>
        {view.viewer?.is_keeper && (
          <p>
            {t('mine.keeper')} <a href={sitePaths.keeper()}>{t('mine.keeper.link')}</a>
          </p>
        )}
      </Masthead>
      {groups.map((group) => (
        <Tonight key={group.group_id} view={view} group={group} />
      ))}
      {groups.map((group) => (
        <HowWasIt key={group.group_id} view={view} group={group} />
      ))}
      <Section title={t('mine.evenings')} action={<a href={sitePaths.evenings()}>{t('home.evenings.all')}</a>}>
        {mine.length > 0 ? (
          <Evenings view={view} evenings={mine} />
        ) : (
          <Empty
            title={t('mine.evenings.none')}
            action={<ButtonLink href={sitePaths.evenings()}>{t('evenings.look_coming')}</ButtonLink>}
          >
            {t('mine.evenings.none.text')}
          </Empty>
        )}
      </Section>
      <Section title={t('mine.groups')} action={<a href={sitePaths.groups()}>{t('mine.find')}</a>}>
        {groups.length > 0 ? (
          <Rows>
            {groups.map((group) => (
              <MyGroupRow key={group.group_id} view={view} group={group} />
            ))}
          </Rows>
        ) : (
          <Empty
            title={t('mine.groups.none')}
            action={
              <>
                <ButtonLink kind="main" href={sitePaths.groups()}>
                  {t('mine.find')}
                </ButtonLink>
                <ButtonLink href={groupPaths.start()}>{t('first.start')}</ButtonLink>
              </>
            }
          >
            {t('mine.groups.none.text')}
          </Empty>
        )}
      </Section>
      <p>
        <a href={sitePaths.month(monthAt(view.now))}>{t('home.month')}</a> ·{' '}
        <a href={sitePaths.map()}>{t('home.map')}</a>
      </p>
      {near.length > 0 && (
        <Section title={t(is_near ? 'mine.near' : 'mine.far')}>
          <p class="ui-soft">{t(is_near ? 'mine.near.why' : 'mine.far.why')}</p>
          <Evenings view={view} evenings={near} />
        </Section>
      )}
    </Page>
  );
}

/** For its team, on the day: the way to the page they work with. */
function Tonight({ view, group }: { view: View; group: MyGroup }) {
  const { role, next } = group;
  if (role === null || next === null || !isOnTheDay(next, view.now)) return null;
  const t = words(view.lang);
  const when = sayTime(instantOf(next.starts_at), next.zone, view.lang, 'time');
  return (
    <Panel
      over={t('mine.tonight', { group: group.name, when })}
      title={<span lang={group.language}>{next.title}</span>}
      action={
        <ButtonLink href={tonightPaths.night(group.slug, next.slug)} kind="main">
          {t('mine.tonight.go')}
        </ButtonLink>
      }
    />
  );
}

/** For its organisers, in the days after: three questions while they still remember. */
function HowWasIt({ view, group }: { view: View; group: MyGroup }) {
  if (group.been === null) return null;
  const t = words(view.lang);
  return (
    <Panel
      over={t('mine.been', { group: group.name })}
      title={<span lang={group.language}>{group.been.title}</span>}
      action={
        <ButtonLink href={tonightPaths.morning(group.slug, group.been.slug)} kind="main">
          {t('mine.been.go')}
        </ButtonLink>
      }
    />
  );
}

function Evenings({ view, evenings }: { view: View; evenings: readonly ListedEvent[] }) {
  return (
    <Rows>
      {evenings.map((event) => (
        <EventRow key={event.event_id} view={view} event={event} withGroup />
      ))}
    </Rows>
  );
}

function MyGroupRow({ view, group }: { view: View; group: MyGroup }) {
  const t = words(view.lang);
  return (
    <Row
      title={<bdi>{group.name}</bdi>}
      href={groupPaths.show(group)}
      mark={<Sticker size="s" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
      action={<StepLink group={group} t={t} />}
    >
      {dotted([group.role ? t(`role.${group.role}`) : '', standing(group, view, t)])}
    </Row>
  );
}

/** The one thing to do next in this group. */
function StepLink({ group, t }: { group: MyGroup; t: Say }) {
  const step = nextStep(group);
  if (step === 'wait') return null;
  const href = {
    plan: () => eventPaths.start(group.slug),
    announce: () => eventPaths.manage(group.slug, group.draft?.slug ?? ''),
    guests: () => eventPaths.manage(group.slug, group.next?.slug ?? ''),
    see: () => eventPaths.show(group.slug, group.next?.slug ?? ''),
  }[step]();
  return (
    <a href={href} aria-label={`${t(`step.${step}`)}: ${group.name}`}>
      {t(`step.${step}`)}
    </a>
  );
}

function standing(group: MyGroup, view: View, t: Say): string {
  const said = (evening: NextEvening) => ({
    title: evening.title,
    when: sayTime(instantOf(evening.starts_at), evening.zone, view.lang, 'short'),
  });
  const step = nextStep(group);
  if (step === 'plan') return t('next.none');
  if (step === 'wait') return t('next.none.member');
  if (step === 'announce' && group.draft) return t('next.draft', said(group.draft));
  if (!group.next) return '';
  const { cap, taken, stage } = group.next;
  const seats = step === 'guests' && stage !== 'announced' ? t('next.seats', { taken, cap }) : '';
  return dotted([t('next.said', said(group.next)), seats]);
}
