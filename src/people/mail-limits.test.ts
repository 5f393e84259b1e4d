// A stranger can ask for codes to somebody's address, and keep its owner out for not one minute.
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { askForCode } from './ask-for-code.ts';
import { mailedCodes, newestCode, signIn } from './for-tests.ts';

const house = testHouse();
let count = 0;
let owner = '';
beforeEach(() => {
  house.setNow(Temporal.Now.instant());
  owner = `owner-${++count}@example.org`;
});

const ask = (ip: string, address = owner) =>
  transact(house.db, (tx) =>
    askForCode(tx, house.ground, { address, name: '', lang: 'en', purpose: 'signin', next: '/', ip }),
  ).then(({ mailed }) => mailed);

/** As often as it is mailed, from one network. */
async function flood(ip: string): Promise<number> {
  for (let n = 0; n < 100; n++) if (!(await ask(ip))) return n;
  return 100;
}

describe('whoever asks for codes to an address that is not theirs', () => {
  it('uses up their own network’s share, and the owner is mailed one all the same', async () => {
    expect(await flood('192.0.2.1')).toBeLessThan(6);
    expect(await ask('198.51.100.7')).toBe(true);
    // However the mailbox or the network is spelt.
    expect(await ask('::ffff:192.0.2.1', owner.replace('@', '+more@'))).toBe(false);
  });

  it('from many networks reaches an end, and the newest of those mails still signs its owner in', async () => {
    let mailed = 0;
    for (let n = 1; n <= 40; n++) mailed += await flood(`192.0.2.${n}`);
    expect(mailed).toBeLessThan(15);
    expect(mailed).toBe((await mailedCodes(house.db, owner)).length);
    const here = visit(house);
    const refused = await here.post('/signin', { address: owner });
    expect(refused).toMatchObject({ status: 429, text: expect.stringContaining('newest') });
    const { link } = await newestCode(house.db, owner);
    expect(await here.post(link)).toMatchObject({ status: 303 });
    expect((await here.get('/me')).status).toBe(200);
    // Another browser of theirs need not wait either.
    expect(await ask('198.51.100.7')).toBe(true);
  });

  it('and those are refused alike for an address nobody has here', async () => {
    await signIn(house, owner);
    const told = [];
    for (const address of [owner, `nobody-${owner}`]) {
      const here = visit(house);
      for (let n = 0; n < 10; n++) await here.post('/signin', { address });
      const { status, text } = await here.post('/signin', { address });
      told.push([status, text]);
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.[0]).toBe(429);
  });
});

describe('somebody signed in', () => {
  it('can show that it is them although strangers flood their mailbox', async () => {
    const here = await signIn(house, owner);
    for (let n = 1; n <= 10; n++) await flood(`192.0.2.${n}`);
    expect(await here.post('/me/erase/proof')).toMatchObject({ status: 303 });
  });

  it('moving to addresses of others mails each a few times, and keeps nobody from signing in there', async () => {
    const mallory = [];
    for (let n = 0; n < 4; n++) {
      const here = await signIn(house, `mallory-${n}-${owner}`);
      for (let k = 0; k < 10; k++) mallory.push((await here.post('/me/address', { address: owner })).status);
    }
    expect(mallory.filter((status) => status === 303).length).toBeLessThan(10);
    expect(mallory.at(-1)).toBe(429);
    expect(await ask('198.51.100.7')).toBe(true);
  });
});
