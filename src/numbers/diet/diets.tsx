// On the page of an evening's food: whether guests are asked, what they cannot eat in numbers, a text for whoever cooks.
import type { ShownEvent } from '#events';
import { instantOf, saySpan, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, Select } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { FoodOrder } from '../food/food-rules.ts';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import { countDiets, type Diet, meatless } from './diet-rules.ts';
import type { Kitchen } from './kitchen.ts';
import { kitchenLines, sayDiet } from './say-diet.ts';

export type KitchenFacts = {
  kitchen: Kitchen | null;
  diets: readonly Diet[];
  /** Who may be asked to look after the food; empty for who may not choose. */
  team: readonly { person_id: string; name: string }[];
};

type Props = { view: View; shown: ShownEvent; facts: KitchenFacts; food: FoodOrder; is_over: boolean };

/** What guests said, without a name; the names are one more press away. */
export function Diets({ view, shown, facts: { kitchen, diets }, food, is_over }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  if (kitchen === null) return null;
  const counted = countDiets(diets);
  const plates = diets.reduce((sum, { heads }) => sum + heads, 0);
  return (
    <Section title={t('diets')}>
      {plates === 0 ? (
        <p class="ui-soft">{t('diets.none')}</p>
      ) : (
        <>
          <p class="ui-soft">{t('diets.text', { n: plates })}</p>
          <Table
            caption={t('diets')}
            captionHidden
            columns={[
              { key: 'what', label: t('diets.what') },
              { key: 'heads', label: t('diets.plates'), numeric: true },
            ]}
            rows={counted.map((diet) => ({
              key: `${diet.needs.join()} ${diet.other}`,
              cells: { what: <bdi>{sayDiet(diet, t)}</bdi>, heads: diet.heads },
            }))}
          />
          <form method="post" action={numberPaths.pickUp(group.slug, event.slug)} class="numbers-open">
            <Button kind="quiet">{t('diets.list')}</Button>
          </form>
          <p class="ui-soft numbers-legend">{t('diets.list.text')}</p>
        </>
      )}
      {!is_over && (
        <details>
          <summary>{t('caterer')}</summary>
          <pre class="numbers-caterer">{catererText(view, shown, food, diets)}</pre>
        </details>
      )}
    </Section>
  );
}

/** What a caterer needs, and no name. */
function catererText(view: View, { event }: ShownEvent, food: FoodOrder, diets: readonly Diet[]): string {
  const t = words(view.lang);
  const [from, to] = [instantOf(event.starts_at), instantOf(event.ends_at)];
  const vegetarian = Math.max(food.vegetarian, meatless(diets));
  return [
    `${sayTime(from, event.zone, view.lang, 'day')}, ${saySpan(from, to, event.zone, view.lang)}`,
    [event.place_name, event.place_address].filter(Boolean).join(', '),
    t('caterer.portions', { n: food.portions, vegetarian }),
    ...(diets.length > 0 ? [t('caterer.special'), ...kitchenLines(countDiets(diets), view.lang)] : []),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Whether guests are asked at all, and who beside organisers reads what they say. */
export function AskGuests({ view, shown, facts: { kitchen, team } }: Omit<Props, 'food' | 'is_over'>) {
  const t = words(view.lang);
  const { event, group } = shown;
  return (
    <Section title={t('ask')}>
      <p class="ui-soft">{t('ask.text')}</p>
      <form method="post" action={numberPaths.kitchen(group.slug, event.slug)}>
        <Checkbox
          name="asks"
          label={t('ask.asks')}
          checked={kitchen !== null}
          hint={kitchen ? t('ask.off') : undefined}
        />
        <Select
          label={t('ask.food_person')}
          name="food_person"
          value={kitchen?.food_person ?? ''}
          options={[
            { value: '', label: t('ask.nobody') },
            ...team.map(({ person_id, name }) => ({ value: person_id, label: name })),
          ]}
        />
        <Button kind="quiet">{t('meal.save')}</Button>
      </form>
    </Section>
  );
}
