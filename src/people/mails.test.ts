// This room's mails as they leave.
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { askForCode } from './ask-for-code.ts';

const house = testHouse({ works: true });

describe('the mail with the code', () => {
  it('says the code in its subject, what it is for, and offers the page with the button', async () => {
    const here = visit(house);
    await here.post('/signin', { address: 'mail@example.org' }, { 'accept-language': 'de' });
    await transact(house.db, (tx) =>
      askForCode(tx, house.ground, {
        address: 'seat@example.org',
        name: 'Sam',
        lang: 'en',
        purpose: 'seat',
        next: '/',
        mail: { title: 'Lightning talks' },
      }),
    );
    const sent = await house.mails();
    const german = sent.find((letter) => letter.to.includes('mail@example.org'));
    expect(german?.subject).toMatch(/^\d{3} \d{3} ist dein Code$/);
    expect(german?.text).toContain('um dich bei localhost:3000 anzumelden');
    const seat = sent.find((letter) => letter.to.includes('seat@example.org'));
    expect(seat?.subject).toMatch(/^\d{3} \d{3} is your code$/);
    expect(seat?.text).toContain('to go on: Lightning talks.');
    const link = /http:\/\/localhost:3000(\/signin\/link\/[\w-]{43})/.exec(seat?.text ?? '')?.[1] ?? '';
    expect((await visit(house).get(link)).heading).toBe('Almost there');
    const kept = await house.db
      .selectFrom('kit.mail')
      .select('args')
      .where('to_address', '=', 'seat@example.org')
      .execute();
    expect(JSON.stringify(kept)).not.toContain(link.split('/').pop());
  });

  it('is not sent when its code was replaced or ran out while the mail server was away', async () => {
    const address = 'late@example.org';
    const asked = await transact(house.db, (tx) =>
      askForCode(tx, house.ground, { address, name: '', lang: 'en', purpose: 'signin', next: '/' }),
    );
    await house.db
      .updateTable('people.challenge')
      .set({ mailings: 2 })
      .where('challenge_id', '=', asked.challenge_id)
      .execute();
    house.ground.mailsQueued();
    const sent = await house.mails();
    expect(sent.filter((letter) => letter.to.includes(address))).toEqual([]);
  });
});

it('The old address is told that its person moved, and whom to write to when they did not', async () => {
  const here = visit(house);
  const codeTo = async (address: string) => {
    const letter = (await house.mails()).findLast((sent) => sent.to.includes(address));
    return letter?.subject.slice(0, 7) ?? '';
  };
  const asked = await here.post('/signin', { address: 'before@example.org' });
  await here.post(asked.location ?? '', { code: await codeTo('before@example.org') });
  await here.post('/me/name', { name: 'Ada' });
  const moving = await here.post('/me/address', { address: 'after@example.org' });
  const moved = await here.post(moving.location ?? '', { code: await codeTo('after@example.org') });
  expect(moved.location).toBe('/me');
  const told = (await house.mails()).findLast((sent) => sent.to.includes('before@example.org'));
  expect(told?.subject).toBe('Your address at localhost:3000 has changed');
  expect(told?.text).toContain('moved to a…@example.org');
  expect(told?.text).toContain('http://localhost:3000/imprint');
});
