// Pages of the house itself: what went wrong, and, while developing, every piece of the look.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { refreshAssets } from '#kit/assets.ts';
import type { Ground } from '#kit/ground.ts';
import type { ErrorPage as SendError } from '#kit/web.ts';
import { viewOf } from '#people';
import { ErrorPage } from '#ui/error-page.tsx';
import { LookPage } from '#ui/look-page.tsx';
import { sendPage } from '#ui/send.ts';

const worded = [403, 404, 409, 422, 429, 500, 503] as const;

/** Errors in the shared look; what does not ask for a page gets one line of text. */
export function errorPage(ground: Ground): SendError {
  return async (request, reply, asked) => {
    const status = asked >= 400 && asked < 600 ? asked : 500;
    if (!request.headers.accept?.includes('text/html'))
      return reply.code(status).type('text/plain').send(`${status}\n`);
    const shown = worded.find((code) => code === status) ?? (status >= 500 ? 500 : 404);
    // A number the visitor can read out and the keeper can find in the log.
    const reference = status >= 500 ? randomUUID().slice(0, 8) : undefined;
    if (reference) ground.log.error({ event: 'kit.web.reference', reference });
    return sendPage(reply, <ErrorPage view={viewOf(request, ground)} status={shown} detail={reference} />, { status });
  };
}

/** /house/look, in development only. */
export function lookRoute(app: FastifyInstance, ground: Ground): void {
  if (!ground.config.development) return;
  app.addHook('onRequest', async () => refreshAssets());
  app.get('/house/look', { config: { door: 'anyone' } }, (request, reply) =>
    sendPage(reply, <LookPage view={viewOf(request, ground)} />),
  );
}
