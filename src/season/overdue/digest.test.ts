// The mail about what is overdue: to whoever took it, to organisers for what nobody took, in the morning, once; and one's own list.
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelEvent } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../../test/world.ts';
import { addTask, setTaskDone } from '../change-tasks.ts';
import { seasonPaths } from '../paths.ts';
import { sendDigests } from './send-digests.ts';

const house = testHouse({ works: true });
// The evening begins on the 20th at 12:00 in UTC, 6 in the morning in Chicago; mornings there are 14:00 to 18:00 in UTC.
const START = Temporal.Instant.from('2026-11-10T12:00Z');
const at = (text: string) => house.setNow(Temporal.Instant.from(text));
let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
let helper: Id<'people.person'>;

beforeEach(async () => {
  await house.db.deleteFrom('season.task').execute();
  await house.db.deleteFrom('season.digest').execute();
  house.setNow(START);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 10 });
  helper = await makePerson(house, 'Tomás Herrera');
  const { group_id } = world.group;
  await house.db
    .insertInto('groups.organiser')
    .values({ group_id, person_id: helper, role: 'door', since: new Date() } as never)
    .execute();
});

async function add(
  title: string,
  amount: number,
  owner_id: Id<'people.person'> | null = null,
  side: 'before' | 'after' = 'before',
) {
  const row = await house.db
    .selectFrom('events.event')
    .selectAll()
    .where('event_id', '=', event.event_id)
    .executeTakeFirstOrThrow();
  const draft = { title, amount, side, unit: 'days', note: '', owner_id } as const;
  const added = await transact(house.db, (tx) => addTask(tx, row, draft));
  if ('refused' in added) throw new Error(added.refused);
  return added.task_id;
}
const address = async (person: Id<'people.person'>) =>
  (
    await house.db
      .selectFrom('people.person')
      .select('address')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
  ).address;
async function mailsTo(person: Id<'people.person'>) {
  const to = await address(person);
  return (await house.mails()).filter((mail) => mail.to.includes(to) && /overdue/i.test(mail.subject));
}

