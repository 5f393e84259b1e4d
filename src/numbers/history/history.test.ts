// A file through the web and the command line: looked through, corrected, brought in, once; invited, once; forgotten, counts kept.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, testSecret, visit } from '../../../test/visit.ts';
import { makeGroup, type World } from '../../../test/world.ts';
import { numberPaths } from '../paths.ts';
import { bringInHistory } from './bring-in.ts';
import { sweepHistory } from './contacts.ts';
import { files } from './for-tests.ts';

const house = testHouse({ works: false });
const start = Temporal.Instant.from('2026-03-10T12:00:00Z');
let world: World;

beforeAll(() => house.setNow(start));

const organiser = () => visit(house).as(world.organiser);
const path = () => numberPaths.history(world.group.slug);

async function fresh() {
  house.setNow(start);
  world = await makeGroup(house);
  return organiser();
}

async function handIn(her: Awaited<ReturnType<typeof organiser>>, text: string | Buffer, name = 'guests.csv') {
  const boundary = randomUUID();
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(text), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return her.post(path(), body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

/** The fields of the preview as they stand. */
function formOf(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  for (const [, name = '', options = ''] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    form[name] = /<option(?=[^>]*\bselected)[^>]*value="([^"]*)"/.exec(options)?.[1] ?? '';
  }
  return form;
}

async function rows() {
  const { group_id } = world.group;
  const evenings = await house.db
    .selectFrom('numbers.past_evening')
    .selectAll()
    .where('group_id', '=', group_id)
    .execute();
  const contacts = await house.db.selectFrom('numbers.contact').selectAll().where('group_id', '=', group_id).execute();
  return {
    evenings: evenings.map(({ signed_up, came, source }) => [signed_up, came, source]),
    contacts: contacts.map(({ address }) => address).sort(),
  };
}

async function bringIn(her: Awaited<ReturnType<typeof organiser>>, text: string, more: Record<string, string> = {}) {
  const handed = await handIn(her, text);
  const preview = await her.follow(handed);
  return her.post(handed.location ?? '', { ...formOf(preview.body), step: 'bring', ...more });
}

describe('a file of guests', () => {
  it('is shown with what its columns mean, and nothing is written before it is brought in', async () => {
    const her = await fresh();
    const handed = await handIn(her, files.luma_2025);
    expect(handed.status).toBe(303);
    const preview = await her.follow(handed);
    expect(preview.text).toContain('This looks like Luma');
    expect(preview.text).toContain('3 people who can be invited');
    const form = formOf(preview.body);
    expect([form.kind, form.column_4, form.column_7, form.column_0]).toEqual(['guests', 'address', 'status', 'skip']);
    expect(await rows()).toEqual({ evenings: [], contacts: [] });

    const without = await her.post(handed.location ?? '', { ...form, step: 'bring' });
    expect([without.status, without.errors.day]).toEqual([422, 'Say which day the evening was.']);
    const looked = await her.post(handed.location ?? '', { ...form, step: 'look', day: '2026-01-20' });
    expect(looked.status).toBe(200);
    expect(await rows()).toEqual({ evenings: [], contacts: [] });

    const brought = await her.post(handed.location ?? '', { ...form, step: 'bring', day: '2026-01-20' });
    expect((await her.follow(brought)).text).toContain(
      'Evenings: 1 new, 0 changed, 0 the same. People to invite: 3 new.',
    );
    expect((await rows()).evenings).toEqual([[2, 1, 'import']]);
    expect((await her.get(handed.location ?? '')).status).toBe(404);
  });

  it('brought in a second time changes nothing, and one with more in it what is more', async () => {
    const her = await organiser();
    const before = await rows();
    const again = await bringIn(her, files.luma_2025, { day: '2026-01-20' });
    expect((await her.follow(again)).text).toContain(
      '0 new, 0 changed, 1 the same. People to invite: 0 new, 3 known already.',
    );
    expect(await rows()).toEqual(before);
    const more = files.luma_2025.replace('declined,,,x', 'approved,,2026-01-20T19:00:00Z,x');
    await bringIn(her, more, { day: '2026-01-20' });
    expect((await rows()).evenings).toEqual([[3, 2, 'import']]);
  });

  it('brought in again leaves what an organiser typed over it, and keeps its title on another day', async () => {
    const her = await fresh();
    const file = 'date,title,signed up,came\n2026-01-20,Queues,80,12\n2026-02-17,Caches,60,30\n';
    await bringIn(her, file);
    const past = numberPaths.past(world.group.slug);
    const typed = { day_0: '2026-01-20', signed_up_0: '80', came_0: '42', posture_0: 'free', was_0: '2026-01-20' };
    expect((await her.post(past, typed)).status).toBe(303);
    await bringIn(her, file);
    expect((await rows()).evenings.sort()).toEqual([
      [60, 30, 'import'],
      [80, 42, 'typed'],
    ]);
    await her.post(past, { ...typed, day_0: '2026-01-21' });
    expect((await her.get(past)).text).toContain('Queues');
  });

  it('is read as the organiser corrects it', async () => {
    const her = await fresh();
    const handed = await handIn(her, 'wer,wo,da\nPia,pia@guests.example,x\nQuin,quin@guests.example,\n');
    const preview = await her.follow(handed);
    expect(preview.text).toContain('This layout is new to us');
    const form = { kind: 'guests', day: '2026-02-10', column_0: 'name', column_1: 'address', column_2: 'checked_in' };
    const corrected = await her.post(handed.location ?? '', { ...form, step: 'bring' });
    expect(corrected.status).toBe(303);
    expect(await rows()).toEqual({
      evenings: [[2, 1, 'import']],
      contacts: ['pia@guests.example', 'quin@guests.example'],
    });
  });

  it('without addresses says so first, and offers a link, a code and a text', async () => {
    const her = await fresh();
    const preview = await her.follow(await handIn(her, files.meetup_members, 'members.xls'));
    expect(preview.text).toContain('This list has no addresses');
    expect(preview.links).toContain(`http://localhost:3000/g/${world.group.slug}/join`);
    expect(preview.body).toContain('<svg');
    expect(preview.body).toContain('Join here and hear about every evening');
    expect(preview.body).not.toContain('value="bring"');
    expect(await rows()).toEqual({ evenings: [], contacts: [] });
  });

  it('is nobody else’s, is dropped when it is not wanted, and a spreadsheet is refused', async () => {
    const her = await fresh();
    const handed = await handIn(her, files.luma_2025);
    const stranger = await visit(house).as(await makePerson(house, 'Stranger'));
    expect((await stranger.get(handed.location ?? '')).status).toBe(404);
    // A day later it is gone, whenever the house cleans up.
    const now = house.ground.now();
    house.setNow(now.add({ hours: 25 }));
    expect((await her.get(handed.location ?? '')).status).toBe(404);
    house.setNow(now);
    expect((await her.get(handed.location ?? '')).status).toBe(200);
    const refused = await handIn(her, 'PK\u0003\u0004…', 'guests.xlsx');
    expect([refused.status, refused.errors.file]).toEqual([
      422,
      'This is a spreadsheet. Save it as CSV there, then choose it here.',
    ]);
    expect((await her.post(path())).status).toBe(422);
    expect((await her.post(handed.location ?? '', { step: 'drop', kind: 'guests' })).status).toBe(303);
    expect((await her.get(handed.location ?? '')).status).toBe(404);
  });
});

