// A person's own page: what they change, where they are signed in, moving to another address, taking everything, going.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Announcements, connectReactions, type Reactions } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { queueMails } from '#kit/mail/index.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, type Visitor, visit } from '../../test/visit.ts';
import { reactions } from '../reactions.ts';
import { askForCode } from './ask-for-code.ts';
import { mailedCodes, newestCode, otherThan, signIn } from './for-tests.ts';
import { personByAddress } from './queries.ts';

const house = testHouse();
let count = 0;
let me = '';
let here: Visitor;
beforeEach(async () => {
  house.setNow(Temporal.Now.instant());
  me = `me-${++count}@example.org`;
  here = await signIn(house, me, 'Ada');
});
afterEach(() => connectReactions(reactions));

const later = (minutes: number) => house.setNow(house.ground.now().add({ minutes }));
const personOf = (address: string) => personByAddress(house.db, address);
/** Hears one announcement besides those who hear it anyway. */
function hear<A extends keyof Announcements & string>(name: A, listen: (what: Announcements[A]) => void): void {
  const listener = async (_tx: unknown, what: Announcements[A]) => listen(what);
  connectReactions({ ...reactions, [name]: [...(reactions[name] ?? []), listener] } as Reactions);
}

describe('a profile', () => {
  it('keeps one name in any script, pronouns or none, languages and a zone', async () => {
    const form = { name: 'นิดา', pronouns: '', languages: 'ไทย, English', lang: 'de', zone: 'Asia/Bangkok' };
    expect(await here.post('/me', form)).toMatchObject({ status: 303, location: '/me' });
    const page = await here.get('/me');
    expect(page.text).toContain('Gespeichert.');
    expect(page.body).toContain('value="นิดา"');
    expect(page.body).toContain('value="ไทย, English"');
    expect(await personOf(me)).toMatchObject({ name: 'นิดา', pronouns: '', lang: 'de', zone: 'Asia/Bangkok' });
  });

  it('comes back with the words kept and the fields named when something is wrong', async () => {
    const answer = await here.post('/me', { name: '', pronouns: 'she/her', lang: 'en', zone: 'Mars/Olympus' });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.errors).sort()).toEqual(['name', 'zone']);
    expect(answer.body).toContain('value="she/her"');
    expect(await personOf(me)).toMatchObject({ name: 'Ada', pronouns: '' });
  });
});

describe('sessions', () => {
  it('are listed in plain words and ended one by one or all others at once', async () => {
    const others = [await signIn(house, me), await signIn(house, me), await signIn(house, me)];
    const page = await here.get('/me/sessions');
    expect(page.body.match(/class="ui-row"/g)).toHaveLength(4);
    expect(page.text).toContain('this one');
    const [, session_id = ''] = /name="session_id" value="([0-9a-f-]{36})"/.exec(page.body) ?? [];
    await here.post('/me/sessions', { session_id });
    const alive = async () =>
      (await Promise.all(others.map((o) => o.get('/me')))).filter((a) => a.status === 200).length;
    expect(await alive()).toBe(2);
    await here.post('/me/sessions', { session_id: 'others' });
    expect(await alive()).toBe(0);
    expect((await here.get('/me/sessions')).text).toContain('signed in nowhere else');
  });

  it('say when each began and was last used, by the clock of whoever reads', async () => {
    const moment = (text: string) => house.setNow(Temporal.Instant.from(text));
    moment('2031-12-09T08:55:00Z');
    const there = await signIn(house, me);
    await there.post('/me', { name: 'Ada', lang: 'en', zone: 'Asia/Tokyo' });
    moment('2031-12-09T10:20:00Z');
    const { text } = await there.get('/me/sessions');
    expect(text).toContain('Since 9 Dec 2031, 17:55, last used 9 Dec 2031, 17:55');
    expect(text).toContain('All times: Japan Standard Time.');
  });

  it('of somebody else cannot be ended', async () => {
    const theirs = await signIn(house, `them-${count}@example.org`);
    const { session_id } = await house.db
      .selectFrom('people.session')
      .innerJoin('people.person', 'people.person.person_id', 'people.session.person_id')
      .select('session_id')
      .where('address', '=', `them-${count}@example.org`)
      .executeTakeFirstOrThrow();
    await here.post('/me/sessions', { session_id });
    expect((await theirs.get('/me')).status).toBe(200);
    expect((await here.post('/me/sessions', { session_id: 'nonsense' })).status).toBe(404);
  });
});

