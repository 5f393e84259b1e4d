// How much food to order, in figures; and what ordering more or less comes to.
import { Figure, Figures } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Meal } from '../facts.ts';
import type { Outlook } from '../rules.ts';
import { sayChance } from '../say-outlook.ts';
import type { Say } from '../words.ts';
import { tradeOffLine, tradeOffs } from './food-rules.ts';
import { sayCost, sayDecimal } from './say-food.ts';
import { TradeOffChart } from './trade-off-chart.tsx';

type Piece = { view: View; meal: Meal | null; outlook: Outlook; t: Say };

/** What to order, in figures. */
export function Order({ view, meal, outlook: { food, by, appetite }, t }: Piece) {
  const isPizza = (meal?.kind ?? 'pizza') === 'pizza';
  return (
    <Figures>
      <Figure
        label={t('food')}
        value={isPizza ? food.heads : food.portions}
        unit={isPizza ? t('meal.heads', { n: food.heads }) : t('meal.portions', { n: food.portions })}
      >
        {t('meal.not_enough', { chance: sayChance(food.short, t) })}{' '}
        {by.helpers > 0 && t('meal.with_helpers', { n: by.helpers })}{' '}
        {appetite.evenings > 0 &&
          isPizza &&
          t('meal.appetite', { portions: food.portions, a_head: sayDecimal(appetite.a_head, 2, view.lang) })}
      </Figure>
      {isPizza ? (
        <Figure label={t('meal.that_is')} value={food.pizzas} unit={t('meal.pizzas', { n: food.pizzas })}>
          {t('meal.pizzas.text', {
            vegetarian: Math.ceil(food.pizzas * (food.vegetarian / Math.max(1, food.portions))),
          })}
        </Figure>
      ) : (
        <Figure label={t('meal.of_them')} value={food.vegetarian} unit={t('meal.vegetarian')}>
          {t('meal.vegetarian.text')}
        </Figure>
      )}
      <Figure label={t('meal.and')} value={food.drinks} unit={t('meal.drinks', { n: food.drinks })}>
        {t('meal.drinks.text')}
      </Figure>
    </Figures>
  );
}

/** What each size of the order comes to. */
export function TradeOff({ view, meal, outlook, t }: Piece) {
  const { food, by, counts } = outlook;
  const rows = tradeOffs(counts, by);
  const cost = sayCost(meal, food.portions, view.lang);
  const waste = sayCost(meal, food.left_over, view.lang);
  return (
    <Section title={t('trade')}>
      <p class="ui-soft">
        {t('trade.text', {
          portions: food.portions,
          left: Math.round(food.left_over),
          missing: sayDecimal(food.missing, 1, view.lang),
        })}{' '}
        {cost && waste && t('meal.costs.text', { cost, waste })}
      </p>
      <TradeOffChart
        line={tradeOffLine(counts, by)}
        chosen={food}
        says={t('trade.says')}
        left={t('trade.left')}
        missing={t('trade.missing')}
        order={t('meal.portions.n', { n: food.portions })}
      />
      <details>
        <summary>{t('year.table')}</summary>
        <Table
          caption={t('trade')}
          captionHidden
          columns={[
            { key: 'share', label: t('meal.enough') },
            { key: 'portions', label: t('trade.portions'), numeric: true },
            { key: 'left', label: t('trade.left'), numeric: true },
            { key: 'missing', label: t('trade.missing'), numeric: true },
            ...(cost ? [{ key: 'cost', label: t('meal.costs'), numeric: true }] : []),
          ]}
          rows={rows.map(({ share, portions, left_over, missing }) => ({
            key: String(share),
            cells: {
              share: t('choose.enough.share', { share }),
              portions,
              left: sayDecimal(left_over, 1, view.lang),
              missing: sayDecimal(missing, 1, view.lang),
              cost: sayCost(meal, portions, view.lang),
            },
          }))}
        />
      </details>
    </Section>
  );
}
