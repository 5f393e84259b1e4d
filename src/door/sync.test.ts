// Phones at the door against the whole house: paired once, scans taken in once, and nothing but the door.
import { describe, expect, it } from 'vitest';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, testSecret, visit } from '../../test/visit.ts';
import { headsAtDoor } from './door-stand.ts';
import { guestRows } from './expected-guests.ts';
import { type Evening, evening, pairedPhone, scan, sync } from './for-tests.ts';
import { openBook } from './merge-rules.ts';
import { makeCode } from './pair-phone.ts';
import { sweepDoor } from './sweep.ts';

const house = testHouse();

const codeOf = async ({ world, at }: Evening) => {
  const page = await (await visit(house).as(world.organiser)).post(`${at}/code`);
  const code = /class="door-code">\s*(\d{3}) (\d{3})/.exec(page.body)?.slice(1).join('') ?? '';
  return code;
};

describe('a phone is paired', () => {
  it('by six figures, once, and is called what its entrance is called', async () => {
    const night = await evening(house, ['Ada Lovelace']);
    const code = await codeOf(night);
    const phone = visit(house);
    expect((await phone.post('/door', { code: `${code.slice(0, 3)} ${code.slice(3)}`, name: 'Front' })).location).toBe(
      '/door',
    );
    expect((await phone.get('/door')).text).toContain('Queues, and what they are hiding');
    const other = await visit(house).post('/door', { code });
    expect(other.status).toBe(422);
    expect(other.errors.code).toContain('none of our codes');
    const organiser = await visit(house).as(night.world.organiser);
    expect((await organiser.get(night.at)).text).toContain('Front 0 let in');
  });

  it('or by the link behind the picture, when its button is pressed and not before', async () => {
    const { world, event } = await evening(house, ['Ada Lovelace']);
    const evenings = house.db.selectFrom('events.event').selectAll().where('event_id', '=', event.event_id);
    const found = await evenings.executeTakeFirstOrThrow();
    const actor = { person_id: world.organiser };
    const made = await transact(house.db, (tx) => makeCode(tx, found, actor, house.ground.now(), testSecret));
    if ('refused' in made) throw new Error(made.refused);
    const phone = visit(house);
    for (const _ of [1, 2]) expect((await phone.get(`/door/link/${made.token}`)).status).toBe(200);
    expect(phone.cookies['ugroup-door']).toBeUndefined();
    expect((await phone.post(`/door/link/${made.token}`, { name: 'Lift' })).location).toBe('/door');
    expect((await sync(phone)).guests).toHaveLength(1);
    expect((await visit(house).get(`/door/link/${made.token}`)).status).toBe(404);
  });

  it('not with a code that is ten minutes old', async () => {
    const night = await evening(house, []);
    const code = await codeOf(night);
    house.setNow(Temporal.Now.instant().add({ minutes: 11 }));
    expect((await visit(house).post('/door', { code })).status).toBe(422);
    house.setNow(Temporal.Now.instant());
  });

  it('not days before, nor when the evening is over; and by then it is let go', async () => {
    const night = await evening(house, []);
    const phone = await pairedPhone(house, night, 'Front');
    const organiser = await visit(house).as(night.world.organiser);
    house.setNow(Temporal.Now.instant().add({ hours: 16 }));
    await expect(sync(phone)).rejects.toThrow('401 door.over');
    expect((await organiser.post(`${night.at}/here`)).location).toBe(night.at);
    house.setNow(Temporal.Now.instant().subtract({ hours: 80 }));
    expect((await organiser.post(`${night.at}/code`)).location).toBe(night.at);
    house.setNow(Temporal.Now.instant());
  });

  it('by nobody who guesses: wrong codes run out', async () => {
    const night = await evening(house, []);
    for (let n = 0; n < 30; n++) await visit(house).post('/door', { code: '000000' });
    const code = await codeOf(night);
    const late = await visit(house).post('/door', { code });
    expect(late.errors.code).toContain('Too many wrong codes');
    await house.ground.limits.forget('pair.address', '127.0.0.1');
    expect((await visit(house).post('/door', { code })).location).toBe('/door');
  });

  it('by nobody who guesses many at once', async () => {
    const night = await evening(house, []);
    await house.ground.limits.forget('pair.address', '127.0.0.1');
    const guesses = Array.from({ length: 60 }, () => visit(house).post('/door', { code: '000000' }));
    const said = (await Promise.all(guesses)).map(({ errors }) => errors.code ?? '');
    expect(said.filter((text) => text.includes('none of our codes'))).toHaveLength(30);
    await house.ground.limits.forget('pair.address', '127.0.0.1');
    // Right ones count for nothing.
    for (let n = 0; n < 31; n++) await pairedPhone(house, night, `Door ${n}`);
  });

  it('and can do nothing but the door of its evening', async () => {
    const night = await evening(house, ['Ada Lovelace']);
    const other = await evening(house, ['Grace Hopper']);
    const phone = await pairedPhone(house, night, 'Front');
    for (const path of [
      night.at,
      `${night.at}/print`,
      `/g/${night.world.group.slug}/e/${night.event.slug}/guests`,
      '/me',
    ])
      expect((await phone.get(path)).location, path).toMatch(/^\/signin/);
    const answer = await sync(phone);
    expect(answer.guests.map(([, name]) => name)).toEqual(['Ada Lovelace']);
    expect(JSON.stringify(answer)).not.toContain('@');
    expect(JSON.stringify(answer)).not.toContain(other.people[0]);
    expect((await phone.get('/door')).body).not.toContain('Ada');
  });

  it('on one’s own phone as long as one is in the team, and by nobody’s code who is not', async () => {
    const night = await evening(house, ['Ada Lovelace']);
    const { group_id } = night.world.group;
    const helper = await makePerson(house, 'Doron');
    const team = { group_id, person_id: helper, role: 'organiser' as const, since: new Date() };
    await house.db.insertInto('groups.organiser').values(team).execute();
    const phone = await visit(house).as(helper);
    expect((await phone.post(`${night.at}/here`)).location).toBe('/door');
    const page = await phone.post(`${night.at}/code`);
    const code = /class="door-code">\s*(\d{3}) (\d{3})/.exec(page.body)?.slice(1).join('') ?? '';
    const letIn = visit(house);
    expect((await letIn.post('/door', { code })).location).toBe('/door');
    const second = await phone.post(`${night.at}/code`);
    const late = /class="door-code">\s*(\d{3}) (\d{3})/.exec(second.body)?.slice(1).join('') ?? '';
    expect((await sync(phone)).guests).toHaveLength(1);
    const owner = await visit(house).as(night.world.organiser);
    await owner.post(`/g/${night.world.group.slug}/organisers/role`, { person_id: helper, role: '' });
    await expect(sync(phone)).rejects.toThrow('401 door.revoked');
    expect((await visit(house).post('/door', { code: late })).status).toBe(422);
    expect((await sync(letIn)).guests).toHaveLength(1);
  });

  it('until an organiser lets it go', async () => {
    const night = await evening(house, ['Ada Lovelace']);
    const phone = await pairedPhone(house, night, 'Front');
    const { device_id } = await house.db
      .selectFrom('door.device')
      .select('device_id')
      .where('event_id', '=', night.event.event_id)
      .executeTakeFirstOrThrow();
    const stranger = await evening(house, []);
    const elsewhere = await visit(house).as(stranger.world.organiser);
    await elsewhere.post(`${stranger.at}/revoke`, { device_id });
    await sync(phone);
    await (await visit(house).as(night.world.organiser)).post(`${night.at}/revoke`, { device_id });
    await expect(sync(phone)).rejects.toThrow('401 door.revoked');
    expect((await phone.get('/door')).text).toContain('no longer works the door');
    expect(phone.cookies['ugroup-door']).toBeUndefined();
  });
});

