// What this room hangs on an evening's page for its guests: the way to tell the kitchen.
import { eventStateAt, hasSeat } from '#events';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import { isAskedForDiet } from './kitchen.ts';

/** For who has a seat at an evening that asks, until it is over. One statement, and none for anybody else. */
export const guestFoodPanel: Panel<'events.page'> = async (db, view, { shown: { event, group, mine }, person_id }) => {
  if (person_id === null || !hasSeat(mine?.state)) return null;
  const state = eventStateAt(event, view.now);
  if (state === 'done' || state === 'cancelled') return null;
  const asked = await isAskedForDiet(db, event, person_id);
  if (!asked) return null;
  const t = words(view.lang);
  return (
    <Section title={t('diet.title')}>
      <p>{t(asked.is_given ? 'diet.panel.given' : 'diet.panel')}</p>
      <div class="ui-actions">
        <ButtonLink href={numberPaths.diet(group.slug, event.slug)}>
          {t(asked.is_given ? 'diet.panel.change' : 'diet.panel.tell')}
        </ButtonLink>
      </div>
    </Section>
  );
};
