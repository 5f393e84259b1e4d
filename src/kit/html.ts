// Sends a rendered page: document type, security policy, compression.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { KeptPage, MadePage } from './page-cache.ts';

const zip = promisify(gzip);

export type Sent = {
  status?: number | undefined;
  /** `sha256-…` of the page's one inline style, if it has one. */
  styleHash?: string | undefined;
  headers?: Record<string, string> | undefined;
};

/** Renders and describes a page without sending it, for the page cache. */
export function makePage(page: VNode, sent: Sent = {}): MadePage {
  return {
    status: sent.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(sent.styleHash),
      ...sent.headers,
    },
    html: `<!doctype html>${renderToString(page)}`,
  };
}

/** Sends a page made for this visitor alone; it is kept by nobody. */
export async function sendHtml(reply: FastifyReply, page: VNode, sent: Sent = {}): Promise<FastifyReply> {
  const { status, headers, html } = makePage(page, sent);
  reply.code(status).headers(headers).header('cache-control', 'private, no-store').header('vary', 'accept-encoding');
  if (html.length < 1400 || !accepts(reply.request, 'gzip')) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(await zip(html, { level: 5 }));
}

/** Sends a page everyone signed out gets alike. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: KeptPage): FastifyReply {
  reply
    .code(page.status)
    .headers(page.headers)
    .header('cache-control', 'public, max-age=0, must-revalidate')
    .header('vary', 'accept-encoding, accept-language, cookie');
  if (accepts(request, 'br')) return reply.header('content-encoding', 'br').send(page.br);
  if (accepts(request, 'gzip')) return reply.header('content-encoding', 'gzip').send(page.gzip);
  return reply.send(page.body);
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
