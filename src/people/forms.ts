// What a browser may send to this room.
import { address, blankAsNull, line, maybeLine, safePath, ticked, z, zoneText } from '#kit/form.ts';
import { isMailAddress } from '#kit/mail/index.ts';
import { languages } from '#kit/words.ts';

/** An address we could write to. */
const mailAddress = () => address().refine(isMailAddress, 'form.not_an_address');
const path = () =>
  z
    .string()
    .optional()
    .transform((text) => safePath(text, '/'));
/** Text that may be empty. */
const maybeText = (most: number) => maybeLine(most).transform((text) => text ?? '');

export const askForm = z.object({ address: mailAddress(), next: path() });
export const keeperForm = z.object({ name: line(120), address: mailAddress() });
/** A code is read by its own rule, so that a wrong one is worded as wrong and not as ill-formed. */
export const codeForm = z.object({ token: z.string().max(64).default(''), code: z.string().max(40).default('') });
export const againForm = z.object({ token: z.string().max(64).default(''), back: path() });
export const nameForm = z.object({ name: line(120), next: path() });
export const addressForm = z.object({ address: mailAddress() });
export const languageForm = z.object({ lang: z.enum(languages), next: path() });
export const eraseForm = z.object({
  sure: ticked().refine((is) => is, 'form.missing'),
  /** How many warnings the person was shown. */
  seen: z.coerce.number().int().min(0).max(10_000).catch(0),
});
/** What the proof is shown before. */
export const proofForm = z.object({ before: z.enum(['address', 'erase']).catch('erase') });
export const sessionForm = z.object({ session_id: z.string().max(40).default('') });

export const profileForm = z.object({
  name: line(120),
  pronouns: maybeText(40),
  languages: z.string().max(200).default('').transform(splitList),
  lang: z.enum(languages),
  zone: blankAsNull(zoneText()),
});

/** `English, Deutsch; 日本語` as a list: at most twelve, each once. */
function splitList(text: string): string[] {
  const parts = text.split(/[,;、،\n]/u).map((part) => part.trim().slice(0, 40));
  return [...new Set(parts.filter(Boolean))].slice(0, 12);
}
