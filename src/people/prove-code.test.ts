// Codes and links: what proves an address, once, and what a stranger's typing is worth.
import { beforeEach, describe, expect, it } from 'vitest';
import { connectReactions } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse } from '../../test/visit.ts';
import { askForCode, type CodeAsk } from './ask-for-code.ts';
import { mailedCodes, otherThan } from './for-tests.ts';
import { proveCode, proveLink } from './prove-code.ts';
import { personByAddress } from './queries.ts';

const house = testHouse();
let ground: Ground;
let count = 0;
let somebody = '';
beforeEach(() => {
  ground = house.ground;
  house.setNow(Temporal.Now.instant());
  somebody = `somebody-${++count}@example.org`;
});

const ask = (more: Partial<CodeAsk> = {}) =>
  transact(house.db, (tx) =>
    askForCode(tx, ground, { address: somebody, name: '', lang: 'en', purpose: 'signin', next: '/', ...more }),
  );
const prove = (token: string, code: string, ip?: string) =>
  transact(house.db, (tx) => proveCode(tx, ground, { token, code, ip, agent: undefined, now: ground.now() }));
const press = (link: string) =>
  transact(house.db, (tx) => proveLink(tx, ground, { link, agent: undefined, now: ground.now() }));
const newest = async (address = somebody) => {
  const [mail] = await mailedCodes(house.db, address);
  if (!mail) throw new Error('no mail');
  return { code: mail.code, link: mail.link ?? '' };
};

describe('a code', () => {
  it('proves the address, names a nameless person and starts a session', async () => {
    const { token, person_id } = await ask({ name: 'Ada' });
    expect(await personByAddress(house.db, somebody)).toMatchObject({ name: '', proved_at: null });
    const proved = await prove(token, (await newest()).code);
    expect(proved).toMatchObject({ person_id, name: 'Ada' });
    expect(await personByAddress(house.db, somebody)).toMatchObject({ name: 'Ada', proved_at: expect.any(Date) });
  });

  it('works once', async () => {
    const { token } = await ask();
    const { code } = await newest();
    expect(await prove(token, code)).toHaveProperty('session_token');
    expect(await prove(token, code)).toEqual({ refused: 'people.code_expired' });
  });

  it('works once also when it is sent twice at the same moment', async () => {
    const { token } = await ask();
    const { code } = await newest();
    const answers = await Promise.all([prove(token, code), prove(token, code), prove(token, code)]);
    expect(answers.filter((answer) => 'session_token' in answer)).toHaveLength(1);
  });

  it('runs out after a quarter of an hour', async () => {
    const { token } = await ask();
    const { code } = await newest();
    house.setNow(ground.now().add({ minutes: 16 }));
    expect(await prove(token, code)).toEqual({ refused: 'people.code_expired' });
  });

  it('bears five wrong tries and then not even the right one', async () => {
    const { token } = await ask();
    const { code } = await newest();
    for (let i = 0; i < 4; i++) expect(await prove(token, otherThan(code))).toEqual({ refused: 'people.wrong_code' });
    expect(await prove(token, otherThan(code))).toEqual({ refused: 'people.too_many_tries' });
    expect(await prove(token, code)).toEqual({ refused: 'people.too_many_tries' });
  });

  it('bears no more than five when a hundred are tried at once', async () => {
    const { token } = await ask();
    const { code } = await newest();
    const answers = await Promise.all(Array.from({ length: 100 }, () => prove(token, otherThan(code))));
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'people.wrong_code')).toHaveLength(4);
    const row = await house.db
      .selectFrom('people.challenge')
      .select('tries')
      .where('address', '=', somebody)
      .executeTakeFirst();
    expect(row?.tries).toBe(5);
  });

  it('would bear more if a try were counted after looking instead of while locking', async () => {
    const { challenge_id } = await ask();
    const challenge = house.db.selectFrom('people.challenge').select('tries').where('challenge_id', '=', challenge_id);
    const naive = async () => {
      const { tries } = await challenge.executeTakeFirstOrThrow();
      if (tries >= 5) return false;
      await house.db
        .updateTable('people.challenge')
        .set({ tries: tries + 1 })
        .where('challenge_id', '=', challenge_id)
        .execute();
      return true;
    };
    const answers = await Promise.all(Array.from({ length: 100 }, naive));
    expect(answers.filter(Boolean).length).toBeGreaterThan(5);
  });

  it('is not spent by what can not be a code', async () => {
    const { token } = await ask();
    for (let i = 0; i < 9; i++) expect(await prove(token, 'abc')).toEqual({ refused: 'people.wrong_code' });
    expect(await prove(token, (await newest()).code)).toHaveProperty('session_token');
  });

  it('of one challenge opens no other', async () => {
    const first = await ask();
    const { code } = await newest();
    const second = await ask();
    if ((await newest()).code !== code)
      expect(await prove(second.token, code)).toEqual({ refused: 'people.wrong_code' });
    expect(await prove(first.token, code)).toHaveProperty('session_token');
  });

  it('once typed ends every other code of the address', async () => {
    const first = await ask();
    const old = await newest();
    const second = await ask();
    expect(await prove(second.token, (await newest()).code)).toHaveProperty('session_token');
    expect(await prove(first.token, old.code)).toEqual({ refused: 'people.code_expired' });
    expect(await press(old.link)).toEqual({ refused: 'people.code_expired' });
  });

  it('is kept nowhere but as a keyed hash, and so are tokens', async () => {
    const { token } = await ask();
    const { code, link } = await newest();
    const rows = JSON.stringify(
      await house.db.selectFrom('people.challenge').selectAll().where('address', '=', somebody).execute(),
    );
    const proved = await prove(token, code);
    const sessions = JSON.stringify(await house.db.selectFrom('people.session').selectAll().execute());
    for (const secret of [code, token, link]) expect(rows).not.toContain(`"${secret}"`);
    expect('session_token' in proved && sessions.includes(proved.session_token)).toBe(false);
  });

  it('is mailed four times in a quarter of an hour, and then looks the same but fits nothing', async () => {
    for (let i = 0; i < 4; i++) expect((await ask()).mailed).toBe(true);
    const fifth = await ask();
    expect(fifth.mailed).toBe(false);
    expect(await mailedCodes(house.db, somebody)).toHaveLength(4);
    expect(await prove(fifth.token, (await newest()).code)).toEqual({ refused: 'people.wrong_code' });
  });

  it('is no longer taken from a network address that typed a hundred wrong ones', async () => {
    const { token } = await ask();
    const { code } = await newest();
    for (let i = 0; i < 100; i++) await ground.limits.count('code.address', '192.0.2.1');
    expect(await prove(token, code, '192.0.2.1')).toEqual({ refused: 'people.too_many_tries' });
    expect(await prove(token, code, '192.0.2.2')).toHaveProperty('session_token');
  });
});

