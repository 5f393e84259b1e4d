// The one page other sites may show inside theirs: a group's next evenings, with nothing to press but links that open outside.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { isLanguage } from '#kit/words.ts';
import { viewOf } from '#people';
import { sendCached } from '#ui/send.ts';
import { groupAt } from '../feeds.ts';
import { EmbedPage, embedStyleHash } from '../pages/embed-page.tsx';
import { eventPaths } from '../paths.ts';
import { eventsOfGroup } from '../queries.ts';
import { stateAt } from '../rules.ts';

type OfGroup = { Params: { group: string } };

/** Evenings shown; a column beside somebody's text is short. */
const MOST = 5;

/** Any site may frame it: it sends no form, runs no script, and looks the same to whoever is signed in. */
const policy = [
  "default-src 'none'",
  `style-src '${embedStyleHash}'`,
  'frame-ancestors *',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export function embedRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<OfGroup>('/g/:group/embed', { config: { door: 'anyone' } }, async (request, reply) => {
    const group = await groupAt(ground, request.params.group);
    if (group.slug !== request.params.group) return reply.redirect(eventPaths.embed(group.slug), 301);
    reply.removeHeader('x-frame-options').header('cross-origin-resource-policy', 'cross-origin');
    return sendCached(request, reply, ground, `events.embed ${group.group_id}`, async () => {
      const view = viewOf(request, ground);
      const { coming } = await eventsOfGroup(ground.db, group.group_id, { now: view.now, drafts: false, person: null });
      const events = coming.filter((event) => stateAt(event, view.now) !== 'cancelled').slice(0, MOST);
      const page = (
        <EmbedPage
          origin={view.origin}
          lang={isLanguage(group.language) ? group.language : 'en'}
          group={group}
          events={events}
        />
      );
      return { page, headers: { 'content-security-policy': policy } };
    });
  });
}
