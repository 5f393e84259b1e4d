// What a browser may send about the night, as typed values, or what is wrong by field.
import { doorLists, foodsLeft, type MorningAnswers } from '#events';
import { blankAsNull, maybeWhole, prose, readForm, ticked, webAddress, z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { slideKeys } from './deck.ts';
import type { Opener } from './opener.ts';
import { photoRules } from './tables.ts';
import type { Talk } from './thanks.ts';

const oneLine = (most: number) =>
  z
    .string()
    .refine((text) => !text.includes('\n'), 'form.one_line')
    .max(most)
    .default('');

const openerForm = z.object({
  wifi_name: oneLine(80),
  wifi_password: oneLine(80),
  toilets: oneLine(200),
  exits: oneLine(200),
  photos: z.enum(photoRules).default('ask'),
  photo_note: oneLine(200),
  speak: z.string().max(400).default(''),
  thanks: z.string().max(400).default(''),
  more: z.string().max(1200).default(''),
  // Ticked: shown. What is unticked sends nothing.
  show: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(slideKeys))),
});

/** Reads the slides' form: what is not ticked is left out. */
export function readOpener(body: unknown) {
  const read = readForm(openerForm, body);
  if (!read.ok) return read;
  const { show, ...said } = read.value;
  const opener: Opener = { ...said, hidden: slideKeys.filter((key) => !show.includes(key)) };
  return { ok: true as const, value: opener, values: read.values };
}

/** "Five minutes later". `tapped_at`: when it was pressed, if it had to wait for the network. */
export const lateForm = z.object({
  delay_id: z.custom<Id<'tonight.delay'>>((value) => isId(value)),
  minutes: z
    .string()
    .regex(/^-?\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(-300).max(120)),
  tapped_at: blankAsNull(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ),
});

const morningForm = z.object({
  door_list: z.enum(doorLists),
  came: maybeWhole(0, 20_000),
  food_left: blankAsNull(z.enum(foodsLeft)),
  remember: prose(4000),
  correcting: ticked(),
});

/** Reads the three questions. `correcting`: whoever answers was told that the time for changing freely is over. */
export function readMorning(body: unknown) {
  const read = readForm(morningForm, body);
  if (!read.ok) return read;
  const { correcting, ...answers } = read.value;
  return { ok: true as const, value: answers satisfies MorningAnswers, correcting, values: read.values };
}

/** The field for the slides of one talk. */
export const slidesField = (item_id: string): string => `slides-${item_id}`;

/** Reads the mail of thanks and where the slides are. `look` shows it first, `links` keeps the links alone. */
export function readThanks(body: unknown, talks: readonly Talk[]) {
  const fields = talks.map(({ item_id }) => [slidesField(item_id), blankAsNull(webAddress())] as const);
  const read = readForm(
    z.object({
      text: prose(2000),
      step: z.enum(['look', 'send', 'links']).default('look'),
      ...Object.fromEntries(fields),
    }),
    body,
  );
  if (!read.ok) return read;
  const { text, step, ...urls } = read.value as { text: string; step: 'look' | 'send' | 'links' } & Record<
    string,
    string
  >;
  const links = talks.map(({ item_id }) => ({ item_id, url: urls[slidesField(item_id)] ?? null }));
  return { ok: true as const, value: { text, step, links }, values: read.values };
}
