// What a guest may say to the kitchen, and whom organisers ask.
import { blankAsNull, type Read, readForm, refuseField, ticked, whole, z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { type Diet, type Need, needs } from './diet-rules.ts';

const boxes = Object.fromEntries(needs.map((need) => [need, ticked()])) as Record<Need, ReturnType<typeof ticked>>;

const form = z.object({
  ...boxes,
  other: z
    .string()
    .refine((text) => !text.includes('\n'), 'form.one_line')
    .max(200)
    .default(''),
  heads: blankAsNull(whole(1, 10)),
  agree: ticked(),
});

/** `party`: how many seats they have; nobody eats for more. Health is nobody's business without a yes (GDPR, article 9). */
export function readDiet(body: unknown, party: number): Read<Diet> {
  const read = readForm(form, body);
  if (!read.ok) return read;
  const { other, heads, agree, ...said } = read.value;
  const diet = { needs: needs.filter((need) => said[need]), other, heads: Math.min(party, heads ?? 1) };
  const done: Read<Diet> = { ok: true, value: diet, values: read.values };
  if (diet.needs.length === 0 && other === '') return refuseField(done, 'vegetarian', 'numbers.no_need');
  return agree ? done : refuseField(done, 'agree', 'numbers.not_agreed');
}

const kitchenForm = z.object({
  asks: ticked(),
  food_person: blankAsNull(z.custom<Id<'people.person'>>((text) => isId(text), 'form.not_understood')),
});

/** Whether guests are asked, and who beside organisers reads what they say. */
export const readKitchen = (body: unknown) => readForm(kitchenForm, body);
