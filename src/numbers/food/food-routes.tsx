// Routes of an evening's food, for its organisers: how much to order, how it is ordered, what was ordered.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventStateAt, findEvening } from '#events';
import { backRoom, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { type FieldError, type Read, singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { lookAheadWith } from '../look-ahead.ts';
import { numberPaths } from '../paths.ts';
import { usualChoices } from '../rules.ts';
import { isWord, words } from '../words.ts';
import { readMeal, readOrdered } from './food-form.ts';
import { type FoodForm, FoodPage } from './food-page.tsx';
import { noteOrder, setMeal } from './set-meal.ts';

type At = { Params: { group: string; event: string } };

export function foodRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/e/:event/food', backRoom, async (request, reply) => show(request, reply));

  app.post<At>('/g/:group/e/:event/food', backRoom, async (request, reply) => {
    const { event, group } = await enter(request);
    const read = readMeal(request.body);
    if (!read.ok) return show(request, reply, refused(request, read));
    await transact(db, (tx) => setMeal(tx, event, ground.now(), read.value));
    flash(reply, words(languageOf(request))('meal.saved'));
    return reply.redirect(numberPaths.food(group.slug, event.slug), 303);
  });

  app.post<At>('/g/:group/e/:event/food/ordered', backRoom, async (request, reply) => {
    const { event, group } = await enter(request);
    const read = readOrdered(request.body);
    if (!read.ok) return show(request, reply, refused(request, read));
    await transact(db, (tx) => noteOrder(tx, event, ground.now(), read.value.ordered));
    flash(reply, words(languageOf(request))('ordered.saved'));
    return reply.redirect(numberPaths.food(group.slug, event.slug), 303);
  });

  async function enter(request: FastifyRequest<At>) {
    const { shown, role } = await findEvening(ground, request, request.params);
    if (!mayOrganise(role)) throw notFound();
    return shown;
  }

  async function show(request: FastifyRequest<At>, reply: FastifyReply, typed?: FoodForm) {
    const shown = await enter(request);
    const now = ground.now();
    const state = eventStateAt(shown.event, now);
    const found = await lookAheadWith(db, shown, now, usualChoices);
    const is_over = state === 'done' || state === 'cancelled';
    const page = <FoodPage view={viewOf(request, ground)} shown={shown} {...found} is_over={is_over} typed={typed} />;
    return sendPage(reply, page, { status: typed ? 422 : 200, accent: shown.group.color });
  }
}

function refused(request: FastifyRequest, read: Extract<Read<unknown>, { ok: false }>): FoodForm {
  const lang = languageOf(request);
  const errors = Object.entries(fieldErrors(lang, read.errors satisfies Record<string, FieldError>)).map(
    ([field, text]) => {
      const key = `refused.${text}`;
      return [field, isWord(key) ? words(lang)(key) : text];
    },
  );
  return { values: singleValues(read.values), errors: Object.fromEntries(errors) };
}
