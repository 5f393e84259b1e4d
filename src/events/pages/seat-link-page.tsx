// The page behind the link in a code's mail: what it is about, as whom, and the one button.
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import type { View } from '#ui/view.ts';
import type { CodeWish } from '../code-wish.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';
import { EventHeading } from './seat-pages.tsx';

type Props = {
  view: View;
  shown: ShownEvent;
  wish: CodeWish['wish'];
  /** In line they want to be asked before a seat is theirs. */
  ask_first: boolean;
  /** When the held seat lapses; `null` when none is held. */
  until: Date | null;
  name: string;
  address: string;
  action: string;
};

const titles = { seat: 'link.seat.title', wait: 'seat.full.title', interest: 'seat.announced.title' } as const;
const buttons = { seat: 'code.button', wait: 'code.button.wait', interest: 'seat.interested' } as const;

/** Nothing happens before the button is pressed: machines that look into mails open this page too. */
export function SeatLinkPage({ view, shown, wish, ask_first, until, name, address, action }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const minutes = until && Math.max(1, Math.ceil((until.getTime() - view.now.epochMilliseconds) / 60_000));
  return (
    <Page view={view} title={event.title} accent={group.color} width="form">
      <EventHeading view={view} event={event} group={group} />
      <Panel title={t(wish === 'seat' && minutes !== null ? 'seat.held.title' : titles[wish])}>
        {minutes !== null && wish === 'seat' && <p>{t('link.held', { minutes })}</p>}
        {wish === 'wait' && ask_first && <p>{t('flash.ask_first')}</p>}
        <p>{name ? t('link.as', { name, address }) : t('link.as.address', { address })}</p>
        <form method="post" action={action}>
          <Button>{t(buttons[wish])}</Button>
        </form>
        <p class="ui-small">{t('link.not_you')}</p>
      </Panel>
    </Page>
  );
}

type OverProps = { view: View; shown: ShownEvent; text?: 'link.over.text' | 'mine.over.text' | undefined };

/** Used already, or too old. */
export function SeatLinkOverPage({ view, shown: { event, group }, text = 'link.over.text' }: OverProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('link.over')} accent={group.color} width="form">
      <EventHeading view={view} event={event} group={group} />
      <Panel
        title={t('link.over')}
        action={
          <ButtonLink href={eventPaths.show(group.slug, event.slug)} kind="main">
            {t('mine.page')}
          </ButtonLink>
        }
      >
        <p>{t(text)}</p>
      </Panel>
    </Page>
  );
}
