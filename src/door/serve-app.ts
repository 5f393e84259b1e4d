// What makes the door's page an app: the worker that keeps it without a network, and what a phone needs to install it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { asset, assetsFolder, islandModule } from '#kit/assets.ts';
import { languageOf } from '#people';
import { doorPaths } from './paths.ts';
import { words } from './words.ts';

const anyone = { config: { door: 'anyone' } } as const;

/** The worker's own address lies within what it may look after. */
export function serveApp(app: FastifyInstance): void {
  app.get('/door/worker.js', anyone, async (_request, reply) => {
    const file = basename(islandModule('door/worker'));
    const text = await readFile(join(assetsFolder, file), 'utf8').catch(() => '');
    reply.header('service-worker-allowed', doorPaths.phone).header('cache-control', 'no-cache');
    return reply.type('text/javascript; charset=utf-8').send(text);
  });

  app.get('/door/app.webmanifest', anyone, async (request, reply) => {
    const lang = languageOf(request);
    const name = words(lang)('title');
    return reply.type('application/manifest+json; charset=utf-8').send({
      name: `${name} · Ugroup`,
      short_name: name,
      lang,
      start_url: doorPaths.phone,
      scope: doorPaths.phone,
      display: 'standalone',
      orientation: 'portrait',
      background_color: '#1d1a15',
      theme_color: '#1d1a15',
      icons: [{ src: asset('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    });
  });
}
