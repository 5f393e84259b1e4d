// A group's numbers through the web: on the first day, after three evenings, after sixty; and as a table.
import { beforeAll, describe, expect, it } from 'vitest';
import { noteArrivals, seatDesk, settleMorningAfter } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { numberPaths } from '../paths.ts';
import { groupFacts } from './group-facts.ts';
import { groupNumbers } from './group-rules.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
const at = (days: number) => start.add({ hours: Math.round(days * 24) });
let world: World;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
});

const page = async (of: World = world) => (await visit(house).as(of.organiser)).get(numberPaths.group(of.group.slug));
const found = async (of: World = world) => {
  const now = house.ground.now();
  return groupNumbers(await groupFacts(house.db, of.group.group_id, now), now.epochMilliseconds);
};

async function evening(days: number, names: string[], came: number, title = 'Queues') {
  house.setNow(at(days - 5));
  const event = await makeEvent(house, world, { inDays: 5, cap: 40, title });
  const people = await seatPeople(house, event, names);
  house.setNow(at(days + 1));
  const said = { door_list: 'yes' as const, came, food_left: 'quarter' as const, remember: '' };
  await transact(house.db, (tx) => settleMorningAfter(tx, event, { person_id: world.organiser }, at(days + 1), said));
  return people;
}

/** Evenings a group typed in: only their counts. */
async function typed(n: number) {
  const of = await makeGroup(house);
  for (let i = 0; i < n; i++) {
    const day = Temporal.PlainDate.from('2026-03-01').subtract({ days: 7 * (n - i) });
    await house.db
      .insertInto('numbers.past_evening')
      .values({
        group_id: of.group.group_id,
        held_on: day.toString(),
        signed_up: 60 + ((i * 13) % 30),
        came: 36 + ((i * 17) % 24),
        source: 'typed',
        changed_at: new Date(),
      })
      .execute();
  }
  return of;
}

