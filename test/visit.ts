// Visits the house as a person would: `visit(house).as(person).get('/g/lakeside')`, then looks at headings, links and errors.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { usualKeep } from '#kit/backup/keep-rule.ts';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { silentLog } from '#kit/log.ts';
import { serverMailbox, type Transport } from '#kit/mail/index.ts';
import type { Instant } from '#kit/time.ts';
import { Temporal } from '#kit/time.ts';
import { sessions } from '#people';
import { type House, startHouse } from '../src/start.ts';
import { plain } from './fields-of.ts';
import { type TestDatabase, testDatabase } from './world/database.ts';

/** What signs and seals in tests. */
export const testSecret = 'only for tests, only for tests, only';

export type Letter = { to: string; subject: string; text: string; raw: Parameters<Transport['send']>[0] };
export type TestHouse = House & {
  db: TestDatabase['db'];
  /** Every mail sent so far; `mails()` first lets the postman finish. */
  mails(): Promise<Letter[]>;
  /** Moves the house's clock. */
  setNow(now: Instant): void;
};

/** A whole house over a database of its own; filled before the first test runs. `works`: its postman runs. */
export function testHouse(options: { works?: boolean; demo?: boolean } = {}): TestHouse {
  const database = testDatabase();
  const made = {} as TestHouse;
  const sent: Letter[] = [];
  let now: Instant | undefined;
  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'ugroup-test-'));
    const transport: Transport = {
      async send(message) {
        const to = typeof message.to === 'string' ? message.to : JSON.stringify(message.to);
        sent.push({ to, subject: String(message.subject), text: String(message.text), raw: message });
        return { kind: 'accepted' };
      },
      close() {},
    };
    const house = await startHouse({
      config: {
        port: 0,
        host: '127.0.0.1',
        origin: 'http://localhost:3000',
        data,
        databaseUrl: undefined,
        smtpUrl: undefined,
        mailPerHour: 1_000_000,
        mailFrom: serverMailbox('http://localhost:3000'),
        secret: testSecret,
        development: false,
        trustedProxies: 0,
        backupFolder: undefined,
        backupKeep: usualKeep,
      },
      url: database.url,
      log: silentLog(),
      transport,
      works: options.works ?? false,
      demo: options.demo ?? false,
    });
    house.ground.now = () => now ?? Temporal.Now.instant();
    await house.app.ready();
    Object.assign(made, house, {
      db: database.db,
      setNow: (moment: Instant) => {
        now = moment;
      },
      async mails() {
        await house.postman?.idle();
        return sent;
      },
    });
  });
  afterAll(() => made.stop());
  return made;
}

export type Answer = {
  status: number;
  /** Where a redirect leads, as a path. */
  location: string | null;
  body: string;
  /** Text of the page as a person reads it, tags taken out. */
  text: string;
  heading: string;
  /** Addresses of all links. */
  links: string[];
  /** What stands at fields that were refused, by field name. */
  errors: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string | string[] | number | undefined>;
};

export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A `Buffer` is sent as it is; its content type stands in the headers. */
  post(
    path: string,
    form?: Record<string, string | string[]> | Buffer,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Follows one redirect. */
  follow(answer: Answer): Promise<Answer>;
  as(person_id: Id<'people.person'>): Promise<Visitor>;
  cookies: Record<string, string>;
};

/** A browser without a screen: it keeps its cookies and says it accepts pages. */
export function visit(house: TestHouse): Visitor {
  const cookies: Record<string, string> = {};
  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    post: (path, form = {}, headers = {}) => send('POST', path, Buffer.isBuffer(form) ? form : encode(form), headers),
    follow: (answer) => send('GET', answer.location ?? '/', undefined, {}),
    async as(person_id) {
      const token = await transact(house.db, (tx) =>
        sessions.start(tx, { person_id, agent: 'test', now: house.ground.now() }),
      );
      cookies.ugroup = token;
      return visitor;
    },
  };
  return visitor;

  async function send(
    method: 'GET' | 'POST',
    path: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const response = await house.app.inject({
      method,
      url: path,
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      cookies,
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() < Date.now())) delete cookies[name];
      else cookies[name] = decodeURIComponent(value);
    }
    const location = response.headers.location;
    return {
      status: response.statusCode,
      location: typeof location === 'string' ? location : null,
      body: response.body,
      text: readable(response.body),
      heading: readable(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(response.body)?.[1] ?? ''),
      links: [...response.body.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map((found) => plain(found[1] ?? '')),
      errors: fieldErrorsOf(response.body),
      cookies,
      headers: response.headers,
    };
  }
}

/** A person whose address is proven. */
export async function makePerson(
  house: { db: TestDatabase['db'] },
  name: string,
  more: { lang?: 'en' | 'de'; address?: string; is_keeper?: boolean } = {},
): Promise<Id<'people.person'>> {
  const person_id = newId<'people.person'>();
  const address = more.address ?? `${person_id.slice(-12)}@example.org`;
  const now = new Date();
  await house.db
    .insertInto('people.person')
    .values({
      person_id,
      address,
      address_key: address.toLowerCase(),
      name,
      lang: more.lang ?? 'en',
      zone: null,
      created_at: now,
      asked_at: now,
      proved_at: now,
      ...(more.is_keeper ? { is_keeper: true } : {}),
    })
    .execute();
  return person_id;
}

function encode(form: Record<string, string | string[]>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) params.append(name, one);
  return params.toString();
}

function readable(html: string): string {
  return plain(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function fieldErrorsOf(html: string): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [, id, text] of html.matchAll(/<[a-z]+\b[^>]*\bid="f-([a-z_0-9-]+)-error"[^>]*>([\s\S]*?)<\/[a-z]+>/g)) {
    errors[id ?? ''] = readable(text ?? '');
  }
  return errors;
}