describe('a link', () => {
  it('proves without the token of the browser that asked, and once', async () => {
    await ask({ next: '/g/lakeside' });
    const { link } = await newest();
    expect(await press(link)).toMatchObject({ next: '/g/lakeside', session_token: expect.any(String) });
    expect(await press(link)).toEqual({ refused: 'people.code_expired' });
  });

  it('is not the token of the browser that asked', async () => {
    const { token } = await ask();
    expect(await press(token)).toEqual({ refused: 'people.code_expired' });
  });
});

describe('somebody who types an address that is not theirs', () => {
  it('leaves nothing behind for the one it belongs to', async () => {
    await ask({ name: 'Mallory', lang: 'de', next: '/trap' });
    const { token } = await ask({ name: 'Ada' });
    const proved = await prove(token, (await newest()).code);
    expect(proved).toMatchObject({ name: 'Ada', next: '/' });
    expect(await personByAddress(house.db, somebody)).toMatchObject({ name: 'Ada', lang: 'en' });
  });

  it('cannot rename a person who has a name, nor change their language', async () => {
    const first = await ask({ name: 'Ada' });
    await prove(first.token, (await newest()).code);
    await ask({ name: 'Mallory', lang: 'de' });
    expect((await mailedCodes(house.db, somebody))[0]).toMatchObject({ lang: 'en' });
    await press((await newest()).link);
    expect(await personByAddress(house.db, somebody)).toMatchObject({ name: 'Ada', lang: 'en' });
  });

  it('has no session: asking alone starts none', async () => {
    const { person_id } = await ask();
    const sessions = await house.db
      .selectFrom('people.session')
      .selectAll()
      .where('person_id', '=', person_id)
      .execute();
    expect(sessions).toEqual([]);
  });
});

it('A proof is announced in its own transaction: what a room refuses never happened', async () => {
  const { token, challenge_id } = await ask({ purpose: 'seat' });
  const { code } = await newest();
  const told: unknown[] = [];
  connectReactions({ 'people.proved': [async (_tx, what) => void told.push(what)] });
  connectReactions({
    'people.proved': [
      async () => {
        throw new Error('no');
      },
    ],
  });
  await expect(prove(token, code)).rejects.toThrow('no');
  connectReactions({ 'people.proved': [async (_tx, what) => void told.push(what)] });
  expect(await prove(token, code)).toHaveProperty('session_token');
  connectReactions({});
  expect(told).toMatchObject([{ challenge_id, purpose: 'seat' }]);
});
