// What a phone needs to install the door's page as an app.
import type { FastifyInstance } from 'fastify';
import { asset } from '#kit/assets.ts';
import { languageOf } from '#people';
import { doorPaths } from './paths.ts';
import { words } from './words.ts';

const anyone = { config: { door: 'anyone' } } as const;

/** The app's name, colours and first page. */
export function serveApp(app: FastifyInstance): void {
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
