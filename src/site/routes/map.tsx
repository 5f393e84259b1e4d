// The map of groups.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { viewOf } from '#people';
import { sendCached } from '#ui/send.ts';
import { countriesOfGroups } from '../find-evenings.ts';
import { readAt } from '../map/frame.ts';
import { mapView } from '../map/map-view.ts';
import { mappedGroups } from '../map/mapped-groups.ts';
import { MapPage } from '../pages/map-page.tsx';
import { sitePaths } from '../paths.ts';
import { searchOf } from './search-of.ts';

export function mapRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Querystring: { at?: unknown } }>('/map', { config: { door: 'anyone' } }, async (request, reply) => {
    const at = readAt(request.query.at);
    // A circle nobody has looked at yet is drawn anew, which costs as much as a search.
    const { q, country } = await searchOf(request, ground, { costs: at !== null && typeof at !== 'string' });
    const search = { q, country, at };
    const path = sitePaths.map(search);
    const view = { ...viewOf(request, ground), path };
    return sendCached(request, reply, ground, `site.map ${view.lang} ${path}`, async () => {
      const [groups, countries] = await Promise.all([mappedGroups(ground.db, search), countriesOfGroups(ground.db)]);
      const page = <MapPage view={view} search={search} map={mapView(groups, search)} countries={countries} />;
      return { page };
    });
  });
}
