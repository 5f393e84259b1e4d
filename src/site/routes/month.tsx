// Routes of the evenings of a month, and of one of its days.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { viewOf } from '#people';
import { sendCached } from '#ui/send.ts';
import { countriesOfGroups } from '../find-evenings.ts';
import { readWhen } from '../month/calendar.ts';
import { eveningsOfDay, eveningsOfMonth } from '../month/evenings-of.ts';
import { DayPage } from '../pages/day-page.tsx';
import { MonthPage } from '../pages/month-page.tsx';
import { sitePaths } from '../paths.ts';
import { searchOf } from './search-of.ts';

export function monthRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  app.get<{ Params: { when: string } }>('/evenings/:when', { config: { door: 'anyone' } }, async (request, reply) => {
    const when = readWhen(request.params.when);
    if (!when) throw notFound();
    const { month, day } = when;
    const { q, country, after } = await searchOf(request, ground);
    const path = sitePaths.month(day ?? month, { q, country, after: day && after });
    const view = { ...viewOf(request, ground), path };
    return sendCached(request, reply, ground, `site.month ${view.lang} ${path}`, async () => {
      const search = { q, country };
      if (day) {
        const found = await eveningsOfDay(db, day, { ...search, after });
        return { page: <DayPage view={view} day={day} search={search} {...found} /> };
      }
      const [evenings, countries] = await Promise.all([eveningsOfMonth(db, month, search), countriesOfGroups(db)]);
      const parts = { view, month, search, evenings, countries };
      return { page: <MonthPage {...parts} /> };
    });
  });
}
