// Sends pages in the shared look: for one visitor, or kept for everyone signed out; and sentences shown once.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Ground } from '#kit/ground.ts';
import { makePage, sendHtml, sendKept } from '#kit/html.ts';
import { accentStyle } from './accent.ts';

export type SendOptions = {
  status?: number | undefined;
  /** The group's colour, as given to `Page`. */
  accent?: string | null | undefined;
  headers?: Record<string, string> | undefined;
};

/** A page for this visitor alone. */
export async function sendPage(reply: FastifyReply, page: VNode, options: SendOptions = {}): Promise<FastifyReply> {
  if (reply.request.cookies[flashCookie] !== undefined) reply.clearCookie(flashCookie, { path: '/' });
  return sendHtml(reply, page, describe(options));
}

/**
 * A public page. Signed out and with nothing to be told once, a visitor gets the kept bytes under `key`
 * (name the language in it when the page is worded); `make` runs at most once in 700 ms. Others get their own.
 */
export async function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  ground: Ground,
  key: string,
  make: () => Promise<{ page: VNode } & SendOptions>,
): Promise<FastifyReply> {
  if (!isAnonymous(request)) {
    const { page, ...options } = await make();
    return sendPage(reply, page, options);
  }
  const kept = await ground.cache.page(key, async () => {
    const { page, ...options } = await make();
    return makePage(page, describe(options));
  });
  return sendKept(request, reply, kept, ground.cache, key);
}

/** No session and nothing to be told: this visitor may get a page made for everybody. */
export function isAnonymous(request: FastifyRequest): boolean {
  // The cookies as they were parsed, not as they were written: a second reading of the header could differ from the first.
  return !Object.keys(request.cookies).some((name) => /^(?:__Host-)?ugroup(?:-|$)/.test(name));
}

const flashCookie = 'ugroup-flash';

/** A sentence for the next page; it rides in a cookie of this browser and is shown once. */
export function flash(reply: FastifyReply, text: string): void {
  reply.setCookie(flashCookie, text.slice(0, 500), { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
}

/** The sentence waiting for this visitor, if any; `sendPage` takes it away once a page has shown it. */
export function waitingFlash(request: FastifyRequest): string | null {
  return request.cookies[flashCookie] ?? null;
}

function describe({ accent, status, headers }: SendOptions) {
  return { status, headers, styleHash: accentStyle(accent)?.hash };
}
