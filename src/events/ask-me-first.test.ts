// *Ask me first*, ticked in the form that joins the waitlist: signed in, by code, by the mailed link, and around questions. No scripts.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { readCodeWish, writeCodeWish } from './code-wish.ts';
import { eventPaths } from './paths.ts';
import { questionsOf } from './questions/read-questions.ts';
import { seatDesk } from './seat-desk.ts';

const house = testHouse({ works: true });
let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
let ann: Id<'people.person'>;
let path: string;
const now = Temporal.Now.instant();

/** One seat, and Ann has it. */
beforeEach(async () => {
  house.setNow(now);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { cap: 1, plus_ones: 1 });
  [ann] = (await seatPeople(house, event, ['Ann'])) as [Id<'people.person'>];
  path = eventPaths.show(world.group.slug, event.slug);
});

const wish = { guests: '0', ask_first: 'yes' };
const box = 'name="ask_first"';
const stands = async () =>
  house.db
    .selectFrom('events.enrolment')
    .select(['state', 'ask_first'])
    .where('event_id', '=', event.event_id)
    .where('person_id', '<>', ann)
    .executeTakeFirst();
const annGivesBack = () => seatDesk(house.ground).ask(event, { kind: 'release', person: ann, via: 'page' });

/** A stranger asks with the form: where they are sent, and the mail they get. */
async function strangerAsks(more: Record<string, string>) {
  const address = `mei@${world.group.slug}.example`;
  const stranger = visit(house);
  const asked = await stranger.post(`${path}/seat`, { name: 'Mei Lin', address, ...more });
  expect(asked.status).toBe(303);
  const mail = (await house.mails()).findLast(({ to }) => to.includes(address));
  const code = (/(\d{3}) ?(\d{3})/.exec(mail?.subject ?? '') ?? []).slice(1).join('');
  const link = /http:\/\/localhost:3000(\/g\/\S+\/seat\/link\/\S+)/.exec(mail?.text ?? '')?.[1] ?? 'no link';
  return { stranger, at: asked.location ?? '', code, link };
}

describe('the choice', () => {
  it('is there while all seats are taken and the waitlist moves, and at no other time', async () => {
    const bo = await visit(house).as(await makePerson(house, 'Bo'));
    expect((await bo.get(path)).body).toContain(box);
    // Six hours before the start nobody is called any more.
    const late = await makeEvent(house, world, { cap: 0, inDays: 0.2, closesHours: 0 });
    const lateBody = (await bo.get(eventPaths.show(world.group.slug, late.slug))).body;
    expect(lateBody).toContain('Join the waitlist');
    expect(lateBody).not.toContain(box);
    await annGivesBack();
    expect((await bo.get(path)).body).not.toContain(box);
  });

  it('of somebody signed in is kept with their place: a seat that comes free is offered', async () => {
    const bo = await visit(house).as(await makePerson(house, 'Bo'));
    const asked = await bo.post(`${path}/seat`, wish);
    expect((await bo.follow(asked)).text).toContain('we ask you by mail first');
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: true });
    await annGivesBack();
    expect(await stands()).toEqual({ state: 'offered', ask_first: true });
  });

  it('not taken is the next seat right away', async () => {
    const bo = await visit(house).as(await makePerson(house, 'Bo'));
    await bo.post(`${path}/seat`, { guests: '0' });
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: false });
    await annGivesBack();
    expect(await stands()).toEqual({ state: 'going', ask_first: false });
  });

  it('of a stranger is kept until the code is typed, also a wrong one first', async () => {
    const { stranger, at, code } = await strangerAsks(wish);
    expect((await stranger.get(at)).text).toContain('We ask you before a seat is yours.');
    const wrong = await stranger.post(at, { code: code === '000000' ? '111111' : '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('We ask you before a seat is yours.');
    expect(await stands()).toBeUndefined();
    await stranger.post(at, { code });
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: true });
  });

  it('of a stranger who said nothing is not made up', async () => {
    const { stranger, at, code } = await strangerAsks({ guests: '0' });
    expect((await stranger.get(at)).text).not.toContain('We ask you before');
    await stranger.post(at, { code });
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: false });
  });

  it('goes along with the link in the mail', async () => {
    const { link } = await strangerAsks(wish);
    const elsewhere = visit(house);
    expect((await elsewhere.get(link)).text).toContain('We ask you before a seat is yours.');
    await elsewhere.post(link);
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: true });
  });

  it('stays ticked when the form comes back', async () => {
    const wrong = await visit(house).post(`${path}/seat`, { name: '', address: 'mei@example.org', ...wish });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/<input[^>]*name="ask_first"[^>]*checked|<input[^>]*checked[^>]*name="ask_first"/);
  });

  it('is carried past what must be answered first', async () => {
    const organiser = await visit(house).as(world.organiser);
    const question = { label: 'T-shirt?', purpose: 'To order them.', kind: 'text', required: 'on', kept_days: '14' };
    expect((await organiser.post(`${path}/questions`, question)).status).toBe(303);
    const [asked] = await questionsOf(house.db, event);
    expect(asked?.is_required).toBe(true);
    const bo = await visit(house).as(await makePerson(house, 'Bo'));
    const sent = await bo.post(`${path}/seat`, { guests: '1', ask_first: 'yes' });
    expect(sent.location).toBe(`${path}/answers?guests=1&ask_first=yes`);
    const form = (await bo.follow(sent)).body;
    expect(form).toContain('name="guests" value="1"');
    expect(form).toContain('name="ask_first" value="yes"');
    await bo.post(`${path}/answers`, { guests: '1', ask_first: 'yes', [`q-${asked?.question_id}`]: 'M' });
    expect(await stands()).toEqual({ state: 'waitlisted', ask_first: true });
  });
});

describe('the wish in a path', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz';
  it.each([
    ['0', { wish: 'seat', guests: 0, ask_first: false }],
    ['2a', { wish: 'seat', guests: 2, ask_first: true }],
    ['w1a', { wish: 'wait', guests: 1, ask_first: true }],
    ['i0', { wish: 'interest', guests: 0, ask_first: false }],
  ] as const)('%s', (letters, wished) => {
    expect(writeCodeWish({ ...wished, token })).toBe(`${letters}.${token}`);
    expect(readCodeWish(`${letters}.${token}`)).toEqual({ ...wished, token });
  });

  it('that nobody wrote is nothing', () => {
    for (const text of ['a1', 'w1aa', '1b', 'w', '']) expect(() => readCodeWish(`${text}.${token}`)).toThrow();
  });
});
