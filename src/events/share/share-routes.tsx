// Routes of telling the world: ready texts for an organiser to post, and the code for a poster.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { qrPng, qrSvg } from '#kit/qr.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage } from '#kit/words.ts';
import { languageOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { eventAt } from '../feeds.ts';
import { type EventParams, findOwnEvent } from '../find-event.ts';
import { SharePage } from '../pages/share-page.tsx';
import { eventPaths } from '../paths.ts';
import { shareFacts } from './share-facts.ts';
import { shareTargets, shareText } from './share-rules.ts';

/** Wide enough for a poster: 10 cm at 300 dots an inch. */
const POSTER_PIXELS = 1200;

type AtEvening = { Params: EventParams; Querystring: { in?: unknown } };

export function shareRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<AtEvening>('/g/:group/e/:event/share', { config: { door: 'event' } }, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    if (shown.event.source !== null) throw notFound();
    const wanted = request.query.in ?? shown.event.language;
    const lang = isLanguage(wanted) ? wanted : languageOf(request);
    const view = viewOf(request, ground);
    const facts = shareFacts(shown, { lang, origin: view.origin, now: view.now });
    const texts = shareTargets.map((target) => shareText(target, facts));
    return sendPage(reply, <SharePage view={view} shown={shown} lang={lang} texts={texts} />, {
      accent: shown.group.color,
    });
  });

  app.get<AtEvening>('/g/:group/e/:event/qr.svg', { config: { door: 'anyone' } }, async (request, reply) => {
    const { url, name } = await linkOf(request.params);
    return reply
      .type('image/svg+xml')
      .headers(asFile(`${name}.svg`))
      .send(qrSvg(url));
  });

  app.get<AtEvening>('/g/:group/e/:event/qr.png', { config: { door: 'anyone' } }, async (request, reply) => {
    const { url, name } = await linkOf(request.params);
    return reply
      .type('image/png')
      .headers(asFile(`${name}.png`))
      .send(await qrPng(url, POSTER_PIXELS));
  });

  /** Where a code leads: the address of now, however old the one is that was asked for. Throws the 404. */
  async function linkOf(params: EventParams) {
    const { event, group } = await eventAt(ground, params);
    return { url: `${ground.config.origin}${eventPaths.show(group.slug, event.slug)}`, name: event.slug };
  }
}

function asFile(name: string) {
  return { 'content-disposition': `inline; filename="${name}"`, 'cache-control': 'public, max-age=300' };
}
