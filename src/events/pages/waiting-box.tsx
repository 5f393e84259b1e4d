// The seat box of who stands in line: their number, how it went before, what they want to happen; and a seat that is offered.
import { PostButton } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { oddsOf } from '../reminders/rules.ts';
import { isPromoting, PROMOTION_STOPS_MINUTES } from '../rules.ts';
import { sayMoment } from '../say-event.ts';
import type { Say } from '../words.ts';

type PartProps = { view: View; shown: ShownEvent; t: Say };

export function Waiting({ view, shown, odds, t }: PartProps & { odds: readonly number[] }) {
  const { event, group, mine } = shown;
  const rank = mine?.rank ?? 1;
  const asksFirst = mine?.ask_first === true;
  const n = mine?.party ?? 1;
  const until = sayMoment(new Date(event.starts_at.getTime() - PROMOTION_STOPS_MINUTES * 60_000), event, view.lang);
  const isMoving = isPromoting(event, view.now);
  const before = oddsOf(rank, odds);
  return (
    <Panel title={t('seat.waiting.title', { rank })}>
      {isMoving ? (
        <>
          <p>{t(asksFirst ? 'seat.waiting.asked' : 'seat.waiting.text', { until, n })}</p>
          <p>{before ? t('seat.waiting.odds', { ...before, rank }) : t('seat.waiting.no_odds')}</p>
        </>
      ) : (
        <p>{t('seat.waiting.over')}</p>
      )}
      <div class="ui-actions">
        {isMoving && (
          <PostButton
            action={eventPaths.waitlist(group.slug, event.slug)}
            fields={{ ask: asksFirst ? 'not' : 'first' }}
          >
            {t(asksFirst ? 'seat.waiting.give' : 'seat.waiting.ask')}
          </PostButton>
        )}
        <PostButton action={eventPaths.release(group.slug, event.slug)}>{t('seat.waiting.leave')}</PostButton>
      </div>
    </Panel>
  );
}

export function Offered({ view, shown, t }: PartProps) {
  const { event, group, mine } = shown;
  const until = mine?.offered_until ? sayMoment(mine.offered_until, event, view.lang) : '';
  return (
    <Panel title={t('seat.offered.title')}>
      <p>{t('seat.offered.text', { until, n: mine?.party ?? 1 })}</p>
      <div class="ui-actions">
        <PostButton action={eventPaths.seat(group.slug, event.slug)} kind="main">
          {t('seat.offered.take')}
        </PostButton>
        <PostButton action={eventPaths.release(group.slug, event.slug)}>{t('seat.offered.decline')}</PostButton>
      </div>
      <p class="ui-small">{t('seat.offered.silence')}</p>
    </Panel>
  );
}
