// Routes of the first page and the two lists.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import type { View } from '#kit/view.ts';
import { actorOf, viewOf } from '#people';
import { sendCached, sendPage } from '#ui/send.ts';
import { countriesOfGroups, findEvenings } from '../find-evenings.ts';
import { findGroups } from '../find-groups.ts';
import type { Search } from '../forms.ts';
import { homeEvenings, myGroups } from '../my-home.ts';
import { EveningsPage } from '../pages/evenings-page.tsx';
import { GroupsPage } from '../pages/groups-page.tsx';
import { MyHome } from '../pages/my-home.tsx';
import { FirstDayPage, PublicHome } from '../pages/public-home.tsx';
import { sitePaths } from '../paths.ts';
import { searchOf } from './search-of.ts';

const anyone = { config: { door: 'anyone' } } as const;

/** So many evenings and stickers stand on the first page. */
const HOME_EVENINGS = 8;
const HOME_GROUPS = 12;

export function listRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get(sitePaths.home(), anyone, async (request, reply) => {
    const actor = actorOf(request);
    if (actor) {
      const [evenings, groups] = await Promise.all([
        homeEvenings(db, actor, ground.now()),
        myGroups(db, actor, ground.now()),
      ]);
      return sendPage(reply, <MyHome view={viewOf(request, ground)} evenings={evenings} groups={groups} />);
    }
    const view = viewAt(request, sitePaths.home());
    return sendCached(request, reply, ground, `site.home ${view.lang}`, async () => {
      const all: Search = { q: '', country: null, when: 'coming', after: null };
      const [evenings, groups] = await Promise.all([
        findEvenings(db, all, ground.now(), HOME_EVENINGS),
        findGroups(db, all, ground.now(), HOME_GROUPS),
      ]);
      if (groups.total === 0) return { page: <FirstDayPage view={view} /> };
      return { page: <PublicHome view={view} evenings={evenings} groups={groups} /> };
    });
  });

  app.get(sitePaths.evenings(), anyone, async (request, reply) => {
    const search = await searchOf(request, ground);
    const path = sitePaths.evenings(search);
    const view = viewAt(request, path);
    return sendCached(request, reply, ground, `site.evenings ${view.lang} ${path}`, async () => {
      const [found, countries] = await Promise.all([findEvenings(db, search, ground.now()), countriesOfGroups(db)]);
      return { page: <EveningsPage view={view} search={search} found={found} countries={countries} /> };
    });
  });

  app.get(sitePaths.groups(), anyone, async (request, reply) => {
    const search = await searchOf(request, ground);
    const { q, country, after } = search;
    const path = sitePaths.groups({ q, country, after });
    const view = viewAt(request, path);
    return sendCached(request, reply, ground, `site.groups ${view.lang} ${path}`, async () => ({
      page: <GroupsPage view={view} search={search} found={await findGroups(db, search, ground.now())} />,
    }));
  });

  /** A kept page is the same for everybody, so it names its address without what else this visitor's had in it. */
  function viewAt(request: FastifyRequest, path: string): View {
    return { ...viewOf(request, ground), path };
  }
}
