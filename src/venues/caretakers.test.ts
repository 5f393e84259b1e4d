// Those who look after a venue: taken in by one another, told by others what is wrong, and followed by whoever takes it on.
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPaths } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeGroup, type World } from '../../test/world.ts';
import { takeOn } from './caretakers.ts';
import { venuePaths } from './paths.ts';

const house = testHouse({ works: true });
let world: World;
let other: World;
let stranger: World;
let organiser: Visitor;
let elsewhere: Visitor;
let slug: string;
const form = {
  name: 'Pump House',
  city: 'Milwaukee',
  zone: 'America/Chicago',
  contact_reach: 'Call PRIYA@example.org',
};

const caretakers = async () =>
  (await house.db.selectFrom('venues.caretaker').select('person_id').orderBy('since').execute()).map(
    ({ person_id }) => person_id,
  );
const venueId = async () =>
  (await house.db.selectFrom('venues.venue').select('venue_id').executeTakeFirstOrThrow()).venue_id;

beforeAll(async () => {
  world = await makeGroup(house);
  other = await makeGroup(house, { name: 'Hill Group' });
  stranger = await makeGroup(house, { name: 'Far Group' });
  organiser = await visit(house).as(world.organiser);
  elsewhere = await visit(house).as(other.organiser);
  const added = await organiser.post(venuePaths.add(), form);
  slug = added.location?.split('/').at(-1) ?? '';
});

describe('those who look after a venue', () => {
  it('are told by other organisers what is wrong, by a mail they can answer', async () => {
    expect((await elsewhere.post(venuePaths.correct(slug), { words: '' })).errors).toHaveProperty('words');
    const words = 'The door is locked.\n\nUse the other one.';
    expect((await elsewhere.post(venuePaths.correct(slug), { words })).status).toBe(303);
    const mail = (await house.mails()).at(-1);
    const { address } = await house.db
      .selectFrom('people.person')
      .select('address')
      .where('person_id', '=', other.organiser)
      .executeTakeFirstOrThrow();
    expect(mail?.subject).toBe('Something is wrong at Pump House');
    expect(mail?.text).toContain(words);
    expect(mail?.raw.replyTo).toMatchObject({ address });
    const guest = await visit(house).as(await makePerson(house, 'Ingrid'));
    expect((await guest.post(venuePaths.correct(slug), { words })).status).toBe(404);
  });

  it('take in only organisers who have to do with it, and those hear of it', async () => {
    const page = await organiser.get(venuePaths.caretakers(slug));
    expect(page.text).toContain('No other organiser');
    const take = (person_id: string) => organiser.post(venuePaths.caretakers(slug), { person_id });
    expect((await take(other.organiser)).status).toBe(422);
    await elsewhere.post(venuePaths.use(slug), { group: other.group.slug });
    expect((await organiser.get(venuePaths.caretakers(slug))).body).toContain('(Hill Group)');
    expect((await take(stranger.organiser)).errors).toHaveProperty('person_id');
    expect((await take(other.organiser)).status).toBe(303);
    expect(await caretakers()).toEqual([world.organiser, other.organiser]);
    expect((await house.mails()).at(-1)?.subject).toBe('You look after a venue now: Pump House');
    expect((await elsewhere.get(venuePaths.edit(slug))).status).toBe(200);
  });

  it('may all step back; then one of those who press at once takes it on', async () => {
    expect((await elsewhere.post(venuePaths.take(slug))).status).toBe(303);
    expect(await caretakers()).toHaveLength(2);
    await organiser.post(venuePaths.leave(slug));
    await elsewhere.post(venuePaths.leave(slug));
    expect((await elsewhere.get(venuePaths.edit(slug))).status).toBe(404);
    const page = await elsewhere.get(venuePaths.show(slug));
    expect(page.text).toContain('Nobody at the moment.');
    expect(page.body).toContain(venuePaths.take(slug));
    expect(page.links).not.toContain(venuePaths.correct(slug));
    const venue_id = await venueId();
    const take = (person: World, then?: Promise<void>) =>
      transact(house.db, async (tx) => {
        const taken = await takeOn(tx, { person_id: person.organiser }, house.ground.now(), venue_id);
        await then;
        return taken;
      });
    // The first has pressed and is not done yet when the second presses.
    const pause = new Promise<void>((done) => setTimeout(done, 400));
    const first = take(world, pause);
    await new Promise((done) => setTimeout(done, 150));
    const second = take(other);
    expect(await first).toEqual({ is: 'taken' });
    expect(await second).toEqual({ refused: 'venues.looked_after' });
    expect(await caretakers()).toHaveLength(1);
  });

  it('leave no trace when they go for good, at the house neither', async () => {
    const { db } = house;
    await db
      .updateTable('people.person')
      .set({ address: 'priya@example.org' })
      .where('person_id', '=', world.organiser)
      .execute();
    await transact(db, (tx) => announce(tx, 'people.erased', { person_id: other.organiser, now: house.ground.now() }));
    expect((await db.selectFrom('venues.venue').select('contact_reach').executeTakeFirst())?.contact_reach).not.toBe(
      '',
    );
    await transact(db, (tx) => announce(tx, 'people.erased', { person_id: world.organiser, now: house.ground.now() }));
    expect(await db.selectFrom('venues.venue').selectAll().executeTakeFirst()).toMatchObject({
      ...{ slug, contact_name: '', contact_reach: '', contact_until: null },
    });
    expect(await caretakers()).toEqual([]);
  });
});

describe('the next evening', () => {
  it('made like one at a venue is there too, and follows it; another place may be typed', async () => {
    const mine = await makeGroup(house, { name: 'Third Group' });
    const leader = await visit(house).as(mine.organiser);
    const evening = { title: 'First', day: '2030-05-08', starts: '18:00', ends: '20:00', zone: 'Asia/Tokyo' };
    const venue = await venueId();
    const [planned] = [(await leader.post(eventPaths.blank(mine.group.slug), { ...evening, venue })).location];
    const like = `/g/${mine.group.slug}/new/like/${planned?.split('/').at(-2)}`;
    const page = await leader.get(like);
    expect(page.body).toMatch(new RegExp(`<option value="${venue}" selected`));
    const plan = (more: Record<string, string>) => leader.post(like, { day: '2030-06-12', opens_days: '14', ...more });
    expect((await plan({ title: 'Second', venue })).status).toBe(303);
    expect((await plan({ title: 'Third', venue: '', place_name: 'A pub' })).status).toBe(303);
    const rows = await house.db
      .selectFrom('events.event')
      .select(['title', 'place_name', 'venue_id', 'zone'])
      .where('group_id', '=', mine.group.group_id)
      .orderBy('created_at')
      .execute();
    expect(rows).toEqual([
      { title: 'First', place_name: 'Pump House', venue_id: venue, zone: 'America/Chicago' },
      { title: 'Second', place_name: 'Pump House', venue_id: venue, zone: 'America/Chicago' },
      { title: 'Third', place_name: 'A pub', venue_id: null, zone: 'America/Chicago' },
    ]);
  });
});
