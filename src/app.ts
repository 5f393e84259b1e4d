// The web server: kit's plugins, who is asking, then one line per room.
import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { asset, assetsFolder, islandModule } from '#kit/assets.ts';
import type { Ground } from '#kit/ground.ts';
import { openWeb } from '#kit/web.ts';
import { identify } from '#people';
import { health } from './health.ts';
import { errorPage, lookRoute } from './house-pages.tsx';
import { rooms } from './rooms.ts';

/** Builds the server around its ground; `listen` is the caller's. */
export async function openApp(ground: Ground): Promise<FastifyInstance> {
  const app = await openWeb(ground, errorPage(ground));
  identify(app, ground);
  await serveAssets(app);
  serveWorker(app);
  app.get('/healthz', { config: { door: 'anyone' } }, (_request, reply) => health(ground, reply));
  app.get('/favicon.ico', { config: { door: 'anyone' } }, async (_request, reply) =>
    reply.redirect(asset('icon.svg'), 302),
  );
  for (const room of rooms) await room.routes(app, ground);
  lookRoute(app, ground);
  return app;
}

/** The worker of pages that open without a network: at an address of its own, and allowed to look after any of ours. */
function serveWorker(app: FastifyInstance): void {
  app.get('/worker.js', { config: { door: 'anyone' } }, (_request, reply) =>
    reply
      .header('service-worker-allowed', '/')
      .sendFile(basename(islandModule('ui/worker')), { cacheControl: false, immutable: false })
      .header('cache-control', 'no-cache'),
  );
}

/** Built styles, scripts and fonts: public, named by their content, kept for a year. */
async function serveAssets(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: assetsFolder,
    serve: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  app.get<{ Params: { '*': string } }>('/assets/*', { config: { door: 'anyone' } }, (request, reply) =>
    reply.sendFile(request.params['*']),
  );
}