describe('the mail about what is overdue', () => {
  it('goes to whoever took it, and to organisers for what nobody took', async () => {
    await add('Order drinks', 6, helper);
    await add('Print signs', 6);
    at('2026-11-14T15:00Z');
    expect(await sendDigests(house.ground)).toBe(2);
    const [mine] = await mailsTo(helper);
    expect(mine?.subject).toBe('Overdue: Order drinks');
    expect(mine?.text).toContain('Order drinks (was due');
    expect(mine?.text).not.toContain('Print signs');
    expect(mine?.text).toContain(`http://localhost:3000/g/${world.group.slug}/e/${event.slug}/checklist`);
    const [theirs, ...more] = await mailsTo(world.organiser);
    expect(more).toEqual([]);
    expect(theirs?.text).toContain('Print signs');
    expect(theirs?.text).toContain('nobody has it');
    expect(theirs?.text).not.toContain('Order drinks');
  });

  it('goes out in the morning on the clock of the place, and once', async () => {
    await add('Order drinks', 6, helper);
    at('2026-11-14T13:30Z');
    expect(await sendDigests(house.ground)).toBe(0);
    at('2026-11-14T14:30Z');
    expect(await sendDigests(house.ground)).toBe(1);
    at('2026-11-14T15:30Z');
    expect(await sendDigests(house.ground)).toBe(0);
    // The next morning nothing is new.
    at('2026-11-15T14:30Z');
    expect(await sendDigests(house.ground)).toBe(0);
    // The morning after, something is; then all of it stands in one mail.
    await add('Confirm with the speakers', 4, helper);
    at('2026-11-16T14:30Z');
    expect(await sendDigests(house.ground)).toBe(1);
    const [, second, ...more] = await mailsTo(helper);
    expect(more).toEqual([]);
    expect(second?.subject).toBe('2 things are overdue, first: Order drinks');
  });

  it('two servers at once send one', async () => {
    await add('Order drinks', 6, helper);
    at('2026-11-14T14:30Z');
    const sent = await Promise.all([sendDigests(house.ground), sendDigests(house.ground)]);
    expect(sent[0] + sent[1]).toBe(1);
  });

  it('does not go when it is done, the evening is off, or its owner has left the team', async () => {
    const task = await add('Order drinks', 6, helper);
    at('2026-11-14T14:30Z');
    await transact(house.db, (tx) => setTaskDone(tx, { person_id: helper }, event, task, true, house.ground.now()));
    expect(await sendDigests(house.ground)).toBe(0);
    await add('Print signs', 6, helper);
    await house.db.deleteFrom('groups.organiser').where('person_id', '=', helper).execute();
    expect(await sendDigests(house.ground)).toBe(1);
    expect(await mailsTo(helper)).toEqual([]);
    await house.db.deleteFrom('season.digest').execute();
    await transact(house.db, (tx) => cancelEvent(tx, event, house.ground.now(), ''));
    expect(await sendDigests(house.ground)).toBe(0);
  });

  it('is silent about what was to prepare an evening that is over, and speaks of what follows it', async () => {
    await add('Order drinks', 1);
    at('2026-11-19T14:30Z');
    expect(await sendDigests(house.ground)).toBe(1);
    await add('Print signs', 0, helper);
    await house.db.deleteFrom('season.digest').execute();
    at('2026-11-22T14:30Z');
    expect(await sendDigests(house.ground)).toBe(0);
    const own = await visit(house).as(helper);
    expect((await own.get('/me')).text).not.toContain('Print signs');
    const whole = await (await visit(house).as(world.organiser)).get(
      seasonPaths.checklist(world.group.slug, event.slug),
    );
    expect(whole.text).toContain('Print signs');
    expect(whole.text).not.toContain('overdue');
    await add('Send receipts', 1, helper, 'after');
    at('2026-11-23T14:30Z');
    expect(await sendDigests(house.ground)).toBe(1);
    expect((await mailsTo(helper))[0]?.subject).toBe('Overdue: Send receipts');
  });

  it('stops with one click in the mail, whoever looks only changes nothing, and can be had again', async () => {
    await add('Order drinks', 6, helper);
    at('2026-11-14T14:30Z');
    await sendDigests(house.ground);
    const [mail] = await mailsTo(helper);
    const path = /http:\/\/localhost:3000(\/stop\/overdue\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(JSON.stringify(mail?.raw)).toContain('List-Unsubscribe');
    expect((await visit(house).get(path)).heading).toContain('No more mails');
    await add('Print signs', 5, helper);
    at('2026-11-15T14:30Z');
    expect(await house.db.selectFrom('season.digest').select('stopped_at').execute()).toEqual([{ stopped_at: null }]);
    const stopped = await visit(house).post(path, { 'List-Unsubscribe': 'One-Click' });
    expect(stopped.status).toBe(200);
    expect(await sendDigests(house.ground)).toBe(0);
    await visit(house).post(path, { wanted: 'yes' });
    // What was overdue before is known; only what comes is told.
    expect(await sendDigests(house.ground)).toBe(0);
    await add('Schedule posts', 4, helper);
    at('2026-11-16T14:30Z');
    expect(await sendDigests(house.ground)).toBe(1);
    expect((await visit(house).get(`${path.slice(0, -1)}A`)).status).toBe(404);
  });
});

describe('one’s own page', () => {
  it('shows what is one’s to do over all groups, ticked there; nothing where there is nothing', async () => {
    const other = await makeGroup(house);
    const browser = await visit(house).as(world.organiser);
    expect((await browser.get('/me')).text).not.toContain('Yours to do');
    const task = await add('Order drinks', 6, world.organiser);
    await add('Nobody’s', 6);
    const page = await browser.get('/me');
    expect(page.text).toContain('Yours to do');
    expect(page.text).toContain('Order drinks');
    expect(page.text).not.toContain('Nobody’s');
    const ticked = await browser.post(`/g/${world.group.slug}/e/${event.slug}/checklist/${task}/done`, {
      done: 'yes',
      back: '/me',
    });
    expect(ticked.location).toBe(`/me#task-${task}`);
    expect((await browser.get('/me')).text).not.toContain('Order drinks');
    expect((await (await visit(house).as(other.organiser)).get('/me')).text).not.toContain('Yours to do');
  });
});
