// One evening in a list: its day, its title, and what a visitor can do about it.

import { groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { dot } from '#ui/dotted.ts';
import { Row } from '#ui/list.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ListedEvent } from '../queries.ts';
import { type EventState, stateAt } from '../rules.ts';
import { sayMoment, sayWhere } from '../say-event.ts';
import { hasSeat } from '../state-rules.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  event: ListedEvent;
  /** In lists over several groups: the group's sticker and name. */
  withGroup?: boolean | undefined;
  /** Where to go instead of the public page: organisers' drafts. */
  href?: string | undefined;
  odd?: boolean | undefined;
  /** Under a heading that says the day: the time stands in its place. */
  isDaySaid?: boolean | undefined;
};

export function EventRow({ view, event, withGroup, href, odd, isDaySaid }: Props) {
  const t = words(view.lang);
  const state = stateAt(event, view.now);
  const { grp } = event;
  const isOver = state === 'done';
  const year = event.starts_at.getUTCFullYear() === new Date(view.now.epochMilliseconds).getUTCFullYear();
  const starts = instantOf(event.starts_at);
  const facts = [
    withGroup ? grp.name : '',
    isOver || isDaySaid ? '' : sayTime(starts, event.zone, view.lang, 'time'),
    sayWhere(event, t) === t('where.unknown') ? '' : sayWhere(event, t),
    standing(state, event, view, t),
  ].filter(Boolean);
  return (
    <Row
      when={sayTime(starts, event.zone, view.lang, isDaySaid ? 'time' : year ? 'short' : 'date')}
      title={<span lang={grp.language}>{event.title}</span>}
      href={href ?? eventPaths.show(grp.slug, event.slug)}
      mark={
        withGroup ? (
          <Sticker size="s" name={grp.name} color={grp.color} src={groupPaths.mark({ ...grp })} odd={odd} />
        ) : undefined
      }
    >
      {facts.join(dot)}
    </Row>
  );
}

/** Where the viewer stands, or how it stands with seats; nothing when there is nothing to say. */
function standing(state: EventState, event: ListedEvent, view: View, t: Say): string {
  if (state === 'done') return pastSaid(event, t);
  if (state === 'cancelled') return t('state.cancelled');
  if (state === 'draft') return t('panel.drafts');
  if (hasSeat(event.mine)) return t('panel.mine');
  if (event.mine === 'offered') return t('panel.offered');
  if (event.mine === 'waitlisted') return t('panel.waiting');
  if (event.mine === 'interested') return t('panel.interested');
  if (state === 'announced') return t('panel.opens', { when: sayMoment(event.opens_at, event, view.lang) });
  if (state === 'open')
    return event.taken < event.cap ? t('panel.left', { n: event.cap - event.taken }) : t('panel.full');
  return t(`state.${state}`);
}

function pastSaid(event: ListedEvent, t: Say): string {
  const n = event.past_going ?? event.taken;
  return n > 0 ? t('panel.said_yes', { n }) : '';
}
