// The clock and reminders: many guests in few statements, the quiet rule, late openings, many processes with a control, previews.
import { CompiledQuery } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../../test/world.ts';
import { eventPaths } from '../paths.ts';
import { dueRounds } from './due-rounds.ts';
import { momentOf } from './for-tests.ts';
import { remindersOf, setReminders } from './plan.ts';
import { sendReminders, sendRound } from './send-reminders.ts';

const house = testHouse();
type Made = Awaited<ReturnType<typeof makeEvent>>;

const campaignOf = (event: Made, step: string) =>
  house.db
    .selectFrom('kit.mail')
    .select(['to_address', 'args'])
    .where('campaign', 'like', `events.reminder:${event.event_id}:${step}:%`)
    .execute();
const rounds = (event: Made) =>
  house.db
    .selectFrom('events.reminder_round')
    .select(['step', 'told', 'skipped'])
    .where('event_id', '=', event.event_id)
    .orderBy('step')
    .execute();
const tick = async (at: Awaited<ReturnType<typeof momentOf>>) => {
  house.setNow(at);
  return sendReminders(house.ground);
};

describe('a round', () => {
  it('costs as many statements for two thousand guests as for two', async () => {
    const costs: number[] = [];
    for (const n of [2, 2000]) {
      const event = await makeEvent(house, await makeGroup(house), { cap: n, inDays: 9 });
      await crowd(event, n);
      const now = await momentOf(house, event, 'confirm');
      house.setNow(now);
      const due = (await dueRounds(house.db, now)).find(
        (one) => one.step === 'confirm' && one.event.event_id === event.event_id,
      );
      let statements = 0;
      const told = await transact(house.db, (tx) => {
        const counting = tx.withPlugin({
          transformQuery: ({ node }) => {
            statements++;
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        return sendRound(counting as typeof tx, due as NonNullable<typeof due>, now);
      });
      expect(told).toBe(n);
      costs.push(statements);
    }
    expect(costs[0]).toBe(costs[1]);
    expect(costs[0]).toBeLessThanOrEqual(6);
  });

  it('goes out once through four processes at once; without its key everybody would be mailed again', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 9, inDays: 9 });
    await seatPeople(house, event, ['Ann', 'Bo']);
    house.setNow(await momentOf(house, event, 'confirm'));
    await Promise.all([1, 2, 3, 4].map(() => sendReminders({ ...house.ground })));
    expect(await campaignOf(event, 'confirm')).toHaveLength(2);
    // The control: what keeps it from going out again is the round that was written.
    await house.db.deleteFrom('events.reminder_round').where('event_id', '=', event.event_id).execute();
    await sendReminders(house.ground);
    expect(await campaignOf(event, 'confirm')).toHaveLength(4);
  });

  it('is not sent when it is switched off, before the evening is announced, and after it is called off', async () => {
    const world = await makeGroup(house);
    const off = await makeEvent(house, world, { inDays: 9 });
    const draft = await makeEvent(house, world, { inDays: 9, stage: 'draft' });
    const called = await makeEvent(house, world, { inDays: 9 });
    const on = await makeEvent(house, world, { inDays: 9 });
    for (const event of [off, called, on]) await seatPeople(house, event, ['Ann']);
    await transact(house.db, async (tx) =>
      setReminders(
        tx,
        off,
        (await remindersOf(tx, off)).map((one) => ({ ...one, on: false })),
      ),
    );
    await house.db
      .updateTable('events.event')
      .set({ stage: 'cancelled' })
      .where('event_id', '=', called.event_id)
      .execute();
    await tick(await momentOf(house, on, 'confirm'));
    expect(
      (await Promise.all([off, draft, called, on].map((one) => campaignOf(one, 'confirm')))).map((m) => m.length),
    ).toEqual([0, 0, 0, 1]);
  });

  it('of an evening opened late is left out, and its organisers read why', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { inDays: 5 });
    await seatPeople(house, event, ['Ann']);
    await sendReminders(house.ground);
    expect(await rounds(event)).toEqual([
      { step: 'fortnight', told: 0, skipped: 'passed' },
      { step: 'week', told: 0, skipped: 'nobody' },
    ]);
    const page = await (await visit(house).as(world.organiser)).get(eventPaths.reminders(world.group.slug, event.slug));
    expect(page.text).toContain('Left out: its time had passed');
    expect(page.text).toMatch(/Still coming\?.*Goes out on/);
  });
});

