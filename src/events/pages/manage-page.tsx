// The organisers' page of an evening: where it stands, the one next step, the numbers, and everything else below.
import type { VNode } from 'preact';
import { groupPaths } from '#groups';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Figure, Panel } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { GuestCounts } from '../guest-list.ts';
import type { MailLine } from '../messages/mail-lines.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { questionWords } from '../questions/words.ts';
import { type EventState, isPromoting, stateAt } from '../rules.ts';
import { sayMoment, sayWhen } from '../say-event.ts';
import { type Say, words } from '../words.ts';
import { MailLines } from './mail-lines.tsx';

type Props = {
  view: View;
  shown: ShownEvent;
  counts: GuestCounts;
  mails: MailLine[];
  /** What the night and the morning after ask for. */
  next: VNode[];
  panels: VNode[];
  /** The morning after is still to be noted: that comes next, and not the next evening. */
  asks: boolean;
};

export function ManagePage({ view, shown, counts, mails, next, panels, asks }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const state = stateAt(event, view.now);
  const isAhead = state !== 'done' && state !== 'cancelled';
  const leads = state === 'live' || asks;
  return (
    <Page view={view} title={event.title} accent={group.color}>
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={event.title} lang={event.language}>
        <p>
          {sayWhen(event, view.lang)}
          {dot}
          {t(`state.${state}`)}
          {dot}
          <a href={eventPaths.show(g, e)}>{t('manage.public')}</a>
        </p>
      </Masthead>
      {leads ? next : <NextStep view={view} shown={shown} t={t} />}
      <div class="events-figures">
        {state === 'cancelled' ? (
          <WhenCalledOff counts={counts} mails={mails} t={t} />
        ) : (
          <HowItStands view={view} shown={shown} counts={counts} state={state} t={t} />
        )}
      </div>
      {!leads && next}
      {panels}
      <Section title={t(isAhead ? 'manage.todo' : 'manage.lookup')}>
        <Rows>
          <Row title={t('manage.guests')} href={eventPaths.guests(g, e)} />
          {isAhead && counts.going > 0 && <Row title={t('manage.mail')} href={eventPaths.guestsMail(g, e)} />}
          {isAhead && <Row title={t('manage.share')} href={eventPaths.share(g, e)} />}
          {isAhead && <Row title={t('manage.edit')} href={eventPaths.edit(g, e)} />}
          {isAhead && <Row title={t('manage.agenda')} href={eventPaths.agenda(g, e)} />}
          {isAhead && <Row title={questionWords(view.lang)('manage.row')} href={eventPaths.questions(g, e)} />}
          {isAhead && <Row title={t('manage.cap')} href={eventPaths.cap(g, e)} />}
        </Rows>
      </Section>
      <MailLines view={view} shown={shown} mails={mails} />
      {isAhead && (
        <Actions>
          {state === 'open' && <PostButton action={eventPaths.close(g, e)}>{t('manage.close')}</PostButton>}
          <ButtonLink href={eventPaths.cancel(g, e)}>
            {t(state === 'draft' ? 'manage.discard' : 'manage.cancel')}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

type Standing = { view: View; shown: ShownEvent; counts: GuestCounts; state: EventState; t: Say };

function HowItStands({ view, shown, counts, state, t }: Standing) {
  const { room_capacity: room, venue_told } = shown.event;
  const most = venue_told?.capacity ?? null;
  const listed = counts.checked_in + counts.walked_in;
  return (
    <>
      <Figure label={t(state === 'done' ? 'manage.said_yes' : 'manage.going')} value={counts.heads}>
        {t('manage.going.text', { cap: shown.counts.cap })}{' '}
        {state !== 'done' && counts.offered > 0 && `${t('manage.asked', { n: counts.offered })} `}
        {room !== null && t('manage.room', { n: room })}
        {room !== null && most !== null && room > most && <strong> {t('manage.room.over', { n: most, room })}</strong>}
      </Figure>
      {state !== 'done' && (
        <Figure label={t('manage.waiting')} value={counts.waitlisted}>
          {counts.waitlisted === 0 || isPromoting(shown.event, view.now)
            ? t('manage.waiting.text', { n: counts.waitlisted })
            : t('manage.waiting.late')}
        </Figure>
      )}
      {state === 'done' && shown.event.came !== null && (
        <Figure label={t('manage.came')} value={shown.event.came}>
          {t('manage.came.text')}
          {shown.event.came > listed && listed > 0 && ` ${t('manage.came.listed', { n: listed })}`}
        </Figure>
      )}
      {state === 'announced' && (
        <Figure label={t('manage.interested')} value={counts.interested}>
          {t('manage.interested.text')}
        </Figure>
      )}
    </>
  );
}

/** Seats no longer count; who had one, and whether everybody has been told, does. */
function WhenCalledOff({ counts, mails, t }: { counts: GuestCounts; mails: MailLine[]; t: Say }) {
  const told = mails.find(({ kind }) => kind === 'cancelled');
  return (
    <>
      <Figure label={t('manage.had')} value={counts.heads}>
        {t('manage.had.text', { waiting: counts.waitlisted })}
      </Figure>
      {told && (
        <Figure label={t('manage.told')} value={told.sent + told.waiting + told.failed}>
          {t('manage.told.text', { sent: told.sent })}
        </Figure>
      )}
    </>
  );
}

function NextStep({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event, group, agenda, counts } = shown;
  const [g, e] = [group.slug, event.slug];
  const state = stateAt(event, view.now);
  const opens = sayMoment(event.opens_at, event, view.lang);
  switch (state) {
    case 'draft': {
      // A template, or the last evening, left their places.
      const nameless = agenda.filter(({ type, who }) => (type === 'talk' || type === 'sponsor_segment') && who === '');
      const isPlaceless = event.kind !== 'online' && event.place_name === '';
      const opensAtOnce = event.opens_at.getTime() <= view.now.epochMilliseconds;
      return (
        <Panel
          over={t('manage.next')}
          title={t('manage.draft')}
          action={
            <PostButton action={eventPaths.announce(g, e)} kind="main">
              {t('manage.draft')}
            </PostButton>
          }
        >
          <p>{opensAtOnce ? t('manage.draft.open') : t('manage.draft.text', { when: opens })}</p>
          {event.room_capacity !== null && counts.cap > event.room_capacity && (
            <p>
              {t('manage.draft.beyond', { cap: counts.cap, capacity: event.room_capacity })}{' '}
              <a href={eventPaths.cap(g, e)}>{t('manage.draft.cap')}</a>
            </p>
          )}
          {isPlaceless && (
            <p>
              {t('manage.draft.placeless')} <a href={eventPaths.edit(g, e)}>{t('manage.draft.place')}</a>
            </p>
          )}
          {nameless.length > 0 && (
            <p>
              {t('manage.draft.nameless', {
                titles: nameless.map(({ title }) => t('manage.draft.quoted', { title })).join(', '),
              })}{' '}
              <a href={eventPaths.agenda(g, e)}>{t('manage.draft.agenda')}</a>
            </p>
          )}
        </Panel>
      );
    }
    case 'announced':
      return (
        <Panel
          over={t('manage.next')}
          title={t('manage.announced')}
          action={<PostButton action={eventPaths.open(g, e)}>{t('manage.announced.now')}</PostButton>}
        >
          <p>{t('manage.announced.text', { when: opens })}</p>
        </Panel>
      );
    case 'open':
      return (
        <Panel
          title={t('manage.open')}
          action={<ButtonLink href={eventPaths.share(g, e)}>{t('share.title')}</ButtonLink>}
        >
          <p>{t('manage.open.text', { when: sayMoment(event.closes_at, event, view.lang) })}</p>
        </Panel>
      );
    case 'closed':
      return (
        <Panel
          title={t('manage.closed')}
          action={
            event.stage === 'closed' ? (
              <PostButton action={eventPaths.open(g, e)}>{t('manage.closed.reopen')}</PostButton>
            ) : (
              <ButtonLink href={eventPaths.guests(g, e)}>{t('manage.guests')}</ButtonLink>
            )
          }
        >
          <p>{t(isPromoting(event, view.now) ? 'manage.closed.text' : 'manage.closed.late')}</p>
        </Panel>
      );
    // What the night asks for stands here then.
    case 'live':
      return null;
    case 'done':
      return (
        <Panel title={t('manage.done')} action={<PlanNext group={g} t={t} />}>
          <p>{t('manage.done.text')}</p>
        </Panel>
      );
    case 'cancelled':
      return (
        <Panel title={t('manage.cancelled')} action={<PlanNext group={g} t={t} />}>
          <p>{event.cancelled_why || t('manage.cancelled.text')}</p>
        </Panel>
      );
  }
}

function PlanNext({ group, t }: { group: string; t: Say }) {
  return (
    <ButtonLink href={eventPaths.start(group)} kind="main">
      {t('manage.done.next')}
    </ButtonLink>
  );
}
