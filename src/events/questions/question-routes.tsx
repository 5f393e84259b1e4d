// Routes of what an evening asks its guests, for its team: add, change, put in order, remove; and read what was answered.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#groups';
import { transact } from '#kit/db.ts';
import { type FieldError, singleValues, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { notFound } from '#kit/web.ts';
import type { Lang } from '#kit/words.ts';
import { type Actor, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from '../find-event.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { forgetSilence } from './ask-first.ts';
import {
  addQuestion,
  changeQuestion,
  moveQuestionUp,
  type QuestionChanged,
  removeQuestion,
} from './change-questions.ts';
import { questionValues, readQuestion } from './forms.ts';
import { answerCounts, answersTo } from './guest-answers.ts';
import { QuestionPage } from './question-page.tsx';
import { QuestionsPage } from './questions-page.tsx';
import { questionsOf } from './read-questions.ts';
import { OPTIONS, QUESTIONS_MOST } from './rules.ts';
import { questionWords } from './words.ts';

const door = { config: { door: 'event' } } as const;
type At = { Params: EventParams };
type AtQuestion = { Params: EventParams & { question: string } };

export function questionRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/e/:event/questions', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return list(request, reply, shown);
  });

  app.post<At>('/g/:group/e/:event/questions', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const read = readQuestion(request.body);
    if (!read.ok) return list(request, reply, shown, read.values, worded(lang, read.errors));
    const added = await transact(db, async (tx) => {
      const done = await addQuestion(tx, shown.event, read.value);
      if ('is' in done) await note(tx, shown, actor, 'events.question.added');
      return done;
    });
    if ('refused' in added) return list(request, reply, shown, read.values, refused(lang, added));
    forgetSilence(db, shown.event);
    flash(reply, questionWords(lang)('flash.added'));
    return reply.redirect(eventPaths.questions(shown.group.slug, shown.event.slug), 303);
  });

  app.get<AtQuestion>('/g/:group/e/:event/questions/:question', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return one(request, reply, shown);
  });

  app.post<AtQuestion>('/g/:group/e/:event/questions/:question', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const id = idOf(request);
    const read = readQuestion(request.body);
    if (!read.ok) return one(request, reply, shown, read.values, worded(lang, read.errors));
    const changed = await transact(db, async (tx) => {
      const done = await changeQuestion(tx, shown.event, id, read.value);
      if ('is' in done) await note(tx, shown, actor, 'events.question.changed');
      return done;
    });
    if ('refused' in changed) {
      if (changed.refused === 'events.no_such_question') throw notFound();
      return one(request, reply, shown, read.values, refused(lang, changed));
    }
    flash(reply, questionWords(lang)('flash.changed'));
    return reply.redirect(eventPaths.questions(shown.group.slug, shown.event.slug), 303);
  });

  app.post<AtQuestion>('/g/:group/e/:event/questions/:question/remove', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const id = idOf(request);
    const removed = await transact(db, async (tx) => {
      const done = await removeQuestion(tx, shown.event, id);
      if (done) await note(tx, shown, actor, 'events.question.removed', { n: done.answers });
      return done;
    });
    if (!removed) throw notFound();
    flash(reply, questionWords(languageOf(request))('flash.removed', { n: removed.answers }));
    return reply.redirect(eventPaths.questions(shown.group.slug, shown.event.slug), 303);
  });

  app.post<AtQuestion>('/g/:group/e/:event/questions/:question/up', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    const id = idOf(request);
    await transact(db, (tx) => moveQuestionUp(tx, shown.event, id));
    return reply.redirect(eventPaths.questions(shown.group.slug, shown.event.slug), 303);
  });

  function note(
    tx: Tx,
    { event }: ShownEvent,
    actor: Actor,
    what: 'events.question.added' | 'events.question.changed' | 'events.question.removed',
    more: Record<string, unknown> = {},
  ) {
    const { group_id, slug, title } = event;
    return audit(tx, { group_id, actor, what, about: { event: slug, title, ...more }, now: ground.now() });
  }

  async function list(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    values?: Values,
    errors?: Record<string, string>,
  ) {
    const [questions, counts] = await Promise.all([questionsOf(db, shown.event), answerCounts(db, shown.event)]);
    const page = <QuestionsPage view={viewOf(request, ground)} {...{ shown, questions, counts, values, errors }} />;
    return sendPage(reply, page, { status: errors ? 422 : 200, accent: shown.group.color });
  }

  async function one(
    request: FastifyRequest<AtQuestion>,
    reply: FastifyReply,
    shown: ShownEvent,
    values?: Values,
    errors?: Record<string, string>,
  ) {
    const id = idOf(request);
    const question = (await questionsOf(db, shown.event)).find(({ question_id }) => question_id === id);
    if (!question) throw notFound();
    const answers = await answersTo(db, shown.event, id);
    const form = { values: values ? singleValues(values) : questionValues(question), errors };
    const page = <QuestionPage view={viewOf(request, ground)} {...{ shown, question, answers, ...form }} />;
    return sendPage(reply, page, { status: errors ? 422 : 200, accent: shown.group.color });
  }
}

function idOf(request: FastifyRequest<AtQuestion>): Id<'events.question'> {
  const { question } = request.params;
  if (!isId<'events.question'>(question)) throw notFound();
  return question;
}

function worded(lang: Lang, errors: Record<string, FieldError>): Record<string, string> {
  const t = questionWords(lang);
  const own: Record<string, string> = {
    'events.too_few_options': t('refused.too_few_options'),
    'events.too_many_options': t('refused.too_many_options', { most: OPTIONS.most }),
    'events.option_too_long': t('refused.option_too_long', { most: OPTIONS.letters }),
  };
  return Object.fromEntries(
    Object.entries(fieldErrors(lang, errors)).map(([field, said]) => [field, own[said] ?? said]),
  );
}

function refused(lang: Lang, answer: Extract<QuestionChanged, { refused: string }>): Record<string, string> {
  const t = questionWords(lang);
  return {
    label:
      answer.refused === 'events.question_answered'
        ? t('refused.answered')
        : t('refused.too_many', { most: QUESTIONS_MOST }),
  };
}
