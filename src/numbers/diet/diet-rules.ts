// What guests cannot eat: the words the kitchen knows, and counting them without anybody's name. Pure.

/** How somebody eats, from what a kitchen asks first. */
export const ways = ['vegetarian', 'vegan', 'halal', 'kosher'] as const;
/** What somebody must not get: gluten, and the nine allergens kitchens have to name (practice.md §3). */
export const without = [
  'gluten',
  'milk',
  'egg',
  'fish',
  'shellfish',
  'nuts',
  'peanuts',
  'wheat',
  'soy',
  'sesame',
] as const;
export const needs = [...ways, ...without] as const;
export type Need = (typeof needs)[number];

/** What one guest said: for how many of their party, what, and in their own words. */
export type Diet = { needs: Need[]; other: string; heads: number };

/** Forgotten so long after the evening (practice.md §11.P, purge). */
export const DIET_KEPT_DAYS = 14;

/** Alike ones together, the most first: what a caterer may know. Own words stay with the needs they belong to. */
export function countDiets(diets: readonly Diet[]): Diet[] {
  const alike = new Map<string, Diet>();
  for (const diet of diets) {
    const key = JSON.stringify([inOrder(diet.needs), diet.other.toLocaleLowerCase()]);
    const known = alike.get(key);
    if (known) known.heads += diet.heads;
    else alike.set(key, { ...diet, needs: inOrder(diet.needs) });
  }
  return [...alike.values()].sort((a, b) => b.heads - a.heads || a.needs.join().localeCompare(b.needs.join()));
}

/** Heads that eat no meat, by what they said. */
export const meatless = (diets: readonly Diet[]): number =>
  diets.reduce(
    (sum, { needs, heads }) => sum + (needs.some((need) => need === 'vegetarian' || need === 'vegan') ? heads : 0),
    0,
  );

const inOrder = (said: readonly Need[]): Need[] => needs.filter((need) => said.includes(need));
