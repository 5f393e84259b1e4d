// The web server: kit's plugins, who is asking, then one line per room.
import { randomUUID } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { identify, viewOf } from '#people';
import { asset, assetsFolder, refreshAssets } from '#kit/assets.ts';
import type { Ground } from '#kit/ground.ts';
import { type ErrorPage, openWeb } from '#kit/web.ts';
import { ErrorPage as ErrorPageView } from '#ui/error-page.tsx';
import { LookPage } from '#ui/look-page.tsx';
import { sendPage } from '#ui/send.ts';
import { health } from './health.ts';
import { rooms } from './rooms.ts';

/** Builds the server around its ground; `listen` is the caller's. */
export async function openApp(ground: Ground): Promise<FastifyInstance> {
  const app = await openWeb(ground, errorPage(ground));
  identify(app, ground);

  await app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
    index: false,
    logLevel: 'silent',
  } as Parameters<typeof fastifyStatic>[1] & { config?: object });

  app.get('/healthz', { config: { door: 'anyone' } }, async (_request, reply) => health(ground, reply));
  app.get('/favicon.ico', { config: { door: 'anyone' } }, async (_request, reply) => reply.redirect(asset('icon.svg'), 302));
  for (const room of rooms) await room.routes(app, ground);
  if (ground.config.development) {
    app.addHook('onRequest', async () => refreshAssets());
    app.get('/house/look', { config: { door: 'anyone' } }, (request, reply) =>
      sendPage(reply, h(LookPage, { view: viewOf(request, ground) })),
    );
  }
  return app;
}

/** Errors in the same look; what is not asked for as a page gets one line of text. */
function errorPage(ground: Ground): ErrorPage {
  return async (request, reply, status) => {
    const known = ([403, 404, 409, 422, 429, 500, 503] as const).find((code) => code === status);
    const shown = known ?? (status >= 500 ? 500 : 404);
    const code = known ?? (status >= 400 && status < 600 ? status : 500);
    if (!request.headers.accept?.includes('text/html')) return reply.code(code).type('text/plain').send(`${code}\n`);
    const reference = status >= 500 ? randomUUID().slice(0, 8) : undefined;
    if (reference) ground.log.error({ event: 'kit.web.reference', reference });
    return sendPage(reply, h(ErrorPageView, { view: viewOf(request, ground), status: shown, detail: reference }), {
      status: code,
    });
  };
}
