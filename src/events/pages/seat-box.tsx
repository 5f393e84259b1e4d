// The seat box: where a visitor stands with this evening, and the one thing to do about it.
import { groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { Kept } from '#ui/kept.tsx';
import { Panel } from '#ui/panel.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { showsDoorNumber, stateAt } from '../rules.ts';
import { sayMoment } from '../say-event.ts';
import { hasSeat } from '../state-rules.ts';
import type { EnrolmentState } from '../tables.ts';
import { type Say, words } from '../words.ts';
import { DoorNumber } from './door-number.tsx';
import { TakeSeat, WhoTakes } from './take-seat.tsx';
import { Offered, Waiting } from './waiting-box.tsx';

/** What was typed, what was wrong with it by field, and a refusal of the whole, all worded. */
export type SeatForm = {
  values?: Record<string, string | undefined> | undefined;
  errors?: Record<string, string> | undefined;
  refusal?: string | undefined;
};

type BoxProps = { view: View; shown: ShownEvent; odds?: readonly number[] | undefined; form?: SeatForm | undefined };

export function SeatBox({ view, shown, odds = [], form }: BoxProps) {
  const t = words(view.lang);
  const { event, group, mine, held, counts } = shown;
  const state = stateAt(event, view.now);
  const isAlive = state === 'open' || state === 'closed' || state === 'live';
  const refusal = form?.refusal && (
    <p class="ui-error" role="alert">
      {form.refusal}
    </p>
  );
  if (hasSeat(mine?.state) && isAlive) {
    const as = `mine ${mine?.state} ${mine?.party} ${mine?.said} ${state} ${showsDoorNumber(event, view.now)}`;
    return <Kept of={event} as={as} draw={() => <Mine view={view} shown={shown} t={t} />} />;
  }
  if (held && held.until.getTime() > view.now.epochMilliseconds && (state === 'open' || state === 'closed')) {
    return (
      <Panel title={t('seat.held.title')}>
        <p>{t('seat.held.text', { until: sayTime(instantOf(held.until), event.zone, view.lang, 'time') })}</p>
        <PostButton
          action={eventPaths.seat(group.slug, event.slug)}
          kind="main"
          fields={{ guests: String(held.party - 1) }}
        >
          {t('seat.take')}
        </PostButton>
      </Panel>
    );
  }
  if (mine?.state === 'offered' && mine.offered_until && isAlive) return <Offered view={view} shown={shown} t={t} />;
  if (mine?.state === 'waitlisted' && (state === 'open' || state === 'closed'))
    return <Waiting view={view} shown={shown} odds={odds} t={t} />;
  switch (state) {
    case 'draft':
      return <Panel title={t('seat.draft.title')} />;
    case 'cancelled':
      return (
        <Panel title={t('seat.cancelled.title')}>
          <p>{event.cancelled_why || t('seat.cancelled.text')}</p>
        </Panel>
      );
    case 'done':
      return <Done shown={shown} t={t} />;
    case 'live':
    case 'closed':
      return (
        <Panel title={t(state === 'live' ? 'seat.live.title' : 'seat.closed.title')}>
          {refusal}
          <p>{t('seat.closed.text', { taken: counts.taken })}</p>
        </Panel>
      );
    case 'announced':
      return <SaveTheDate view={view} shown={shown} form={form} t={t} />;
    case 'open':
      return <Open view={view} shown={shown} form={form} t={t} />;
  }
}

type PartProps = { view: View; shown: ShownEvent; t: Say };

function Mine({ view, shown, t }: PartProps) {
  const { event, group, mine } = shown;
  const isIn = mine?.state === 'checked_in';
  const isLive = isIn || stateAt(event, view.now) === 'live';
  const isAsked = !isLive && mine?.said === 'unanswered';
  const isSure = !isLive && mine?.said === 'confirmed';
  return (
    <Panel title={t(isIn ? 'seat.mine.in' : isAsked ? 'seat.mine.ask' : 'seat.mine.title')}>
      <p>
        {t('seat.mine.party', { n: mine?.party ?? 1 })}{' '}
        {!isLive && t(isAsked ? 'seat.mine.ask.text' : isSure ? 'seat.mine.confirmed' : 'seat.mine.text')}
      </p>
      <div class="ui-actions">
        {isAsked && (
          <PostButton action={eventPaths.confirm(group.slug, event.slug)} kind="main">
            {t('seat.mine.still')}
          </PostButton>
        )}
        <ButtonLink href={eventPaths.ics(group.slug, event.slug)}>{t('seat.mine.calendar')}</ButtonLink>
        {!isLive && (
          <PostButton action={eventPaths.release(group.slug, event.slug)}>{t('seat.mine.release')}</PostButton>
        )}
      </div>
      {showsDoorNumber(event, view.now) && (
        <p>
          {t('seat.mine.door')} <DoorNumber number={event.door_number} />
        </p>
      )}
      <p class="ui-small">{t('seat.mine.note')}</p>
    </Panel>
  );
}

function Done({ shown, t }: { shown: ShownEvent; t: Say }) {
  const { event, counts, mine } = shown;
  const said = event.came ?? event.past_going ?? counts.taken;
  return (
    <Panel title={t('seat.done.title')}>
      {said > 0 && (
        <p>
          {event.came === null ? t('seat.done.said_yes', { n: said }) : t('seat.done.came', { n: said })}{' '}
          {event.past_waiting ? t('page.past.waiting', { n: event.past_waiting }) : ''}
        </p>
      )}
      {mine && isToldAfterwards(mine.state) && <p>{t(`seat.done.${mine.state}`)}</p>}
    </Panel>
  );
}

/** To themselves alone: what became of their seat. */
function isToldAfterwards(state: EnrolmentState): state is 'checked_in' | 'walked_in' | 'missed' | 'excused' {
  return state === 'checked_in' || state === 'walked_in' || state === 'missed' || state === 'excused';
}

function SaveTheDate({ view, shown, form, t }: PartProps & { form?: SeatForm | undefined }) {
  const { event, group, mine, interested } = shown;
  const when = sayMoment(event.opens_at, event, view.lang);
  const action = eventPaths.interest(group.slug, event.slug);
  const isInterested = mine?.state === 'interested';
  return (
    <Panel title={t('seat.announced.title')}>
      <p>
        {isInterested ? t('seat.interested.on', { when }) : t('seat.announced.text', { when })}{' '}
        {interested > 0 && t('seat.announced.count', { n: interested })}
      </p>
      {isInterested ? (
        <PostButton action={action} fields={{ on: '' }}>
          {t('seat.interested.off')}
        </PostButton>
      ) : (
        <form class="ui-form" method="post" action={action}>
          {form?.refusal && (
            <p class="ui-error" role="alert">
              {form.refusal}
            </p>
          )}
          <input type="hidden" name="on" value="yes" />
          {!view.viewer && <WhoTakes form={form} t={t} />}
          <Button>{t('seat.interested')}</Button>
        </form>
      )}
    </Panel>
  );
}

function Open({ view, shown, form, t }: PartProps & { form?: SeatForm | undefined }) {
  const { event, group, counts } = shown;
  const left = counts.cap - counts.taken;
  const isFull = left <= 0;
  const closes = t('seat.open.closes', { when: sayMoment(event.closes_at, event, view.lang) });
  return (
    <Panel title={t(isFull ? 'seat.full.title' : 'seat.open.title')}>
      <p>
        {isFull
          ? t('seat.full.text', { waiting: counts.waiting })
          : counts.taken === 0
            ? t('seat.open.first', { left })
            : t('seat.open.counts', { taken: counts.taken, left })}{' '}
        {closes}
      </p>
      <TakeSeat view={view} event={event} group={group} isFull={isFull} form={form} t={t} />
      {group.conduct_version !== null && (
        <p class="ui-small">
          {t('seat.conduct', { link: '' }).trim().replace(/\.$/, '')}{' '}
          <a href={groupPaths.conduct(group)}>{t('seat.conduct.link')}</a>.
        </p>
      )}
    </Panel>
  );
}
