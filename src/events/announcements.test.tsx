// What this room tells the rooms above it, and what they may hang on its pages.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Announcement, connectReactions, type Reactions } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { connectPanels } from '#kit/panels.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';
import { eventPaths } from './paths.ts';
import { cancelEvent, discardEvent } from './stage-event.ts';

const house = testHouse();
let world: World;
beforeAll(async () => {
  world = await makeGroup(house);
});

describe('other rooms hear', () => {
  const names = ['announced', 'opened', 'moved', 'cancelled', 'changed', 'discarded'] as const;
  let heard: string[] = [];
  beforeEach(() => {
    heard = [];
    const reactions = names.map((name) => [
      `events.${name}` satisfies Announcement,
      [
        async (_: unknown, { first }: { first?: boolean }) => {
          heard.push(first === undefined ? name : `${name} first ${first}`);
        },
      ],
    ]);
    connectReactions(Object.fromEntries(reactions) as Reactions);
  });

  const post = async (path: string, form: Record<string, string> = {}) =>
    (await visit(house).as(world.organiser)).post(path, form);

  it('of an evening that is announced, opens, closes and opens again', async () => {
    const { slug } = await makeEvent(house, world, { stage: 'draft', inDays: 30, opensInDays: 5 });
    for (const path of [eventPaths.announce, eventPaths.open, eventPaths.close, eventPaths.open]) {
      await post(path(world.group.slug, slug));
    }
    expect(heard).toEqual(['announced', 'opened first true', 'opened first false']);
  });

  it('of one announced after its opening time: that it is announced, then that it is open', async () => {
    await makeEvent(house, world, { opensInDays: -1 });
    expect(heard).toEqual(['announced', 'opened first true']);
  });

  const form = { title: 'Moved', day: '2031-03-05', starts: '18:00', ends: '20:00', zone: 'America/Chicago' };

  it('of a public evening that moved; of a draft only that it was written anew', async () => {
    const draft = await makeEvent(house, world, { stage: 'draft' });
    await post(eventPaths.edit(world.group.slug, draft.slug), form);
    expect(heard).toEqual(['changed']);
    const open = await makeEvent(house, world);
    heard = [];
    await post(eventPaths.edit(world.group.slug, open.slug), form);
    expect(heard).toEqual(['changed', 'moved']);
  });

  it('of one called off once, and of a draft thrown away', async () => {
    const open = await makeEvent(house, world);
    const draft = await makeEvent(house, world, { stage: 'draft' });
    heard = [];
    const now = house.ground.now();
    await transact(house.db, (tx) => cancelEvent(tx, open, now, 'no room'));
    await transact(house.db, (tx) => cancelEvent(tx, open, now, 'no room'));
    await transact(house.db, (tx) => discardEvent(tx, draft, now));
    expect(heard).toEqual(['cancelled', 'discarded']);
  });
});

describe('what hangs on', () => {
  beforeEach(() => {
    connectPanels({
      'events.page': [async (_, __, { person_id }) => <p>Hung for {person_id ? 'one' : 'everybody'}.</p>],
      'events.manage': [async (_, __, { role }) => <p>Hung for the {role}.</p>],
    });
  });

  it("an evening's page is the same bytes for everybody signed out, and each one's own signed in", async () => {
    const { slug } = await makeEvent(house, world);
    const path = eventPaths.show(world.group.slug, slug);
    const [one, two] = await Promise.all([visit(house).get(path), visit(house).get(path)]);
    expect(one?.text).toContain('Hung for everybody.');
    expect(one?.body).toBe(two?.body);
    expect((await (await visit(house).as(world.organiser)).get(path)).text).toContain('Hung for one.');
    const refused = await visit(house).post(eventPaths.seat(world.group.slug, slug), { name: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hung for everybody.');
  });

  it("the organisers' page is shown to them", async () => {
    const { slug } = await makeEvent(house, world);
    const page = await (await visit(house).as(world.organiser)).get(eventPaths.manage(world.group.slug, slug));
    expect(page.text).toContain('Hung for the owner.');
  });
});
