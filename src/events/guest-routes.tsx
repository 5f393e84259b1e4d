// Routes of an organiser's guest list: look, add, free, take along, change how many seats are offered.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#groups';
import { writeCsv } from '#kit/csv.ts';
import { transact } from '#kit/db.ts';
import { readForm, singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, personOfAddress, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { likelyPairs } from './elsewhere/likely-pairs.ts';
import { type EventParams, findOwnEvent } from './find-event.ts';
import { capForm, seatForm } from './forms.ts';
import { type GuestFilter, guestCounts, guestFilters, guestList, guestOf } from './guest-list.ts';
import { CapPage } from './pages/cap-page.tsx';
import { FreeSeatPage } from './pages/free-seat-page.tsx';
import { GuestsPage } from './pages/guests-page.tsx';
import { eventPaths } from './paths.ts';
import type { ShownEvent } from './queries.ts';
import { answerCounts } from './questions/guest-answers.ts';
import { refusedWords } from './refused-words.ts';
import { seatDesk } from './seat-desk.ts';
import { seatStates } from './state-rules.ts';
import { words } from './words.ts';

const door = { config: { door: 'event' } } as const;

export function guestRoutes(app: FastifyInstance, ground: Ground): void {
  const desk = seatDesk(ground);
  type Listed = { Params: EventParams; Querystring: { state?: string; q?: string; after?: string } };

  app.get<Listed>('/g/:group/e/:event/guests', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return listPage(
      request,
      reply,
      shown,
      filterOf(request.query),
      typeof request.query.after === 'string' ? request.query.after : null,
    );
  });

  app.get<Listed>('/g/:group/e/:event/guests.csv', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const t = words(languageOf(request));
    const { guests } = await guestList(ground.db, shown.event, filterOf(request.query), null, ground.now(), 20_000);
    await transact(ground.db, (tx) =>
      audit(tx, {
        group_id: shown.event.group_id,
        actor,
        what: 'events.guests.taken_along',
        about: { event: shown.event.slug, title: shown.event.title, rows: guests.length },
        now: ground.now(),
      }),
    );
    const table = writeCsv(
      [
        t('guests.name'),
        t('guests.address'),
        t('guests.state'),
        t('guests.party'),
        t('guests.since'),
        t('guests.answer'),
      ],
      guests.map((guest) => [
        guest.name,
        guest.address,
        guest.late ? `${guest.state}_late` : guest.state,
        guest.party,
        guest.asked_at.toISOString(),
        guest.said,
      ]),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${shown.event.slug}-guests.csv"`)
      .header('cache-control', 'private, no-store')
      .send(table);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/guests/add', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const read = readForm(seatForm, request.body);
    if (!read.ok) {
      const add = { values: singleValues(read.values), errors: fieldErrors(lang, read.errors) };
      return listPage(request, reply, shown, { state: 'going', q: '' }, null, add, 422);
    }
    const { name, address } = read.value;
    const isWithin =
      (await ground.limits.count('guests.added', actor.person_id)) &&
      (await ground.limits.count('guests.added_by_group', shown.event.group_id));
    if (!isWithin) {
      const add = { values: singleValues(read.values), errors: { address: words(lang)('guests.add.enough') } };
      return listPage(request, reply, shown, { state: 'going', q: '' }, null, add, 429);
    }
    const { person_id } = await transact(ground.db, (tx) => personOfAddress(tx, { address, lang, now: ground.now() }));
    const answer = await desk.ask(
      shown.event,
      { kind: 'take', person: person_id, party: 1, via: 'organiser', force: true, name },
      { actor: actor.person_id },
    );
    flash(reply, 'refused' in answer ? refusedWords(lang, answer) : words(lang)('flash.added', { name }));
    return reply.redirect(eventPaths.guests(shown.group.slug, shown.event.slug), 303);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/guests/release', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const person = (request.body as { release?: unknown } | undefined)?.release;
    if (isId<'people.person'>(person)) {
      const isSure = (request.body as { sure?: unknown }).sure === 'yes';
      const guest = await guestOf(ground.db, shown.event, person);
      if (!guest) throw notFound();
      if (!isSure) {
        const page = <FreeSeatPage view={viewOf(request, ground)} shown={shown} guest={guest} />;
        return sendPage(reply, page, { accent: shown.group.color });
      }
      await desk.ask(shown.event, { kind: 'release', person, via: 'organiser' }, { actor: actor.person_id });
      await transact(ground.db, (tx) =>
        audit(tx, {
          group_id: shown.event.group_id,
          actor,
          what: 'events.guest.released',
          about: { event: shown.event.slug, title: shown.event.title },
          now: ground.now(),
        }),
      );
      flash(reply, words(languageOf(request))('flash.guest_released'));
    }
    return reply.redirect(eventPaths.guests(shown.group.slug, shown.event.slug), 303);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/guests/excuse', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const { excuse, take_back, state } = (request.body ?? {}) as Record<string, unknown>;
    const is_excused = take_back === undefined;
    const person = is_excused ? excuse : take_back;
    const back = `${eventPaths.guests(shown.group.slug, shown.event.slug)}?state=${filterOf({ state }).state}`;
    if (!isId<'people.person'>(person)) return reply.redirect(back, 303);
    const guest = await guestOf(ground.db, shown.event, person, seatStates);
    if (!guest) throw notFound();
    const asked = { kind: 'excuse', person, is_excused } as const;
    const answer = await desk.ask(shown.event, asked, { actor: actor.person_id });
    const t = words(languageOf(request));
    const isChanged = 'is' in answer && answer.is === 'standing' && answer.state !== guest.state;
    if (isChanged) {
      await transact(ground.db, (tx) =>
        audit(tx, {
          group_id: shown.event.group_id,
          actor,
          what: is_excused ? 'events.guest.excused' : 'events.guest.unexcused',
          about: { event: shown.event.slug, title: shown.event.title },
          now: ground.now(),
        }),
      );
    }
    const said = is_excused ? 'flash.excused' : 'flash.excuse.back';
    flash(reply, isChanged ? t(said, { name: guest.name || '…' }) : t('flash.excuse.nothing'));
    return reply.redirect(back, 303);
  });

  app.get<{ Params: EventParams }>('/g/:group/e/:event/cap', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return sendPage(reply, <CapPage view={viewOf(request, ground)} shown={shown} />, { accent: shown.group.color });
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/cap', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const view = viewOf(request, ground);
    const read = readForm(capForm, request.body);
    const ask = (status: number, more: Partial<Parameters<typeof CapPage>[0]>) =>
      sendPage(reply, <CapPage view={view} shown={shown} values={singleValues(read.values)} {...more} />, {
        status,
        accent: shown.group.color,
      });
    if (!read.ok) return ask(422, { errors: fieldErrors(view.lang, read.errors) });
    const { cap, sure } = read.value;
    if (cap < shown.counts.taken && sure !== 'yes') return ask(422, { over: { cap, over: shown.counts.taken - cap } });
    const answer = await desk.ask(shown.event, { kind: 'recap', cap }, { actor: actor.person_id });
    await transact(ground.db, (tx) =>
      audit(tx, {
        group_id: shown.event.group_id,
        actor,
        what: 'events.event.recapped',
        about: { event: shown.event.slug, title: shown.event.title, cap },
        now: ground.now(),
      }),
    );
    const n = 'is' in answer && answer.is === 'recapped' ? answer.moved_up : 0;
    flash(reply, words(view.lang)('flash.cap', { cap, n }));
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

  async function listPage(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    filter: GuestFilter,
    after: string | null,
    add?: Parameters<typeof GuestsPage>[0]['add'],
    status = 200,
  ) {
    const [{ guests, next }, counts, answers, pairs] = await Promise.all([
      guestList(ground.db, shown.event, filter, after, ground.now()),
      guestCounts(ground.db, shown.event, ground.now()),
      answerCounts(ground.db, shown.event),
      likelyPairs(ground.db, shown.event),
    ]);
    const page = (
      <GuestsPage
        view={viewOf(request, ground)}
        shown={shown}
        filter={filter}
        guests={guests}
        next={next}
        counts={counts}
        pairs={pairs.length}
        answers={answers}
        add={add}
      />
    );
    return sendPage(reply, page, { status, accent: shown.group.color });
  }
}

function filterOf(query: { state?: unknown; q?: unknown }): GuestFilter {
  return {
    state: guestFilters.find((state) => state === query.state) ?? 'going',
    q: typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '',
  };
}
