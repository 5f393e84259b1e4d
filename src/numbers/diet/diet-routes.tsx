// Routes of what guests cannot eat: a guest says it, organisers ask for it, whoever feeds them opens the list with names.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventPaths, eventStateAt, findEvening, hasSeat, type ShownEvent } from '#events';
import { audit, backRoom, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { type Instant, instantOf, wallClock } from '#kit/time.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { mealOf } from '../facts.ts';
import { refusedForm } from '../food/refused-form.ts';
import { mayFeed } from '../may.ts';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import { readDiet, readKitchen } from './diet-form.ts';
import { DietPage } from './diet-page.tsx';
import { DIET_KEPT_DAYS, type Diet } from './diet-rules.ts';
import { dietsOf, giveDiet, kitchenOf, ownDiet, setKitchen } from './kitchen.ts';
import { PickUpPage } from './list-page.tsx';

const person = { config: { door: 'person' } } as const;
type At = { Params: { group: string; event: string } };
type Guest = { shown: ShownEvent; actor: Actor; party: number };

export function dietRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;
  const { secret } = config;

  app.get<At>('/g/:group/e/:event/diet', person, async (request, reply) => {
    const guest = await enter(request);
    const said = await ownDiet(db, guest.shown.event, guest.actor.person_id, secret);
    return show(request, reply, guest, said, said ? valuesOf(said) : {});
  });

  app.post<At>('/g/:group/e/:event/diet', person, async (request, reply) => {
    const guest = await enter(request);
    const { event, group } = guest.shown;
    const { person_id } = guest.actor;
    const t = words(languageOf(request));
    const isNothing = (request.body as { nothing?: unknown } | null)?.nothing === 'yes';
    const read = readDiet(request.body, guest.party);
    if (!isNothing && !read.ok) {
      const { values, errors } = refusedForm(request, read);
      return show(request, reply, guest, await ownDiet(db, event, person_id, secret), values, errors);
    }
    const diet = isNothing || !read.ok ? null : read.value;
    await transact(db, (tx) => giveDiet(tx, event, person_id, diet, { secret, now: ground.now() }));
    flash(reply, t(diet ? 'diet.saved' : 'diet.forgotten'));
    return reply.redirect(eventPaths.show(group.slug, event.slug), 303);
  });

  app.post<At>('/g/:group/e/:event/food/kitchen', backRoom, async (request, reply) => {
    const { shown, role } = await findEvening(ground, request, request.params);
    const actor = actorOf(request);
    if (!actor || !mayOrganise(role)) throw notFound();
    const read = readKitchen(request.body);
    const { event, group } = shown;
    if (read.ok) {
      const { asks, food_person } = read.value;
      await transact(db, (tx) => setKitchen(tx, event, actor, ground.now(), asks ? { food_person } : null));
      flash(reply, words(languageOf(request))(asks ? 'ask.saved' : 'ask.ended'));
    }
    return reply.redirect(numberPaths.food(group.slug, event.slug), 303);
  });

  /** Names are opened by a press, and that stands in the log of the group. */
  app.post<At>('/g/:group/e/:event/food/list', backRoom, async (request, reply) => {
    const actor = actorOf(request);
    const { shown, role } = await findEvening(ground, request, request.params);
    const { event } = shown;
    const kitchen = await kitchenOf(db, event);
    if (!actor || !mayFeed(role, actor, kitchen)) throw notFound();
    const view = viewOf(request, ground);
    const diets = await dietsOf(db, event, secret, view.lang);
    const about = { event: event.slug, title: event.title };
    const { group_id } = event;
    await transact(db, (tx) =>
      audit(tx, { group_id, actor, what: 'numbers.kitchen.opened', about, now: ground.now() }),
    );
    reply.header('cache-control', 'private, no-store');
    return sendPage(reply, <PickUpPage view={view} shown={shown} diets={diets} kept_until={keptUntil(shown)} />);
  });

  /** Who has a seat at an evening that asks, until it is over; nobody else. */
  async function enter(request: FastifyRequest<At>): Promise<Guest> {
    const actor = actorOf(request);
    const { shown } = await findEvening(ground, request, request.params);
    const { event, mine } = shown;
    const state = eventStateAt(event, ground.now());
    const isAsked = actor && mine && hasSeat(mine.state) && state !== 'done' && state !== 'cancelled';
    if (!isAsked || (await kitchenOf(db, event)) === null) throw notFound();
    return { shown, actor, party: mine.party };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { shown, party }: Guest,
    said: Diet | null,
    values: Record<string, string | undefined>,
    errors: Record<string, string> = {},
  ) {
    const { event, group } = shown;
    const meal = await mealOf(db, event);
    const is_late = Boolean(meal?.order_on && wallClock(ground.now(), event.zone).date > meal.order_on);
    const form = { values, errors, is_given: said !== null, party, is_late, kept_until: keptUntil(shown) };
    return sendPage(reply, <DietPage view={viewOf(request, ground)} shown={shown} {...form} />, {
      status: Object.keys(errors).length > 0 ? 422 : 200,
      accent: group.color,
    });
  }
}

const keptUntil = ({ event }: ShownEvent): Instant => instantOf(event.ends_at).add({ hours: 24 * DIET_KEPT_DAYS });

/** What they said, as the form shows it; they agreed then, and agree anew. */
function valuesOf({ needs, other, heads }: Diet): Record<string, string> {
  return { ...Object.fromEntries(needs.map((need) => [need, 'on'])), other, heads: String(heads) };
}
