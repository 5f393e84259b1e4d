// What other programs read of a group's evenings: calendar and news feeds, one evening as a file, its picture.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { groupBySlug } from '#groups';
import { type AtomEntry, type AtomFeed, writeAtom } from '#kit/atom.ts';
import type { Ground } from '#kit/ground.ts';
import { writeJsonFeed } from '#kit/json-feed.ts';
import { plainText, renderMarkdown } from '#kit/markdown.ts';
import { instantOf } from '#kit/time.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage, type Lang } from '#kit/words.ts';
import { type Calendar, eveningsCalendar, eventCalendar, revisedAt } from './calendar.ts';
import { mailWords } from './mail-words.ts';
import { eventPaths } from './paths.ts';
import { previewHash, previewPicture } from './preview.ts';
import { type Event, type EventGroup, eventsForFeed } from './queries.ts';
import { sayWhen } from './say-event.ts';
import { shownEvent } from './shown-event.ts';

type OfGroup = { Params: { group: string } };
type OfEvent = { Params: { group: string; event: string }; Querystring: { v?: string | string[] } };

const anyone = { config: { door: 'anyone' } } as const;

/** Public, the same for everybody, without cookies. A draft is not there. */
export function feedRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<OfGroup>('/g/:group/feed.ics', anyone, async (request, reply) => {
    const group = await groupAt(ground, request.params.group);
    if (group.slug !== request.params.group) return reply.redirect(eventPaths.feedIcs(group.slug), 301);
    const events = await eventsForFeed(db, group.group_id, ground.now());
    const { origin } = config;
    const url = `${origin}${eventPaths.feedIcs(group.slug)}`;
    return sendCalendar(request, reply, { name: group.name, url, group, events, origin, now: ground.now() });
  });

  app.get<OfGroup>('/g/:group/feed.atom', anyone, async (request, reply) => {
    const group = await groupAt(ground, request.params.group);
    if (group.slug !== request.params.group) return reply.redirect(eventPaths.feedAtom(group.slug), 301);
    const events = await eventsForFeed(db, group.group_id, ground.now());
    const text = writeAtom(newsOf(group, events, config.origin, eventPaths.feedAtom(group.slug)));
    return sendKept(request, reply, text, { type: 'application/atom+xml; charset=utf-8', cache: fiveMinutes });
  });

  app.get<OfGroup>('/g/:group/feed.json', anyone, async (request, reply) => {
    const group = await groupAt(ground, request.params.group);
    if (group.slug !== request.params.group) return reply.redirect(eventPaths.feedJson(group.slug), 301);
    const events = await eventsForFeed(db, group.group_id, ground.now());
    const text = writeJsonFeed(newsOf(group, events, config.origin, eventPaths.feedJson(group.slug)));
    return sendKept(request, reply, text, { type: 'application/feed+json; charset=utf-8', cache: fiveMinutes });
  });

  app.get<OfEvent>('/g/:group/e/:event/event.ics', anyone, async (request, reply) => {
    const found = await eventAt(ground, request.params);
    if (isMoved(found, request.params)) return reply.redirect(eventPaths.ics(found.group.slug, found.event.slug), 301);
    const text = eventCalendar(found.event, found.group, config.origin, ground.now());
    reply.header('content-disposition', `attachment; filename="${fileName(found.event.slug)}.ics"`);
    return sendKept(request, reply, text, { type: 'text/calendar; charset=utf-8', cache: fiveMinutes });
  });

  app.get<OfEvent>('/g/:group/e/:event/preview.png', anyone, async (request, reply) => {
    const { event, group } = await eventAt(ground, request.params);
    const hash = previewHash(event, group);
    // Sites that show links keep what they fetched by its address; only the address that names the content may be kept long.
    const cache = request.query.v === hash ? 'public, max-age=31536000, immutable' : fiveMinutes;
    if (knows(request, `"${hash}"`)) return notModified(reply, `"${hash}"`, cache);
    const picture = await previewPicture(db, event, group);
    return reply.header('etag', `"${hash}"`).header('cache-control', cache).type('image/png').send(picture);
  });
}

const fiveMinutes = 'public, max-age=300';

/** Most entries of the news feed. */
const mostNews = 50;

/** A group's news: each evening once, newest word first; an evening that was cancelled says so. */
function newsOf(group: EventGroup, events: Event[], origin: string, self: string): AtomFeed {
  const lang: Lang = isLanguage(group.language) ? group.language : 'en';
  const t = mailWords(lang);
  const entries = events
    .map((event): AtomEntry => {
      const title = event.stage === 'cancelled' ? t('feed.cancelled', { title: event.title }) : event.title;
      const where = event.kind === 'online' ? t('where.online') : event.place_name;
      return {
        id: `urn:uuid:${event.event_id}`,
        title,
        url: `${origin}${eventPaths.show(group.slug, event.slug)}`,
        published: instantOf(event.announced_at ?? event.created_at),
        updated: instantOf(revisedAt(event)),
        summary: [sayWhen(event, lang), where, plainText(event.about, 200)].filter(Boolean).join(' · '),
        html: event.about ? renderMarkdown(event.about) : undefined,
      };
    })
    .sort((a, b) => b.updated.epochMilliseconds - a.updated.epochMilliseconds)
    .slice(0, mostNews);
  return {
    id: `urn:uuid:${group.group_id}`,
    title: group.name,
    subtitle: t('feed.subtitle', { group: group.name }),
    lang,
    url: `${origin}/g/${group.slug}`,
    self_url: `${origin}${self}`,
    author: group.name,
    entries,
  };
}

/** The group at an address. Throws the 404. */
export async function groupAt({ db }: Ground, slug: string): Promise<EventGroup> {
  const group = isSlug(slug) ? await groupBySlug(db, slug) : undefined;
  if (!group) throw notFound();
  return group;
}

/** The evening at an address, for everybody; a draft is not there. Throws the 404. */
export async function eventAt(
  { db }: Ground,
  at: { group: string; event: string },
): Promise<{ event: Event; group: EventGroup }> {
  const found = isSlug(at.group) && isSlug(at.event) ? await shownEvent(db, at.group, at.event, null) : null;
  if (!found || found.event.stage === 'draft') throw notFound();
  return found;
}

function isMoved({ group }: { group: EventGroup }, at: { group: string }): boolean {
  return group.slug !== at.group;
}

function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(text);
}

function fileName(slug: string): string {
  return slug.replace(/[^a-z0-9-]/g, '');
}

/** Sends evenings as a calendar to subscribe to, or says that it is unchanged. The same bytes for everybody. */
export function sendCalendar(request: FastifyRequest, reply: FastifyReply, calendar: Calendar): FastifyReply {
  const text = eveningsCalendar(calendar);
  return sendKept(request, reply, text, { type: 'text/calendar; charset=utf-8', cache: fiveMinutes });
}

/** Sends text with its hash as ETag, or says that it is unchanged (RFC 9110 §13.1.2). */
function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  how: { type: string; cache: string },
): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  if (knows(request, etag)) return notModified(reply, etag, how.cache);
  return reply.header('etag', etag).header('cache-control', how.cache).type(how.type).send(text);
}

function knows(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  return known.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

function notModified(reply: FastifyReply, etag: string, cache: string): FastifyReply {
  return reply.code(304).header('etag', etag).header('cache-control', cache).removeHeader('content-disposition').send();
}
