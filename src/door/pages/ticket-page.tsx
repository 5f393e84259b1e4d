// A guest's ticket, large enough for a scratched phone in a doorway.
import { eventPaths, type ShownEvent } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; ticket: string; party: number };

export function TicketPage({ view, shown: { event, group }, ticket, party }: Props) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('ticket.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.show(group.slug, event.slug)}>{event.title}</a>} title={t('ticket.title')}>
        <p>
          {sayTime(instantOf(event.starts_at), event.zone, view.lang, 'short')}
          {dot}
          {t('ticket.for', { n: party })}
        </p>
      </Masthead>
      <div class="door-ticket">
        <QrCode text={ticket} label={t('ticket.label')} />
        <p class="door-ticket-name">
          <bdi>{view.viewer?.name}</bdi>
        </p>
      </div>
      <p>{t('ticket.text')}</p>
    </Page>
  );
}
