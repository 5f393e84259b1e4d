// Routes of an organiser: plan an evening, change it, announce, open, close and cancel it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit, groupForOrganiser, groupPaths, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import type { Tx } from '#kit/tables.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { createEvent } from './create-event.ts';
import { editEvent } from './edit-event.ts';
import { earliestStart, eventErrors, formOf, withUsualOpening } from './event-form.ts';
import { type EventParams, findOwnEvent } from './find-event.ts';
import { cancelForm, readAgenda, readEvent } from './forms.ts';
import { AgendaPage } from './pages/agenda-page.tsx';
import { CancelPage } from './pages/cancel-page.tsx';
import { EditPage } from './pages/edit-page.tsx';
import { eventPaths } from './paths.ts';
import type { Event } from './queries.ts';
import { announceEvent, cancelEvent, closeEvent, discardEvent, openEvent, type Staged } from './stage-event.ts';
import { countHearers } from './tell-change.ts';
import { words } from './words.ts';
import { writeAgenda } from './write-agenda.ts';

const door = { config: { door: 'event' } } as const;

export function eventRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: { group: string } }>(
    '/g/:group/new/blank',
    { config: { door: 'group' } },
    async (request, reply) => {
      const { group } = await groupForOrganiser(ground.db, request.params.group, actorOf(request), mayOrganise);
      return newPage(
        request,
        reply,
        group,
        { zone: group.zone, starts: '18:00', ends: '20:00', closes_hours: '24' },
        {},
      );
    },
  );

  app.post<{ Params: { group: string } }>(
    '/g/:group/new/blank',
    { config: { door: 'group' } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { group } = await groupForOrganiser(ground.db, request.params.group, actor, mayOrganise);
      const lang = languageOf(request);
      const read = readEvent(request.body, lang, ground.now());
      if (!read.ok || !actor)
        return newPage(request, reply, group, read.values, read.ok ? {} : eventErrors(lang, read.errors), 422);
      const made = await transact(ground.db, async (tx) => {
        const event = await createEvent(tx, group, actor.person_id, ground.now(), read.value);
        await audit(tx, {
          group_id: group.group_id,
          actor,
          what: 'events.event.planned',
          about: { event: event.slug, title: read.value.title },
          now: ground.now(),
        });
        return event;
      });
      flash(reply, words(lang)('flash.created'));
      return reply.redirect(eventPaths.manage(group.slug, made.slug), 303);
    },
  );

  app.get<{ Params: EventParams }>('/g/:group/e/:event/edit', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return editPage(request, reply, shown, formOf(shown.event), {});
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/edit', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const t = words(lang);
    const sent = withUsualOpening(request.body, shown.event, ground.now());
    const read = readEvent(sent, lang, earliestStart(shown.event, ground.now()));
    if (!read.ok) return editPage(request, reply, shown, read.values, eventErrors(lang, read.errors), 422);
    const edited = await transact(ground.db, async (tx) => {
      const done = await editEvent(tx, shown.event, ground.now(), read.value);
      if ('is' in done)
        await audit(tx, {
          group_id: shown.event.group_id,
          actor,
          what: done.moved ? 'events.event.moved' : 'events.event.changed',
          about: { event: shown.event.slug, title: shown.event.title },
          now: ground.now(),
        });
      return done;
    });
    if ('refused' in edited) flash(reply, t(edited.refused === 'events.over' ? 'refused.over' : 'refused.cancelled'));
    else flash(reply, edited.moved ? t('flash.moved', { n: edited.told }) : t('flash.saved'));
    ground.mailsQueued();
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

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
    return sendPage(reply, <AgendaPage view={viewOf(request, ground)} shown={shown} />, { accent: shown.group.color });
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/agenda', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    const view = viewOf(request, ground);
    const read = readAgenda(request.body);
    if (!read.ok) {
      const page = (
        <AgendaPage view={view} shown={shown} values={read.values} errors={fieldErrors(view.lang, read.errors)} />
      );
      return sendPage(reply, page, { status: 422, accent: shown.group.color });
    }
    await transact(ground.db, (tx) => writeAgenda(tx, shown.event, read.value));
    flash(reply, words(view.lang)('flash.agenda'));
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

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

  type Head = { slug: string; name: string; color: string; zone?: string };

  function newPage(
    request: FastifyRequest,
    reply: FastifyReply,
    group: Head,
    values: Values,
    errors: Record<string, string>,
    status = 200,
  ) {
    const view = viewOf(request, ground);
    const back = { href: `/g/${group.slug}`, label: group.name };
    const page = (
      <EditPage
        view={view}
        group={group}
        isNew
        action={eventPaths.blank(group.slug)}
        back={back}
        values={values}
        errors={errors}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }

  function editPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { event, group }: { event: Event; group: Head },
    values: Values,
    errors: Record<string, string>,
    status = 200,
  ) {
    const back = { href: eventPaths.manage(group.slug, event.slug), label: event.title };
    const action = eventPaths.edit(group.slug, event.slug);
    const page = (
      <EditPage
        view={viewOf(request, ground)}
        group={group}
        isNew={false}
        action={action}
        back={back}
        values={values}
        errors={errors}
        isPublic={event.stage !== 'draft'}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }
}