describe('what phones saw', () => {
  it('is there once, however often it is sent, and every phone hears all of it', async () => {
    const night = await evening(house, ['Ada', 'Bea', 'Cem']);
    const [front, back] = [await pairedPhone(house, night, 'Front'), await pairedPhone(house, night, 'Back')];
    const [ada, bea] = night.people;
    const seen = [
      scan('in', { person_id: ada }),
      scan('in', { person_id: bea }),
      scan('walk_in', { name: 'Kim', heads: 2 }),
    ];
    await Promise.all([sync(front, seen), sync(front, seen), sync(front, [...seen].reverse())]);
    await sync(back, [scan('in', { person_id: ada }), scan('undo', { undoes: seen[1]?.scan_id })]);
    const heard = await Promise.all([sync(front), sync(back, seen)]);
    for (const { scans } of heard) {
      const book = openBook(scans);
      expect(book.heads()).toBe(3);
      expect(book.arrival(ada ?? '')).toMatchObject({ is_doubled: true, heads: 1 });
      expect(scans).toHaveLength(5);
    }
    expect(heard[0]?.scans).toEqual(heard[1]?.scans);
    expect(await headsAtDoor(house.db, night.event)).toBe(3);
    expect(await sync(back, [], { after: heard[0]?.after ?? 0 })).toMatchObject({ scans: [], after: 5 });
  });

  it('comes in whole although one of it is broken, or about somebody nobody knows', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    const bad = [
      { scan_id: 'x', kind: 'in' },
      null,
      7,
      scan('in', { person_id: 'ada' }),
      scan('walk_in', { heads: -1 }),
    ];
    const good = [
      scan('in', { person_id: night.people[0] }),
      scan('in', { person_id: scan('in').scan_id }),
      scan('walk_in', { name: `${'x'.repeat(150)}\u0000\n` }),
      scan('undo', { undoes: scan('in').scan_id }),
    ];
    const answer = await sync(phone, [...bad.slice(0, 3), ...good, ...bad.slice(3)]);
    expect(answer.scans.map(({ scan_id }) => scan_id).sort()).toEqual(good.map(({ scan_id }) => scan_id).sort());
    expect(answer.unread).toHaveLength(5);
    expect(answer.unread).toContain('x');
    expect(openBook(answer.scans).heads()).toBe(3);
  });

  it('a thousand at once take one request', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    const many = Array.from({ length: 1000 }, () => scan('walk_in'));
    expect(openBook((await sync(phone, many)).scans).heads()).toBe(1000);
  });

  it('comes in under one number each, also when many phones send at once', async () => {
    const night = await evening(house, []);
    const phones = await Promise.all([1, 2, 3, 4].map((n) => pairedPhone(house, night, `Door ${n}`)));
    await Promise.all(Array.from({ length: 40 }, (_, n) => sync(phones[n % 4]!, [scan('walk_in'), scan('walk_in')])));
    const rows = await house.db
      .selectFrom('door.scan')
      .select('seq')
      .where('event_id', '=', night.event.event_id)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1));
  });

  it('is asked for again when the server was put back to an earlier day', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] })]);
    expect((await sync(phone, [], { after: 90 })).after).toBe(1);
  });

  it('tells the phones who took a seat or gave one back meanwhile', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const phone = await pairedPhone(house, night, 'Front');
    expect((await sync(phone)).all_guests).toBe(true);
    house.setNow(Temporal.Now.instant().add({ minutes: 5 }));
    const later = house.ground.now().toString();
    const bea = await visit(house).as(night.people[1] as Id<'people.person'>);
    await bea.post(`/g/${night.world.group.slug}/e/${night.event.slug}/release`);
    const { guests, all_guests } = await sync(phone, [], { guests_since: later });
    expect(all_guests).toBe(false);
    expect(guests).toEqual([[night.people[1], 'Bea', 1, 'gave_back']]);
    house.setNow(Temporal.Now.instant());
  });
});

