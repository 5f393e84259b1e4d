// Two small pages about one seat: typing the mailed code, and the page a link in a mail opens.
import { groupPaths } from '#groups';
import { CodeForm, type CodeRefusal } from '#people';
import { PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import type { CodeWish } from '../code-wish.ts';
import { eventPaths } from '../paths.ts';
import type { Event, EventGroup } from '../queries.ts';
import { sayMoment, sayWhen, sayWhere } from '../say-event.ts';
import { hasSeat } from '../state-rules.ts';
import type { EnrolmentState } from '../tables.ts';
import { words } from '../words.ts';

type Head = { view: View; event: Event; group: EventGroup };

type CodeProps = Head & {
  action: string;
  token: string;
  wish: CodeWish['wish'];
  /** In line they want to be asked before a seat is theirs. */
  ask_first: boolean;
  address: string;
  /** When the code, and with it a held seat, lapses. */
  until: Date;
  refused?: CodeRefusal['refused'] | undefined;
};

/** Six digits, and the seat is theirs. */
export function SeatCodePage({
  view,
  event,
  group,
  action,
  token,
  wish,
  ask_first,
  address,
  until,
  refused,
}: CodeProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('code.title')} accent={group.color} width="form">
      <EventHeading view={view} event={event} group={group} />
      <Panel title={t('code.title')}>
        <p>
          {wish === 'seat'
            ? t('code.held', { minutes: minutesUntil(until, view), address })
            : t(wish === 'wait' ? 'code.full' : 'code.interest', { address })}{' '}
          {wish === 'wait' && ask_first && t('flash.ask_first')}
        </p>
        <CodeForm view={view} action={action} token={token} refused={refused} button={t(buttons[wish])} />
      </Panel>
    </Page>
  );
}

/** Minutes and no clock: the place's clock is not the one on the reader's wall. */
function minutesUntil(until: Date, view: View): number {
  return Math.max(1, Math.ceil((until.getTime() - view.now.epochMilliseconds) / 60_000));
}

const buttons = { seat: 'code.button', wait: 'code.button.wait', interest: 'seat.interested' } as const;

type MineProps = Head & {
  name: string;
  state: EnrolmentState | null;
  offered_until: Date | null;
  action: string;
};

/** What a link in a mail opens: whose seat it is, and a button. Nothing happens before it is pressed. */
export function MyLinkPage({ view, event, group, name, state, offered_until, action }: MineProps) {
  const t = words(view.lang);
  const isIn = state === 'checked_in';
  const isGoing = hasSeat(state);
  const isWaiting = state === 'waitlisted';
  return (
    <Page view={view} title={t('mine.title')} accent={group.color} width="form">
      <EventHeading view={view} event={event} group={group} />
      <Panel title={t('mine.title')}>
        {offered_until && (
          <>
            <p>{t('mine.offered', { name, until: sayMoment(offered_until, event, view.lang) })}</p>
            <div class="ui-actions">
              <PostButton action={action} kind="main" fields={{ act: 'take' }}>
                {t('seat.offered.take')}
              </PostButton>
              <PostButton action={action} fields={{ act: 'release' }}>
                {t('seat.offered.decline')}
              </PostButton>
            </div>
            <p class="ui-small">{t('seat.offered.silence')}</p>
          </>
        )}
        {!offered_until && (
          <p>
            {t(isIn ? 'mine.checked_in' : isGoing ? 'mine.going' : isWaiting ? 'mine.waitlisted' : 'mine.none', {
              name,
            })}
          </p>
        )}
        {((isGoing && !isIn) || isWaiting) && (
          <PostButton action={action} kind="main">
            {t(isGoing ? 'mine.release' : 'mine.leave')}
          </PostButton>
        )}
        <p class="ui-small">
          {t('mine.not_you')} <a href={eventPaths.show(group.slug, event.slug)}>{t('mine.page')}</a>
        </p>
      </Panel>
    </Page>
  );
}

/** The evening and its group above a small page about one seat. */
export function EventHeading({ view, event, group }: Head) {
  const t = words(view.lang);
  return (
    <Masthead
      sticker={<Sticker size="m" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
      over={<a href={groupPaths.show(group)}>{group.name}</a>}
      title={event.title}
      lang={event.language}
    >
      <p>
        {sayWhen(event, view.lang)}
        {dot}
        {sayWhere(event, t)}
      </p>
    </Masthead>
  );
}
