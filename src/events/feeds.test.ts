// What calendars, news readers and other sites are told about a group's evenings, and what they are never told.
import type { FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { foundGroup } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, newId } from '#kit/id.ts';
import { openLimits } from '#kit/limits.ts';
import { silentLog } from '#kit/log.ts';
import { openPageCache } from '#kit/page-cache.ts';
import { Temporal } from '#kit/time.ts';
import { openWeb } from '#kit/web.ts';
import { testDatabase } from '../../test/world/database.ts';
import { createEvent } from './create-event.ts';
import { editEvent } from './edit-event.ts';
import { feedRoutes } from './feeds.ts';
import type { EventDraft } from './forms.ts';
import { previewPath } from './preview.ts';
import { shownEvent } from './shown-event.ts';
import { announceEvent, cancelEvent, openEvent } from './stage-event.ts';
import type { EventKey } from './take-seats.ts';

const made = testDatabase();
const origin = 'https://groups.example.org';
const actor = newId<'people.person'>();
const now = () => Temporal.Now.instant();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

let app: FastifyInstance;
let group: { group_id: Id<'groups.group'>; slug: string; language: string };
let events: Record<'draft' | 'announced' | 'open' | 'cancelled', EventKey & { slug: string }>;

const draft = (title: string, more: Partial<EventDraft> = {}): EventDraft => ({
  title,
  zone: 'Asia/Tokyo',
  kind: 'both',
  place_name: '港ビル 3階',
  place_address: '海岸 1-2-3',
  place_arrival: 'Ring twice.',
  online_url: 'https://meet.example.org/secret',
  room_capacity: 30,
  cap: 2,
  plus_ones: 1,
  posture: 'free',
  posture_note: '',
  about: '**Two** talks <script>alert(1)</script>',
  starts_at: inDays(10),
  ends_at: inDays(10.1),
  opens_at: inDays(2),
  closes_at: inDays(9),
  ...more,
});

beforeAll(async () => {
  const config = { origin, secret: 'a secret for tests', trustedProxies: 0 } as Ground['config'];
  const ground: Ground = {
    config,
    db: made.db,
    url: made.url,
    log: silentLog(),
    limits: openLimits(),
    cache: openPageCache(),
    waiting: { requests: 0 },
    now,
    mailsQueued() {},
    demo: false,
  };
  app = await openWeb(ground, async (_request, reply, status) => reply.code(status).send(''));
  feedRoutes(app, ground);
  await transact(made.db, async (tx) => {
    const founded = await foundGroup(tx, { person_id: actor }, now(), {
      name: '海岸 & "Kaigan" <Users>',
      place: 'Tokyo',
      zone: 'Asia/Tokyo',
      language: 'ja',
    });
    if ('refused' in founded) throw new Error(founded.refused);
    group = founded.group;
    const plan = (title: string) => createEvent(tx, group, actor, now(), draft(title));
    events = {
      draft: await plan('Only a draft'),
      announced: await plan('Announced'),
      open: await plan('Open; yes, open'),
      cancelled: await plan('Off'),
    };
    for (const event of [events.announced, events.open, events.cancelled]) await announceEvent(tx, event, now());
    await openEvent(tx, events.open, now());
    await cancelEvent(tx, events.cancelled, now(), '');
  });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test("a group's calendar says what is tentative, what is sure and what is off, and has no drafts", async () => {
  const answer = await get(`/g/${group.slug}/feed.ics`);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'public, max-age=300',
  });
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  expect(
    ['method', 'name', 'x-wr-calname', 'refresh-interval'].map((name) => String(calendar.getFirstPropertyValue(name))),
  ).toEqual(['PUBLISH', '海岸 & "Kaigan" <Users>', '海岸 & "Kaigan" <Users>', 'PT1H']);
  const entries = calendar
    .getAllSubcomponents('vevent')
    .map((entry) => [entry.getFirstPropertyValue('summary'), entry.getFirstPropertyValue('status')]);
  expect(Object.fromEntries(entries)).toEqual({
    Announced: 'TENTATIVE',
    'Open; yes, open': 'CONFIRMED',
    Off: 'CANCELLED',
  });
  expect(answer.body).not.toContain('secret');
  expect(answer.body).not.toMatch(/ATTENDEE|ORGANIZER/);
});

