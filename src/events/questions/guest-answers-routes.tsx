// Routes to what guests answered: counted and read by those who may; private answers opened, and that is written down.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit, type Role } from '#groups';
import { writeCsv } from '#kit/csv.ts';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { type EventParams, findEvent } from '../find-event.ts';
import type { ShownEvent } from '../queries.ts';
import { type GuestAnswers, guestAnswers } from './guest-answers.ts';
import { GuestAnswersPage } from './guest-answers-page.tsx';
import { questionsOf } from './read-questions.ts';
import { mayReadAnswers, type Question } from './rules.ts';
import { sayAnswer } from './say-question.ts';
import { questionWords } from './words.ts';

const door = { config: { door: 'event' } } as const;
type At = { Params: EventParams };
type Found = { shown: ShownEvent; actor: Actor; questions: Question[] };

export function guestAnswersRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<At>('/g/:group/e/:event/questions/answers', door, async (request, reply) => {
    const found = await find(request);
    return show(request, reply, found, false);
  });

  /** The same page with what is private. */
  app.post<At>('/g/:group/e/:event/questions/answers', door, async (request, reply) => {
    const found = await find(request);
    await writeDown(found, 'events.answers.opened');
    return show(request, reply, found, true);
  });

  app.post<At>('/g/:group/e/:event/questions/answers/csv', door, async (request, reply) => {
    const found = await find(request);
    const { shown, questions } = found;
    const t = questionWords(languageOf(request));
    const guests = (await read(found, true)).filter(({ answers }) => answers.size > 0);
    await writeDown(found, 'events.answers.taken_along', { rows: guests.length });
    const table = writeCsv(
      [t('csv.name'), ...questions.map(({ label }) => label)],
      guests.map(({ name, answers }) => [
        name || t('nameless'),
        ...questions.map((question) => {
          const answer = answers.get(question.question_id);
          return typeof answer === 'string' ? sayAnswer(question, answer, t) : '';
        }),
      ]),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${shown.event.slug}-answers.csv"`)
      .header('cache-control', 'private, no-store')
      .send(table);
  });

  /** The evening and those of its questions whose answers are for whoever asks. Throws the 404 where there are none. */
  async function find(request: FastifyRequest<At>): Promise<Found> {
    const actor = actorOf(request);
    const { shown, role } = await findEvent(ground, request, request.params);
    const questions = actor && role ? await readable(shown, role) : [];
    if (!actor || questions.length === 0) throw notFound();
    return { shown, actor, questions };
  }

  async function readable({ event }: ShownEvent, role: Role): Promise<Question[]> {
    return (await questionsOf(db, event)).filter((question) => mayReadAnswers(role, question));
  }

  function read({ shown, questions }: Found, isOpened: boolean): Promise<GuestAnswers[]> {
    return guestAnswers(db, shown.event, questions, ground.now(), isOpened ? config.secret : null);
  }

  function writeDown({ shown, actor }: Found, what: string, more: Record<string, unknown> = {}): Promise<void> {
    const { group_id, slug, title } = shown.event;
    return transact(db, (tx) =>
      audit(tx, { group_id, actor, what, about: { event: slug, title, ...more }, now: ground.now() }),
    );
  }

  async function show(request: FastifyRequest, reply: FastifyReply, found: Found, isOpened: boolean) {
    const { shown, questions } = found;
    const guests = await read(found, isOpened);
    const page = <GuestAnswersPage view={viewOf(request, ground)} {...{ shown, questions, guests, isOpened }} />;
    return sendPage(reply, page, { accent: shown.group.color });
  }
}
