// The running order with the time left, and the buttons that say it runs late.
import type { ShownEvent } from '#events';
import { newId } from '#kit/id.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { PostButton } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { isTheNight, minutesUntil, type Placed, type RunningOrder } from '../night-rules.ts';
import { tonightPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';

type Item = ShownEvent['agenda'][number];
type Props = { view: View; shown: ShownEvent; order: RunningOrder<Item>; mayEdit: boolean };

/** How far off the next item may be for its minutes to be counted down. */
const COUNTED = 90;

const steps = [5, 10, 15] as const;

export function NightOrder({ view, shown: { event, group }, order, mayEdit }: Props) {
  const t = words(view.lang);
  const { items, late_minutes: late, over_minutes: over } = order;
  const now = view.now.epochMilliseconds;
  const end = sayTime(instantOf(event.ends_at), event.zone, view.lang, 'time');
  const action = tonightPaths.late(group.slug, event.slug);
  const stillToCome = items.some(({ is }) => is === 'next');
  return (
    <Section title={t('order.title')}>
      {items.length === 0 && <p class="ui-soft">{t('order.none')}</p>}
      <ol class="tonight-order">
        {items.map((placed, at) => (
          <OrderRow key={at} view={view} placed={placed} event={event} now={now} t={t} />
        ))}
      </ol>
      {late !== 0 && (
        <p class="tonight-late" role="status">
          {t(late > 0 ? 'order.late' : 'order.early', { minutes: Math.abs(late) })}{' '}
          {over > 0 && t('order.runs_over', { minutes: over, end })}
        </p>
      )}
      {mayEdit && stillToCome && isTheNight(event, now) && (
        <div class="tonight-steps" data-taps>
          <span>{t('order.later')}</span>
          {steps.map((minutes) => (
            <PostButton
              key={minutes}
              action={action}
              fields={{ delay_id: newId(), minutes: String(minutes) }}
              label={t('order.later.by', { minutes })}
            >
              +{minutes}
            </PostButton>
          ))}
          {late !== 0 && (
            <PostButton action={action} fields={{ delay_id: newId(), minutes: String(-late) }}>
              {t('order.on_time')}
            </PostButton>
          )}
        </div>
      )}
    </Section>
  );
}

type RowProps = { view: View; placed: Placed<Item>; event: ShownEvent['event']; now: number; t: Say };

/** What is said of the time left stands in a piece of its own, which the island counts down. */
function OrderRow({ view, placed: { item, starts, ends, is }, event, now, t }: RowProps) {
  const time = (at: number) => sayTime(instantOf(new Date(at)), event.zone, view.lang, 'time');
  const isMoved = starts !== item.starts_at.getTime();
  const until = minutesUntil(starts, now);
  const left =
    is === 'now'
      ? t('order.now', { minutes: minutesUntil(ends, now) })
      : is === 'next' && until <= COUNTED
        ? t('order.next', { minutes: until })
        : '';
  return (
    <li class={`tonight-item tonight-item-${is}`} data-starts={starts} data-ends={ends} aria-current={is === 'now'}>
      <span class="tonight-when">
        {time(starts)}{' '}
        {isMoved && (
          <s>
            <span class="ui-unseen">{t('order.planned')} </span>
            {time(item.starts_at.getTime())}
          </s>
        )}
      </span>
      <span class="tonight-what" lang={event.language}>
        {item.title}
        {item.who && <small>{item.who}</small>}
      </span>
      <span class="tonight-left">{left}</span>
    </li>
  );
}