test('an unchanged feed is not sent again, a moved evening is', async () => {
  for (const name of ['feed.ics', 'feed.atom']) {
    const url = `/g/${group.slug}/${name}`;
    const first = await get(url);
    const etag = String(first.headers.etag);
    const second = await get(url, { 'if-none-match': `"other", W/${etag}` });
    expect([second.statusCode, second.body, second.headers.etag]).toEqual([304, '', etag]);
    const moved = draft(`Announced, then moved (${name})`, { starts_at: inDays(20), ends_at: inDays(20.1) });
    await transact(made.db, (tx) => editEvent(tx, events.announced, now(), moved));
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(200);
  }
});

test("a group's news is well-formed whatever its titles hold, and safe", async () => {
  const { body, headers } = await get(`/g/${group.slug}/feed.atom`);
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(body).toContain('<title>海岸 &amp; &quot;Kaigan&quot; &lt;Users&gt;</title>');
  expect(body).toContain('<title>Cancelled: Off</title>');
  expect(body).toContain(`<id>urn:uuid:${events.open.event_id}</id>`);
  expect(body).toContain(`href="${origin}/g/${group.slug}/e/${events.open.slug}"`);
  expect(body).not.toContain('<script');
  expect(body).not.toContain('Only a draft');
  expect(body).not.toContain('secret');
});

test('one evening can be taken along as a file, under the id its invitations have', async () => {
  const answer = await get(`/g/${group.slug}/e/${events.open.slug}/event.ics`);
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="${events.open.slug}.ics"`);
  const entry = new ICAL.Component(ICAL.parse(answer.body)).getFirstSubcomponent('vevent')!;
  expect(entry.getFirstPropertyValue('uid')).toBe(`${events.open.event_id}@ugroup`);
  expect(entry.getFirstPropertyValue('location')).toBe('港ビル 3階, 海岸 1-2-3');
});

test('a preview is a picture kept for a year under the address that names what it shows, else for minutes', async () => {
  const shown = (await shownEvent(made.db, group.slug, events.open.slug, null))!;
  const path = previewPath(shown.event, shown.group);
  const answer = await get(path);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ width: 1200, height: 630 });
  const again = await get(path, { 'if-none-match': String(answer.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await get(`${path}x`)).headers['cache-control']).toBe('public, max-age=300');
  expect(previewPath({ ...shown.event, title: 'Other' }, shown.group)).not.toBe(path);
});

test('a draft, an unknown evening and an unknown group are not there', async () => {
  const { slug } = group;
  expect((await get(`/g/${slug}/e/${events.open.slug}/preview.png`)).statusCode).toBe(200);
  for (const url of [
    `/g/${slug}/e/${events.draft.slug}/event.ics`,
    `/g/${slug}/e/${events.draft.slug}/preview.png`,
    `/g/${slug}/e/nothing/event.ics`,
    '/g/nobody/feed.ics',
    '/g/nobody/feed.atom',
    '/g/%00/feed.ics',
    `/g/${slug}/e/%f0%9f%8d%95/preview.png`,
  ]) {
    expect((await get(url)).statusCode, url).toBe(404);
  }
});

test('an old address of the group leads programs to the new one', async () => {
  await made.db
    .insertInto('groups.slug')
    .values({ slug: 'old-kaigan', group_id: group.group_id, since: new Date() })
    .execute();
  for (const [from, to] of [
    ['/g/old-kaigan/feed.ics', `/g/${group.slug}/feed.ics`],
    ['/g/old-kaigan/feed.atom', `/g/${group.slug}/feed.atom`],
    [`/g/old-kaigan/e/${events.open.slug}/event.ics`, `/g/${group.slug}/e/${events.open.slug}/event.ics`],
  ]) {
    const answer = await get(from!);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, to]);
  }
});
