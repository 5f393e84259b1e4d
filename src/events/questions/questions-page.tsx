// What an evening asks its guests: the list for organisers, how many answered, and one more question.
import type { Values } from '#kit/form.ts';
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { dot, dotted } from '#ui/dotted.ts';
import { ErrorSummary } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { AnswerCounts } from './guest-answers.ts';
import { QuestionFields, wrongFields } from './question-fields.tsx';
import { QUESTIONS_MOST, type Question } from './rules.ts';
import { sayKept } from './say-question.ts';
import { questionWords, type SayQuestion } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  questions: readonly Question[];
  counts: AnswerCounts;
  /** What was typed for one more, and what was wrong with it. */
  values?: Values | undefined;
  errors?: Record<string, string> | undefined;
};

export function QuestionsPage({ view, shown, questions, counts, values = {}, errors = {} }: Props) {
  const t = questionWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const isWrong = Object.keys(errors).length > 0;
  return (
    <Page view={view} title={t('title')} accent={group.color} width="narrow">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('title')}>
        <p>{t('lead')}</p>
      </Masthead>
      {questions.length > 0 && counts.guests > 0 && (
        <Panel
          title={t('answers.count', { n: counts.answered, all: counts.guests })}
          action={<ButtonLink href={eventPaths.guestAnswers(g, e)}>{t('answers.read')}</ButtonLink>}
        />
      )}
      {questions.length === 0 ? (
        <Empty title={t('none')}>{t('none.text')}</Empty>
      ) : (
        <Rows label={t('title')}>
          {questions.map((question, at) => (
            <Row
              key={question.question_id}
              title={<span lang={event.language}>{question.label}</span>}
              href={eventPaths.question(g, e, question.question_id)}
              tag={question.is_required ? t('required') : undefined}
              action={
                at > 0 && (
                  <PostButton
                    kind="link"
                    action={eventPaths.questionUp(g, e, question.question_id)}
                    label={t('up.label', { question: question.label })}
                  >
                    {t('up')}
                  </PostButton>
                )
              }
            >
              <FactsOf question={question} shown={shown} view={view} t={t} />
            </Row>
          ))}
        </Rows>
      )}
      {questions.length < QUESTIONS_MOST && (
        <details class="events-more" open={isWrong || questions.length === 0}>
          <summary>{t('add')}</summary>
          <ErrorSummary view={view} errors={wrongFields(t, errors)} />
          <form class="ui-form" method="post" action={eventPaths.questions(g, e)}>
            <QuestionFields t={t} values={values} errors={errors} />
            <Button>{t('add.button')}</Button>
          </form>
        </details>
      )}
    </Page>
  );
}

type FactsProps = { question: Question; shown: ShownEvent; view: View; t: SayQuestion };

function FactsOf({ question, shown, view, t }: FactsProps) {
  const { kind, options, is_private, readers } = question;
  return (
    <>
      {kind === 'choice' ? <span lang={shown.event.language}>{options.join(dot)}</span> : t(`kind.${kind}`)}
      {dot}
      {dotted([
        t(`read_by.${readers}`),
        is_private ? t('private') : '',
        t('kept', { day: sayKept(question, shown.event, view.lang) }),
      ])}
    </>
  );
}