describe('what is kept', () => {
  it('is offered the morning after as the number of those who came', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] }), scan('walk_in', { heads: 4 })]);
    house.setNow(Temporal.Now.instant().add({ hours: 10 }));
    const organiser = await visit(house).as(night.world.organiser);
    const page = await organiser.get(night.at.replace(/door$/, 'morning-after'));
    expect(page.body).toMatch(/name="came"[^>]*value="5"|value="5"[^>]*name="came"/);
    expect(page.text).toContain('The phones at the door counted 5');
    house.setNow(Temporal.Now.instant());
  });

  it('is shown to whom it is about, and forgets who they were when they leave, but not that they came', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] }), scan('in', { person_id: night.people[1] })]);
    const [ada_id] = night.people as [Id<'people.person'>];
    const ada = await visit(house).as(ada_id);
    const taken = JSON.parse((await ada.get('/me/export.json')).body);
    expect(taken.rooms.door.seen).toMatchObject([{ kind: 'in', heads: 1, taken_back: false }]);
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: ada_id, now: house.ground.now() }));
    const rows = await house.db.selectFrom('door.scan').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ada_id);
    expect(await headsAtDoor(house.db, night.event)).toBe(2);
  });

  it('expects who signed up elsewhere as well', async () => {
    const night = await evening(house, ['Ada']);
    const organiser = await visit(house).as(night.world.organiser);
    await organiser.post(night.at.replace(/door$/, 'guests/elsewhere'), { list: 'Kim Elsewhere +1', source: '' });
    expect((await organiser.get(night.at)).text).toContain('3 are expected');
  });

  it('tells phones whom to forget, of those who leave for good before the evening is over', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const [ada_id] = night.people as [Id<'people.person'>];
    const known = new Date(house.ground.now().epochMilliseconds);
    house.setNow(house.ground.now().add({ seconds: 1 }));
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: ada_id, now: house.ground.now() }));
    const rows = await guestRows(house.db, night.event, known);
    expect(rows.filter(([person_id]) => person_id === ada_id)).toEqual([[ada_id, '', 1, 'gave_back']]);
    expect((await guestRows(house.db, night.event, null)).map(([, name]) => name)).toEqual(['Bea']);
    house.setNow(Temporal.Now.instant());
  });

  it('counts whoever leaves for good no oftener than before, and calls no phone by their name', async () => {
    const night = await evening(house, ['Ada']);
    const [front, back] = [await pairedPhone(house, night, 'Front'), await pairedPhone(house, night, 'Back')];
    const [ada_id] = night.people as [Id<'people.person'>];
    for (const phone of [front, back]) await sync(phone, [scan('in', { person_id: ada_id })]);
    const { organiser, group } = night.world;
    await (await visit(house).as(organiser)).post(`${night.at}/here`);
    const names = async () =>
      (await house.db.selectFrom('door.device').select('name').where('group_id', '=', group.group_id).execute()).map(
        ({ name }) => name,
      );
    const { name } = await house.db
      .selectFrom('people.person')
      .select('name')
      .where('person_id', '=', organiser)
      .executeTakeFirstOrThrow();
    expect(await names()).toContain(name);
    await house.db.updateTable('people.person').set({ name: 'Renamed' }).where('person_id', '=', organiser).execute();
    expect(await headsAtDoor(house.db, night.event)).toBe(1);
    for (const person_id of [ada_id, organiser])
      await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id, now: house.ground.now() }));
    expect(await headsAtDoor(house.db, night.event)).toBe(1);
    expect(await names()).not.toContain(name);
    expect(await names()).toContain('Front');
  });

  it('goes two weeks after the evening, and only the count stays', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] }), scan('walk_in', { name: 'Kim', heads: 3 })]);
    const counts = async () => {
      const of = (table: 'door.scan' | 'door.device') =>
        house.db.selectFrom(table).select('event_id').where('event_id', '=', night.event.event_id).execute();
      return [(await of('door.scan')).length, (await of('door.device')).length];
    };
    house.setNow(Temporal.Now.instant().add({ hours: 13 * 24 }));
    await sweepDoor(house.ground);
    expect(await counts()).toEqual([2, 1]);
    house.setNow(Temporal.Now.instant().add({ hours: 15 * 24 }));
    await sweepDoor(house.ground);
    await sweepDoor(house.ground);
    expect(await counts()).toEqual([0, 0]);
    expect(await headsAtDoor(house.db, night.event)).toBe(4);
    house.setNow(Temporal.Now.instant());
  });
});
