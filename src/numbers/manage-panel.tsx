// What this room hangs on the organisers' page of an evening: the range, and what to order.
import { eventStateAt } from '#events';
import type { Panel } from '#kit/panels.ts';
import { Figure } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import { lookAhead } from './look-ahead.ts';
import { numberPaths } from './paths.ts';
import { usualChoices } from './rules.ts';
import { sayGround, sayRange } from './say-outlook.ts';
import { words } from './words.ts';

/** One statement. Nothing for an evening that is on, over or off: what was to be ordered is ordered, and the door counts. */
export const numbersPanel: Panel<'events.manage'> = async (db, view, { shown }) => {
  const state = eventStateAt(shown.event, view.now);
  if (state === 'live' || state === 'done' || state === 'cancelled') return null;
  const t = words(view.lang);
  const found = await lookAhead(db, shown, view.now, usualChoices);
  const href = numberPaths.evening(shown.group.slug, shown.event.slug);
  return (
    <Section title={t('title')} action={<a href={href}>{t('panel.more')}</a>}>
      <Figure label={t('expect')} value={sayRange(found.range, view.lang)}>
        {t('panel.text', { middle: found.range.p50, food: found.food.heads })} {sayGround(found, t)}
      </Figure>
    </Section>
  );
};
