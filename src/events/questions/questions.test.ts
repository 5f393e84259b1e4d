// Questions to guests through the web: asked, answered around a seat, read by who may, deleted in time.
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { townVerbs } from '#groups';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { unseal } from '#kit/secret.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../../test/world.ts';
import { eventPaths } from '../paths.ts';
import { questionsOf } from './read-questions.ts';
import { sweepAnswers } from './sweep-answers.ts';

const house = testHouse();
const NOW = Temporal.Instant.from('2026-11-20T12:00Z');
let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
let guest: Id<'people.person'>;
beforeEach(async () => {
  house.setNow(NOW);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { cap: 2, plus_ones: 1 });
  guest = await makePerson(house, 'Ada Quist');
});

const at = (of: 'show' | 'seat' | 'answers' | 'questions' | 'guestAnswers' | 'guestAnswersCsv' | 'release') =>
  eventPaths[of](world.group.slug, event.slug);
const organiser = () => visit(house).as(world.organiser);
const diet = { label: 'What do you eat?', purpose: 'So that there is enough.', kind: 'choice', options: 'All\nVegan' };
const health = { label: 'Allergies?', purpose: 'So that nobody falls ill.', kind: 'text', private: 'on' };

/** Asks it and gives the name of its field. */
async function ask(more: Record<string, string>): Promise<string> {
  const asked = await (await organiser()).post(at('questions'), { kept_days: '14', ...more });
  expect(asked.status, asked.text).toBe(303);
  const last = (await questionsOf(house.db, event)).at(-1);
  return `q-${last?.question_id}`;
}

const stored = async () =>
  house.db.selectFrom('events.answer').select(['answer', 'sealed']).where('event_id', '=', event.event_id).execute();
const stateOf = async (person_id = guest) =>
  (
    await house.db
      .selectFrom('events.enrolment')
      .select('state')
      .where('event_id', '=', event.event_id)
      .where('person_id', '=', person_id)
      .executeTakeFirst()
  )?.state;
const auditOf = async () =>
  (
    await house.db
      .selectFrom('groups.audit')
      .select('what')
      .where('group_id', '=', world.group.group_id)
      .where('what', 'like', 'events.%')
      .orderBy('audit_id')
      .execute()
  ).map(({ what }) => what);

describe('one tap', () => {
  it('gives the seat at once, and then asks what need not be answered', async () => {
    const field = await ask(diet);
    const browser = await visit(house).as(guest);
    const tapped = await browser.post(at('seat'));
    expect(await stateOf()).toBe('going');
    expect(tapped.location).toBe(at('answers'));
    const page = await browser.follow(tapped);
    expect(page.text).toContain('So that there is enough.');
    expect(page.text).toContain('Read by the organisers, deleted after');
    expect(page.links).toContain(at('show'));
    expect((await browser.post(at('answers'), { [field]: 'Vegan' })).location).toBe(at('show'));
    expect(await stored()).toEqual([{ answer: 'Vegan', sealed: null }]);
    expect((await browser.get(at('answers'))).body).toMatch(/value="Vegan"[^>]*checked/);
  });

  it('is asked first what must be answered, with the seat kept meanwhile', async () => {
    const field = await ask({ ...diet, required: 'on' });
    const browser = await visit(house).as(guest);
    const tapped = await browser.post(at('seat'), { guests: '1' });
    expect(tapped.location).toBe(`${at('answers')}?guests=1`);
    expect(await stateOf()).toBeUndefined();
    // Both seats are kept: the next one waits.
    const other = await makePerson(house, 'Ben');
    const second = await visit(house).as(other);
    expect((await second.follow(await second.post(at('seat')))).text).toContain('All seats are taken');
    expect((await browser.follow(tapped)).text).toContain('A seat is kept for you until');
    const refused = await browser.post(at('answers'), { guests: '1', [field]: '' });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.errors)).toEqual([field]);
    expect(await stateOf()).toBeUndefined();
    expect(await stored()).toEqual([]);
    await browser.post(at('answers'), { guests: '1', [field]: 'All' });
    const seat = await house.db
      .selectFrom('events.enrolment')
      .select(['state', 'party'])
      .where('person_id', '=', guest)
      .executeTakeFirst();
    expect(seat).toEqual({ state: 'going', party: 2 });
    expect(await stored()).toEqual([{ answer: 'All', sealed: null }]);
    await second.post(at('answers'), { [field]: 'All' });
    expect(await stateOf(other)).toBe('waitlisted');
  });

  it('keeps one seat no longer however often it is pressed', async () => {
    await ask({ ...diet, required: 'on' });
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    const until = () => house.db.selectFrom('events.hold').select('until').where('person_id', '=', guest).execute();
    const first = await until();
    expect(first).toHaveLength(1);
    house.setNow(NOW.add({ minutes: 10 }));
    await browser.post(at('seat'));
    expect(await until()).toEqual(first);
  });

  it('with nothing asked goes on as it did, and a question added a moment later is asked', async () => {
    const browser = await visit(house).as(guest);
    expect((await browser.post(at('seat'))).location).toBe(at('show'));
    expect((await browser.get(at('answers'))).status).toBe(404);
    await ask(diet);
    const next = await visit(house).as(await makePerson(house, 'Ben'));
    expect((await next.post(at('seat'))).location).toBe(at('answers'));
    // Who had a seat already is asked on the evening's page.
    expect((await browser.get(at('show'))).text).toContain('One question is open');
  });
});

