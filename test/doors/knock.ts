// Collects the routes as the router takes them on, and says how each of them answered a visitor.
import { subscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import type { Answer } from '../visit.ts';

/** `GET /g/:group`, with who may knock as the route itself says. */
export type Route = { name: string; method: 'GET' | 'POST'; pattern: string; door: string };

const methods = ['GET', 'POST'] as const;

/** Fills as houses are opened; call it before the first one is. Fastify tells this channel about every server it makes. */
export function collectRoutes(): Route[] {
  const routes: Route[] = [];
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url, config }) => {
      for (const one of [method].flat()) {
        // A page's HEAD is made by the server itself and goes through the same door. A route without a door is not the
        // house's: the house does not start with one.
        if (one === 'HEAD' || !config?.door) continue;
        const method = methods.find((known) => known === one);
        if (!method) throw new Error(`no visitor sends ${one} ${url}: teach knock.ts`);
        routes.push({ name: `${method} ${url}`, method, pattern: url, door: config.door });
      }
    });
  });
  return routes;
}

/** Let in, however the form was taken; asked to sign in; or told that there is nothing. */
export const outcomes = ['in', 'sign-in', 'gone'] as const;
export type Outcome = (typeof outcomes)[number];

/** Anything that is no door's answer throws: a broken page must not pass for a closed one. */
export function outcomeOf(answer: Answer): Outcome {
  const { status, location } = answer;
  if (status === 404) return 'gone';
  if (status === 401 || (status === 303 && /^\/signin(\?|$)/.test(location ?? ''))) return 'sign-in';
  if (status < 400 || status === 422 || status === 409) return 'in';
  throw new Error(`answered ${status}: ${answer.text.slice(0, 200)}`);
}
