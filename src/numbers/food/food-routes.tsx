// Routes of an evening's food, for its organisers: how much to order, how it is ordered, what was ordered.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventStateAt, findEvening } from '#events';
import { backRoom, mayOrganise, teamOf } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { dietsOf, kitchenOf } from '../diet/kitchen.ts';
import { lookAheadWith } from '../look-ahead.ts';
import { mayFeed } from '../may.ts';
import { numberPaths } from '../paths.ts';
import { usualChoices } from '../rules.ts';
import { words } from '../words.ts';
import { readMeal, readOrdered } from './food-form.ts';
import { FoodPage } from './food-page.tsx';
import { type RefusedForm, refusedForm } from './refused-form.ts';
import { noteOrder, setMeal } from './set-meal.ts';

type At = { Params: { group: string; event: string } };

export function foodRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<At>('/g/:group/e/:event/food', backRoom, async (request, reply) => show(request, reply));

  app.post<At>('/g/:group/e/:event/food', backRoom, async (request, reply) => {
    const { shown, organises } = await enter(request);
    const { event, group } = shown;
    if (!organises) throw notFound();
    const read = readMeal(request.body);
    if (!read.ok) return show(request, reply, refusedForm(request, read));
    await transact(db, (tx) => setMeal(tx, event, ground.now(), read.value));
    flash(reply, words(languageOf(request))('meal.saved'));
    return reply.redirect(numberPaths.food(group.slug, event.slug), 303);
  });

  app.post<At>('/g/:group/e/:event/food/ordered', backRoom, async (request, reply) => {
    const { event, group } = (await enter(request)).shown;
    const read = readOrdered(request.body);
    if (!read.ok) return show(request, reply, refusedForm(request, read));
    await transact(db, (tx) => noteOrder(tx, event, ground.now(), read.value.ordered));
    flash(reply, words(languageOf(request))('ordered.saved'));
    return reply.redirect(numberPaths.food(group.slug, event.slug), 303);
  });

  /** Organisers, and the one of the team who looks after the food. */
  async function enter(request: FastifyRequest<At>) {
    const actor = actorOf(request);
    const { shown, role } = await findEvening(ground, request, request.params);
    const kitchen = await kitchenOf(db, shown.event);
    if (!actor || !mayFeed(role, actor, kitchen)) throw notFound();
    return { shown, kitchen, organises: mayOrganise(role) };
  }

  async function show(request: FastifyRequest<At>, reply: FastifyReply, typed?: RefusedForm) {
    const { shown, kitchen, organises } = await enter(request);
    const { event } = shown;
    const now = ground.now();
    const state = eventStateAt(shown.event, now);
    const found = await lookAheadWith(db, shown, now, usualChoices);
    const is_over = state === 'done' || state === 'cancelled';
    const view = viewOf(request, ground);
    const asked = {
      kitchen,
      diets: kitchen ? await dietsOf(db, event, config.secret, view.lang) : [],
      team: organises ? await teamOf(db, event.group_id) : [],
    };
    const page = <FoodPage view={view} {...{ shown, ...found, asked, organises, is_over, typed }} />;
    return sendPage(reply, page, { status: typed ? 422 : 200, accent: shown.group.color });
  }
}
