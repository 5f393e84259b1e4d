// Routes of whoever holds a mailed code or a signed link: take the seat that is held, see it, give it back.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import {
  actorOf,
  type CodeRefusal,
  challengeByToken,
  findPeople,
  languageOf,
  proveCode,
  sessions,
  viewOf,
} from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { answeredWords, releasedWords } from './answer-words.ts';
import { readCodeWish } from './code-wish.ts';
import { type EventParams, findEvent } from './find-event.ts';
import { grantWish } from './grant-wish.ts';
import { SeatLinkOverPage } from './pages/seat-link-page.tsx';
import { MyLinkPage, SeatCodePage } from './pages/seat-pages.tsx';
import { eventPaths } from './paths.ts';
import { enrolmentOf, type ShownEvent } from './queries.ts';
import { seatLinksAreOver } from './rules.ts';
import { seatDesk } from './seat-desk.ts';
import { readSeatLink } from './seat-link.ts';
import { words } from './words.ts';

const link = { config: { door: 'link' } } as const;

export function seatCodeRoutes(app: FastifyInstance, ground: Ground): void {
  const desk = seatDesk(ground);

  app.get<{ Params: EventParams & { token: string } }>(
    '/g/:group/e/:event/seat/code/:token',
    link,
    async (request, reply) => {
      const { shown } = await findEvent(ground, request, request.params);
      return codePage(request, reply, shown, request.params.token);
    },
  );

  app.post<{ Params: EventParams & { token: string } }>(
    '/g/:group/e/:event/seat/code/:token',
    link,
    async (request, reply) => {
      const { shown } = await findEvent(ground, request, request.params);
      const { token, ...wished } = readCodeWish(request.params.token);
      const typed = (request.body as { code?: unknown } | undefined)?.code;
      const proved = await transact(ground.db, (tx) =>
        proveCode(tx, ground, {
          token,
          code: typeof typed === 'string' ? typed : '',
          agent: request.headers['user-agent'],
          ip: request.ip,
          now: ground.now(),
        }),
      );
      if ('refused' in proved) return codePage(request, reply, shown, request.params.token, proved.refused);
      sessions.carry(reply, ground, proved.session_token);
      const granted = await grantWish(ground, desk, shown, proved.person_id, wished, languageOf(request));
      if (granted.said) flash(reply, granted.said);
      return reply.redirect(granted.to, 303);
    },
  );

  type MineParams = EventParams & { person: string; signature: string };

  app.get<{ Params: MineParams }>('/g/:group/e/:event/mine/:person/:signature', link, async (request, reply) => {
    const { shown, person_id } = await findSigned(request);
    if (seatLinksAreOver(shown.event, ground.now())) return over(request, reply, shown);
    const { event, group } = shown;
    const [holder] = await findPeople.byIds(ground.db, [person_id]).then((people) => [...people.values()]);
    const seat = await enrolmentOf(ground.db, event, person_id);
    const action = eventPaths.mine(group.slug, event.slug, person_id, request.params.signature);
    return sendPage(
      reply,
      <MyLinkPage
        view={viewOf(request, ground)}
        event={event}
        group={group}
        name={holder?.name ?? ''}
        state={seat?.state ?? null}
        offered_until={seat?.offered_until ?? null}
        action={action}
      />,
      { accent: group.color },
    );
  });

  app.post<{ Params: MineParams }>('/g/:group/e/:event/mine/:person/:signature', link, async (request, reply) => {
    const { shown, person_id } = await findSigned(request);
    if (seatLinksAreOver(shown.event, ground.now())) return over(request, reply, shown);
    const before = await enrolmentOf(ground.db, shown.event, person_id);
    const lang = languageOf(request);
    const wantsIt = before?.state === 'offered' && (request.body as { act?: unknown } | undefined)?.act === 'take';
    const answer = await desk.ask(
      shown.event,
      wantsIt
        ? { kind: 'take', person: person_id, party: before.party, via: 'mail' }
        : { kind: 'release', person: person_id, via: 'mail' },
    );
    flash(reply, wantsIt ? answeredWords(lang, answer) : releasedWords(lang, answer, before?.state));
    // To anybody but themselves, signed in, the evening's page offers a seat as if nothing had been said.
    const { slug } = shown.group;
    const isViewer = actorOf(request)?.person_id === person_id;
    return reply.redirect(
      isViewer
        ? eventPaths.show(slug, shown.event.slug)
        : eventPaths.mine(slug, shown.event.slug, person_id, request.params.signature),
      303,
    );
  });

  /** The evening and the person a signed link names; a wrong signature is a 404 and counts as a guess. */
  async function findSigned(request: FastifyRequest<{ Params: MineParams }>) {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const { shown } = await findEvent(ground, request, request.params);
    const person_id = readSeatLink(ground, shown.event.event_id, request.params);
    if (!person_id) {
      await ground.limits.count('link.guess', request.ip);
      throw notFound();
    }
    return { shown, person_id };
  }

  /** Who finds an old mail is told neither a name nor a seat. */
  async function over(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent) {
    const page = <SeatLinkOverPage view={viewOf(request, ground)} shown={shown} text="mine.over.text" />;
    return sendPage(reply, page, { status: 410, accent: shown.group.color });
  }

  async function codePage(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    path: string,
    refused?: CodeRefusal['refused'],
  ) {
    const view = viewOf(request, ground);
    const { token, ask_first, wish } = readCodeWish(path);
    const { event, group } = shown;
    const challenge = await challengeByToken(ground.db, token, ground.now());
    if (!challenge?.link_hash) {
      flash(reply, words(view.lang)('code.gone'));
      return reply.redirect(eventPaths.show(group.slug, event.slug), 303);
    }
    const page = (
      <SeatCodePage
        view={view}
        event={event}
        group={group}
        action={eventPaths.code(group.slug, event.slug, path)}
        token={token}
        wish={wish}
        ask_first={ask_first}
        address={challenge.address}
        until={challenge.ends_at}
        refused={refused}
      />
    );
    return sendPage(reply, page, { status: refused ? 422 : 200, accent: group.color });
  }
}
