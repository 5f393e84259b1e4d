// What a browser may send about the night, as typed values, or what is wrong by field.
import { doorLists, foodsLeft, type MorningAnswers } from '#events';
import { blankAsNull, maybeWhole, prose, readForm, ticked, z } from '#kit/form.ts';
import { slideKeys } from './deck.ts';
import type { Opener } from './opener.ts';
import { photoRules } from './tables.ts';

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
