// Routes of an organiser: announce an evening, open, close and cancel it, and write its agenda.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit, groupPaths } from '#groups';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import type { Tx } from '#kit/tables.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from './find-event.ts';
import { cancelForm, readAgenda } from './forms.ts';
import { AgendaPage } from './pages/agenda-page.tsx';
import { CancelPage } from './pages/cancel-page.tsx';
import { eventPaths } from './paths.ts';
import type { Event, ShownEvent } from './queries.ts';
import { announceEvent, cancelEvent, closeEvent, discardEvent, openEvent, type Staged } from './stage-event.ts';
import { countHearers } from './tell-change.ts';
import { words } from './words.ts';
import { writeAgenda } from './write-agenda.ts';

const door = { config: { door: 'event' } } as const;

export function eventRoutes(app: FastifyInstance, ground: Ground): void {
  const stages = {
    announce: { verb: announceEvent, said: 'flash.announced', what: 'events.event.announced' },
    open: { verb: openEvent, said: 'flash.opened', what: 'events.event.opened' },
    close: { verb: closeEvent, said: 'flash.closed', what: 'events.event.closed' },
  } as const;
  for (const [name, { verb, said, what }] of Object.entries(stages)) {
    app.post<{ Params: EventParams }>(`/g/:group/e/:event/${name}`, door, (request, reply) =>
      stage(request, reply, what, said, (tx, event) => verb(tx, event, ground.now())),
    );
  }

  app.get<{ Params: EventParams }>('/g/:group/e/:event/cancel', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    const told = await countHearers(ground.db, shown.event);
    const page = <CancelPage view={viewOf(request, ground)} shown={shown} told={told} />;
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/cancel', door, async (request, reply) => {
    const read = readForm(cancelForm, request.body);
    const why = read.ok ? read.value.why : '';
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    if (shown.event.stage === 'draft') {
      const { group_id, title } = shown.event;
      await transact(ground.db, async (tx) => {
        await discardEvent(tx, shown.event, ground.now());
        await audit(tx, { group_id, actor, what: 'events.event.discarded', about: { title }, now: ground.now() });
      });
      flash(reply, words(languageOf(request))('flash.discarded'));
      return reply.redirect(groupPaths.show(shown.group), 303);
    }
    return stage(request, reply, 'events.event.cancelled', 'flash.cancelled', (tx, event) =>
      cancelEvent(tx, event, ground.now(), why),
    );
  });

  app.get<{ Params: EventParams }>('/g/:group/e/:event/agenda', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return agendaPage(request, reply, shown);
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/agenda', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const read = readAgenda(request.body);
    if (!read.ok) return agendaPage(request, reply, shown, read.values, fieldErrors(lang, read.errors));
    const said = await transact(ground.db, async (tx) => {
      const said: string[] = [];
      await writeAgenda(tx, shown.event, read.value);
      const { group_id, event_id } = shown.event;
      const told = { event: { group_id, event_id }, form: request.body, actor, lang, said, now: ground.now() };
      await announce(tx, 'events.agenda_written', { ...told, before: shown.agenda });
      return said;
    });
    flash(reply, [words(lang)('flash.agenda'), ...said].join(' '));
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

  async function agendaPage(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    values?: Values,
    errors?: Record<string, string>,
  ) {
    const view = viewOf(request, ground);
    const panels = await panelsAt('events.edit', ground.db, view, { event: shown.event, values: values ?? {} });
    const page = <AgendaPage view={view} {...{ shown, values, errors, panels }} />;
    return sendPage(reply, page, { status: errors ? 422 : 200, accent: shown.group.color });
  }

  type Said = (typeof stages)[keyof typeof stages]['said'] | 'flash.cancelled';

  async function stage(
    request: FastifyRequest<{ Params: EventParams }>,
    reply: FastifyReply,
    what: string,
    said: Said,
    verb: (tx: Tx, event: Event) => Promise<Staged>,
  ) {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const t = words(languageOf(request));
    const done = await transact(ground.db, async (tx) => {
      const staged = await verb(tx, shown.event);
      if ('is' in staged)
        await audit(tx, {
          group_id: shown.event.group_id,
          actor,
          what,
          about: { event: shown.event.slug, title: shown.event.title },
          now: ground.now(),
        });
      return staged;
    });
    flash(
      reply,
      'refused' in done
        ? t(done.refused === 'events.over' ? 'refused.over' : 'refused.wrong_stage')
        : t(said, { n: done.told }),
    );
    ground.mailsQueued();
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  }
}
