// Whoever has just proven their address gets what they had asked for, or is first asked what the evening has to know.
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Lang } from '#kit/words.ts';
import { answeredWords } from './answer-words.ts';
import type { CodeWish } from './code-wish.ts';
import type { ShownEvent } from './queries.ts';
import { wayOn, whatIsAsked } from './questions/ask-first.ts';
import type { seatDesk } from './seat-desk.ts';

export type Granted = {
  /** Where they go on. */
  to: string;
  /** What to say there once; `null` while nothing has been decided. */
  said: string | null;
};

/** Asks the desk for a code's or link's wish; before the seat only where a question has to be answered first. */
export async function grantWish(
  ground: Ground,
  desk: ReturnType<typeof seatDesk>,
  { event, group }: ShownEvent,
  person: Id<'people.person'>,
  { wish, guests, ask_first }: Omit<CodeWish, 'token'>,
  lang: Lang,
): Promise<Granted> {
  const at = { group: group.slug, event: event.slug };
  const asked = wish === 'interest' ? 'nothing' : await whatIsAsked(ground, event, person);
  if (asked === 'first') return { to: wayOn(asked, at, { guests, ask_first }), said: null };
  const answer = await desk.ask(
    event,
    wish === 'interest'
      ? { kind: 'interest', person, on: true }
      : { kind: 'take', person, party: 1 + guests, via: 'page', ask_first },
  );
  const to = wayOn('refused' in answer ? 'nothing' : asked, at, { guests, ask_first });
  return { to, said: answeredWords(lang, answer) };
}
