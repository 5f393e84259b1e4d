// The team's page of the night, for a phone in a lift: who is expected, what is due, what runs now, a word to everybody coming.
import type { VNode } from 'preact';
import { eventPaths, eventStateAt, type ShownEvent } from '#events';
import { instantOf, saySpan, sayTime } from '#kit/time.ts';
import { blockersOf, seasonPaths, type Task, TaskList, TaskRow } from '#season';
import { Button, ButtonLink } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type RunningOrder, tasksOfTheNight } from '../night-rules.ts';
import { tonightPaths } from '../paths.ts';
import type { QuickMail } from '../quick-mails.ts';
import { type Say, words } from '../words.ts';
import { NightOrder } from './night-order.tsx';

type Props = {
  view: View;
  /** Tells this viewer's taps from another's on the same phone. */
  who: string;
  shown: ShownEvent;
  order: RunningOrder<ShownEvent['agenda'][number]>;
  tasks: readonly Task[];
  /** How many will come, in a word; `null` once it is over. */
  expected: string | null;
  mails: readonly QuickMail[];
  /** What other rooms hang beside the figures. */
  panels: VNode[];
  /** It is over, and nobody has noted yet how it was. */
  asks: boolean;
  /** Says that it runs late, writes to guests. */
  mayEdit: boolean;
};

export function NightPage({ view, who, shown, order, tasks, expected, mails, panels, asks, mayEdit }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const [starts, ends] = [instantOf(event.starts_at), instantOf(event.ends_at)];
  const day = sayTime(starts, event.zone, view.lang, 'day');
  const isToday = day === sayTime(view.now, event.zone, view.lang, 'day');
  const isOver = eventStateAt(event, view.now) === 'done';
  const number = event.door_number;
  // Before anything runs there is more to do than to look at.
  const hasBegun = order.items.some(({ is }) => is === 'now' || is === 'over');
  const running = <NightOrder view={view} shown={shown} order={order} mayEdit={mayEdit} />;
  return (
    <Page view={view} title={`${t('night.title')}: ${event.title}`} accent={group.color} width="form" bare>
      <div class="tonight-page">
        <Masthead
          over={<a href={mayEdit ? eventPaths.manage(g, e) : eventPaths.show(g, e)}>{event.title}</a>}
          title={isToday ? t('night.title') : day}
        >
          <p>
            {dotted([saySpan(starts, ends, event.zone, view.lang), event.place_name])}
            {number && (
              <>
                <br />
                {t('night.door')}{' '}
                <a href={`tel:${number.replace(/[^+\d]/g, '')}`} dir="ltr">
                  {number}
                </a>
              </>
            )}
          </p>
        </Masthead>
        <Island name="tonight/night" props={{ who, ...wordsOfIsland(t) }}>
          <div class="tonight-night" data-now={view.now.epochMilliseconds}>
            <p class="tonight-seen" role="status">
              {t('night.seen', { when: sayTime(view.now, event.zone, view.lang, 'moment') })}
            </p>
            {asks && mayEdit && (
              <Panel
                title={t('night.over')}
                action={
                  <ButtonLink href={tonightPaths.morning(g, e)} kind="main">
                    {t('night.over.go')}
                  </ButtonLink>
                }
              >
                <p>{t('night.over.text')}</p>
              </Panel>
            )}
            <Expected shown={shown} expected={expected} t={t} />
            {panels}
            {hasBegun && running}
            <Due view={view} shown={shown} tasks={tasks} mayEdit={mayEdit} t={t} />
            {!hasBegun && running}
            {mayEdit && !isOver && <Tell shown={shown} mails={mails} t={t} />}
          </div>
        </Island>
        <p class="tonight-ways">
          <a href={tonightPaths.night(g, e)}>{t('night.again')}</a>
          <a href={tonightPaths.slides(g, e)}>{t('slides.link')}</a>
          {mayEdit && <a href={eventPaths.guests(g, e)}>{t('night.guests')}</a>}
          <a href={eventPaths.show(g, e)}>{t('night.public')}</a>
        </p>
      </div>
    </Page>
  );
}

/** Seats from the list, the range from the group's own evenings. */
function Expected({ shown: { counts }, expected, t }: { shown: ShownEvent; expected: string | null; t: Say }) {
  const { taken, cap, waiting } = counts;
  return (
    <p class="tonight-expected">
      {expected !== null && (
        <>
          <strong>{t('night.expect', { range: expected })}</strong>
          <br />
        </>
      )}
      {t('night.seats', { taken, cap })} {waiting > 0 && t('night.waiting', { n: waiting })}
    </p>
  );
}

type DueProps = { view: View; shown: ShownEvent; tasks: readonly Task[]; mayEdit: boolean; t: Say };

function Due({ view, shown: { event, group }, tasks, mayEdit, t }: DueProps) {
  const mine = tasksOfTheNight(tasks, event, view.now.epochMilliseconds);
  const about = { group: group.slug, slug: event.slug, zone: event.zone, language: event.language };
  return (
    <Section
      title={t('night.due')}
      action={<a href={seasonPaths.checklist(group.slug, event.slug)}>{t('night.due.all')}</a>}
    >
      {mine.length === 0 ? (
        <p class="ui-soft">{t(tasks.length === 0 ? 'night.due.no_list' : 'night.due.none')}</p>
      ) : (
        <div data-taps>
          <TaskList>
            {mine.map((task) => (
              <TaskRow
                key={task.task_id}
                view={view}
                task={task}
                about={about}
                first={blockersOf(task, tasks).map(({ title }) => title)}
                mayEdit={mayEdit}
              />
            ))}
          </TaskList>
        </div>
      )}
    </Section>
  );
}

/** Each button shows the mail; the button there sends it. */
function Tell({
  shown: { event, group, counts },
  mails,
  t,
}: {
  shown: ShownEvent;
  mails: readonly QuickMail[];
  t: Say;
}) {
  const [g, e] = [group.slug, event.slug];
  if (counts.taken === 0) return null;
  return (
    <Section title={t('night.tell')}>
      <p class="ui-soft">{t('night.tell.text')}</p>
      <div class="tonight-buttons">
        {mails.map(({ is, subject, text }) => (
          <form key={is} method="post" action={eventPaths.guestsMail(g, e)}>
            {Object.entries({ subject, text, to: 'going', reply: 'nobody', back: tonightPaths.night(g, e) }).map(
              ([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
            <Button kind="quiet" name="step" value="preview">
              <span lang={event.language}>{subject}</span>
            </Button>
          </form>
        ))}
        <ButtonLink href={`${eventPaths.guestsMail(g, e)}?back=${encodeURIComponent(tonightPaths.night(g, e))}`}>
          {t('night.tell.own')}
        </ButtonLink>
      </div>
    </Section>
  );
}

/** `#` is where the number goes. */
function wordsOfIsland(t: Say) {
  return {
    now: t('order.now', { minutes: '#' }),
    next: t('order.next', { minutes: '#' }),
    kept: t('night.kept', { n: '#' }),
    signin: t('night.signin'),
    needs: t('night.needs'),
  };
}
