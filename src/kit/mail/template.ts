// A template whose arguments are checked where they come out of the outbox's JSON.
import type { z } from 'zod';
import type { Letter } from './compose.ts';
import type { LetterContext, Template } from './postman.ts';

/**
 * `mailTemplate(z.object({ seat_id: z.string() }), async (context, args) => letter or null)`.
 * Arguments that do not fit are a bug: the mail stays in the outbox with `template-failed` and is tried again.
 */
export function mailTemplate<S extends z.ZodType>(
  shape: S,
  write: (context: LetterContext, args: z.output<S>) => Promise<Letter | null>,
): Template {
  return async (context, args) => write(context, shape.parse(args));
}
