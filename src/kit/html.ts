// Sends a rendered page: document type, security policy, compression.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Coding, KeptPage, MadePage, PageCache } from './page-cache.ts';
import { drawParts, gzipParts, joinParts, type Parts } from './pieces.ts';
import { negotiateLanguage } from './words.ts';

export type Sent = {
  status?: number | undefined;
  /** `sha256-…` of the page's one inline style, if it has one. */
  styleHash?: string | undefined;
  headers?: Record<string, string> | undefined;
};

/** Renders and describes a page without sending it, for the page cache. */
export function makePage(page: VNode, sent: Sent = {}): MadePage {
  return { status: sent.status ?? 200, headers: headersOf(sent), html: joinParts(drawDocument(page)) };
}

/** Sends a page made for this visitor alone; it is kept by nobody. */
export function sendHtml(reply: FastifyReply, page: VNode, sent: Sent = {}): FastifyReply {
  const parts = drawDocument(page);
  reply.code(sent.status ?? 200).headers(headersOf(sent));
  reply.headers({ 'cache-control': 'private, no-store', vary: 'accept-encoding' });
  if (!accepts(reply.request, 'gzip')) return reply.send(joinParts(parts));
  // Compressed here: handing so small a text to another thread and back would cost more.
  return reply.header('content-encoding', 'gzip').send(gzipParts(parts));
}

function drawDocument(page: VNode): Parts {
  return ['<!doctype html>', ...drawParts(page)];
}

function headersOf({ styleHash, headers }: Sent): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(styleHash),
    ...headers,
  };
}

/** Sends a page everyone signed out gets alike, and remembers at which address it was asked for. */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  page: KeptPage,
  cache: PageCache,
  key: string,
): FastifyReply {
  reply
    .code(page.status)
    .headers(page.headers)
    .header('etag', page.etag)
    .header('cache-control', 'public, max-age=0, must-revalidate')
    .header('vary', 'accept-encoding, accept-language, cookie');
  if (page.status === 200 && !request.headers.cookie) {
    cache.remember(addressOf(request.raw), key, textHeaders(reply), request.routeOptions.url ?? 'none');
  }
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  const coding = codingOf(request.raw);
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.send(page.body(coding));
}

/**
 * Answers from the cache before anything else is done, when the visitor carries no cookie and the page is still fresh. The head
 * is the one the first visitor got, with every security header in it. Gives the route that made the page; null: go on as usual.
 */
export function answeredFromCache(request: IncomingMessage, response: ServerResponse, cache: PageCache): string | null {
  if (request.method !== 'GET' || request.headers.cookie !== undefined) return null;
  const kept = cache.at(addressOf(request));
  if (!kept) return null;
  const { page, head, route } = kept;
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, { ...head, etag: page.etag }).end();
    return route;
  }
  const coding = codingOf(request);
  response.writeHead(page.status, headOf(page, head, coding)).end(page.body(coding));
  return route;
}

const heads = new WeakMap<KeptPage, Map<Coding, string[]>>();

/** The whole head as a flat list, names and values in turn: Node sends it as it is, so it is put together once per page. */
function headOf(page: KeptPage, head: Record<string, string>, coding: Coding): string[] {
  const known = heads.get(page) ?? new Map<Coding, string[]>();
  heads.set(page, known);
  const flat = known.get(coding) ?? [
    ...Object.entries(head).flat(),
    ...['etag', page.etag, 'content-length', String(page.body(coding).length)],
    ...(coding === 'identity' ? [] : ['content-encoding', coding]),
  ];
  known.set(coding, flat);
  return flat;
}

/** The same address in two languages is two pages. */
function addressOf({ url = '/', headers }: IncomingMessage): string {
  return `${negotiateLanguage(headers['accept-language'])} ${url}`;
}

function codingOf({ headers }: IncomingMessage): Coding {
  const accepted = headers['accept-encoding'];
  if (typeof accepted !== 'string') return 'identity';
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

const ofOneAnswer = ['set-cookie', 'etag'];

/** The head as it stands, without what belongs to one answer only: the address outlives the page that is kept under it. */
function textHeaders(reply: FastifyReply): Record<string, string> {
  const head: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (typeof value === 'string' && !ofOneAnswer.includes(name)) head[name] = value;
  }
  return head;
}

function accepts(request: FastifyRequest, coding: string): boolean {
  return request.headers['accept-encoding']?.includes(coding) ?? false;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The policy of a page: nothing from elsewhere, nothing inline but the one style whose hash is given. */
export function contentPolicy(styleHash?: string | undefined): string {
  return `${policy}; style-src 'self'${styleHash ? ` '${styleHash}'` : ''}`;
}
