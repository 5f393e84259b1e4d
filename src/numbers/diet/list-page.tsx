// The plates that are somebody's: names, what they must and must not get, a box to tick. For the pick-up table, on paper.
import { eventPaths, type ShownEvent } from '#events';
import { type Instant, sayTime } from '#kit/time.ts';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import type { NamedDiet } from './kitchen.ts';
import { sayDiet } from './say-diet.ts';

type Props = { view: View; shown: ShownEvent; diets: readonly NamedDiet[]; kept_until: Instant };

export function PickUpPage({ view, shown: { event, group }, diets, kept_until }: Props) {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const plates = diets.reduce((sum, { heads }) => sum + heads, 0);
  return (
    <Page view={view} title={t('list.title')} bare>
      <h1 class="numbers-list-title">{t('list.title')}</h1>
      <p>
        {event.title}, {sayTime(view.now, event.zone, view.lang, 'stamp')}. {t('list.text', { n: plates })}
      </p>
      <ul class="numbers-list">
        {diets.map((diet) => (
          <li key={diet.person_id}>
            <span class="numbers-list-box" />
            <span>
              <b>
                <bdi>{diet.name || t('list.nameless')}</bdi>
                {diet.heads > 1 && ` × ${diet.heads}`}
              </b>
              <span class="numbers-list-needs">{sayDiet(diet, t)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="ui-soft">{t('list.forget', { day: sayTime(kept_until, event.zone, view.lang, 'date') })}</p>
      <p class="numbers-list-back">
        <a href={numberPaths.food(g, e)}>{t('meal.title')}</a>
        {dot}
        <a href={eventPaths.manage(g, e)}>{event.title}</a>
      </p>
    </Page>
  );
}
