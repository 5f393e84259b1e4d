// An evening's checklist through the web: ticked, added to, changed, put in order, and what waits for what.
import { beforeAll, describe, expect, it } from 'vitest';
import { type EventKey, editEvent, eventPaths } from '#events';
import { townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';
import { setTaskDone } from './change-tasks.ts';
import { seasonPaths } from './paths.ts';
import { tasksOf } from './tasks.ts';

const house = testHouse();
let world: World;
beforeAll(async () => {
  world = await makeGroup(house);
});
const organiser = () => visit(house).as(world.organiser);
const list = (event: { slug: string }) => seasonPaths.checklist(world.group.slug, event.slug);
const titles = async (event: EventKey) => (await tasksOf(house.db, event)).map(({ title }) => title);

async function withList(wish = {}) {
  const event = await makeEvent(house, world, { inDays: 10, ...wish });
  await (await organiser()).post(`${list(event)}/usual`);
  return event;
}

async function taskCalled(event: EventKey, title: RegExp) {
  const task = (await tasksOf(house.db, event)).find((one) => title.test(one.title));
  if (!task) throw new Error(`no task ${title}`);
  return task;
}

describe('the usual list', () => {
  it('is both lists of a monthly group, thirteen things, seven before and six after', async () => {
    const event = await withList();
    const tasks = await tasksOf(house.db, event);
    expect(tasks.map(({ side }) => side)).toEqual([...Array(7).fill('before'), ...Array(6).fill('after')]);
    expect(tasks.slice(0, 7).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual([
      '2 days',
      '2 days',
      '3 days',
      '2 days',
      '1 days',
      '1 days',
      '1 days',
    ]);
    const page = await (await organiser()).get(list(event));
    expect(page.text).toContain('0 of 13 done.');
    for (const word of ['Order drinks', 'Order pizza online', 'Confirm with the speakers', 'receipts as PDF'])
      expect(page.text).toContain(word);
  });

  it('speaks German where the group does', async () => {
    const german = await makeGroup(house, { language: 'de' });
    const event = await makeEvent(house, german);
    await house.db.updateTable('events.event').set({ language: 'de' }).where('event_id', '=', event.event_id).execute();
    await (await visit(house).as(german.organiser)).post(seasonPaths.usual(german.group.slug, event.slug));
    expect(await titles(event)).toContain('Getränke bestellen');
  });
});

describe('a task', () => {
  it('is ticked with one tap from the organisers’ page, says who did it, and can be taken back', async () => {
    const event = await withList();
    const browser = await organiser();
    const manage = eventPaths.manage(world.group.slug, event.slug);
    const { task_id } = await taskCalled(event, /Order drinks/);
    expect((await browser.get(manage)).text).toContain('Print sponsor signs');
    const done = seasonPaths.done(world.group.slug, event.slug, task_id);
    const ticked = await browser.post(done, { done: 'yes', back: manage });
    expect(ticked.location).toBe(`${manage}#task-${task_id}`);
    expect((await browser.get(list(event))).text).toMatch(/Order drinks done by Priya Raman/);
    expect(await taskCalled(event, /Order drinks/)).toMatchObject({ done_by: 'Priya Raman' });
    await browser.post(done, { done: '' });
    expect(await taskCalled(event, /Order drinks/)).toMatchObject({ done_at: null, done_by: null });
  });

  it('ticked by two people at once keeps who was first', async () => {
    const event = await withList();
    const { task_id } = await taskCalled(event, /Order drinks/);
    const other = await makePerson(house, 'Second');
    const tick = (person_id: typeof other) =>
      transact(house.db, (tx) => setTaskDone(tx, { person_id }, event, task_id, true, house.ground.now()));
    await tick(world.organiser);
    await tick(other);
    expect((await taskCalled(event, /Order drinks/)).done_by).toBe('Priya Raman');
  });

  it('cannot be done before what it waits for, and the page says which', async () => {
    const event = await withList();
    const browser = await organiser();
    const { task_id } = await taskCalled(event, /Upload the slides/);
    const path = seasonPaths.done(world.group.slug, event.slug, task_id);
    const refused = await browser.post(path, { done: 'yes' });
    expect((await browser.follow(refused)).text).toContain('Something comes first: Post the speakers’ slides.');
    expect((await taskCalled(event, /Upload the slides/)).done_at).toBeNull();
    const first = await taskCalled(event, /Post the speakers/);
    await browser.post(seasonPaths.done(world.group.slug, event.slug, first.task_id), { done: 'yes' });
    await browser.post(path, { done: 'yes' });
    expect((await taskCalled(event, /Upload the slides/)).done_at).not.toBeNull();
  });

  it('never waits for itself by way of another', async () => {
    const event = await withList();
    const first = await taskCalled(event, /Post the speakers/);
    const later = await taskCalled(event, /Upload the slides/);
    const form = { title: first.title, amount: '1', when: 'days_after', needs: later.task_id };
    const answer = await (await organiser()).post(seasonPaths.task(world.group.slug, event.slug, first.task_id), form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('round in a circle');
  });

  it('is added where its time belongs, and what was typed wrong is kept and named', async () => {
    const event = await withList();
    const browser = await organiser();
    const wrong = await browser.post(list(event), { title: 'Ask for a room', amount: 'soon', when: 'days_before' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors).toHaveProperty('amount');
    expect(wrong.body).toContain('Ask for a room');
    await browser.post(list(event), { title: 'Ask for a room', amount: '21', when: 'days_before' });
    await browser.post(list(event), { title: 'Sweep the floor', amount: '1', when: 'hours_after' });
    const all = await titles(event);
    expect(all[0]).toBe('Ask for a room');
    expect(all.indexOf('Sweep the floor')).toBe(8);
  });

  it('changes places with its neighbour on the same side, and stays at the end', async () => {
    const event = await withList();
    const browser = await organiser();
    const move = async (title: RegExp, to: string) => {
      const { task_id } = await taskCalled(event, title);
      await browser.post(seasonPaths.move(world.group.slug, event.slug, task_id), { to });
    };
    const before = await titles(event);
    await move(/Print sponsor signs/, 'up');
    await move(/Post the speakers/, 'up');
    expect(await titles(event)).toEqual(before);
    await move(/Print sponsor signs/, 'down');
    expect((await titles(event)).slice(0, 2)).toEqual([before[1], before[0]]);
  });

  it('taken off the list lets go of what waited for it, and the log says so', async () => {
    const event = await withList();
    const first = await taskCalled(event, /Post the speakers/);
    await (await organiser()).post(seasonPaths.remove(world.group.slug, event.slug, first.task_id));
    expect((await taskCalled(event, /Upload the slides/)).needs).toEqual([]);
    expect((await (await organiser()).get(`/g/${world.group.slug}/audit`)).text).toContain(
      'took something off a checklist',
    );
  });

  it('moves along with its evening', async () => {
    const event = await withList();
    const before = await taskCalled(event, /Order drinks/);
    const row = await house.db
      .selectFrom('events.event')
      .selectAll()
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();
    const later = (date: Date) => new Date(date.getTime() + 7 * 86_400_000);
    const { search: _, ...draft } = {
      search: '',
      ...row,
      cap: null,
      starts_at: later(row.starts_at),
      ends_at: later(row.ends_at),
    };
    await transact(house.db, (tx) =>
      editEvent(tx, event, house.ground.now(), draft as Parameters<typeof editEvent>[3]),
    );
    expect((await taskCalled(event, /Order drinks/)).due_at).toEqual(later(before.due_at));
  });
});

describe('who looks at a checklist', () => {
  it('works the door: ticks, and changes nothing', async () => {
    const event = await withList();
    const door = await makePerson(house, 'Doron', { address: 'doron@example.org' });
    await transact(house.db, (tx) =>
      townVerbs.settleIn(tx, { person_id: world.organiser }, house.ground.now(), world.group.group_id, {
        helper: { person_id: door, address: 'doron@example.org', lang: 'en', role: 'door' },
      }),
    );
    const browser = await visit(house).as(door);
    const page = await browser.get(list(event));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('Add something');
    const { task_id } = await taskCalled(event, /Order drinks/);
    expect((await browser.post(seasonPaths.done(world.group.slug, event.slug, task_id), { done: 'yes' })).status).toBe(
      303,
    );
    expect((await browser.post(seasonPaths.remove(world.group.slug, event.slug, task_id))).status).toBe(404);
  });

  it('is of no team: may not give a task to a stranger either', async () => {
    const event = await withList();
    const stranger = await makePerson(house, 'Stranger');
    const form = { title: 'Carry chairs', amount: '1', when: 'hours_before', owner: stranger };
    await (await organiser()).post(list(event), form);
    expect((await taskCalled(event, /Carry chairs/)).owner).toBeNull();
    await (await organiser()).post(list(event), { ...form, title: 'Carry tables', owner: world.organiser });
    expect((await taskCalled(event, /Carry tables/)).owner?.name).toBe('Priya Raman');
  });

  it('reads a list of thirteen in as many statements as a list of one', async () => {
    const one = await makeEvent(house, world);
    await (await organiser()).post(list(one), { title: 'Alone', amount: '1', when: 'days_before' });
    const many = await withList();
    const browser = await organiser();
    await browser.get(list(one));
    const count = async (path: string) => {
      let statements = 0;
      const { pool } = house.database;
      const tally = () => {
        statements++;
      };
      pool.on('acquire', tally);
      await browser.get(path);
      pool.off('acquire', tally);
      return statements;
    };
    expect(await count(list(one))).toBeGreaterThan(2);
    expect(await count(list(many))).toBe(await count(list(one)));
  });
});
