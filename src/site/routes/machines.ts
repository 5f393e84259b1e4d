// Routes for machines that read the site: what they may read, and where everything is.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { sendKept } from '#kit/html.ts';
import { isId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { sitePaths } from '../paths.ts';
import { sitemapIndex, sitemapPage } from '../sitemap.ts';

const anyone = { config: { door: 'anyone' } } as const;
type ByPage = { Params: { kind: string; from: string } };

export function machineRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get(sitePaths.robots(), anyone, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(ground.demo ? closed : open(config.origin)),
  );

  app.get(sitePaths.sitemap(), anyone, async (request, reply) =>
    send(request, reply, () => sitemapIndex(db, config.origin)),
  );

  app.get<ByPage>('/sitemap/:kind/:from.xml', anyone, async (request, reply) => {
    const { kind, from } = request.params;
    if ((kind !== 'groups' && kind !== 'evenings') || !isId(from)) throw notFound();
    return send(request, reply, () => sitemapPage(db, config.origin, { kind, from }));
  });

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<string>,
  ): Promise<FastifyReply> {
    const key = `site.sitemap ${request.url.split('?')[0]}`;
    const kept = await ground.cache.page(key, async () => ({
      status: 200,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      html: await make(),
    }));
    return sendKept(request, reply, kept, ground.cache, key);
  }
}

/** Nothing of a demo belongs in a search engine. */
const closed = 'User-agent: *\nDisallow: /\n';

function open(origin: string): string {
  const shut = ['/me', '/signin', '/keeper', '/start', '/stop/', '/demo', '/g/*/e/*/seat', '/g/*/join'];
  return `User-agent: *\n${shut.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${origin}${sitePaths.sitemap()}\n`;
}
