// Routes of the mails that wait since a restore: the keeper lets them leave, or drops them.
import type { FastifyInstance } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { mailPause, resumeMails } from '#kit/mail/index.ts';
import { sayTime, Temporal } from '#kit/time.ts';
import { viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { PausedPage } from '../pages/paused-page.tsx';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

const keeper = { config: { door: 'keeper' } } as const;
const pausedForm = z.object({ do: z.enum(['resume', 'drop']) });

export function pausedRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get(sitePaths.paused(), keeper, async (request, reply) => {
    const view = viewOf(request, ground);
    const pause = await mailPause(db);
    const on = pause && sayTime(Temporal.Instant.from(pause.taken_at), view.zone ?? 'UTC', view.lang, 'moment');
    const paused = pause && { ...pause, on: on ?? '' };
    return sendPage(reply, <PausedPage view={view} paused={paused} />);
  });

  app.post(sitePaths.paused(), keeper, async (request, reply) => {
    const read = readForm(pausedForm, request.body);
    // Only a button of that page posts here; whatever else comes changes nothing.
    if (!read.ok) return reply.redirect(sitePaths.paused(), 303);
    const drop = read.value.do === 'drop';
    const n = await transact(db, (tx) => resumeMails(tx, { drop }));
    ground.log.info({ event: drop ? 'site.mails.dropped' : 'site.mails.resumed', n });
    ground.mailsQueued();
    flash(reply, words(viewOf(request, ground).lang)(drop ? 'paused.dropped' : 'paused.resumed', { n }));
    return reply.redirect(sitePaths.keeper(), 303);
  });
}
