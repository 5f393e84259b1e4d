// What this room's pages say of food: amounts of money, portions.
import type { Meal } from '../facts.ts';

/** "€ 120", in whole units; null while nobody said what a portion costs. */
export function sayCost(
  meal: Pick<Meal, 'cost_cents' | 'currency'> | null,
  portions: number,
  lang: string,
): string | null {
  if (!meal || meal.cost_cents === null || meal.currency === null) return null;
  const format = new Intl.NumberFormat(lang, { style: 'currency', currency: meal.currency, maximumFractionDigits: 0 });
  return format.format((meal.cost_cents * portions) / 100);
}

/** A number with so many places, as the language writes it: "1,07". */
export const sayDecimal = (n: number, places: number, lang: string): string =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: places, maximumFractionDigits: places }).format(n);