describe('the quiet rule', () => {
  it('leaves out the week before whoever had news of the group in three days, and never the question about a seat', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { inDays: 12 });
    const [ann] = await seatPeople(house, event, ['Ann', 'Bo']);
    const week = await momentOf(house, event, 'week');
    house.setNow(week.subtract({ hours: 48 }));
    const other = await makeEvent(house, world, { inDays: 40 });
    await heard(other, ann as Id<'people.person'>);
    await tick(week);
    expect(await campaignOf(event, 'week')).toHaveLength(1);
    await tick(await momentOf(house, event, 'confirm'));
    expect(await campaignOf(event, 'confirm')).toHaveLength(2);
  });

  it('lets the reminder go once three days have passed: a control', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world, { inDays: 12 });
    const [ann] = await seatPeople(house, event, ['Ann', 'Bo']);
    const week = await momentOf(house, event, 'week');
    house.setNow(week.subtract({ hours: 73 }));
    await heard(await makeEvent(house, world, { inDays: 40 }), ann as Id<'people.person'>);
    await tick(week);
    expect(await campaignOf(event, 'week')).toHaveLength(2);
  });

  /** What a member is sent when an evening opens. */
  async function heard(event: Made, person_id: Id<'people.person'>): Promise<void> {
    await house.db
      .insertInto('kit.mail')
      .values({
        mail_id: newId(),
        template: 'events.opened',
        to_address: 'x@example.org',
        person_id,
        lang: 'en',
        campaign: `events.opened:${event.event_id}`,
        due_at: new Date(),
      })
      .execute();
  }
});

describe('an organiser', () => {
  it('looks at a mail before it goes, with their own words, and saves; wrong input keeps the words', async () => {
    const world = await makeGroup(house);
    house.setNow(house.ground.now());
    const event = await makeEvent(house, world, { inDays: 12 });
    const path = eventPaths.reminder(world.group.slug, event.slug, 'confirm');
    const browser = await visit(house).as(world.organiser);
    const typed = {
      on: 'on',
      amount: '3',
      unit: 'days',
      at_time: '10:30',
      text: 'Pizza **again**!',
      confirmation: 'soft',
    };
    const look = await browser.post(path, { ...typed, step: 'look' });
    expect([look.status, look.text.includes('Pizza **again**!'), look.text.includes("Can't make it")]).toEqual([
      200,
      true,
      true,
    ]);
    // As it will look, not as its text part reads.
    expect(look.body).toContain('Pizza <strong>again</strong>!');
    expect((await remindersOf(house.db, event))[2]?.text).toBe('');

    const wrong = await browser.post(path, { ...typed, amount: 'soon', at_time: '' });
    expect([wrong.status, wrong.errors.amount, wrong.body.includes('Pizza **again**!')]).toEqual([
      422,
      'A whole number, please.',
      true,
    ]);
    expect((await browser.post(path, { ...typed, unit: 'hours' })).errors.at_time).toContain('goes with days');
    expect((await browser.post(path, { ...typed, amount: '40' })).errors.amount).toContain('passed');

    expect((await browser.post(path, typed)).status).toBe(303);
    expect((await remindersOf(house.db, event))[2]).toEqual({
      kind: 'confirm',
      before_minutes: 4320,
      at_time: '10:30',
      text: 'Pizza **again**!',
      on: true,
    });
    expect((await browser.get(eventPaths.reminders(world.group.slug, event.slug))).text).toContain(
      'is shown as unsure',
    );
  });
});

/** As many proven people with a seat, without asking the desk for each. */
async function crowd(event: Made, n: number): Promise<void> {
  const key = [event.group_id, event.event_id];
  const ids = Array.from({ length: n }, () => newId());
  await house.db.executeQuery(
    CompiledQuery.raw(
      `insert into people.person (person_id, address, address_key, name, lang, created_at, asked_at, proved_at)
       select id, id || '@example.org', id || '@example.org', 'Guest', 'en', now(), now(), now() from unnest($1::uuid[]) id`,
      [ids],
    ),
  );
  await house.db.executeQuery(
    CompiledQuery.raw(
      `insert into events.enrolment (group_id, event_id, person_id, state, via, asked_at, changed_at)
       select $2, $3, id, 'going', 'page', now() - interval '1 hour', now() - interval '1 hour' from unnest($1::uuid[]) id`,
      [ids, ...key],
    ),
  );
}