describe('another address', () => {
  const move = async (to: string) => {
    const asked = await here.post('/me/address', { address: to });
    return asked.location ?? '';
  };

  it('is theirs once its code was typed, and the old one is told', async () => {
    const to = `new-${count}@example.org`;
    const page = await move(to);
    expect((await here.get(page)).text).toContain(to);
    expect((await personOf(me))?.address).toBe(me);
    const { code } = await newestCode(house.db, to);
    expect(await here.post(page, { code: otherThan(code) })).toMatchObject({ status: 422 });
    expect(await here.post(page, { code })).toMatchObject({ status: 303, location: '/me' });
    expect(await personOf(me)).toBeNull();
    expect((await personOf(to))?.name).toBe('Ada');
    const told = await house.db
      .selectFrom('kit.mail')
      .select('args')
      .where('template', '=', 'people.address-moved')
      .where('to_address', '=', me)
      .execute();
    expect(told).toEqual([{ args: { address: 'n…@example.org' } }]);
  });

  it('takes a fresh code at the old one first, and ends every other session', async () => {
    const to = `new-${count}@example.org`;
    const other = await signIn(house, me);
    later(20);
    expect((await here.get('/me/address')).text).toContain('First show that it is really you');
    expect(await here.post('/me/address', { address: to })).toMatchObject({ status: 422 });
    expect(await mailedCodes(house.db, to)).toEqual([]);
    const asked = await here.post('/me/erase/proof', { before: 'address' });
    const proof = await newestCode(house.db, me);
    const proved = await here.post(asked.location ?? '', { code: proof.code });
    expect(proved).toMatchObject({ status: 303, location: '/me/address' });
    const page = await move(to);
    expect((await other.get('/me')).status).toBe(200);
    await here.post(page, { code: (await newestCode(house.db, to)).code });
    expect((await other.get('/me')).status).toBe(303);
    expect((await here.get('/me')).status).toBe(200);
  });

  it('gets what was still waiting to be mailed to the old one', async () => {
    const to = `new-${count}@example.org`;
    const person_id = (await personOf(me))?.person_id ?? null;
    const news = { template: 'events.announced', to: me, person_id, lang: 'en', args: {}, priority: 50 } as const;
    await queueMails(house.db, [news, { ...news, to: `other-${count}@example.org` }]);
    const page = await move(to);
    await here.post(page, { code: (await newestCode(house.db, to)).code });
    const mails = house.db.selectFrom('kit.mail').select('to_address').where('person_id', '=', person_id);
    const news_to = await mails.where('template', '=', 'events.announced').orderBy('mail_id').execute();
    expect(news_to.map(({ to_address }) => to_address)).toEqual([to, `other-${count}@example.org`]);
    const moved = await mails.where('template', '=', 'people.address-moved').execute();
    expect(moved).toEqual([{ to_address: me }]);
  });

  it('cannot be entered any more by a code that went to the old one before', async () => {
    const thief = visit(house);
    const asked = await thief.post('/signin', { address: me });
    const { code, link } = await newestCode(house.db, me);
    const to = `new-${count}@example.org`;
    const page = await move(to);
    await here.post(page, { code: (await newestCode(house.db, to)).code });
    expect((await thief.post(asked.location ?? '', { code })).status).toBe(422);
    expect((await thief.post(link)).status).toBe(422);
  });

  it('that has somebody is asked for like any other, and only its mailbox learns of it', async () => {
    const taken = `taken-${count}@example.org`;
    await signIn(house, taken, 'Grace');
    const [toFree, toTaken] = [
      await here.post('/me/address', { address: `free-${count}@example.org` }),
      await here.post('/me/address', { address: taken }),
    ];
    expect(toFree.status).toBe(toTaken.status);
    const mask = (body: string, address: string, path: string | null) =>
      body.replaceAll(address, 'A').replaceAll(path?.split('/').pop() ?? '', 'TOKEN');
    const pages = [await here.get(toFree.location ?? ''), await here.get(toTaken.location ?? '')];
    expect(mask(pages[0]?.body ?? '', `free-${count}@example.org`, toFree.location)).toBe(
      mask(pages[1]?.body ?? '', taken, toTaken.location),
    );
    const answer = await here.post(toTaken.location ?? '', { code: (await newestCode(house.db, taken)).code });
    expect(answer).toMatchObject({ status: 409, heading: 'This address already has somebody' });
    expect((await personOf(me))?.name).toBe('Ada');
    expect((await personOf(taken))?.name).toBe('Grace');
  });

  it('that somebody only typed and never proved is taken over without what they left there', async () => {
    const to = `typed-${count}@example.org`;
    const { person_id } = await transact(house.db, (tx) =>
      askForCode(tx, house.ground, { address: to, name: 'Mallory', lang: 'en', purpose: 'seat', next: '/' }),
    );
    const erased: string[] = [];
    hear('people.erased', (what) => erased.push(what.person_id));
    const page = await move(to);
    const { code } = await newestCode(house.db, to);
    expect((await here.post(page, { code })).status).toBe(303);
    expect(erased).toEqual([person_id]);
    expect((await personOf(to))?.name).toBe('Ada');
  });

  it('can be changed by nobody else who has the code but not the session', async () => {
    const to = `new-${count}@example.org`;
    const page = await move(to);
    const { code } = await newestCode(house.db, to);
    const other = await signIn(house, `other-${count}@example.org`);
    expect((await other.post(page, { code })).status).toBe(422);
    expect((await other.post(page.replace('/me/address/', '/signin/code/'), { code })).status).toBe(422);
    expect(await personOf(to)).toBeNull();
  });
});

