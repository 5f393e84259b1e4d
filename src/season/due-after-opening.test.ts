// A task never asks for what cannot be done yet: by its rule, and through the web, where sign-up opens at another time later on.
import { describe, expect, it } from 'vitest';
import { eventPaths } from '#events';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { fieldsOf } from '../../test/fields-of.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { seasonPaths } from './paths.ts';
import { dueAt } from './rules.ts';
import { tasksOf } from './tasks.ts';

const at = (text: string) => new Date(text);
// A Monday at 18:00 in Berlin, a day after the clock went back.
const evening = { starts_at: at('2026-10-26T17:00Z'), ends_at: at('2026-10-26T19:00Z'), zone: 'Europe/Berlin' };
const twoWeeks = { side: 'before', amount: 14, unit: 'days' } as const;
const dueOf = (opens: string, more: object = { after_opening: true }) =>
  dueAt({ ...twoWeeks, ...more }, { ...evening, opens_at: at(opens) }).toISOString();

describe('a task that asks for an open sign-up', () => {
  it.each([
    ['stays where it was, when that is a day after', '2026-10-11T16:00Z', '2026-10-12T16:00:00.000Z'],
    ['is due a day after it opened two weeks before', '2026-10-12T16:00Z', '2026-10-13T16:00:00.000Z'],
    ['a day after it opened that morning', '2026-10-12T07:00Z', '2026-10-13T07:00:00.000Z'],
    ['over the night the clock goes back', '2026-10-24T16:00Z', '2026-10-25T17:00:00.000Z'],
    ['when it opens, less than a day before', '2026-10-26T05:00Z', '2026-10-26T05:00:00.000Z'],
  ] as const)('%s', (_, opens, due) => {
    expect(dueOf(opens)).toBe(due);
  });

  it('is one that says so, and lies before the evening: others keep their time', () => {
    expect(dueOf('2026-10-20T16:00Z', {})).toBe('2026-10-12T16:00:00.000Z');
    expect(dueOf('2026-10-25T18:00Z', { side: 'after', after_opening: true })).toBe('2026-11-09T19:00:00.000Z');
  });
});

describe('the tasks of an evening from Vienna monthly', () => {
  const house = testHouse();
  const NOW = Temporal.Instant.from('2027-02-01T12:00Z');

  it('follow a sign-up that opens later, say so, and hand it on to the next evening like this one', async () => {
    house.setNow(NOW);
    const { group, organiser } = await makeGroup(house, { zone: 'Europe/Berlin' });
    const browser = await visit(house).as(organiser);
    const plan = { starts: '18:00', ends: '20:00', closes_hours: '24', place_name: 'Harbor' };
    const first = { ...plan, title: 'Queues', day: '2027-04-12', opens_days: '14' };
    const made = await browser.post(seasonPaths.planFrom(group.slug, 'vienna-monthly'), first);
    const slug = /\/e\/([^/]+)\/manage/.exec(made.location ?? '')?.[1] ?? '';
    expect(await dueDays(slug)).toEqual(['2027-03-30', '2027-03-30']);

    const edit = eventPaths.edit(group.slug, slug);
    const asItWas = fieldsOf((await browser.get(edit)).body);
    expect((await browser.post(edit, { ...asItWas, opens_day: '2027-04-06', opens: '09:00' })).status).toBe(303);
    expect(await dueDays(slug)).toEqual(['2027-04-07', '2027-04-07']);
    expect((await browser.get(seasonPaths.checklist(group.slug, slug))).text).toContain(
      '(14 days before, once sign-up is open)',
    );

    const next = { ...plan, title: 'Caches', day: '2027-05-10', opens_days: '3' };
    const again = await browser.post(seasonPaths.planLike(group.slug, slug), next);
    expect(await dueDays(/\/e\/([^/]+)\/manage/.exec(again.location ?? '')?.[1] ?? '')).toEqual([
      '2027-05-08',
      '2027-05-08',
    ]);
  });

  it('wait for it where an organiser says so, and no longer where they take that back', async () => {
    house.setNow(NOW);
    const world = await makeGroup(house, { zone: 'Europe/Berlin' });
    const event = await makeEvent(house, world, { inDays: 20 });
    const { opens_at } = await house.db
      .selectFrom('events.event')
      .select('opens_at')
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();
    const browser = await visit(house).as(world.organiser);
    const list = seasonPaths.checklist(world.group.slug, event.slug);
    const asked = { title: 'Remind them', amount: '90', when: 'days_before' };
    await browser.post(list, { ...asked, after_opening: 'on' });
    const [task] = await tasksOf(house.db, event);
    expect(task?.due_at.getTime()).toBe(opens_at.getTime() + 86_400_000);
    const at = seasonPaths.task(world.group.slug, event.slug, task?.task_id ?? '');
    const fields = fieldsOf((await browser.get(at)).body);
    expect(fields).toMatchObject({ ...asked, after_opening: 'on' });
    const { after_opening: _, ...without } = fields;
    await browser.post(at, without);
    expect((await tasksOf(house.db, event))[0]?.due_at.getTime()).toBeLessThan(opens_at.getTime());
  });

  /** The days on the place's clock of what waits for sign-up, soonest first. */
  async function dueDays(slug: string): Promise<string[]> {
    const tasks = await house.db
      .selectFrom('season.task as t')
      .innerJoin('events.event as e', 'e.event_id', 't.event_id')
      .select('t.due_at')
      .where('e.slug', '=', slug)
      .where('t.after_opening', '=', true)
      .orderBy('t.due_at')
      .execute();
    return tasks.map(({ due_at }) => wallClock(instantOf(due_at), 'Europe/Berlin').date);
  }

  it('are not late while sign-up is not open, and have a day once it is opened late', async () => {
    house.setNow(NOW);
    const { group, organiser } = await makeGroup(house, { zone: 'America/Chicago' });
    const event = await makeEvent(house, { group, organiser }, { stage: 'draft', inDays: 20, opensInDays: 6 });
    const browser = await visit(house).as(organiser);
    const list = seasonPaths.checklist(group.slug, event.slug);
    const task = { title: 'Look at the seats', amount: '18', when: 'days_before', after_opening: 'on' };
    await browser.post(list, task);
    const lateOn = async (days: number) => {
      house.setNow(NOW.add({ hours: 24 * days }));
      return (await browser.get(list)).text.includes('overdue');
    };
    expect(await lateOn(8)).toBe(false);
    await browser.post(eventPaths.announce(group.slug, event.slug));
    expect(await lateOn(8.5)).toBe(false);
    expect(await lateOn(9.5)).toBe(true);
  });
});