describe('a code by mail', () => {
  it('is followed by what must be answered, and the seat comes with the answer', async () => {
    const field = await ask({ ...diet, required: 'on' });
    const browser = visit(house);
    const asked = await browser.post(at('seat'), { name: 'Cleo', address: 'cleo@example.org' });
    const letter = await house.db
      .selectFrom('kit.mail')
      .select('args')
      .where('to_address', '=', 'cleo@example.org')
      .executeTakeFirstOrThrow();
    const { challenge_id, sealed = '' } = letter.args as Record<string, string>;
    const code = unseal(house.ground.config.secret, `people.code:${challenge_id}`, sealed).split(' ')[0] ?? '';
    const proved = await browser.post(asked.location ?? '', { code });
    expect(proved.location).toBe(at('answers'));
    await browser.post(at('answers'), { [field]: 'All' });
    const { rows } = await sql<{ state: string }>`
      select state from events.enrolment e join people.person p using (person_id) where address = 'cleo@example.org'`.execute(
      house.db,
    );
    expect(rows).toEqual([{ state: 'going' }]);
  });
});

describe('private answers', () => {
  it('lie sealed, are opened by a press that is written down, and are the guest’s own to see', async () => {
    const field = await ask(health);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: '=Peanuts' });
    const [row] = await stored();
    expect(row?.answer).toBeNull();
    expect(JSON.stringify(row)).not.toContain('Peanuts');
    expect((await browser.get(at('answers'))).body).toContain('=Peanuts');

    const own = await organiser();
    const closed = await own.get(at('guestAnswers'));
    expect(closed.body).not.toContain('Peanuts');
    expect(closed.text).toContain('One private answer.');
    expect((await auditOf()).includes('events.answers.opened')).toBe(false);
    const opened = await own.post(at('guestAnswers'));
    expect(opened.text).toContain('Ada Quist =Peanuts');
    expect((await auditOf()).filter((what) => what === 'events.answers.opened')).toHaveLength(1);
    const table = await own.post(at('guestAnswersCsv'));
    expect(table.body).toContain("Ada Quist,'=Peanuts");
    expect((await auditOf()).at(-1)).toBe('events.answers.taken_along');
  });

  it('that are sealed for one person open for no other', async () => {
    const field = await ask(health);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Peanuts' });
    const other = await makePerson(house, 'Ben');
    await house.db
      .updateTable('events.answer')
      .set({ person_id: other })
      .where('event_id', '=', event.event_id)
      .execute();
    await (await visit(house).as(other)).post(at('seat'));
    const opened = await (await organiser()).post(at('guestAnswers'));
    expect(opened.status).toBe(200);
    expect(opened.body).not.toContain('Peanuts');
    expect(opened.text).toContain('One private answer.');
  });
});

