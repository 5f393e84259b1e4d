// Routes of a guest's answer: by the signed link of a reminder, without signing in, and from the evening's own page.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { answeredWords } from '../answer-words.ts';
import { type EventParams, findEvent } from '../find-event.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { stateAt } from '../rules.ts';
import { seatDesk } from '../seat-desk.ts';
import { seatLink } from '../seat-link.ts';
import { hasSeat } from '../state-rules.ts';
import { confirmSeat } from './confirm-seat.ts';
import { type Holder, holderOf } from './holder.ts';
import { readStillLink } from './still-link.ts';
import { type Standing, StillPage } from './still-page.tsx';
import { reminderWords } from './words.ts';

const link = { config: { door: 'link' } } as const;
const person = { config: { door: 'person' } } as const;

const stillForm = z.object({
  act: z.enum(['confirm', 'release', 'again']),
  /** Epoch milliseconds: the place this was pressed for. One given back and taken again since is another. */
  since: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

export function stillRoutes(app: FastifyInstance, ground: Ground): void {
  const desk = seatDesk(ground);
  type Linked = { Params: EventParams & { person: string; signature: string }; Querystring: { answer?: unknown } };

  app.get<Linked>('/g/:group/e/:event/still/:person/:signature', link, async (request, reply) => {
    const { shown, holder } = await findHolder(request);
    // Meanwhile a seat is kept for them: the page that asks about it.
    const at = { group: shown.group.slug, event: shown.event.slug };
    if (holder.state === 'offered')
      return reply.redirect(seatLink(ground, at, { ...shown.event, person_id: holder.person_id }), 303);
    return answerPage(request, reply, shown, holder, 200);
  });

  app.post<Linked>('/g/:group/e/:event/still/:person/:signature', link, async (request, reply) => {
    const { shown, holder } = await findHolder(request);
    const read = readForm(stillForm, request.body);
    // Pressed twice, or on a page that was open for long: the page as it is now, and nothing happens.
    if (!read.ok || holder.changed_at?.getTime() !== read.value.since || !isOpenTo(read.value.act, shown, holder))
      return answerPage(request, reply, shown, holder, 409);
    await act(request, reply, shown, holder, read.value.act);
    const { person: of, signature } = request.params;
    return reply.redirect(eventPaths.still(shown.group.slug, shown.event.slug, of, signature), 303);
  });

  async function act(
    request: FastifyRequest,
    reply: FastifyReply,
    { event }: ShownEvent,
    { person_id, party, changed_at }: Holder,
    what: z.output<typeof stillForm>['act'],
  ): Promise<void> {
    if (what === 'confirm') {
      const now = ground.now();
      await transact(ground.db, (tx) => confirmSeat(tx, event, person_id, 'mail', now, changed_at ?? undefined));
      return;
    }
    if (what === 'release') {
      await desk.ask(event, { kind: 'release', person: person_id, via: 'mail' });
      return;
    }
    const answer = await desk.ask(event, { kind: 'take', person: person_id, party, via: 'mail' });
    const lang = languageOf(request);
    flash(reply, answeredWords(lang, answer));
  }

  app.post<{ Params: EventParams }>('/g/:group/e/:event/confirm', person, async (request, reply) => {
    const { shown } = await findEvent(ground, request, request.params);
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const now = ground.now();
    const done = await transact(ground.db, (tx) => confirmSeat(tx, shown.event, actor.person_id, 'page', now));
    const t = reminderWords(languageOf(request));
    flash(reply, t('refused' in done ? 'flash.no_seat' : 'flash.confirmed'));
    return reply.redirect(eventPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  /** The evening and the one a signed link names; a wrong signature is a 404 and counts as a guess. */
  async function findHolder(request: FastifyRequest<Linked>): Promise<{ shown: ShownEvent; holder: Holder }> {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const { shown } = await findEvent(ground, request, request.params);
    const person_id = readStillLink(ground, shown.event.event_id, request.params);
    const holder = person_id && (await holderOf(ground.db, shown.event, person_id));
    if (!holder) {
      await ground.limits.count('link.guess', request.ip);
      throw notFound();
    }
    return { shown, holder };
  }

  function isOpenTo(act: z.output<typeof stillForm>['act'], shown: ShownEvent, holder: Holder): boolean {
    const { is } = standingOf(shown, holder);
    if (act === 'confirm') return is === 'going';
    return act === 'again' ? is === 'released' : is === 'going' || is === 'waitlisted';
  }

  function standingOf(shown: ShownEvent, holder: Holder): Standing {
    const { event, counts } = shown;
    const state = stateAt(event, ground.now());
    if (state === 'cancelled') return { is: 'cancelled' };
    if (state === 'live' || state === 'done') return { is: 'over' };
    if (hasSeat(holder.state)) return { is: 'going', confirmed: holder.said === 'confirmed' };
    if (holder.state === 'waitlisted') return { is: 'waitlisted', rank: holder.rank ?? 1 };
    if (holder.state !== 'released') return { is: 'none' };
    if (state !== 'open') return { is: 'released', again: 'no' };
    return { is: 'released', again: counts.taken < counts.cap ? 'seat' : 'waitlist' };
  }

  async function answerPage(
    request: FastifyRequest<Linked>,
    reply: FastifyReply,
    shown: ShownEvent,
    holder: Holder,
    status: 200 | 409,
  ) {
    const { event, group } = shown;
    const standing = standingOf(shown, holder);
    const isGone = standing.is === 'over';
    const page = (
      <StillPage
        view={viewOf(request, ground)}
        event={event}
        group={group}
        name={holder.name}
        isViewer={actorOf(request)?.person_id === holder.person_id}
        standing={standing}
        leaning={request.query.answer === 'no' ? 'no' : 'yes'}
        action={eventPaths.still(group.slug, event.slug, holder.person_id, request.params.signature)}
        since={holder.changed_at}
        isStale={status === 409 && !isGone}
      />
    );
    return sendPage(reply, page, { status: isGone ? 410 : status, accent: group.color });
  }
}