describe('a group’s numbers', () => {
  it('say on the first day what will stand there, and how to begin', async () => {
    const answer = await page();
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Nothing counted yet');
    expect(answer.links).toContain(numberPaths.past(world.group.slug));
    expect(answer.links).toContain(numberPaths.history(world.group.slug));
    expect(answer.body).not.toContain('NaN');
  });

  it('are a quiet line beside the first step, and a button once there is something to show', async () => {
    const newcomer = await makeGroup(house);
    const home = async (of: World) => (await visit(house).as(of.organiser)).get(`/g/${of.group.slug}`);
    const first = await home(newcomer);
    expect(first.text.indexOf('Plan an evening')).toBeGreaterThan(0);
    expect(first.text.indexOf('Did you meet before you came here?')).toBeGreaterThan(
      first.text.indexOf('Plan an evening'),
    );
    expect(first.text).not.toContain('Your numbers');
    expect((await home(await typed(1))).text).toContain('Your numbers');
    await makeEvent(house, newcomer, { inDays: 5 });
    expect((await home(newcomer)).text).toContain('Your numbers');
  });

  it('are honest after one evening, and after three', async () => {
    const one = await page(await typed(1));
    expect(one.text).toContain('One evening can be luck.');
    const three = await page(await typed(3));
    expect(three.text).toContain('On average over 3 evenings.');
    expect(three.text).toContain('Too few to judge us yet.');
    expect(three.text).toContain('Nothing to compare with yet.');
    expect(three.body).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('hold with sixty evenings: each forecast judged once, a line for each month that shows', async () => {
    const of = await typed(60);
    const numbers = await found(of);
    expect(numbers.evenings).toHaveLength(60);
    expect(numbers.calibration.judged).toHaveLength(59);
    expect(numbers.calibration.hits + numbers.calibration.below + numbers.calibration.above).toBe(59);
    expect(numbers.year.length).toBeGreaterThan(45);
    const answer = await page(of);
    expect(answer.body).not.toMatch(/NaN|Infinity|undefined/);
    expect(answer.body.match(/class="ui-range-dot"/g)).toHaveLength(numbers.year.length);
  });

  it('know who came back, who gave back after being asked, and how sign-ups came in', async () => {
    const first = await evening(10, ['Aiko', 'Ben', 'Chiara', 'Dara'], 3);
    await evening(20, ['Emre', 'Fatou', 'Gil'], 2);
    house.setNow(at(25));
    const ahead = await makeEvent(house, world, { inDays: 5, cap: 40, title: 'Ahead of us' });
    await seatPeople(house, ahead, ['Hana']);
    const numbers = await found();
    expect(numbers.who).toEqual({ seats: 7, first_time: 7, people: 7, came_again: 0 });
    expect(first).toHaveLength(4);
    const curve = numbers.curves.at(-1)!;
    expect(curve).toMatchObject({ title: 'Ahead of us', is_ahead: true });
    expect(curve.points.at(-1)).toEqual({ days_left: 5, heads: 1 });
    expect(numbers.curves[0]!.points.at(-1)).toEqual({ days_left: 0, heads: 4 });
    const answer = await page();
    expect(answer.text).toContain('100 of 100 seats in the last year.');
    expect(answer.text).toContain('The thick line is the evening ahead.');
    expect(answer.text).not.toContain('Aiko');
  });

  it('know of guests whom the door let in when they had signed up, and of no others', async () => {
    const of = await makeGroup(house);
    house.setNow(at(40));
    const event = await makeEvent(house, of, { inDays: 5, cap: 40 });
    const early = await seatPeople(house, event, ['Kim', 'Lou', 'Mo']);
    house.setNow(at(43.5));
    const [late] = await seatPeople(house, event, ['Nia']);
    house.setNow(at(46));
    const seen = [early[0]!, late!].map((person_id) => ({ person_id, heads: 1, at: new Date() }));
    const said = { door_list: 'yes' as const, came: 2, food_left: null, remember: '' };
    await transact(house.db, async (tx) => {
      await noteArrivals(tx, event, seen, at(46));
      await settleMorningAfter(tx, event, { person_id: of.organiser }, at(46), said);
    });
    const { alike } = await groupFacts(house.db, of.group.group_id, at(47));
    expect(alike.map(({ lead, said: yes, signed_up, came }) => [lead, yes, signed_up, came]).sort()).toEqual([
      ['day', null, 1, 1],
      ['days', null, 3, 1],
    ]);

    // Who is excused has neither come nor missed it; the seat stays one that was signed up for.
    house.setNow(at(47));
    await seatDesk(house.ground).ask(event, { kind: 'excuse', person: early[1]!, is_excused: true });
    const after = await groupFacts(house.db, of.group.group_id, at(47));
    expect(after.alike.find(({ lead }) => lead === 'days')).toMatchObject({ signed_up: 2, came: 1 });
    expect(after.evenings.map(({ signed_up, came }) => [signed_up, came])).toEqual([[4, 2]]);
  });

  it('say nothing of the silence of guests who were brought along and mailed nothing', async () => {
    const of = await makeGroup(house);
    house.setNow(at(50));
    const event = await makeEvent(house, of, { inDays: 5, cap: 40 });
    const [ann] = await seatPeople(house, event, ['Ann']);
    const organiser = await visit(house).as(of.organiser);
    await organiser.post(`/g/${of.group.slug}/e/${event.slug}/guests/elsewhere`, { list: 'Quinn <quinn@example.org>' });
    const { group_id, event_id } = event;
    const round = { group_id, event_id, step: 'confirm', for_on: '2026-05-04', told: 1, skipped: null } as const;
    const asked_at = new Date(at(53).epochMilliseconds);
    await house.db
      .insertInto('events.reminder_round')
      .values({ ...round, at: asked_at })
      .execute();
    house.setNow(at(56));
    await transact(house.db, async (tx) => {
      await noteArrivals(tx, event, [{ person_id: ann!, heads: 1, at: new Date() }], at(56));
      const said = { door_list: 'yes' as const, came: 1, food_left: null, remember: '' };
      await settleMorningAfter(tx, event, { person_id: of.organiser }, at(56), said);
    });
    const { alike } = await groupFacts(house.db, group_id, at(57));
    expect(alike.map(({ said, signed_up, came }) => [said, signed_up, came])).toEqual(
      expect.arrayContaining([
        [false, 1, 1],
        [null, 1, 0],
      ]),
    );
  });

  it('say nothing of the silence of guests who waited when the mail left, or who were asked about another day', async () => {
    const of = await makeGroup(house);
    const told = async (
      event: { group_id: typeof of.group.group_id; event_id: Id<'events.event'> },
      for_on: string,
      on: number,
    ) => {
      const { group_id, event_id } = event;
      const round = { group_id, event_id, step: 'confirm', for_on, told: 1, skipped: null } as const;
      await house.db
        .insertInto('events.reminder_round')
        .values({ ...round, at: new Date(at(on).epochMilliseconds) })
        .execute();
    };
    house.setNow(at(60));
    const event = await makeEvent(house, of, { inDays: 5, cap: 1 });
    const [ann, ben] = await seatPeople(house, event, ['Ann', 'Ben']);
    // Moved since: what was asked about another day says nothing about this one.
    await told(event, '2026-05-12', 61);
    house.setNow(at(62));
    const [late] = await seatPeople(house, event, ['Cem']);
    await told(event, '2026-05-14', 63);
    house.setNow(at(64));
    await seatDesk(house.ground).ask(event, { kind: 'release', person: ann!, via: 'page' });
    expect(late).not.toBe(ann);
    house.setNow(at(66));
    await transact(house.db, async (tx) => {
      await noteArrivals(tx, event, [{ person_id: ben!, heads: 1, at: new Date() }], at(66));
      const said = { door_list: 'yes' as const, came: 1, food_left: null, remember: '' };
      await settleMorningAfter(tx, event, { person_id: of.organiser }, at(66), said);
    });
    const { alike } = await groupFacts(house.db, of.group.group_id, at(67));
    expect(alike.map(({ said, signed_up, came }) => [said, signed_up, came])).toEqual([[null, 1, 1]]);
  });

  it('are one click from the group’s page, for organisers alone', async () => {
    const { slug } = world.group;
    expect((await (await visit(house).as(world.organiser)).get(`/g/${slug}`)).links).toContain(numberPaths.group(slug));
    expect((await visit(house).get(`/g/${slug}`)).links).not.toContain(numberPaths.group(slug));
  });

  it('can be taken along as a table no spreadsheet works out', async () => {
    await evening(35, ['Ivo', 'Jun'], 1, '=1+1');
    const answer = await (await visit(house).as(world.organiser)).get(numberPaths.groupCsv(world.group.slug));
    const [header, ...rows] = answer.body.trim().split('\r\n');
    expect(header).toContain('signed_up,came,forecast_low');
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toContain(",'=1+1,free,false,5,false,2,1,");
    expect(rows.at(-1)!.endsWith(',quarter')).toBe(true);
  });
});
