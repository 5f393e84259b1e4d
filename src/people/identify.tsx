// Who is asking, in which language, and whether a route's door opens to them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { safePath } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import type { View } from '#kit/view.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage, type Lang, negotiateLanguage } from '#kit/words.ts';
import { sendPage, waitingFlash } from '#ui/send.ts';
import { SignInFirstPage } from './pages/sign-in-first.tsx';
import { peoplePaths } from './paths.ts';
import { type Actor, carrySession, dropSession, openSessions, sessionCookie } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

/**
 * Hangs the session lookup and the doors before every route: signed out, all but `anyone` and `link` ask to sign in first. Call it once, before any route.
 * Nobody without a session cookie costs a statement.
 */
export function identify(app: FastifyInstance, ground: Ground): void {
  const cookie = sessionCookie(ground);
  const sessions = openSessions(ground);
  app.decorateRequest('actor', null);
  app.addHook('onClose', async () => sessions.close());
  app.addHook('preHandler', async (request, reply) => {
    const token = request.cookies[cookie];
    // A file of the look is the same for everyone, and a page asks for several.
    if (token !== undefined && !request.url.startsWith('/assets/')) {
      const found = await sessions.find(token);
      request.actor = found?.actor ?? null;
      if (!found) dropSession(reply, ground);
      else if (found.prolonged) carrySession(reply, ground, token);
    }
    return knock(request, reply, ground);
  });
}

/** Who is signed in, or nobody. */
export function actorOf(request: FastifyRequest): Actor | null {
  return request.actor;
}

/** The signed-in person behind a door `person` or `keeper`. */
export function personOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error(`${request.routeOptions.url} has no door "person"`);
  return request.actor;
}

/** What pages are told about who looks. `path` is where this visitor can come back to. */
export function viewOf(request: FastifyRequest, ground: Ground): View {
  const { actor } = request;
  return {
    lang: languageOf(request),
    origin: ground.config.origin,
    path: safePath(request.url, '/'),
    viewer: actor ? { name: shownName(actor), is_keeper: actor.is_keeper } : null,
    zone: actor?.zone ?? null,
    now: ground.now(),
    flash: waitingFlash(request),
    demo: ground.demo,
  };
}

export const languageCookie = 'lang';

/** The person's own language, else the one this browser chose here, else the best of what it says it reads. */
export function languageOf(request: FastifyRequest): Lang {
  if (request.actor) return request.actor.lang;
  const chosen = request.cookies[languageCookie];
  return isLanguage(chosen) ? chosen : negotiateLanguage(request.headers['accept-language']);
}

/** What somebody reads as their own name before they told us one. */
function shownName(actor: Actor): string {
  return actor.name || actor.address.slice(0, actor.address.lastIndexOf('@'));
}

async function knock(request: FastifyRequest, reply: FastifyReply, ground: Ground): Promise<unknown> {
  const door = request.routeOptions.config?.door;
  // Signed out, the keeper's pages do not exist either.
  if (door === 'keeper' && !request.actor?.is_keeper) throw notFound();
  if (door === undefined || door === 'anyone' || door === 'link' || request.actor) return undefined;
  // Nothing is looked up for them, so a page of a team's asks the same whether it exists or not.
  if (request.method === 'GET' || request.method === 'HEAD')
    return reply.redirect(peoplePaths.signIn(safePath(request.url, '/')), 303);
  return sendPage(reply, <SignInFirstPage view={viewOf(request, ground)} />, { status: 401 });
}
