// Questions and answers as organisers and the world meet them: proposed from facts, changed, published, taken off.
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAgenda } from '#events';
import { transact } from '#kit/db.ts';
import { fieldsOf } from '../../test/fields-of.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';

const house = testHouse();
let world: World;
let organiser: Visitor;
// Signed in: a page for everybody is kept for a moment.
let guest: Visitor;
const at = (rest = '') => `/g/${world.group.slug}/faq${rest}`;
/** The fields of the questions, as a browser sends them untouched. */
const questionsOf = (body: string) =>
  Object.fromEntries(Object.entries(fieldsOf(body)).filter(([name]) => name.includes('-')));
const kept = () => house.db.selectFrom('faq.answer').selectAll().orderBy('position').execute();

beforeAll(async () => {
  world = await makeGroup(house);
  organiser = await visit(house).as(world.organiser);
  guest = await visit(house).as(await makePerson(house, 'Ingrid'));
  const event = await makeEvent(house, world, { cap: 40 });
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      { time: '06:00', minutes: 25, type: 'talk', title: 'Queues', who: '', note: '' },
      { time: '06:30', minutes: 5, type: 'sponsor_segment', title: 'Northwind', who: '', note: '' },
    ]),
  );
});

describe('questions and answers', () => {
  it('are proposed from the group’s facts, and say what only organisers know', async () => {
    expect((await organiser.get(`/g/${world.group.slug}/settings`)).links).toContain(at());
    const all = await organiser.get(at());
    expect(all.text).toContain('Proposed from your facts, not published. 2 questions still need your words.');
    const page = await organiser.get(at('/sponsors/edit'));
    expect(page.text).toContain('We usually offer 40 seats.');
    expect(page.text).toContain('5 minutes at the start');
    expect(page.text).toContain('needs your words');
  });

  it('do not exist for others until they are published', async () => {
    expect((await guest.get(at('/sponsors'))).status).toBe(404);
    expect((await organiser.get(at('/sponsors'))).text).toContain('Only your team sees it.');
    expect((await guest.get(at('/neighbours'))).status).toBe(404);
    expect((await guest.get(`/g/${world.group.slug}`)).links).not.toContain(at('/sponsors'));
  });

  it('keep no more than what was changed, and are public once published', async () => {
    const form = questionsOf((await organiser.get(at('/sponsors/edit'))).body);
    const saved = await organiser.post(at('/sponsors/edit'), {
      ...form,
      'answer-price': 'Drinks for **40**. <script>alert(1)</script>',
      'hidden-members': 'on',
      'question-new': 'May we bring a banner?',
      'answer-new': 'One.',
      step: 'publish',
    });
    expect(saved.status).toBe(303);
    expect(
      (await kept()).map(({ key, answer, hidden }) => [
        key.length > 30 ? 'new' : key,
        answer?.slice(0, 6) ?? null,
        hidden,
      ]),
    ).toEqual([
      ['members', null, true],
      ['price', 'Drinks', false],
      ['new', 'One.', false],
    ]);
    const page = await guest.get(at('/sponsors'));
    expect(page.body).toContain('<strong>40</strong>');
    expect(page.body).not.toContain('<script>alert');
    expect(page.text).toContain('May we bring a banner?');
    expect(page.text).not.toContain('list of your members');
    expect((await guest.get(`/g/${world.group.slug}`)).links).toContain(at('/sponsors'));
  });

  it('follow the facts where nobody changed them, and stay where somebody did', async () => {
    await house.db.updateTable('events.tally').set({ cap: 55 }).where('group_id', '=', world.group.group_id).execute();
    const page = await organiser.get(at('/sponsors'));
    expect(page.text).toContain('We usually offer 55 seats.');
    expect(page.text).toContain('Drinks for 40');
  });

  it('keep what was typed when something is wrong, and are left as they were', async () => {
    const form = questionsOf((await organiser.get(at('/sponsors/edit'))).body);
    const wrong = await organiser.post(at('/sponsors/edit'), {
      ...form,
      'answer-price': 'Nothing.',
      'answer-new': 'Forty-two.',
    });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors)).toEqual(['question-new']);
    expect(wrong.body).toContain('Forty-two.');
    expect((await kept()).map(({ answer }) => answer)).not.toContain('Nothing.');
  });

  it('are taken off again, and what was written stays', async () => {
    const before = await kept();
    expect(before).toHaveLength(3);
    const form = questionsOf((await organiser.get(at('/sponsors/edit'))).body);
    await organiser.post(at('/sponsors/edit'), { ...form, step: 'unpublish' });
    expect((await guest.get(at('/sponsors'))).status).toBe(404);
    expect(await kept()).toEqual(before);
  });

  it('speak the group’s language', async () => {
    const leipzig = await makeGroup(house, { language: 'de' });
    const page = await (await visit(house).as(leipzig.organiser)).get(`/g/${leipzig.group.slug}/faq/guests`);
    expect(page.heading).toBe('Für Gäste');
    expect(page.text).toContain('Viele kommen beim ersten Mal allein.');
  });
});

it('leave a question alone that somebody else added while the page was open', async () => {
  const of = await makeGroup(house);
  const her = await visit(house).as(of.organiser);
  const page = `/g/${of.group.slug}/faq/hosts/edit`;
  const [mine, theirs] = [questionsOf((await her.get(page)).body), questionsOf((await her.get(page)).body)];
  const added = { 'question-new': 'Is there a lift?', 'answer-new': 'Yes, by the yard.', step: 'save' };
  expect((await her.post(page, { ...theirs, ...added, 'answer-list': 'The day before.' })).status).toBe(303);
  expect((await her.post(page, { ...mine, 'hidden-when': 'on', step: 'save' })).status).toBe(303);
  const rows = await house.db
    .selectFrom('faq.answer')
    .select(['key', 'question', 'hidden'])
    .where('group_id', '=', of.group.group_id)
    .execute();
  expect(rows).toEqual(
    expect.arrayContaining([
      { key: 'when', question: null, hidden: true },
      { key: expect.any(String), question: 'Is there a lift?', hidden: false },
    ]),
  );
});

it('counts every evening of a group that meets each week, whatever is planned ahead', async () => {
  const weekly = await makeGroup(house);
  const now = house.ground.now();
  const make = async (days: number) => {
    house.setNow(now.add({ hours: 24 * Math.min(0, days - 7) }));
    const { event_id } = await makeEvent(house, weekly, { cap: 40, inDays: days < 0 ? 7 : days });
    house.setNow(now);
    return event_id;
  };
  for (let week = 1; week <= 30; week++) await make(-7 * week);
  for (let week = 1; week <= 26; week++) await make(7 * week);
  const page = await (await visit(house).as(weekly.organiser)).get(`/g/${weekly.group.slug}/faq/guests/edit`);
  expect(page.text).toContain('There were 30 evenings in the last twelve months.');
});