describe('people who were brought along', () => {
  it('are invited once, by the button, and never again though the list comes again', async () => {
    const her = await fresh();
    await bringIn(her, files.luma_2025, { day: '2026-01-20' });
    const mails = () =>
      house.db
        .selectFrom('kit.mail')
        .select('to_address')
        .where('template', '=', 'numbers.invite')
        .where('campaign', '=', `numbers.invite:${world.group.group_id}`)
        .execute();
    expect(await mails()).toHaveLength(0);
    const invite = () => her.post(numberPaths.invite(world.group.slug));
    expect((await her.follow(await invite())).text).toContain('3 people are being invited.');
    expect(await mails()).toHaveLength(3);
    await invite();
    expect(await mails()).toHaveLength(3);
    await her.post(numberPaths.forgetContacts(world.group.slug));
    expect((await rows()).contacts).toEqual([]);
    await bringIn(her, files.luma_2025, { day: '2026-01-20' });
    expect((await rows()).contacts).toEqual([]);
    await invite();
    expect(await mails()).toHaveLength(3);
  });

  it('are not those who belong to the group already, and are let go of when they come themselves', async () => {
    const her = await fresh();
    const ada = await makePerson(house, 'Ada', { address: 'ada@guests.example' });
    const joins = await visit(house).as(ada);
    await joins.post(`/g/${world.group.slug}/join`);
    await bringIn(her, files.luma_2025, { day: '2026-01-20' });
    expect((await rows()).contacts).toEqual(['ben@guests.example', 'cy@guests.example']);
    const ben = await makePerson(house, 'Ben', { address: 'ben@guests.example' });
    const exported = await (await visit(house).as(ben)).get('/me/export.json');
    expect(exported.body).toContain(world.group.slug);
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: ben, now: start }));
    expect((await rows()).contacts).toEqual(['cy@guests.example']);
  });

  it('are forgotten after sixty days, and each night’s counts stay', async () => {
    const her = await fresh();
    await bringIn(her, files.luma_2025, { day: '2026-01-20' });
    await handIn(her, files.luma_2025);
    house.setNow(start.add({ hours: 24 * 59 }));
    await sweepHistory(house.ground);
    expect((await rows()).contacts).toHaveLength(3);
    house.setNow(start.add({ hours: 24 * 61 }));
    await sweepHistory(house.ground);
    expect(await rows()).toEqual({ evenings: [[2, 1, 'import']], contacts: [] });
    expect(await house.db.selectFrom('numbers.handed_in').select('file_id').execute()).toEqual([]);
  });

  it('fifty thousand of them come in whole or not at all', async () => {
    await fresh();
    const contacts = Array.from({ length: 50_000 }, (_, n) => ({
      name: `Guest ${n}`,
      address: `g${n}@guests.example`,
    }));
    const how = { now: start, secret: testSecret };
    const evenings = [{ held_on: '2026-01-20', title: '', signed_up: 50, came: null }];
    const began = performance.now();
    const broken = transact(house.db, async (tx) => {
      await bringInHistory(tx, null, world.group.group_id, { evenings, contacts }, how);
      throw new Error('the machine stops');
    });
    await expect(broken).rejects.toThrow('stops');
    expect(await rows()).toEqual({ evenings: [], contacts: [] });
    const done = await transact(house.db, (tx) =>
      bringInHistory(tx, null, world.group.group_id, { evenings, contacts }, how),
    );
    expect(done.contacts).toEqual({ made: 50_000, known: 0 });
    expect(performance.now() - began).toBeLessThan(60_000);
  }, 120_000);
});
