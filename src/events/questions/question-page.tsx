// One question: changed while nobody answered it, in a few points afterwards; and taken away with its answers.
import type { Values } from '#kit/form.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { QuestionFields, wrongFields } from './question-fields.tsx';
import type { Question } from './rules.ts';
import { questionWords } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  question: Question;
  /** How many answered it. */
  answers: number;
  values: Values;
  errors?: Record<string, string> | undefined;
};

export function QuestionPage({ view, shown, question, answers, values, errors = {} }: Props) {
  const t = questionWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  return (
    <Page view={view} title={question.label} accent={group.color} width="form">
      <Masthead
        over={<a href={eventPaths.questions(g, e)}>{t('title')}</a>}
        title={question.label}
        lang={event.language}
      >
        {answers > 0 && <p lang={view.lang}>{t('change.answered', { n: answers })}</p>}
      </Masthead>
      <ErrorSummary view={view} errors={wrongFields(t, errors)} />
      <form class="ui-form" method="post" action={eventPaths.question(g, e, question.question_id)}>
        <QuestionFields t={t} values={values} errors={errors} />
        <Button>{t('change.button')}</Button>
      </form>
      <Section title={t('remove')}>
        <p>{t('remove.text', { n: answers })}</p>
        <PostButton action={eventPaths.questionRemove(g, e, question.question_id)} kind="danger">
          {t('remove.button')}
        </PostButton>
      </Section>
    </Page>
  );
}
