// Why a field was refused, in words.
import type { FieldError } from '#kit/form.ts';
import type { Lang } from '#kit/words.ts';
import { formWords } from './words-form.ts';

/** Field errors by field name as sentences. A code of a room that is not a form code is left to the room's own words. */
export function fieldErrors(lang: Lang, errors: Record<string, FieldError>): Record<string, string> {
  const t = formWords(lang);
  const worded: Record<string, string> = {};
  for (const [field, { code, args }] of Object.entries(errors)) {
    worded[field] = isFormCode(code) ? t(code, args) : code;
  }
  return worded;
}

type FormCode = Parameters<ReturnType<typeof formWords>>[0];

function isFormCode(code: string): code is FormCode {
  return code.startsWith('form.');
}
