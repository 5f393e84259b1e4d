// Routes of the town's clock. Whoever starts the house registers them in the demo and nowhere else.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readForm, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { sayTime } from '#kit/time.ts';
import { viewOf } from '#people';
import { sitePaths } from '#site';
import { flash, sendPage } from '#ui/send.ts';
import { demoClock, moveDemoClock, moves } from './clock.ts';
import { ClockPage } from './clock-page.tsx';
import { words } from './words.ts';

const moveForm = z.object({ move: z.enum(moves) });

/** Where Lakeside is; a visitor who told us their own zone gets that. */
const TOWN_ZONE = 'America/Chicago';

/** Throws outside the demo. */
export function demoRoutes(app: FastifyInstance, ground: Ground): void {
  demoClock(ground);

  app.get(sitePaths.demoClock(), { config: { door: 'anyone' } }, async (request, reply) => {
    const view = viewOf(request, ground);
    return sendPage(reply, <ClockPage view={view} zone={zoneFor(request)} aheadMs={demoClock(ground).aheadMs} />);
  });

  app.post(sitePaths.demoClock(), { config: { door: 'anyone' } }, async (request, reply) => {
    const read = readForm(moveForm, request.body);
    const { lang } = viewOf(request, ground);
    const hasMoved = read.ok && (await moveDemoClock(ground, read.value.move));
    const said = {
      date: sayTime(ground.now(), zoneFor(request), lang, 'day'),
      time: sayTime(ground.now(), zoneFor(request), lang, 'time'),
    };
    flash(reply, words(lang)(hasMoved ? 'clock.moved' : 'clock.nowhere', said));
    return reply.redirect(sitePaths.demoClock(), 303);
  });

  function zoneFor(request: FastifyRequest): string {
    return viewOf(request, ground).zone ?? TOWN_ZONE;
  }
}
