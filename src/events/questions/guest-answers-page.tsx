// What guests answered, question by question: counted where one chooses, with names where one writes; private ones closed.
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { GuestAnswers } from './guest-answers.ts';
import { keptUntil, type Question } from './rules.ts';
import { sayAnswer, sayKept } from './say-question.ts';
import { questionWords, type SayQuestion } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  questions: readonly Question[];
  guests: readonly GuestAnswers[];
  /** Private answers were asked for, and that is noted. */
  isOpened: boolean;
};

export function GuestAnswersPage({ view, shown, questions, guests, isOpened }: Props) {
  const t = questionWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const answered = guests.filter(({ answers }) => answers.size > 0).length;
  const isClosed = !isOpened && questions.some(({ is_private }) => is_private);
  return (
    <Page view={view} title={t('answers.title')} accent={group.color} width="narrow">
      <Masthead over={<a href={eventPaths.questions(g, e)}>{t('title')}</a>} title={t('answers.title')}>
        <p>{t('answers.count', { n: answered, all: guests.length })}</p>
        <p class="ui-soft">{t('answers.lead')}</p>
      </Masthead>
      {isClosed && answered > 0 && (
        <Panel
          title={t('answers.private')}
          action={
            <PostButton action={eventPaths.guestAnswers(g, e)} kind="main">
              {t('answers.open')}
            </PostButton>
          }
        >
          <p>{t('answers.private.text')}</p>
        </Panel>
      )}
      {questions.map((question) => (
        <Section key={question.question_id} title={<span lang={event.language}>{question.label}</span>}>
          <p class="ui-soft">
            {keptUntil(question, event).getTime() > view.now.epochMilliseconds
              ? t('answers.kept', { day: sayKept(question, event, view.lang) })
              : t('answers.gone', { day: sayKept(question, event, view.lang) })}
          </p>
          <AnswersTo question={question} guests={guests} language={event.language} t={t} />
        </Section>
      ))}
      {answered === 0 && <Empty title={t('answers.none')}>{t('answers.none.text')}</Empty>}
      {answered > 0 && (
        <Actions>
          <PostButton action={eventPaths.guestAnswersCsv(g, e)}>{t('answers.csv')}</PostButton>
          <ButtonLink href={eventPaths.guests(g, e)}>{t('answers.guests')}</ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

type AnswersProps = { question: Question; guests: readonly GuestAnswers[]; language: string; t: SayQuestion };

function AnswersTo({ question, guests, language, t }: AnswersProps) {
  const given = guests.flatMap(({ person_id, name, answers }) => {
    const answer = answers.get(question.question_id);
    return answer === undefined ? [] : [{ person_id, name: name || t('nameless'), answer }];
  });
  const left = guests.filter(({ answers }) => answers.size > 0).length > 0 ? guests.length - given.length : 0;
  if (given.some(({ answer }) => answer === null)) return <p>{t('answers.closed', { n: given.length })}</p>;
  if (question.kind === 'text') {
    return (
      <>
        <Rows>
          {given.map(({ person_id, name, answer }) => (
            <Row key={person_id} title={<bdi>{name}</bdi>}>
              <bdi>{answer}</bdi>
            </Row>
          ))}
        </Rows>
        {left > 0 && <p class="ui-soft">{t('answers.left', { n: left })}</p>}
      </>
    );
  }
  const options = question.kind === 'yes_no' ? ['yes', 'no'] : question.options;
  return (
    <>
      <Rows>
        {options.map((option) => {
          const names = given.filter(({ answer }) => answer === option).map(({ name }) => name);
          return (
            <Row
              key={option}
              title={
                <span lang={question.kind === 'choice' ? language : undefined}>{sayAnswer(question, option, t)}</span>
              }
              tag={String(names.length)}
            >
              {names.join(', ')}
            </Row>
          );
        })}
      </Rows>
      {left > 0 && <p class="ui-soft">{t('answers.left', { n: left })}</p>}
    </>
  );
}
