// A public page that is kept is answered before any route: over a real socket, with the same head, and never to somebody signed in.
import { expect, it } from 'vitest';
import { eventPaths } from '../src/events/paths.ts';
import { testHouse, visit } from './visit.ts';
import { makeEvent, makeGroup } from './world.ts';

const house = testHouse();

it('has the head and the body the first visitor got; whoever carries a cookie gets their own', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world);
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `${origin}${eventPaths.show(world.group.slug, event.slug)}`;
  const first = await fetch(url);
  const before = house.ground.waiting.requests;
  const second = await fetch(url);
  expect(await second.text()).toBe(await first.text());
  const heads = [first, second].map(({ headers }) => Object.fromEntries(headers));
  for (const own of ['date', 'connection', 'keep-alive']) for (const head of heads) delete head[own];
  expect(heads[1]).toEqual(heads[0]);
  expect(heads[1]).toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'none'") });
  const same = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(same.status).toBe(304);
  const own = await fetch(url, { headers: { cookie: 'ugroup=nobody' } });
  expect(own.headers.get('cache-control')).toBe('private, no-store');
  // Nobody waits any more once everybody was answered.
  await expect.poll(() => house.ground.waiting.requests).toBe(before);
  expect((await visit(house).get(eventPaths.show(world.group.slug, event.slug))).status).toBe(200);
});
