// What is proposed and what organisers changed of it, put together; and what of a form is a change. Pure.
import type { Proposed } from './questions.ts';

export type Kept = { key: string; question: string | null; answer: string | null; hidden: boolean };

export type Entry = {
  key: string;
  question: string;
  answer: string | null;
  hidden: boolean;
  /** `facts`: follows them by itself. `own`: somebody's words. `open`: nobody knows yet. */
  from: 'facts' | 'own' | 'open';
  /** As it is proposed: its usual words, and what the facts say; `null` for what was added. */
  proposed: Proposed | null;
};

/** In the order of what is proposed, then what was added. */
export function merged(proposed: readonly Proposed[], kept: readonly Kept[]): Entry[] {
  const known = new Map(kept.map((one) => [one.key, one]));
  const first = proposed.map((one): Entry => {
    const own = known.get(one.key);
    const answer = own?.answer ?? one.answer;
    return {
      key: one.key,
      question: own?.question ?? one.question,
      answer,
      hidden: own?.hidden ?? false,
      from: own?.answer ? 'own' : answer === null ? 'open' : 'facts',
      proposed: one,
    };
  });
  const keys = new Set(proposed.map(({ key }) => key));
  const added = kept.flatMap((one): Entry[] =>
    keys.has(one.key) || one.question === null
      ? []
      : [
          {
            key: one.key,
            question: one.question,
            answer: one.answer,
            hidden: one.hidden,
            from: one.answer === null ? 'open' : 'own',
            proposed: null,
          },
        ],
  );
  return [...first, ...added];
}

/** What everybody reads: answered, and not left out. */
export const publicEntries = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ answer, hidden }) => answer !== null && !hidden);

export type Typed = { question: string; answer: string; was: string; hidden: boolean };

/**
 * What of a form is the organisers' own. An answer that is empty, or as the facts said it when the page was drawn (`was`), goes
 * on following the facts. What was added and has neither question nor answer any more is gone.
 */
export function changesOf(entries: readonly Entry[], typed: readonly (Typed & { key: string })[]): Kept[] {
  const known = new Map(entries.map(({ key, proposed }) => [key, proposed]));
  return typed.flatMap(({ key, question, answer, was, hidden }): Kept[] => {
    const usual = known.get(key);
    const own = answer === '' || answer === was || answer === usual?.answer ? null : answer;
    if (!usual) return question === '' ? [] : [{ key, question, answer: answer || null, hidden }];
    const asked = question === '' || question === usual.question ? null : question;
    return asked === null && own === null && !hidden ? [] : [{ key, question: asked, answer: own, hidden }];
  });
}
