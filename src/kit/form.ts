// What a browser sent, as a typed value, or what is wrong by field. The words typed are kept either way.
import { z } from 'zod';
import { isMailAddress } from './mail/address.ts';
import { zoneNamed } from './time.ts';

export { z };

/** Why a field was refused; worded by `formWords` at the edge. */
export type FieldError = { code: string; args?: Record<string, string | number> };

export type Values = Record<string, string | string[] | undefined>;

export type Read<T> =
  | { ok: true; value: T; values: Values }
  | { ok: false; values: Values; errors: Record<string, FieldError> };

/**
 * Reads a form body. Text is normalised (NFC), every line break becomes `\n`, control characters are dropped and ends are trimmed before
 * `schema` sees it. An error code is the zod message when it is one of ours (`form.…`), otherwise one that fits the issue.
 */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): Read<z.output<S>> {
  const values = clean(body);
  const read = schema.safeParse(values);
  if (read.success) return { ok: true, value: read.data, values };
  const errors: Record<string, FieldError> = {};
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= errorOf(issue, values[field]);
  }
  return { ok: false, values, errors };
}

/** A refusal that belongs to a field although the form itself was well formed. */
export function refuseField<T>(read: Read<T>, field: string, code: string, args?: FieldError['args']): Read<T> {
  const error: FieldError = args ? { code, args } : { code };
  return { ok: false, values: read.values, errors: { ...(read.ok ? {} : read.errors), [field]: error } };
}

function clean(body: unknown): Values {
  if (typeof body !== 'object' || body === null) return {};
  const values: Values = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = cleanText(value);
    else if (Array.isArray(value)) values[name] = value.filter((v) => typeof v === 'string').map(cleanText);
  }
  return values;
}

function cleanText(text: string): string {
  return (
    text
      // Line breaks come in five spellings, and a field of one line lets none of them through.
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .normalize('NFC')
      .trim()
  );
}

function errorOf(issue: z.core.$ZodIssue, value: unknown): FieldError {
  if (issue.message.startsWith('form.')) return { code: issue.message };
  if (value === undefined || value === '') return { code: 'form.missing' };
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? { code: 'form.too_long', args: { most: Number(issue.maximum) } }
      : { code: 'form.too_big', args: { most: Number(issue.maximum) } };
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'string'
      ? { code: 'form.missing' }
      : { code: 'form.too_small', args: { least: Number(issue.minimum) } };
  }
  return { code: 'form.not_understood' };
}

/** One line of text, 1 to `most` characters. */
export const line = (most: number) =>
  z
    .string()
    .refine((text) => !text.includes('\n'), 'form.one_line')
    .min(1)
    .max(most);
/** The same, or nothing. */
export const maybeLine = (most: number) => blankAsNull(line(most));
/** Several lines, may be empty. */
export const prose = (most: number) => z.string().max(most).default('');
/** A mail address as people type it: trimmed, with one @ and a host; kept as typed, compared in lower case. */
export const address = () =>
  z
    .string()
    .min(1)
    .max(254)
    .refine((text) => isMailAddress(text) && /\.[^.]{2,}$/.test(text), 'form.not_an_address');
/** A phone number as people write it: figures, blanks, brackets, a plus in front; it can be dialled as it stands. */
export const phone = () => z.string().regex(/^\+?[\d][\d\s()./-]{3,29}$|^\([\d][\d\s()./-]{3,29}$/, 'form.not_a_phone');
/** A whole number from text. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'form.not_a_number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
export const maybeWhole = (least: number, most: number) => blankAsNull(whole(least, most));
/** `2026-12-09` */
export const day = () =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form.not_a_day')
    .refine(isDay, 'form.not_a_day');
/** `18:00` */
export const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.not_a_time');
/** A time zone, by its name or a city of it; `more` knows further cities. */
export const zoneText = (more: (text: string) => string | null = () => null) =>
  z
    .string()
    .min(1)
    .max(100)
    .transform((text, context) => {
      const zone = zoneNamed(text) ?? more(text);
      if (zone === null) context.addIssue({ code: 'custom', message: 'form.not_a_zone' });
      return zone ?? z.NEVER;
    });
/** A checkbox: there or not. */
export const ticked = () =>
  z
    .string()
    .optional()
    .transform((text) => text !== undefined && text !== '');
/** A web address, http or https only. */
export const webAddress = () => z.string().max(500).refine(isWebAddress, 'form.not_a_link');

/** Whether a text from anywhere is a web address, http or https. */
export function isWebAddress(text: unknown): boolean {
  return typeof text === 'string' && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Whether something is one line of text of 1 to `most` characters, such as a form would let in: no line break of any spelling. */
export const isLineOf = (most: number) => {
  const schema = line(most);
  return (text: unknown): boolean =>
    schema.safeParse(text).success && !/[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]/.test(String(text));
};

/** Turns an empty or missing field into null before `schema` sees it. */
export function blankAsNull<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  // A year of two figures is a slip; the year nought is none to the database.
  return text >= '1900' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A path of this server to go to next, or the fallback: never another host, whatever tricks it is written with. */
export function safePath(text: unknown, fallback: string): string {
  if (typeof text !== 'string' || text.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) {
    return fallback;
  }
  // Most paths have nothing in them that could be read in two ways.
  if (/^(?:\/[\w-]+)+$/.test(text)) return text;
  const url = URL.canParse(text, 'http://here.invalid') ? new URL(text, 'http://here.invalid') : undefined;
  if (url?.origin !== 'http://here.invalid') return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/..//elsewhere.example` has just become `//elsewhere.example`, which is another host.
  return path.startsWith('//') ? fallback : path;
}

/** The fields that came once, as text: what a form shows again when it was refused. */
export function singleValues(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
