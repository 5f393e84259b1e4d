// A group's own page.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, viewOf } from '#people';
import { sendCached } from '#ui/send.ts';
import { mayDoor, mayOrganise } from '../may.ts';
import { redirectMoved, stopIfMoved } from '../moved.ts';
import { GroupPage } from '../pages/group-page.tsx';
import { groupPaths } from '../paths.ts';
import { groupPage } from '../queries.ts';
import { nagsOf } from '../rules.ts';
import { teamOf } from '../team.ts';

type At = { Params: { group: string } };

export function pageRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<At>('/g/:group', { config: { door: 'anyone' } }, async (request, reply) => {
    const actor = actorOf(request);
    const { group: slug } = request.params;
    // Without the query: the page is kept for everybody.
    const view = { ...viewOf(request, ground), path: groupPaths.show({ slug }) };
    if (!/^[a-z0-9-]{1,60}$/.test(slug)) throw notFound();
    const sent = sendCached(request, reply, ground, `groups.page ${slug} ${view.lang}`, async () => {
      const group = await groupPage(ground.db, slug, actor);
      if (!group) throw notFound();
      stopIfMoved(slug, group);
      const about = { group, role: group.role, person_id: actor?.person_id ?? null };
      const [team, panels, bars] = await Promise.all([
        teamOf(ground.db, group.group_id),
        panelsAt('groups.page', ground.db, view, about),
        mayDoor(group.role) ? panelsAt('groups.organiser', ground.db, view, about) : [],
      ]);
      const nags = nagsOf({
        owners: team.filter(({ role }) => role === 'owner').length,
        contacts: group.contacts.length,
        has_mark: group.mark_hash !== null,
        has_about: group.about !== '',
      });
      const bar = group.role && { role: group.role, nags: mayOrganise(group.role) ? nags : [], panels: bars };
      const shown = team.filter(({ is_shown }) => is_shown);
      return {
        page: <GroupPage view={view} group={group} shown={shown} panels={panels} bar={bar} />,
        accent: group.color,
      };
    });
    return sent.catch((error) => redirectMoved(request, reply, error));
  });
}
