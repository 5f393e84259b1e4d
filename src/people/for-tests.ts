// A house with only this room in it, a clock that can be moved, and a look into the mails, for this room's tests.
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { Ground } from '#kit/ground.ts';
import { openLimits } from '#kit/limits.ts';
import { openPageCache } from '#kit/page-cache.ts';
import type { Db } from '#kit/tables.ts';
import { Temporal } from '#kit/time.ts';
import { openWeb } from '#kit/web.ts';
import { canonicalAddress } from './address.ts';
import { identify } from './identify.tsx';
import { peopleRoom } from './index.ts';
import { sessionCookie } from './session.ts';

export type Clock = { minutes: number };

/** A ground over `db`; `clock.minutes` moves its time. */
export function testGround(db: Db, clock: Clock = { minutes: 0 }, origin = 'http://localhost:3000'): Ground {
  return {
    config: {
      port: 0,
      host: '127.0.0.1',
      origin,
      data: '/nowhere',
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailPerHour: 100,
      secret: 'a secret for tests',
      development: false,
      trustedProxies: 0,
    },
    db,
    log: pino({ level: 'silent' }),
    limits: openLimits(),
    cache: openPageCache(),
    now: () => Temporal.Now.instant().add({ minutes: clock.minutes }),
    mailsQueued: () => {},
    demo: false,
  };
}

/** The web server with this room's routes alone. */
export async function peopleHouse(ground: Ground): Promise<FastifyInstance> {
  const app = await openWeb(ground, async (_request, reply, status) => reply.code(status).send(`${status}\n`));
  identify(app, ground);
  await peopleRoom.routes(app, ground);
  return app;
}

export type MailedCode = { code: string; link: string | null; challenge_id: string; lang: string; to_address: string };

/** The codes mailed to an address, the newest first. */
export async function mailedCodes(db: Db, address: string): Promise<MailedCode[]> {
  const mails = await db
    .selectFrom('kit.mail')
    .select(['args', 'lang', 'to_address'])
    .where('template', '=', 'people.code')
    .orderBy('due_at', 'desc')
    .execute();
  const { key } = canonicalAddress(address);
  return mails
    .filter((mail) => canonicalAddress(mail.to_address).key === key)
    .map(({ args, lang, to_address }) => ({ ...(args as Omit<MailedCode, 'lang' | 'to_address'>), lang, to_address }));
}

/** A browser: sends its cookies, keeps what it is given. */
export function browser(app: FastifyInstance, agent = 'Mozilla/5.0 (Android 15; Mobile) Gecko/140.0 Firefox/140.0') {
  const cookies = new Map<string, string>();
  async function ask(method: 'GET' | 'HEAD' | 'POST', url: string, form?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      headers: {
        'user-agent': agent,
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.statusCode, to: answer.headers.location ?? '', html: answer.body, headers: answer.headers };
  }
  return {
    cookies,
    get: (url: string) => ask('GET', url),
    head: (url: string) => ask('HEAD', url),
    post: (url: string, form: Record<string, string> = {}) => ask('POST', url, form),
    isSignedIn: (ground: Ground) => cookies.has(sessionCookie(ground)),
  };
}

export type Browser = ReturnType<typeof browser>;

/** Signs in by the whole way: address, code, and a name when one is asked. */
export async function signIn(
  app: FastifyInstance,
  ground: Ground,
  address: string,
  name = 'Somebody',
): Promise<Browser> {
  const here = browser(app);
  const asked = await here.post('/signin', { address });
  const [mail] = await mailedCodes(ground.db, address);
  const proved = await here.post(asked.to, { code: mail?.code ?? '' });
  if (proved.to.startsWith('/me/name')) await here.post('/me/name', { name });
  return here;
}
