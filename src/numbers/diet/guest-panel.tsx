// What this room hangs on an evening's page for its guests: the way to tell the kitchen.
import { eventStateAt, hasSeat } from '#events';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import { hasGivenDiet } from './kitchen.ts';

/** For who has a seat at an evening that asks, until it is over, and for who looks after its food. One statement. */
export const guestFoodPanel: Panel<'events.page'> = async (db, view, { shown, role, person_id }) => {
  const { event, group, mine, along } = shown;
  const isSeated = hasSeat(mine?.state);
  if (person_id === null || (!isSeated && role === null)) return null;
  const state = eventStateAt(event, view.now);
  if (state === 'done' || state === 'cancelled') return null;
  const kitchen = along['numbers.kitchen'];
  if (!kitchen) return null;
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const feeds = role !== null && kitchen.food_person === person_id;
  if (!isSeated && !feeds) return null;
  const hasGiven = isSeated && (await hasGivenDiet(db, event, person_id));
  return (
    <Section title={t(isSeated ? 'diet.title' : 'meal.title')}>
      {isSeated && <p>{t(hasGiven ? 'diet.panel.given' : 'diet.panel')}</p>}
      {!isSeated && <p>{t('food.look_after')}</p>}
      <div class="ui-actions">
        {isSeated && (
          <ButtonLink href={numberPaths.diet(g, e)}>{t(hasGiven ? 'diet.panel.change' : 'diet.panel.tell')}</ButtonLink>
        )}
        {feeds && <ButtonLink href={numberPaths.food(g, e)}>{t('food.more')}</ButtonLink>}
      </div>
    </Section>
  );
};
