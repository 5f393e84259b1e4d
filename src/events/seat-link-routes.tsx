// What the link in a code's mail opens: one page, and one button that signs in and takes the seat.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { challengeByLink, languageOf, proveLink, sessions, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { readCodeWish } from './code-wish.ts';
import { type EventParams, findEvent } from './find-event.ts';
import { grantWish } from './grant-wish.ts';
import { SeatLinkOverPage, SeatLinkPage } from './pages/seat-link-page.tsx';
import { eventPaths } from './paths.ts';
import { enrolmentOf, heldUntil, type ShownEvent } from './queries.ts';
import { seatDesk } from './seat-desk.ts';
import { hasSeat } from './state-rules.ts';

type At = { Params: EventParams & { wish: string; link: string } };

export function seatLinkRoutes(app: FastifyInstance, ground: Ground): void {
  const desk = seatDesk(ground);
  const path = eventPaths.seatLink(':group', ':event', ':wish', ':link');
  const door = { config: { door: 'link' } } as const;

  app.get<At>(path, door, async (request, reply) => {
    const { shown, wish, ask_first } = await find(request);
    const challenge = await challengeByLink(ground.db, request.params.link, ground.now());
    if (challenge?.purpose !== 'seat') return over(request, reply, shown, 404);
    const { person_id } = challenge;
    const until = await heldUntil(ground.db, shown.event, person_id, ground.now());
    const seat = await enrolmentOf(ground.db, shown.event, person_id);
    const isFull = shown.counts.taken >= shown.counts.cap && !hasSeat(seat?.state) && until === null;
    const page = (
      <SeatLinkPage
        view={viewOf(request, ground)}
        shown={shown}
        wish={wish === 'interest' ? wish : isFull ? 'wait' : 'seat'}
        ask_first={ask_first}
        until={until}
        name={challenge.name}
        address={challenge.address}
        action={eventPaths.seatLink(shown.group.slug, shown.event.slug, request.params.wish, request.params.link)}
      />
    );
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.post<At>(path, door, async (request, reply) => {
    const { shown, ...wished } = await find(request);
    const { link } = request.params;
    const challenge = await challengeByLink(ground.db, link, ground.now());
    if (challenge?.purpose !== 'seat') return over(request, reply, shown, 422);
    const attempt = { link, agent: request.headers['user-agent'], ip: request.ip, now: ground.now() };
    const proved = await transact(ground.db, (tx) => proveLink(tx, ground, attempt));
    if ('refused' in proved) return over(request, reply, shown, 422);
    sessions.carry(reply, ground, proved.session_token);
    const granted = await grantWish(ground, desk, shown, proved.person_id, wished, languageOf(request));
    if (granted.said) flash(reply, granted.said);
    return reply.redirect(granted.to, 303);
  });

  async function find(request: FastifyRequest<At>) {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const { shown } = await findEvent(ground, request, request.params);
    const { wish, guests, ask_first } = readCodeWish(`${request.params.wish}.${request.params.link}`);
    return { shown, wish, guests, ask_first };
  }

  /** Used, replaced, run out, or never made: all look the same. */
  async function over(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent, status: number) {
    await ground.limits.count('link.guess', request.ip);
    const page = <SeatLinkOverPage view={viewOf(request, ground)} shown={shown} />;
    return sendPage(reply, page, { status, accent: shown.group.color });
  }
}