describe('taking everything', () => {
  it('gives one file with a part of every room, and a calendar', async () => {
    hear('people.export', ({ into, calendar }) => {
      into.test = { here: true };
      const start = Temporal.Instant.from('2026-12-09T18:00:00Z');
      calendar.push({
        uid: 'x@example.org',
        sequence: 0,
        stamp: start,
        start,
        end: start.add({ hours: 2 }),
        summary: 'An evening',
        status: 'CONFIRMED',
      });
    });
    const file = await here.get('/me/export.json');
    expect(file.headers['content-disposition']).toBe('attachment; filename="ugroup.json"');
    const { rooms } = JSON.parse(file.body);
    expect(rooms.people.person).toMatchObject({ name: 'Ada', address: me });
    expect(rooms.people.sessions).toHaveLength(1);
    expect(rooms.test).toEqual({ here: true });
    expect(file.body).not.toMatch(/hash|token/);
    expect(await here.get('/me/export.ics').then((a) => a.body)).toContain('SUMMARY:An evening');
  });
});

describe('going', () => {
  it('takes a tick and a fresh code, and leaves nothing behind', async () => {
    const person = await personOf(me);
    const erased: string[] = [];
    hear('people.erased', (what) => erased.push(what.person_id));
    expect((await here.post('/me/erase', {})).errors).toHaveProperty('sure');
    later(20);
    expect((await here.get('/me/erase')).text).toContain('First show that it is really you');
    expect(await here.post('/me/erase', { sure: 'on' })).toMatchObject({ status: 422 });
    const asked = await here.post('/me/erase/proof');
    const { code } = await newestCode(house.db, me);
    expect((await here.post(asked.location ?? '', { code: otherThan(code) })).status).toBe(422);
    expect(await here.post(asked.location ?? '', { code })).toMatchObject({ status: 303, location: '/me/erase' });
    expect(erased).toEqual([]);
    expect(await here.post('/me/erase', { sure: 'on' })).toMatchObject({ status: 303, location: '/signin/erased' });
    expect(erased).toEqual([person?.person_id]);
    expect(await personOf(me)).toBeNull();
    expect(await mailedCodes(house.db, me)).toEqual([]);
    expect(here.cookies).not.toHaveProperty('ugroup');
    expect((await here.get('/signin/erased')).heading).toBe('Gone');
  });

  it('is warned of what would be left, and not held back by it', async () => {
    let obstacles = 0;
    hear('people.before_erasing', (what) => {
      for (let i = 0; i < obstacles; i++)
        what.obstacles.push({ sentence: `You are the last owner of group ${i}.`, path: `/g/${i}` });
    });
    expect((await here.get('/me/erase')).body).toContain('name="seen" value="0"');
    obstacles = 1;
    const news = await here.post('/me/erase', { sure: 'on', seen: '0' });
    expect(news.status).toBe(422);
    expect(news.text).toContain('You are the last owner of group 0.');
    expect(news.links).toContain('/g/0');
    expect(await here.post('/me/erase', { sure: 'on', seen: '1' })).toMatchObject({ status: 303 });
  });

  it('happens in every room or in none', async () => {
    connectReactions({
      'people.erased': [
        async () => {
          throw new Error('a room stumbled');
        },
      ],
    });
    expect((await here.post('/me/erase', { sure: 'on' })).status).toBe(500);
    expect((await personOf(me))?.name).toBe('Ada');
    expect((await here.get('/me')).status).toBe(200);
  });
});
