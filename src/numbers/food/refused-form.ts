// What was typed and refused, with why in words: what a form shows again.
import type { FastifyRequest } from 'fastify';
import { type Read, singleValues } from '#kit/form.ts';
import { languageOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { isWord, words } from '../words.ts';

export type RefusedForm = { values: Record<string, string>; errors: Record<string, string> };

/** The words typed, and why each field was refused, in this room's words where they are its own. */
export function refusedForm(request: FastifyRequest, read: Extract<Read<unknown>, { ok: false }>): RefusedForm {
  const lang = languageOf(request);
  const errors = Object.entries(fieldErrors(lang, read.errors)).map(([field, text]) => {
    const key = `refused.${text}`;
    return [field, isWord(key) ? words(lang)(key) : text];
  });
  return { values: singleValues(read.values), errors: Object.fromEntries(errors) };
}
