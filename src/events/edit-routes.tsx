// Routes of an evening's form: a new one, and changing one.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit, groupForOrganiser, mayOrganise } from '#groups';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { panelsAt } from '#kit/panels.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { chosenVenue, type ListedVenue, venueCard, venuesOfGroup } from '#venues';
import { createEvent } from './create-event.ts';
import { editEvent } from './edit-event.ts';
import { earliestStart, eventErrors, formOf, withRoomOf, withUsualOpening } from './event-form.ts';
import { type EventParams, findOwnEvent } from './find-event.ts';
import { readEvent } from './forms.ts';
import { EditPage } from './pages/edit-page.tsx';
import { eventPaths } from './paths.ts';
import type { Event } from './queries.ts';
import { words } from './words.ts';

const door = { config: { door: 'event' } } as const;

export function editRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: { group: string } }>(
    '/g/:group/new/blank',
    { config: { door: 'group' } },
    async (request, reply) => {
      const { group } = await groupForOrganiser(ground.db, request.params.group, actorOf(request), mayOrganise);
      return newPage(
        request,
        reply,
        group,
        { zone: group.zone, starts: '18:00', ends: '20:00', closes_hours: '24', ...chosenVenue(request.query) },
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
      const read = readEvent(request.body, lang, ground.now(), await chosen(request.body));
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
    return editPage(request, reply, shown, { ...formOf(shown.event), ...chosenVenue(request.query) }, {});
  });

  app.post<{ Params: EventParams }>('/g/:group/e/:event/edit', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const t = words(lang);
    const sent = withUsualOpening(request.body, shown.event, ground.now());
    const venue = await chosen(sent);
    const roomed = withRoomOf(sent, shown.event, venue);
    const read = readEvent(roomed, lang, earliestStart(shown.event, ground.now()), venue);
    if (!read.ok) return editPage(request, reply, shown, read.values, eventErrors(lang, read.errors), 422);
    const edited = await transact(ground.db, async (tx) => {
      const said: string[] = [];
      const { group_id, event_id } = shown.event;
      const done = await editEvent(tx, shown.event, ground.now(), read.value);
      if ('is' in done) {
        await audit(tx, {
          group_id: shown.event.group_id,
          actor,
          what: done.moved ? 'events.event.moved' : 'events.event.changed',
          about: { event: shown.event.slug, title: shown.event.title },
          now: ground.now(),
        });
        await announce(tx, 'events.edited', {
          event: { group_id, event_id },
          before: shown.event,
          form: request.body,
          actor,
          lang,
          said,
          now: ground.now(),
        });
      }
      return { ...done, said };
    });
    if ('refused' in edited) flash(reply, t(edited.refused === 'events.over' ? 'refused.over' : 'refused.cancelled'));
    else {
      const own = edited.moved ? t('flash.moved', { n: edited.told }) : t('flash.saved');
      flash(reply, [own, ...edited.said].join(' '));
    }
    ground.mailsQueued();
    return reply.redirect(eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

  type Choosable = Pick<ListedVenue, 'venue_id' | 'name' | 'city'>;
  type Head = { group_id: Id<'groups.group'>; slug: string; name: string; color: string; zone?: string };

  /** The venue a form names, if there is one. */
  async function chosen(body: unknown) {
    return venueCard(ground.db, (body as { venue?: unknown } | undefined)?.venue);
  }

  /** Those the group chooses from, and the one that is chosen although the group let go of it. */
  async function venuesFor({ group_id }: Head, values: Values): Promise<Choosable[]> {
    const used = await venuesOfGroup(ground.db, group_id);
    if (!values.venue || used.some(({ venue_id }) => venue_id === values.venue)) return used;
    const other = await venueCard(ground.db, values.venue);
    return other ? [other, ...used] : used;
  }

  async function newPage(
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
        venues={await venuesFor(group, values)}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }

  async function editPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { event, group }: { event: Event; group: Head },
    values: Values,
    errors: Record<string, string>,
    status = 200,
  ) {
    const view = viewOf(request, ground);
    const back = { href: eventPaths.manage(group.slug, event.slug), label: event.title };
    const action = eventPaths.edit(group.slug, event.slug);
    const page = (
      <EditPage
        view={view}
        group={group}
        isNew={false}
        action={action}
        back={back}
        values={values}
        errors={errors}
        venues={await venuesFor(group, values)}
        isPublic={event.stage !== 'draft'}
        panels={await panelsAt('events.edit', ground.db, view, { event, values })}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }
}
