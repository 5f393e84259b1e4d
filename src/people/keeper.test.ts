// The first keeper, and what the hourly sweep forgets.
import { beforeEach, describe, expect, it } from 'vitest';
import { connectReactions } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { reactions } from '../reactions.ts';
import { askForCode } from './ask-for-code.ts';
import { newestCode, signIn } from './for-tests.ts';
import { keeperLink } from './keeper.ts';
import { personByAddress } from './queries.ts';
import { sweepPeople } from './sweep.ts';

const house = testHouse();
beforeEach(() => house.setNow(Temporal.Now.instant()));

const linkPath = async () => new URL((await keeperLink(house.ground)) ?? 'none:').pathname;

describe('the keeper', () => {
  it('does not come through a code that was asked for through an earlier link', async () => {
    const early = visit(house);
    const asked = await early.post(await linkPath(), { name: 'Eve', address: 'early@example.org' });
    const { code, link } = await newestCode(house.db, 'early@example.org');
    await keeperLink(house.ground);
    expect((await early.post(asked.location ?? '', { code })).status).toBe(422);
    expect((await early.post(link)).status).toBe(422);
    expect((await personByAddress(house.db, 'early@example.org'))?.proved_at).toBeNull();
  });

  it('comes through the newest link, once; who comes second is told so', async () => {
    const old = await linkPath();
    const link = await linkPath();
    expect((await visit(house).get(old)).status).toBe(404);
    expect((await visit(house).get('/keeper/nonsense')).status).toBe(404);
    const here = visit(house);
    for (let i = 0; i < 3; i++) expect((await here.get(link)).status).toBe(200);
    const wrong = await here.post(link, { name: '', address: 'keeper@' });
    expect(Object.keys(wrong.errors).sort()).toEqual(['address', 'name']);

    const asked = await here.post(link, { name: 'Kim', address: 'keeper@example.org' });
    const slow = visit(house);
    const askedToo = await slow.post(link, { name: 'Lou', address: 'slow@example.org' });
    expect((await personByAddress(house.db, 'keeper@example.org'))?.proved_at).toBeNull();

    const { code } = await newestCode(house.db, 'keeper@example.org');
    const proved = await here.post(asked.location ?? '', { code });
    expect(proved).toMatchObject({ status: 303, location: '/' });
    expect((await here.get('/me')).text).toContain('You are the keeper of this server now');
    await slow.post(askedToo.location ?? '', {
      code: (await newestCode(house.db, 'slow@example.org')).code,
    });
    expect((await slow.get('/me')).text).toContain('somebody was quicker');

    const keepers = await house.db
      .selectFrom('people.person')
      .select('address')
      .where('is_keeper', '=', true)
      .execute();
    expect(keepers).toEqual([{ address: 'keeper@example.org' }]);
    expect(await visit(house).get(link)).toMatchObject({ status: 410, heading: 'This link was used' });
    expect((await visit(house).post(link, { name: 'Eve', address: 'eve@example.org' })).status).toBe(410);
    expect(await keeperLink(house.ground)).toBeNull();
  });
});

describe('the only keeper', () => {
  it('is told what going means, and may go', async () => {
    const here = await visit(house).as(await makePerson(house, 'Max', { is_keeper: true }));
    expect((await here.get('/me/erase')).text).not.toContain('only keeper');
    await house.db.updateTable('people.person').set({ is_keeper: false }).where('name', '!=', 'Max').execute();
    expect((await here.get('/me/erase')).text).toContain('only keeper');
    expect(await here.post('/me/erase', { sure: 'on', seen: '1' })).toMatchObject({ location: '/signin/erased' });
    expect(await keeperLink(house.ground)).toContain('/keeper/');
  });
});

describe('the sweep', () => {
  it('keeps whom a room still counts on', async () => {
    const { person_id } = await transact(house.db, (tx) =>
      askForCode(tx, house.ground, {
        address: 'expected@example.org',
        name: '',
        lang: 'en',
        purpose: 'seat',
        next: '/',
      }),
    );
    connectReactions({
      ...reactions,
      'people.before_forgetting': [async (_tx, { needed }) => void needed.add(person_id)],
    });
    house.setNow(house.ground.now().add({ hours: 25 }));
    await sweepPeople(house.ground);
    connectReactions(reactions);
    expect(await personByAddress(house.db, 'expected@example.org')).not.toBeNull();
    house.setNow(house.ground.now().add({ hours: 25 }));
    await sweepPeople(house.ground);
    expect(await personByAddress(house.db, 'expected@example.org')).toBeNull();
  });

  it('forgets who never proved an address for a day, in every room, and nobody else', async () => {
    const unproved = (address: string) =>
      transact(house.db, (tx) =>
        askForCode(tx, house.ground, { address, name: 'X', lang: 'en', purpose: 'seat', next: '/' }),
      );
    const { person_id } = await unproved('never@example.org');
    await makePerson(house, 'Proved', { address: 'proved@example.org' });
    const erased: string[] = [];
    connectReactions({ ...reactions, 'people.erased': [async (_tx, what) => void erased.push(what.person_id)] });
    house.setNow(house.ground.now().add({ hours: 23 }));
    await sweepPeople(house.ground);
    expect(erased).toEqual([]);
    await unproved('again@example.org');
    house.setNow(house.ground.now().add({ hours: 2 }));
    await sweepPeople(house.ground);
    connectReactions(reactions);
    expect(erased).toContain(person_id);
    expect(await personByAddress(house.db, 'never@example.org')).toBeNull();
    expect(await personByAddress(house.db, 'again@example.org')).not.toBeNull();
    expect(await personByAddress(house.db, 'proved@example.org')).not.toBeNull();
  });

  it('deletes codes that ran out and sessions that ended', async () => {
    const here = await signIn(house, 'old@example.org');
    await visit(house).post('/signin', { address: 'old@example.org' });
    house.setNow(house.ground.now().add({ hours: 24 * 91 }));
    await sweepPeople(house.ground);
    const left = async (table: 'people.session' | 'people.challenge') =>
      (await house.db.selectFrom(table).select('person_id').execute()).length;
    expect([await left('people.session'), await left('people.challenge')]).toEqual([0, 0]);
    expect((await here.get('/me')).status).toBe(303);
  });

  it('goes on when a room stumbles over one person', async () => {
    for (const name of ['one', 'two', 'three']) {
      await transact(house.db, (tx) =>
        askForCode(tx, house.ground, {
          address: `${name}@example.org`,
          name: '',
          lang: 'en',
          purpose: 'seat',
          next: '/',
        }),
      );
    }
    const stone = (await personByAddress(house.db, 'two@example.org'))?.person_id;
    connectReactions({
      'people.erased': [
        async (_tx, { person_id }) => {
          if (person_id === stone) throw new Error('a room stumbled');
        },
      ],
    });
    house.setNow(house.ground.now().add({ hours: 25 }));
    await sweepPeople(house.ground);
    connectReactions(reactions);
    const left = await Promise.all(
      ['one', 'two', 'three'].map((name) => personByAddress(house.db, `${name}@example.org`)),
    );
    expect(left.map((person) => person !== null)).toEqual([false, true, false]);
  });
});
