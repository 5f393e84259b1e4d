// The organisers' page of one evening, with what other rooms hang on it.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import { viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from './find-event.ts';
import { guestCounts } from './guest-list.ts';
import { mailLines } from './messages/mail-lines.ts';
import { morningAfterOf } from './morning-after.ts';
import { morningRules } from './morning-rules.ts';
import { ManagePage } from './pages/manage-page.tsx';

export function manageRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: EventParams }>(
    '/g/:group/e/:event/manage',
    { config: { door: 'event' } },
    async (request, reply) => {
      const { shown, role, actor } = await findOwnEvent(ground, request, request.params);
      const view = viewOf(request, ground);
      const about = { shown, role, person_id: actor.person_id };
      const [counts, mails, noted, next, panels] = await Promise.all([
        guestCounts(ground.db, shown.event, ground.now()),
        mailLines(ground.db, shown.event),
        morningAfterOf(ground.db, shown.event),
        panelsAt('events.manage_next', ground.db, view, about),
        panelsAt('events.manage', ground.db, view, about),
      ]);
      const asks = !noted && morningRules.isAskedAbout(shown.event, ground.now());
      const page = <ManagePage {...{ view, shown, counts, mails, next, panels, asks }} />;
      return sendPage(reply, page, { accent: shown.group.color });
    },
  );
}
