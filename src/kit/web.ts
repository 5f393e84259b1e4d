// The bare web server: bodies, cookies, headers, cross-site refusal, one log line per request, doors on every route.
import { createServer, type RequestListener, type Server } from 'node:http';
import { parse } from 'node:querystring';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { isAway } from './db.ts';
import type { Ground } from './ground.ts';
import { answeredFromCache } from './html.ts';
import type { Log } from './log.ts';

/**
 * Who may knock at a route. `anyone`: public. `person`: signed in. `keeper`: looks after the server.
 * `group` and `event`: signed in, and then decided by the room's own law from what the path names. `link`: whoever holds a
 * signed link or a code.
 */
export type Door = 'anyone' | 'person' | 'keeper' | 'group' | 'event' | 'link';

declare module 'fastify' {
  interface FastifyContextConfig {
    door?: Door;
  }
}

export type ErrorPage = (request: FastifyRequest, reply: FastifyReply, status: number) => Promise<unknown>;

/** Makes the server. A route registered without `config.door` stops the start: nothing is open by oversight. */
export async function openWeb(ground: Ground, errorPage: ErrorPage): Promise<FastifyInstance> {
  const { config, log } = ground;
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    forceCloseConnections: true,
    bodyLimit: 256 * 1024,
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: 200,
      // PostgreSQL's text holds no NUL, and nothing anybody searches for has one.
      querystringParser: (text) => parse(text.replaceAll('%00', '')),
    },
    requestTimeout: 30_000,
    serverFactory: (handle, options) => serverWithCache(ground, handle, options),
  });

  app.addHook('onRoute', (route) => {
    if (!route.config?.door) throw new Error(`${route.method} ${route.url} has no door: say who may knock`);
  });
  app.addHook('onRequest', (_request, reply, done) => {
    ground.waiting.requests++;
    reply.raw.once('close', () => ground.waiting.requests--);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    noteAnswer(log, request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    done();
  });

  const guarding = await guardingHeaders(config.origin);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(guarding);
    done();
  });
  await app.register(cookie);
  // After the cookies are read, because the page that refuses looks at them.
  app.addHook('onRequest', (request, reply, done) => {
    if (isFromElsewhere(request, config.origin)) errorPage(request, reply, 403).catch(done);
    else done();
  });
  // Nor has an address of ours.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.raw.url?.split('?', 1)[0]?.includes('%00')) errorPage(request, reply, 404).catch(done);
    else done();
  });
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, { limits: { fileSize: 2 * 1024 * 1024, files: 1, fields: 30 } });

  app.setNotFoundHandler((request, reply) => errorPage(request, reply, 404));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = isAway(error) ? 503 : (error.statusCode ?? 500);
    if (status >= 500) {
      log.error({ event: 'kit.web.failed', route: request.routeOptions.url, code: error.code, stack: error.stack });
    }
    if (status === 503) reply.header('retry-after', '5');
    return errorPage(request, reply, status);
  });
  return app;
}

/** A page that is kept is sent before anything else is done: it costs neither a route nor a hook. */
function serverWithCache(
  { cache, log }: Ground,
  handle: RequestListener,
  { requestTimeout = 0, keepAliveTimeout = 0 }: FastifyServerOptions,
): Server {
  return createServer({ requestTimeout, keepAliveTimeout }, (request, response) => {
    const begun = performance.now();
    const route = answeredFromCache(request, response, cache);
    if (route === null) return handle(request, response);
    noteAnswer(log, 'GET', route, response.statusCode, performance.now() - begun);
  });
}

/** One line in the log for each answer: the route and not the address, so that nobody is in it. */
function noteAnswer(log: Log, method: string, route: string, status: number, ms: number): void {
  log.info({ event: 'kit.web.answered', method, route, status, ms: Math.round(ms * 10) / 10 });
}

/** Helmet's headers. They are the same for every answer, so helmet is asked once and not for each. */
async function guardingHeaders(origin: string): Promise<Record<string, string>> {
  const guard = Fastify();
  await guard.register(helmet, {
    contentSecurityPolicy: false,
    // `no-referrer` would make forms send `Origin: null`, which is what we check.
    referrerPolicy: { policy: 'same-origin' },
    // Of this name only: what else runs under it is not ours to decide about.
    strictTransportSecurity: origin.startsWith('https:') && { includeSubDomains: false },
    crossOriginEmbedderPolicy: false,
  });
  guard.get('/', (_request, reply) => reply.code(204).send());
  const { headers } = await guard.inject('/');
  const own = new Set(['connection', 'date']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (own.has(name) ? [] : [[name, String(value)]])),
  );
}

/**
 * True for a write that another site's page makes a browser send. Browsers say where a request comes from in
 * `Sec-Fetch-Site` (secure contexts) or `Origin`; what is no browser says neither and has no cookie to abuse.
 */
function isFromElsewhere(request: FastifyRequest, origin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const from = request.headers.origin;
  return from !== undefined && from !== origin && from !== `${request.protocol}://${request.headers.host}`;
}

/** Throw it for what does not exist, and for what this visitor may not see: both are the same 404. */
export function notFound(): Error & { statusCode: number } {
  return Object.assign(new Error('not found'), { statusCode: 404 });
}

/**
 * Reads an upload's parts. One that ends in the middle is the sender's fault and answered 400: what takes a form apart says so
 * by an error without a code, while a full disk or a limit has one and stays what it is.
 */
export async function readUpload<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error || 'statusCode' in error) throw error;
    throw Object.assign(new Error('the upload is not whole', { cause: error }), { statusCode: 400 });
  }
}
