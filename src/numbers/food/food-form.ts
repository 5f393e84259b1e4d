// What an organiser may say about an evening's food.
import { blankAsNull, day, maybeWhole, type Read, readForm, refuseField, whole, z } from '#kit/form.ts';
import { mealKinds } from '../tables.ts';

const known = new Set(Intl.supportedValuesOf('currency'));

/** Whether something is the code of a currency (ISO 4217), as a page can print it. */
export const isCurrency = (code: unknown): boolean => typeof code === 'string' && known.has(code);

const form = z.object({
  enough: whole(50, 95),
  helpers: blankAsNull(whole(0, 99)).transform((n) => n ?? 0),
  kind: z.enum(mealKinds),
  /** "9.50", as people write it. */
  cost: blankAsNull(
    z
      .string()
      .regex(/^\d{1,5}([.,]\d{1,2})?$/, 'form.not_a_number')
      .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
      .pipe(z.number().min(1)),
  ),
  currency: blankAsNull(
    z
      .string()
      .transform((text) => text.toUpperCase())
      .refine(isCurrency, 'numbers.no_currency'),
  ),
  order_on: blankAsNull(day()),
});

export type MealWish = {
  enough: number;
  helpers: number;
  kind: (typeof mealKinds)[number];
  cost_cents: number | null;
  currency: string | null;
  order_on: string | null;
};

/** A cost needs its currency; a currency alone says nothing and is dropped. */
export function readMeal(body: unknown): Read<MealWish> {
  const read = readForm(form, body);
  if (!read.ok) return read;
  const { cost, currency, ...rest } = read.value;
  const value = { ...rest, cost_cents: cost, currency: cost === null ? null : currency };
  const wish: Read<MealWish> = { ok: true, value, values: read.values };
  return cost !== null && currency === null ? refuseField(wish, 'currency', 'form.missing') : wish;
}

/** How many portions were ordered; empty takes it back. */
export const readOrdered = (body: unknown) => readForm(z.object({ ordered: maybeWhole(0, 20_000) }), body);