describe('answers', () => {
  it('are for those who may read them and for nobody else', async () => {
    const field = await ask(diet);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Vegan' });
    const address = `doron-${world.group.slug}@example.org`;
    const helper = await makePerson(house, 'Doron', { address });
    await transact(house.db, (tx) =>
      townVerbs.settleIn(tx, { person_id: world.organiser }, house.ground.now(), world.group.group_id, {
        helper: { person_id: helper, address, lang: 'en', role: 'door' },
      }),
    );
    const atDoor = await visit(house).as(helper);
    expect((await browser.get(at('guestAnswers'))).status).toBe(404);
    expect((await atDoor.get(at('guestAnswers'))).status).toBe(404);
    expect((await (await organiser()).get(at('guestAnswers'))).text).toContain('Vegan 1 Ada Quist');
    await ask({ label: 'Coming by bike?', purpose: 'So that the yard is open.', kind: 'yes_no', readers: 'team' });
    const theirs = await atDoor.get(at('guestAnswers'));
    expect(theirs.text).toContain('Coming by bike?');
    expect(theirs.text).not.toContain('What do you eat?');
    expect(theirs.text).not.toContain('Vegan');
  });

  it('are counted on the organisers’ page and on the guest list', async () => {
    const field = await ask(diet);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Vegan' });
    await (await visit(house).as(await makePerson(house, 'Ben'))).post(at('seat'));
    const own = await organiser();
    const [g, e] = [world.group.slug, event.slug];
    expect((await own.get(eventPaths.manage(g, e))).text).toContain('1 of 2 guests answered');
    expect((await own.get(eventPaths.guests(g, e))).text).toContain('1 of 2 answered your questions.');
  });

  it('may be changed and taken back until the evening begins, and not after', async () => {
    const field = await ask({ ...diet, kind: 'text' });
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Nuts' });
    await browser.post(at('answers'), { [field]: 'No nuts' });
    expect(await stored()).toEqual([{ answer: 'No nuts', sealed: null }]);
    await browser.post(at('answers'), { [field]: '' });
    expect(await stored()).toEqual([]);
    house.setNow(NOW.add({ hours: 24 * 10, minutes: 1 }));
    expect((await browser.post(at('answers'), { [field]: 'Nuts' })).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it('go when their day has come: the page shows none, and the night deletes them', async () => {
    const short = await ask({ ...diet, kept_days: '1' });
    const long = await ask({ ...diet, label: 'Dessert?', kept_days: '2' });
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [short]: 'Vegan', [long]: 'All' });
    const end = NOW.add({ hours: 24 * 10 + 2 });
    house.setNow(end.add({ hours: 23 }));
    await sweepAnswers(house.ground);
    expect(await stored()).toHaveLength(2);
    house.setNow(end.add({ hours: 24 }));
    const page = await (await organiser()).get(at('guestAnswers'));
    expect(page.text).not.toContain('Vegan 1');
    expect(page.text).toContain('All 1 Ada Quist');
    await sweepAnswers(house.ground);
    expect(await stored()).toEqual([{ answer: 'All', sealed: null }]);
    house.setNow(end.add({ hours: 48 }));
    await sweepAnswers(house.ground);
    expect(await stored()).toEqual([]);
    expect(await questionsOf(house.db, event)).toHaveLength(2);
  });

  it('of whoever gave their seat back are shown to nobody, and go the next night', async () => {
    const field = await ask(diet);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Vegan' });
    await browser.post(at('release'));
    expect((await (await organiser()).get(at('guestAnswers'))).text).not.toContain('Ada');
    await sweepAnswers(house.ground);
    expect(await stored()).toEqual([]);
  });

  it('are part of what somebody takes along, opened, and go when they go', async () => {
    const [open, sealed] = [await ask(diet), await ask(health)];
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [open]: 'Vegan', [sealed]: 'Peanuts' });
    const everything = (await browser.get('/me/export.json')).body;
    expect(everything).toContain('Vegan');
    expect(everything).toContain('Peanuts');
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: guest, now: house.ground.now() }));
    expect(await stored()).toEqual([]);
  });
});

describe('a question', () => {
  it('somebody answered stays the question they answered', async () => {
    const field = await ask(diet);
    const browser = await visit(house).as(guest);
    await browser.post(at('seat'));
    await browser.post(at('answers'), { [field]: 'Vegan' });
    const own = await organiser();
    const path = eventPaths.question(world.group.slug, event.slug, field.slice(2));
    const refused = await own.post(path, { ...diet, kept_days: '14', label: 'Which party do you vote for?' });
    expect(refused.status).toBe(422);
    expect(refused.errors.label).toContain('has to stay the question they answered');
    expect(refused.body).toContain('Which party do you vote for?');
    expect((await own.post(path, { ...diet, kept_days: '3', required: 'on' })).status).toBe(303);
    expect(await questionsOf(house.db, event)).toMatchObject([{ label: diet.label, kept_days: 3, is_required: true }]);
    await own.post(`${path}/remove`);
    expect(await stored()).toEqual([]);
    expect(await questionsOf(house.db, event)).toEqual([]);
  });

  it('that does not fit is shown again with its words, moves up, and there are twelve at most', async () => {
    const own = await organiser();
    const wrong = await own.post(at('questions'), { ...diet, options: 'One', purpose: '', kept_days: 'x' });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors).sort()).toEqual(['kept_days', 'purpose']);
    expect(wrong.body).toContain('value="What do you eat?"');
    for (let n = 1; n <= 12; n++) await ask({ ...diet, label: `Question ${n}` });
    expect((await own.post(at('questions'), { ...diet, kept_days: '1' })).status).toBe(422);
    const last = (await questionsOf(house.db, event)).at(-1);
    await own.post(eventPaths.questionUp(world.group.slug, event.slug, last?.question_id ?? ''));
    expect((await questionsOf(house.db, event)).slice(-2).map(({ label }) => label)).toEqual([
      'Question 12',
      'Question 11',
    ]);
  });
});
