// What a guest is asked: before the seat where something is required, afterwards otherwise; changed until the evening begins.
import type { Values } from '#kit/form.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choice, ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { type SeatWish, wishFields } from './ask-first.ts';
import { fieldOf } from './forms.ts';
import { ANSWER_MOST, type Question } from './rules.ts';
import { sayKept } from './say-question.ts';
import { questionWords, type SayQuestion } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  questions: readonly Question[];
  /** Whether they have a seat or wait for one; until when one is kept for them while they answer. */
  isGuest: boolean;
  heldUntil: Date | null;
  /** What they asked for, carried along until the seat is taken. */
  wish: SeatWish;
  values: Values;
  errors?: Record<string, string> | undefined;
  refusal?: string | undefined;
};

export function AnswersPage(props: Props) {
  const { view, shown, questions, isGuest, wish, values, errors = {}, refusal } = props;
  const t = questionWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const show = eventPaths.show(g, e);
  const mayGoOn = isGuest && !questions.some((question) => question.is_required && !values[fieldOf(question)]);
  return (
    <Page view={view} title={t('mine.title')} accent={group.color} width="form">
      <Masthead over={<a href={show}>{event.title}</a>} title={t(isGuest ? 'mine.title' : 'mine.before')}>
        <p>{leadOf(props, t)}</p>
      </Masthead>
      {refusal && (
        <p class="ui-error" role="alert">
          {refusal}
        </p>
      )}
      <ErrorSummary
        view={view}
        errors={questions.flatMap((question) => {
          const field = fieldOf(question);
          const error = errors[field];
          return error ? [{ field, label: question.label, error }] : [];
        })}
      />
      <form class="ui-form" method="post" action={eventPaths.answers(g, e)}>
        {Object.entries(wishFields(wish)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {questions.map((question) => (
          <Asked
            key={question.question_id}
            question={question}
            event={event}
            view={view}
            value={[values[fieldOf(question)]].flat()[0] ?? ''}
            error={errors[fieldOf(question)]}
            t={t}
          />
        ))}
        <Actions>
          <Button>{t(buttonOf(props))}</Button>
          {mayGoOn && <ButtonLink href={show}>{t('mine.skip')}</ButtonLink>}
        </Actions>
      </form>
    </Page>
  );
}

function leadOf({ view, shown, isGuest, heldUntil }: Props, t: SayQuestion): string {
  const { event, counts } = shown;
  if (isGuest) return t('mine.lead');
  if (heldUntil) return t('mine.held', { until: sayTime(instantOf(heldUntil), event.zone, view.lang, 'time') });
  return t(counts.taken >= counts.cap ? 'mine.full' : 'mine.first');
}

function buttonOf({ shown: { counts }, isGuest, heldUntil }: Props) {
  if (isGuest) return 'mine.save' as const;
  return !heldUntil && counts.taken >= counts.cap ? ('mine.wait' as const) : ('mine.take' as const);
}

type AskedProps = {
  question: Question;
  event: ShownEvent['event'];
  view: View;
  value: string;
  error: string | undefined;
  t: SayQuestion;
};

/** Few enough to be seen at once. */
const AT_A_GLANCE = 6;

function Asked({ question, event, view, value, error, t }: AskedProps) {
  const { label, kind, options, is_required } = question;
  const field = { label, name: fieldOf(question), value, error, optional: !is_required, required: is_required };
  const hint = (
    <>
      <span lang={event.language}>{question.purpose}</span>{' '}
      {t(question.is_private ? 'mine.hint.private' : 'mine.hint', {
        readers: question.readers,
        day: sayKept(question, event, view.lang),
      })}
    </>
  );
  if (kind === 'text') return <Field {...field} hint={hint} maxlength={ANSWER_MOST} />;
  const choices =
    kind === 'yes_no'
      ? [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]
      : options.map((option) => ({ value: option, label: option }));
  // Who need not answer can take an answer back.
  const offered = is_required ? choices : [...choices, { value: '', label: t('no_answer') }];
  if (offered.length <= AT_A_GLANCE) return <Choice {...field} hint={hint} options={offered} />;
  return <Select {...field} hint={hint} options={[{ value: '', label: t('choose') }, ...choices]} />;
}
