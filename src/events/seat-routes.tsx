// Routes of a guest: see the evening, take a seat, give it back, be interested.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayOrganise, type Role } from '#groups';
import { transact } from '#kit/db.ts';
import { type Read, readForm, singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { panelsAt } from '#kit/panels.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, askForCode, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendCached, sendPage } from '#ui/send.ts';
import type { View } from '#ui/view.ts';
import { releasedWords, takenWords } from './answer-words.ts';
import { askMeFirst } from './ask-me-first.ts';
import { type CodeWish, wishLetters, writeCodeWish } from './code-wish.ts';
import { type EventParams, findEvent, findEventKey } from './find-event.ts';
import { seatForm, tapForm } from './forms.ts';
import { EventPage } from './pages/event-page.tsx';
import type { SeatForm } from './pages/seat-box.tsx';
import { eventPaths } from './paths.ts';
import { heldUntil, type ShownEvent } from './queries.ts';
import { wayOn, whatIsAsked } from './questions/ask-first.ts';
import { type Refused, refusedWords } from './refused-words.ts';
import { seatsFreedBefore } from './reminders/past-odds.ts';
import { HOLD_MINUTES, stateAt } from './rules.ts';
import { seatDesk } from './seat-desk.ts';
import { type Answer, refuse as refuseAsk } from './seat-rules.ts';
import type { EventKey } from './take-seats.ts';
import { words } from './words.ts';

const anyone = { config: { door: 'anyone' } } as const;
const person = { config: { door: 'person' } } as const;

export function seatRoutes(app: FastifyInstance, ground: Ground): void {
  const desk = seatDesk(ground);

  app.get<{ Params: EventParams }>('/g/:group/e/:event', anyone, async (request, reply) => {
    const { group, event } = request.params;
    // Without the query: the page is kept for everybody.
    const view = { ...viewOf(request, ground), path: eventPaths.show(group, event) };
    return sendCached(request, reply, ground, `event ${view.lang} ${group} ${event}`, async () => {
      const { shown, role } = await findEvent(ground, request, request.params);
      return { page: await pageOf(request, view, shown, role), accent: shown.group.color };
    });
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/seat', anyone, async (request, reply) => {
    const actor = actorOf(request);
    return actor ? tap(request, reply, actor.person_id) : askWithAddress(request, reply, 'seat');
  });

  /**
   * Signed in: one tap. In a rush this is all that runs, so where nothing is asked it reads nothing the desk does not read
   * anyway.
   */
  async function tap(
    request: FastifyRequest<{ Params: EventParams }>,
    reply: FastifyReply,
    person_id: Id<'people.person'>,
  ) {
    const key = await findEventKey(ground, request.params);
    const read = readForm(tapForm, request.body);
    if (!read.ok) return again(request, reply, (await findEvent(ground, request, request.params)).shown, read);
    const { guests, ask_first } = read.value;
    const asked = await whatIsAsked(ground, key, person_id);
    const answer =
      asked === 'first'
        ? await keepSeat(key, person_id, 1 + guests)
        : await desk.ask(
            key,
            { kind: 'take', person: person_id, party: 1 + guests, via: 'page', ask_first },
            { key: read.value.key && `${person_id} ${read.value.key}` },
          );
    if ('refused' in answer) {
      if (answer.refused === 'events.not_public') throw notFound();
      return refuse(request, reply, (await findEvent(ground, request, request.params)).shown, answer);
    }
    if (asked !== 'first') flash(reply, takenWords(languageOf(request), answer));
    return reply.redirect(wayOn(asked, request.params, { guests, ask_first }), 303);
  }

  /** Keeps a seat for somebody who has something to answer first; once, however often it is pressed. */
  async function keepSeat(key: EventKey, person: Id<'people.person'>, party: number): Promise<Answer> {
    const held = await heldUntil(ground.db, key, person, ground.now());
    if (held) return { is: 'held', until: held.getTime() };
    return desk.ask(key, { kind: 'hold', person, party, until: holdEnds() });
  }

  function holdEnds(): number {
    return ground.now().add({ minutes: HOLD_MINUTES }).epochMilliseconds;
  }

  /** Not signed in: the seat is held while the code travels. Known and unknown addresses get the same answer. */
  async function askWithAddress(
    request: FastifyRequest<{ Params: EventParams }>,
    reply: FastifyReply,
    wish: 'seat' | 'interest',
  ) {
    const { shown } = await findEvent(ground, request, request.params);
    const { event, group } = shown;
    const read = readForm(seatForm, request.body);
    if (!read.ok) return again(request, reply, shown, read);
    const { name, address, guests, ask_first } = read.value;
    const lang = languageOf(request);
    // Before anything is mailed: a closed evening must not write to strangers.
    const state = stateAt(event, ground.now());
    const refusal = wish === 'seat' ? refuseAsk({ state, plus_ones: event.plus_ones }, 1 + guests) : null;
    if (refusal) return refuse(request, reply, shown, refusal, singleValues(read.values));
    if (wish === 'interest' && state !== 'announced') throw notFound();
    const next = eventPaths.show(group.slug, event.slug);
    // The link in the mail opens a page whose one button does all of it.
    const page = eventPaths
      .seatLink(group.slug, event.slug, wishLetters({ wish, guests, ask_first }), '')
      .replace(/\/$/, '');
    const mail = { title: event.title, page };
    const asked = await transact(ground.db, (tx) =>
      askForCode(tx, ground, { address, name, lang, purpose: 'seat', next, mail, ip: request.ip }),
    );
    if (!asked.mailed) {
      const tooMany = words(lang)('refused.too_many_mails');
      return againWith(request, reply, shown, { values: singleValues(read.values), refusal: tooMany }, 429);
    }
    ground.mailsQueued();
    const code = (wanted: CodeWish['wish']) =>
      reply.redirect(
        eventPaths.code(group.slug, event.slug, writeCodeWish({ wish: wanted, guests, ask_first, token: asked.token })),
        303,
      );
    if (wish === 'interest') return code('interest');

    const answer = await desk.ask(event, {
      kind: 'hold',
      person: asked.person_id,
      party: 1 + guests,
      until: holdEnds(),
    });
    if ('refused' in answer) return refuse(request, reply, shown, answer, singleValues(read.values));
    return code(answer.is === 'held' ? 'seat' : 'wait');
  }

  app.post<{ Params: EventParams }>('/g/:group/e/:event/release', person, async (request, reply) => {
    const { shown } = await findEvent(ground, request, request.params);
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const was = shown.mine?.state;
    const answer = await desk.ask(shown.event, { kind: 'release', person: actor.person_id, via: 'page' });
    flash(reply, releasedWords(languageOf(request), answer, was));
    return reply.redirect(eventPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/waitlist', person, async (request, reply) => {
    const { shown } = await findEvent(ground, request, request.params);
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const isFirst = (request.body as { ask?: unknown } | undefined)?.ask === 'first';
    const isKept = await transact(ground.db, (tx) => askMeFirst(tx, shown.event, actor.person_id, isFirst));
    const t = words(languageOf(request));
    flash(reply, t(!isKept ? 'flash.nothing' : isFirst ? 'flash.ask_first' : 'flash.ask_not'));
    return reply.redirect(eventPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/interest', anyone, async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) return askWithAddress(request, reply, 'interest');
    const { shown } = await findEvent(ground, request, request.params);
    const on = (request.body as { on?: unknown } | undefined)?.on === 'yes';
    const answer = await desk.ask(shown.event, { kind: 'interest', person: actor.person_id, on });
    const t = words(languageOf(request));
    if ('refused' in answer) return refuse(request, reply, shown, answer);
    flash(reply, t(answer.is === 'interested' ? 'flash.interested' : 'flash.not_interested'));
    return reply.redirect(eventPaths.show(shown.group.slug, shown.event.slug), 303);
  });

  function again(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    read: Extract<Read<unknown>, { ok: false }>,
  ) {
    return againWith(
      request,
      reply,
      shown,
      { values: singleValues(read.values), errors: fieldErrors(languageOf(request), read.errors) },
      422,
    );
  }

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    answer: Refused,
    values?: SeatForm['values'],
  ) {
    return againWith(request, reply, shown, { values, refusal: refusedWords(languageOf(request), answer) }, 422);
  }

  async function againWith(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    form: SeatForm,
    status: number,
  ) {
    const page = await pageOf(request, viewOf(request, ground), shown, null, form);
    return sendPage(reply, page, { status, accent: shown.group.color });
  }

  /** For who stands in line: how it went at the group's evenings before, from as long before the start as it is now. */
  async function oddsFor({ event, mine }: ShownEvent): Promise<readonly number[]> {
    const hours = (event.starts_at.getTime() - ground.now().epochMilliseconds) / 3_600_000;
    return mine?.state === 'waitlisted' && hours > 0 ? seatsFreedBefore(ground.db, event, ground.now(), hours) : [];
  }

  async function pageOf(request: FastifyRequest, view: View, shown: ShownEvent, role: Role | null, form?: SeatForm) {
    const about = { shown, role, person_id: actorOf(request)?.person_id ?? null };
    const panels = await panelsAt('events.page', ground.db, view, about);
    const odds = await oddsFor(shown);
    return (
      <EventPage view={view} shown={shown} odds={odds} mayOrganise={mayOrganise(role)} form={form} panels={panels} />
    );
  }
}
