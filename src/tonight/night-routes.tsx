// Routes of the team's page of the night: look at it, say that it runs late. Ticks and mails are other rooms' routes.
import type { FastifyInstance } from 'fastify';
import { eventStateAt, morningAfterOf, morningRules } from '#events';
import { backRoom, mayDoor, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import { notFound } from '#kit/web.ts';
import { sayExpected } from '#numbers';
import { languageOf, viewOf } from '#people';
import { tasksOf } from '#season';
import { flash, sendPage } from '#ui/send.ts';
import './announcements.ts';
import { delaysOf, sayLate } from './delays.ts';
import { type AtEvening, findTonight } from './find-tonight.ts';
import { lateForm } from './forms.ts';
import { runningOrder } from './night-rules.ts';
import { NightPage } from './pages/night-page.tsx';
import { tonightPaths } from './paths.ts';
import { quickMails } from './quick-mails.ts';
import { languageOfSlides } from './slide-deck.ts';
import { words } from './words.ts';

export function nightRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<AtEvening>('/g/:group/e/:event/tonight', backRoom, async (request, reply) => {
    const { shown, role, actor } = await findTonight(ground, request, mayDoor);
    const { event, agenda } = shown;
    const view = viewOf(request, ground);
    const state = eventStateAt(event, view.now);
    if (state === 'cancelled' || event.source !== null) throw notFound();
    const [delays, tasks, expected, panels, noted] = await Promise.all([
      delaysOf(db, event),
      tasksOf(db, event),
      state === 'done' ? null : sayExpected(db, shown, view.now, view.lang),
      panelsAt('tonight.page', db, view, { shown, role, person_id: actor.person_id }),
      state === 'done' ? morningAfterOf(db, event) : null,
    ]);
    const now = view.now.epochMilliseconds;
    const order = runningOrder(agenda, event.ends_at, delays, now);
    const mails = mayOrganise(role)
      ? quickMails({ event, ...order }, now, languageOfSlides(shown, languageOf(request)))
      : [];
    const page = (
      <NightPage
        view={view}
        who={actor.person_id}
        shown={shown}
        order={order}
        tasks={tasks}
        expected={expected}
        mails={mails}
        panels={panels}
        asks={noted === null && morningRules.isAskedAbout(event, view.now)}
        mayEdit={mayOrganise(role)}
      />
    );
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.post<AtEvening>('/g/:group/e/:event/tonight/late', backRoom, async (request, reply) => {
    const { shown } = await findTonight(ground, request, mayOrganise);
    const read = readForm(lateForm, request.body);
    const said = read.ok
      ? await transact(db, (tx) => sayLate(tx, shown.event, read.value, ground.now()))
      : ({ refused: 'tonight.not_whole' } as const);
    if ('refused' in said) flash(reply, words(languageOf(request))(said.refused));
    return reply.redirect(tonightPaths.night(shown.group.slug, shown.event.slug), 303);
  });
}
