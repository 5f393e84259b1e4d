// What the building wants, set by organisers; and a guest's name as on their card, where it wants that.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventPaths, findEvening, hasSeat, type ShownEvent } from '#events';
import { backRoom } from '#groups';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { readBuilding, readIdName } from '../forms.ts';
import { mayPair } from '../may.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';
import { BuildingPage } from './building-page.tsx';
import { buildingOf, giveIdName } from './list.ts';
import { setBuilding } from './set-building.ts';

const person = { config: { door: 'person' } } as const;
type AtEvening = { Params: { group: string; event: string } };

export function buildingRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<AtEvening>('/g/:group/e/:event/door/building', backRoom, async (request, reply) => {
    const { shown } = await find(request);
    const set = await buildingOf(db, shown.event);
    const values = set && {
      contact_name: set.contact_name,
      contact_address: set.contact_address,
      lead_hours: String(set.lead_hours),
      order: set.by_last_name ? 'last' : 'first',
      wants_id_name: set.wants_id_name ? 'on' : undefined,
    };
    return page(request, reply, shown, values ?? {}, {}, set !== null);
  });

  app.post<AtEvening>('/g/:group/e/:event/door/building', backRoom, async (request, reply) => {
    const { shown, actor } = await find(request);
    const off = (request.body as { off?: unknown } | null)?.off === 'yes';
    const read = readBuilding(request.body);
    if (!off && !read.ok) {
      const is_set = (await buildingOf(db, shown.event)) !== null;
      const errors = fieldErrors(languageOf(request), read.errors);
      return page(request, reply, shown, singleValues(read.values), errors, is_set);
    }
    const wish = off || !read.ok ? null : read.value;
    await transact(db, (tx) => setBuilding(tx, shown.event, actor, ground.now(), wish));
    flash(reply, words(languageOf(request))(wish ? 'flash.building' : 'flash.building.off'));
    return reply.redirect(doorPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  app.post<AtEvening>('/g/:group/e/:event/id-name', person, async (request, reply) => {
    const actor = actorOf(request);
    const { shown } = await findEvening(ground, request, request.params);
    const { event, group, mine } = shown;
    if (!actor || !hasSeat(mine?.state)) throw notFound();
    const building = await buildingOf(db, event);
    const read = readIdName(request.body);
    if (building?.wants_id_name && read.ok) {
      const at = new Date(ground.now().epochMilliseconds);
      const { id_name } = read.value;
      await transact(db, (tx) => giveIdName(tx, event, actor.person_id, id_name, config.secret, at));
      flash(reply, words(languageOf(request))('flash.id_name'));
    }
    return reply.redirect(eventPaths.show(group.slug, event.slug), 303);
  });

  async function find(request: FastifyRequest) {
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const { shown, role } = await findEvening(ground, request, request.params as AtEvening['Params']);
    if (!mayPair(role)) throw notFound();
    return { shown, actor };
  }

  function page(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    values: Record<string, string | undefined>,
    errors: Record<string, string>,
    is_set: boolean,
  ) {
    const view = viewOf(request, ground);
    const form = { values, errors, is_set };
    return sendPage(reply, <BuildingPage view={view} shown={shown} {...form} />, {
      status: Object.keys(errors).length > 0 ? 422 : 200,
      accent: shown.group.color,
    });
  }
}
