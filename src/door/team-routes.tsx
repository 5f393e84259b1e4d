// The team's page of an evening's door: how many are in, which phones work it, a code for another, the list on paper.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findEvening, type ShownEvent } from '#events';
import { backRoom, type Role } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { bookOf, doorStand } from './door-stand.ts';
import { guestRows } from './expected-guests.ts';
import { readRevoke } from './forms.ts';
import { mayPair, mayWork } from './may.ts';
import { PrintPage } from './pages/print-page.tsx';
import { ShowPage } from './pages/show-page.tsx';
import { addPhone, type Code, makeCode, revokePhone } from './pair-phone.ts';
import { doorPaths } from './paths.ts';
import { carryPhone } from './phone-session.ts';
import { words } from './words.ts';

type AtEvening = { Params: { group: string; event: string } };

export function teamRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<AtEvening>('/g/:group/e/:event/door', backRoom, async (request, reply) => {
    const { shown, role } = await find(request, mayWork);
    return show(request, reply, shown, role);
  });

  app.post<AtEvening>('/g/:group/e/:event/door/code', backRoom, async (request, reply) => {
    const { shown, role, actor } = await find(request, mayPair);
    const made = await transact(db, (tx) => makeCode(tx, shown.event, actor, ground.now(), config.secret));
    if ('refused' in made) return refuse(request, reply, shown, made.refused);
    return show(request, reply, shown, role, made);
  });

  app.post<AtEvening>('/g/:group/e/:event/door/here', backRoom, async (request, reply) => {
    const { shown, actor } = await find(request, mayWork);
    const own = { name: actor.name, is_own: true };
    const paired = await transact(db, (tx) => addPhone(tx, shown.event, actor, own, ground.now()));
    if ('refused' in paired) return refuse(request, reply, shown, paired.refused);
    carryPhone(reply, ground, paired.carried, paired);
    return reply.redirect(doorPaths.phone, 303);
  });

  app.post<AtEvening>('/g/:group/e/:event/door/revoke', backRoom, async (request, reply) => {
    const { shown, actor } = await find(request, mayPair);
    const read = readRevoke(request.body);
    const id = (read.ok ? read.value.device_id : '') as Id<'door.device'>;
    const isEnded = id !== '' && (await transact(db, (tx) => revokePhone(tx, shown.event, id, actor, ground.now())));
    if (isEnded) flash(reply, words(languageOf(request))('flash.revoked'));
    return reply.redirect(doorPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  app.get<AtEvening>('/g/:group/e/:event/door/print', backRoom, async (request, reply) => {
    const { shown } = await find(request, mayPair);
    const [guests, book] = await Promise.all([guestRows(db, shown.event, null), bookOf(db, shown.event)]);
    return sendPage(reply, <PrintPage view={viewOf(request, ground)} shown={shown} guests={guests} book={book} />);
  });

  async function find(
    request: FastifyRequest,
    law: (role: Role | null) => boolean,
  ): Promise<{ shown: ShownEvent; role: Role; actor: Actor }> {
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const { shown, role } = await findEvening(ground, request, request.params as AtEvening['Params']);
    if (role === null || !law(role)) throw notFound();
    return { shown, role, actor };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent, role: Role, code?: Code) {
    const stand = await doorStand(db, shown.event);
    const view = viewOf(request, ground);
    const page = <ShowPage view={view} shown={shown} stand={stand} mayPair={mayPair(role)} code={code} />;
    return sendPage(reply, page, { accent: shown.group.color });
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, { group, event }: ShownEvent, refused: string) {
    flash(reply, words(languageOf(request))(`refused.${refused}` as 'refused.door.over'));
    return reply.redirect(doorPaths.show(group.slug, event.slug), 303);
  }
}
