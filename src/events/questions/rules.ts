// The laws of questions to guests: who reads the answers, until when they are kept, what may change once somebody answered. Pure.
import { mayOrganise, type Role } from '#groups';
import type { Id } from '#kit/id.ts';
import type { EventState } from '../rules.ts';
import type { QuestionKind, Readers } from './tables.ts';

/** A question as its organiser wrote it. `purpose` tells guests what the answer is for; `options` are a choice's. */
export type QuestionDraft = {
  label: string;
  purpose: string;
  kind: QuestionKind;
  options: string[];
  is_required: boolean;
  is_private: boolean;
  readers: Readers;
  kept_days: number;
};
export type Question = QuestionDraft & { question_id: Id<'events.question'> };

/** Most questions of one evening, and most and fewest things one can choose from. */
export const QUESTIONS_MOST = 12;
export const OPTIONS = { least: 2, most: 20, letters: 80 } as const;
/** Letters of an answer in one's own words. */
export const ANSWER_MOST = 500;
/** Days after the evening unless told otherwise, as for what guests eat (practice.md FOOD-2); and at most. */
export const KEPT_DAYS = { usual: 14, most: 366 } as const;

/** Only those who need them: what is for organisers is not for whoever only works the door. */
export const mayReadAnswers = (role: Role | null, { readers }: Pick<Question, 'readers'>): boolean =>
  role !== null && (mayOrganise(role) || readers === 'team');

/** The moment from which the answers are no longer shown to anybody; the night after it they are deleted. */
export function keptUntil({ kept_days }: Pick<Question, 'kept_days'>, { ends_at }: { ends_at: Date }): Date {
  return new Date(ends_at.getTime() + kept_days * 86_400_000);
}

/** Answers may change until the evening begins, and after it nobody is asked any more. */
export const mayAnswer = (state: EventState): boolean => state === 'open' || state === 'closed';

/**
 * Whoever answered did so for this question, this purpose and these eyes: afterwards it may become optional or required, get
 * more to choose from, be read by fewer and be kept for less long. Nothing else.
 */
export function refuseChange(before: QuestionDraft, after: QuestionDraft): 'events.question_answered' | null {
  const isSame = (['label', 'purpose', 'kind', 'is_private'] as const).every((name) => before[name] === after[name]);
  const offersStill = before.options.every((option) => after.options.includes(option));
  const isReadByMore = before.readers === 'organisers' && after.readers === 'team';
  const isKeptLonger = after.kept_days > before.kept_days;
  return isSame && offersStill && !isReadByMore && !isKeptLonger ? null : 'events.question_answered';
}
