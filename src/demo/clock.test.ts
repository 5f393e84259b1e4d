// The town's clock goes on when somebody moves it, what is due happens, and no real server has one.
import { beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { demoClock, moveDemoClock, startDemoClock } from './clock.ts';
import { demoRoutes } from './clock-routes.tsx';
import { readFact, writeFact } from './facts.ts';

const DAY = 86_400_000;

describe('in the demo', () => {
  const house = testHouse({ demo: true });
  // The test house brings a clock of its own; this one is what is tried here.
  beforeAll(() => startDemoClock(house.ground));

  const ahead = () => house.ground.now().epochMilliseconds - Date.now();
  const move = (to: string) => visit(house).post('/demo/clock', { move: to });

  it('is linked from the ways in, and says what time it is', async () => {
    expect((await visit(house).get('/demo')).links).toContain('/demo/clock');
    const page = await visit(house).get('/demo/clock');
    expect(page.heading).toBe('The town’s clock');
    expect(page.text).toContain('The same as everywhere');
    expect(page.text).not.toContain('Back to now');
  });

  it('opens what falls due on the way, at its own time', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { stage: 'announced', inDays: 16, opensInDays: 2 });
    const before = await visit(house).get(`/g/${world.group.slug}/e/${event.slug}`);
    expect(before.text).toContain('Save the date');

    const moved = await move('three_days');
    expect(moved.status).toBe(303);
    expect(ahead()).toBeGreaterThan(3 * DAY - 5000);
    const row = await house.db
      .selectFrom('events.event')
      .select(['stage', 'opened_at'])
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();
    expect(row.stage).toBe('open');
    const opened = (row.opened_at?.getTime() ?? 0) - Date.now();
    expect(opened).toBeGreaterThan(2 * DAY - 60_000);
    expect(opened).toBeLessThan(2.3 * DAY);
  });

  it('stays where it was left when the server starts again', async () => {
    await move('day');
    const left = ahead();
    await startDemoClock(house.ground);
    expect(Math.abs(ahead() - left)).toBeLessThan(2000);
    expect(await readFact(house.db, 'demo.clock')).toBe(Math.round(left / 1000));
  });

  it('goes to an hour before the next evening, and back to now', async () => {
    const world = await makeGroup(house);
    await makeEvent(house, world, { inDays: 5 });
    await move('evening');
    const { starts_at } = await house.db
      .selectFrom('events.event')
      .select('starts_at')
      .where('group_id', '=', world.group.group_id)
      .executeTakeFirstOrThrow();
    const left = starts_at.getTime() - house.ground.now().epochMilliseconds;
    expect(Math.abs(left - 3_600_000)).toBeLessThan(5000);

    const page = await visit(house).get('/demo/clock');
    expect(page.text).toContain('ahead of the rest of the world');
    await move('now');
    expect(Math.abs(ahead())).toBeLessThan(2000);
  });

  it('does not move for nonsense, nor for ever', async () => {
    const visitor = visit(house);
    const answer = await visitor.post('/demo/clock', { move: 'yesterday' });
    expect((await visitor.follow(answer)).text).toContain('stays where it is');
    expect(Math.abs(ahead())).toBeLessThan(2000);
    await writeFact(house.db, 'demo.clock', (396 * DAY) / 1000);
    await startDemoClock(house.ground);
    expect(await moveDemoClock(house.ground, 'week')).toBe(false);
    expect(ahead()).toBeLessThan(397 * DAY);
    await move('now');
  });

  it('does on the way what a week later is too late for', async () => {
    const world = await makeGroup(house);
    const { event_id } = await makeEvent(house, world, { inDays: 2 });
    await move('week');
    // The morning after its organisers are asked how it was, for three days.
    const asked = await house.db.selectFrom('tonight.asked').select('at').where('event_id', '=', event_id).execute();
    expect(asked).toHaveLength(1);
    await move('now');
  });

  it('jumps over no morning, wherever in the day it stands', async () => {
    // 18:25 in Chicago, where mornings are from 8 to 12: six hours on it is after midnight, then too early, then too late.
    const evening = Temporal.Now.zonedDateTimeISO('America/Chicago').add({ days: 1 }).withPlainTime('18:25');
    await writeFact(house.db, 'demo.clock', Math.round((evening.epochMilliseconds - Date.now()) / 1000));
    await startDemoClock(house.ground);
    const world = await makeGroup(house);
    const { slug } = await makeEvent(house, world, { inDays: 2 });
    const organiser = await visit(house).as(world.organiser);
    const task = { title: 'Order drinks', amount: '47', when: 'hours_before' };
    await organiser.post(`/g/${world.group.slug}/e/${slug}/checklist`, task);
    const mailed = () =>
      house.db.selectFrom('season.digest').select('sent_at').where('person_id', '=', world.organiser).execute();
    expect(await mailed()).toEqual([]);
    await move('day');
    expect(await mailed()).toHaveLength(1);
    await move('now');
  });

  it('says how far it is ahead in German too', async () => {
    await move('day');
    const page = await visit(house).get('/demo/clock', { 'accept-language': 'de' });
    expect(page.heading).toBe('Die Uhr der Stadt');
    expect(page.text).toMatch(/\b1 Tag( und \d+ Stunden?)? weiter als der Rest der Welt/);
    await move('now');
  });
});

describe('on a real server', () => {
  const house = testHouse();

  it('there is no clock to move', async () => {
    expect((await visit(house).get('/demo/clock')).status).toBe(404);
    expect((await visit(house).post('/demo/clock', { move: 'week' })).status).toBe(404);
    const before = house.ground.now;
    await expect(moveDemoClock(house.ground, 'week')).rejects.toThrow(/only a demo/);
    await expect(startDemoClock(house.ground)).rejects.toThrow(/only a demo/);
    expect(() => demoClock(house.ground)).toThrow(/only a demo/);
    expect(() => demoRoutes(house.app, house.ground)).toThrow(/only a demo/);
    expect(house.ground.now).toBe(before);
    expect(Math.abs(house.ground.now().epochMilliseconds - Temporal.Now.instant().epochMilliseconds)).toBeLessThan(
      2000,
    );
  });
});
