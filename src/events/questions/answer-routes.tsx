// Routes of what a guest answers: before the seat where something is required, and again until the evening begins.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { takenWords } from '../answer-words.ts';
import { type EventParams, findEvent } from '../find-event.ts';
import { wishForm } from '../forms.ts';
import { eventPaths } from '../paths.ts';
import { heldUntil, type ShownEvent } from '../queries.ts';
import { refusedWords } from '../refused-words.ts';
import { stateAt } from '../rules.ts';
import { seatDesk } from '../seat-desk.ts';
import { AnswersPage } from './answers-page.tsx';
import { isGuest, type SeatWish } from './ask-first.ts';
import { fieldOf, readAnswers } from './forms.ts';
import { giveAnswers } from './give-answers.ts';
import { myAnswers, questionsOf } from './read-questions.ts';
import { mayAnswer, type Question } from './rules.ts';
import { questionWords } from './words.ts';

const person = { config: { door: 'person' } } as const;
type At = { Params: EventParams; Querystring: { guests?: unknown; ask_first?: unknown } };
type Found = {
  shown: ShownEvent;
  actor: Actor;
  questions: Question[];
  isGuest: boolean;
  heldUntil: Date | null;
};

export function answerRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;
  const desk = seatDesk(ground);

  app.get<At>('/g/:group/e/:event/answers', person, async (request, reply) => {
    const found = await find(request);
    const given = await myAnswers(db, found.shown.event, found.actor.person_id, config.secret);
    const values = Object.fromEntries(
      found.questions.map((question) => [fieldOf(question), given.get(question.question_id)]),
    );
    return page(request, reply, found, values, wishOf(request.query));
  });

  app.post<At>('/g/:group/e/:event/answers', person, async (request, reply) => {
    const found = await find(request);
    const { shown, actor, questions } = found;
    const { event, group } = shown;
    const lang = languageOf(request);
    const wish = wishOf(request.body);
    const read = readAnswers(questions, request.body);
    if (!read.ok) return page(request, reply, found, read.values, wish, { errors: fieldErrors(lang, read.errors) });
    let said = questionWords(lang)('flash.answered');
    if (!found.isGuest) {
      // First the seat: whoever gets none leaves no answers behind.
      const ask = {
        kind: 'take',
        person: actor.person_id,
        party: 1 + wish.guests,
        via: 'page',
        ask_first: wish.ask_first,
      } as const;
      const answer = await desk.ask(event, ask);
      if ('refused' in answer)
        return page(request, reply, found, read.values, wish, { refusal: refusedWords(lang, answer) });
      said = takenWords(lang, answer);
    }
    await transact(db, (tx) => giveAnswers(tx, event, actor.person_id, read.value, config.secret, ground.now()));
    flash(reply, said);
    return reply.redirect(eventPaths.show(group.slug, event.slug), 303);
  });

  /** An evening that asks something, of somebody who may still answer. Throws the 404. */
  async function find(request: FastifyRequest<At>): Promise<Found> {
    const actor = actorOf(request);
    const { shown } = await findEvent(ground, request, request.params);
    const { event } = shown;
    if (!actor || !mayAnswer(stateAt(event, ground.now()))) throw notFound();
    const questions = await questionsOf(db, event);
    if (questions.length === 0) throw notFound();
    return {
      shown,
      actor,
      questions,
      isGuest: await isGuest(db, event, actor.person_id),
      heldUntil: await heldUntil(db, event, actor.person_id, ground.now()),
    };
  }

  type Wrong = { errors?: Record<string, string>; refusal?: string };

  function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { shown, questions, ...where }: Found,
    values: Values,
    wish: SeatWish,
    wrong: Wrong = {},
  ) {
    const { isGuest, heldUntil } = where;
    const form = { questions, values, wish, isGuest, heldUntil, ...wrong };
    return sendPage(reply, <AnswersPage view={viewOf(request, ground)} shown={shown} {...form} />, {
      status: wrong.errors || wrong.refusal ? 422 : 200,
      accent: shown.group.color,
    });
  }
}

/** What they wished for on the evening's page: to come alone, and to be given the next seat, where nothing was said. */
function wishOf(from: unknown): SeatWish {
  const read = readForm(wishForm, from);
  return read.ok ? read.value : { guests: 0, ask_first: false };
}
