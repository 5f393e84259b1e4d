// A guest's own ways: the ticket of their seat, and saying that they stand outside.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { eventPaths, findEvening, hasSeat, ticketFor } from '#events';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { readRing } from './forms.ts';
import { ring } from './outside.ts';
import { TicketPage } from './pages/ticket-page.tsx';
import { words } from './words.ts';

const person = { config: { door: 'person' } } as const;
type AtEvening = { Params: { group: string; event: string } };

export function guestRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<AtEvening>('/g/:group/e/:event/ticket', person, async (request, reply) => {
    const { shown, actor, party } = await findSeat(request);
    const ticket = ticketFor(ground.config.secret, shown.event, actor.person_id, party);
    const page = <TicketPage view={viewOf(request, ground)} shown={shown} ticket={ticket} party={party} />;
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.post<AtEvening>('/g/:group/e/:event/outside', person, async (request, reply) => {
    const { shown, actor } = await findSeat(request);
    const read = readRing(request.body);
    const place = read.ok ? read.value.place : '';
    const rung = await transact(ground.db, (tx) => ring(tx, shown.event, actor.person_id, place, ground.now()));
    if ('refused' in rung && rung.refused === 'door.no_seat') throw notFound();
    flash(reply, words(languageOf(request))('refused' in rung ? 'flash.not_now' : 'flash.rung'));
    return reply.redirect(eventPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  /** The evening and the asker's seat there; the 404 for who has none. */
  async function findSeat(request: FastifyRequest) {
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const { shown } = await findEvening(ground, request, request.params as AtEvening['Params']);
    const { mine } = shown;
    if (!mine || !hasSeat(mine.state) || shown.event.kind === 'online') throw notFound();
    return { shown, actor, party: mine.party };
  }
}
