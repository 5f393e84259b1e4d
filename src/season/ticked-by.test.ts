// What the program sees being done is ticked by it: nobody does a thing and then says so once more.
import { expect, it } from 'vitest';
import { eventPaths } from '#events';
import { Temporal } from '#kit/time.ts';
import { fieldsOf } from '../../test/fields-of.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { seasonPaths } from './paths.ts';
import { tasksOf } from './tasks.ts';

const house = testHouse();
const NOW = Temporal.Instant.from('2027-02-01T12:00Z');

it('to announce the evening is done when it is announced, in the next evening like it too, and what else is to do stays open', async () => {
  house.setNow(NOW);
  const { group, organiser } = await makeGroup(house);
  const browser = await visit(house).as(organiser);
  const plan = async (path: string, day: string) => {
    const fields = { ...fieldsOf((await browser.get(path)).body), title: 'Queues', day, place_name: 'Harbor' };
    const slug = /\/e\/([^/]+)\/manage/.exec((await browser.post(path, fields)).location ?? '')?.[1] ?? '';
    return house.db
      .selectFrom('events.event')
      .select(['group_id', 'event_id', 'slug'])
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
  };
  const first = await plan(seasonPaths.planFrom(group.slug, 'vienna-monthly'), '2027-04-15');
  for (const event of [first, await plan(seasonPaths.planLike(group.slug, first.slug), '2027-05-20')]) {
    expect((await tasksOf(house.db, event)).filter(({ done_at }) => done_at)).toEqual([]);
    await browser.post(eventPaths.announce(group.slug, event.slug));
    const done = (await tasksOf(house.db, event)).filter(({ done_at }) => done_at);
    expect(done.map(({ title }) => title)).toEqual(['Announce the evening']);
  }
});

it('the mail of thanks is done when it is sent, by whoever sent it, though nobody ticked what comes before', async () => {
  house.setNow(NOW);
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, { inDays: 2 });
  await seatPeople(house, event, ['Hạnh']);
  const browser = await visit(house).as(world.organiser);
  await browser.post(seasonPaths.usual(world.group.slug, event.slug));
  house.setNow(NOW.add({ hours: 72 }));
  const thanks = `/g/${world.group.slug}/e/${event.slug}/thanks`;
  const done = async () => (await tasksOf(house.db, event)).filter(({ done_at }) => done_at);
  await browser.post(thanks, { step: 'look', text: 'It was good.' });
  expect(await done()).toEqual([]);
  await browser.post(thanks, { step: 'send', text: 'It was good.' });
  expect(await done()).toMatchObject([
    { title: 'Send the one mail of thanks, with links to the slides', done_by: 'Priya Raman' },
  ]);
});

it('a task called something else is another thing: nobody sees it being done', async () => {
  house.setNow(NOW);
  const { group, organiser } = await makeGroup(house);
  const browser = await visit(house).as(organiser);
  const path = seasonPaths.planFrom(group.slug, 'vienna-monthly');
  const fields = {
    ...fieldsOf((await browser.get(path)).body),
    title: 'Queues',
    day: '2027-04-15',
    place_name: 'Harbor',
  };
  const slug = /\/e\/([^/]+)\/manage/.exec((await browser.post(path, fields)).location ?? '')?.[1] ?? '';
  const event = await house.db
    .selectFrom('events.event')
    .select(['group_id', 'event_id'])
    .where('group_id', '=', group.group_id)
    .executeTakeFirstOrThrow();
  const task = (await tasksOf(house.db, event)).find(({ title }) => title === 'Announce the evening');
  const at = seasonPaths.task(group.slug, slug, task?.task_id ?? '');
  const said = fieldsOf((await browser.get(at)).body);
  // With another day it is the same thing.
  await browser.post(at, { ...said, amount: '20' });
  await browser.post(at, { ...said, title: 'Book the caterer' });
  await browser.post(eventPaths.announce(group.slug, slug));
  expect((await tasksOf(house.db, event)).filter(({ done_at }) => done_at)).toEqual([]);
});
