// What strangers may bring to a group: bad marks, bad words, claims, invitations by mail.
import { describe, expect, test } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { foundGroup, type NewGroup } from './found-group.ts';
import { importGroup } from './import-group.ts';
import { joinGroup } from './join-group.ts';
import { membersToTell } from './queries.ts';

const house = testHouse({ works: true });
const now = Temporal.Instant.from('2026-12-01T18:00:00Z');
type Person = Id<'people.person'>;

let made = 0;
async function group(more: Partial<NewGroup> = {}) {
  const owner = await makePerson(house, 'Ada Owner', { address: `ada.${++made}@example.org` });
  const wanted = { name: `Edge Users ${made}`, place: 'Kiel', zone: 'Europe/Berlin', language: 'en', ...more };
  const done = await transact(house.db, (tx) => foundGroup(tx, { person_id: owner }, now, wanted));
  if ('refused' in done) throw new Error(done.refused);
  return { owner, ...done.group, at: `/g/${done.group.slug}` };
}
const as = (person: Person) => visit(house).as(person);

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '![x](https://evil.example/track.png)',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '</style><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
];

describe('words that would be a program', () => {
  test('stay words, in name, place, text, conduct and contacts', async () => {
    const { at, owner } = await group();
    const ada = await as(owner);
    for (const attack of attacks) {
      const form = {
        name: attack.slice(0, 100),
        slug: at.slice(3),
        place: attack.slice(0, 120),
        country: '',
        zone: 'Europe/Berlin',
        language: 'en',
        color: '#123456',
        about: `${attack}\n\n${attack}`,
        website: '',
      };
      expect((await ada.post(`${at}/settings`, form)).status, attack).toBe(303);
      const conduct = {
        choice: 'own',
        own_text: attack,
        name_1: attack.slice(0, 80),
        address_1: 'x@example.org',
        name_2: '',
        address_2: '',
      };
      expect((await ada.post(`${at}/settings/conduct`, conduct)).status, attack).toBe(303);
      for (const path of [
        at,
        `${at}/conduct`,
        `${at}/settings`,
        `${at}/settings/conduct`,
        `${at}/audit`,
        `${at}/organisers`,
      ]) {
        const { body } = await ada.get(path);
        // The words arrived, so they could have done harm.
        if (path === at) expect(body).toMatch(/alert\(1\)|evil\.example|data:text/);
        expect(harm(body), `${attack} on ${path}`).toEqual([]);
      }
    }
  });

  test('a website is a web address, or it is refused', async () => {
    const { at, owner } = await group();
    const ada = await as(owner);
    const form = {
      name: 'x',
      slug: at.slice(3),
      place: '',
      country: '',
      zone: 'Europe/Berlin',
      language: 'en',
      color: '#123456',
      about: '',
    };
    const answer = await ada.post(`${at}/settings`, { ...form, website: 'javascript:alert(1)' });
    expect([answer.status, Object.keys(answer.errors)]).toEqual([422, ['website']]);
  });

  /** Tags and attributes that run or load something from elsewhere. */
  function harm(html: string): string[] {
    const tags = [...html.matchAll(/<([a-z]+)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)];
    return tags.flatMap(([whole, name = '', attributes = '']) => {
      const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '""');
      const bad =
        /^(iframe|object|embed|base)$/i.test(name) ||
        (/^script$/i.test(name) && !/src="\/assets\//.test(attributes)) ||
        /\son[a-z]+\s*=/i.test(bare) ||
        /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.test(attributes) ||
        /\ssrc="https?:/i.test(attributes);
      return bad ? [whole] : [];
    });
  }
});

describe('a mark', () => {
  const upload = async (
    visitor: { cookies: Record<string, string> },
    at: string,
    content: Buffer | string,
    name = 'mark.svg',
  ) => {
    const body = Buffer.concat([
      Buffer.from(
        `--xx\r\nContent-Disposition: form-data; name="mark"; filename="${name}"\r\nContent-Type: image/svg+xml\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n--xx--\r\n'),
    ]);
    const headers = { 'content-type': 'multipart/form-data; boundary=xx', accept: 'text/html' };
    return house.app.inject({
      method: 'POST',
      url: `${at}/settings/mark`,
      headers,
      cookies: visitor.cookies,
      payload: body,
    });
  };

  test('is drawn anew, shown as the sticker, served with a policy of its own, and comes off again', async () => {
    const { at, owner } = await group();
    const ada = await as(owner);
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" onload="alert(1)"><script>alert(1)</script><circle cx="5" cy="5" r="4" fill="#0a0"/></svg>';
    expect((await upload(ada, at, drawing)).statusCode).toBe(303);
    const page = await visit(house).get(at);
    const src = /<img class="ui-mark" src="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect(src).toMatch(/\/mark-[0-9a-f]{16}\.svg$/);
    const mark = await visit(house).get(src);
    expect(mark.body).toContain('circle');
    expect(mark.body).not.toMatch(/script|onload|alert/);
    expect(mark.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(mark.headers['cache-control']).toContain('immutable');
    expect((await visit(house).get(src.replace('.svg', '.png'))).headers['content-type']).toBe('image/png');
    expect((await visit(house).get(src.replace(/-[0-9a-f]/, '-z'))).status).toBe(404);
    expect((await ada.post(`${at}/settings/mark/off`)).status).toBe(303);
    expect((await visit(house).get(src)).status).toBe(404);
  });

  test('that is no picture is refused in words', async () => {
    const { at, owner } = await group();
    const ada = await as(owner);
    for (const [content, words] of [
      ['<html><script>alert(1)</script></html>', 'We could not read this as a PNG or JPEG.'],
      ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Hi</text></svg>', 'There are letters in it'],
      ['', 'Please choose a file.'],
      [Buffer.alloc(2_200_000, 7), 'That picture is too large.'],
    ] as const) {
      const answer = await upload(ada, at, content);
      expect([answer.statusCode, answer.body.includes(words)], words).toEqual([422, true]);
    }
  });
});

describe('a code of conduct', () => {
  test('is there from the first day, in the group’s language, with the people to turn to once they are named', async () => {
    const { at, owner, group_id } = await group({ language: 'de' });
    const ada = await as(owner);
    const before = await visit(house).get(`${at}/conduct`);
    expect(before.text).toContain('Vereinbarung über Verhaltenskodex');
    expect(before.text).toContain('Contributor Covenant');
    expect((await ada.get(at)).text).toContain('Name two people to turn to.');
    const people = { name_1: 'Mia *M*', address_1: 'mia@example.org', name_2: 'Tom', address_2: 'tom@example.org' };
    const choice = { choice: 'contributor-covenant-2.1.en', own_text: '', ...people };
    expect(
      (await ada.post(`${at}/settings/conduct`, { ...choice, address_2: 'MIA@example.org' })).errors,
    ).toHaveProperty('address_2');
    expect((await ada.post(`${at}/settings/conduct`, choice)).status).toBe(303);
    expect((await ada.post(`${at}/settings/conduct`, choice)).status).toBe(303);
    const after = await ada.get(`${at}/conduct`);
    expect(after.text).toContain('Mia *M* ( mia@example.org ), Tom ( tom@example.org ).');
    expect(after.text).toContain('Version 2');
    const versions = await house.db
      .selectFrom('groups.conduct')
      .select('version')
      .where('group_id', '=', group_id)
      .execute();
    expect(versions).toHaveLength(2);
    expect((await ada.get(at)).text).not.toContain('Name two people to turn to.');
  });
});

describe('an imported group', () => {
  const listed = (key: string, more = {}) => ({
    source: 'test',
    source_key: key,
    name: `Listed ${key}`,
    place: 'Kano',
    zone: 'Africa/Lagos',
    language: 'en',
    ...more,
  });
  const take = (row: ReturnType<typeof listed>) => transact(house.db, (tx) => importGroup(tx, now, row));

  test('comes in once however often its row does, and is told from one that is there already', async () => {
    const first = await take(listed('a'));
    expect(first).toMatchObject({ outcome: 'made', slug: 'listed-a' });
    expect(await take(listed('a'))).toMatchObject({ outcome: 'same' });
    expect(await take(listed('a', { latitude: 12.1, longitude: 8.5 }))).toMatchObject({ outcome: 'changed' });
    expect(await take({ ...listed('b'), name: 'LISTED A' })).toMatchObject({ refused: 'groups.looks_alike' });
  });

  test('says that nobody looks after it, is claimed, and the keeper gives it to one and tells both', async () => {
    await take(listed('c'));
    const at = '/g/listed-c';
    expect((await visit(house).get(at)).text).toContain('Nobody looks after this page yet. Is it yours?');
    const [ben, eve] = [
      await makePerson(house, 'Ben', { address: 'ben.claims@example.org' }),
      await makePerson(house, 'Eve', { address: 'eve.claims@example.org' }),
    ];
    const keeper = await as(await makePerson(house, 'Kim', { address: 'kim.keeps@example.org', is_keeper: true }));
    for (const person of [eve, ben]) {
      const visitor = await as(person);
      expect((await visitor.post(`${at}/claim`, { says: '' })).errors).toHaveProperty('says');
      expect((await visitor.post(`${at}/claim`, { says: 'I run it' })).location).toBe(at);
      expect((await visitor.post(`${at}/claim`, { says: 'I run it <b>' })).location).toBe(at);
      expect((await visitor.get('/keeper/claims')).status).toBe(404);
    }
    const asked = (await house.mails()).filter(({ to }) => to.includes('kim.keeps@'));
    expect(asked.map(({ subject }) => subject)).toEqual(Array(2).fill('Somebody says that Listed c is theirs'));
    // Two mails may leave in either order.
    expect(asked.find(({ text }) => text.includes('Eve'))?.text).toMatch(
      /Eve \(eve\.claims@example\.org\)[\s\S]*I run it[\s\S]*\/keeper\/claims/,
    );
    const page = await keeper.get('/keeper/claims');
    expect(page.text).toContain('I run it <b>');
    const form = page.body.slice(page.body.indexOf('Ben'));
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
    const answer = { group_id: field('group_id'), claim_id: field('claim_id'), answer: 'granted' };
    expect((await keeper.post('/keeper/claims', answer)).status).toBe(303);
    expect((await keeper.post('/keeper/claims', answer)).status).toBe(422);
    expect((await (await as(ben)).get(`${at}/settings`)).status).toBe(200);
    expect((await (await as(eve)).get(`${at}/settings`)).status).toBe(404);
    const told = (await house.mails()).filter(({ to }) => to.includes('.claims@'));
    expect(told.map(({ subject }) => subject).sort()).toEqual(['About Listed c', 'Listed c is yours']);
    expect((await keeper.get(at)).text).not.toContain('Nobody looks after');
  });
});

test('an invitation is mailed, its link only shows, and the button lets in whoever it went to', async () => {
  const { at, owner, name } = await group({ language: 'de' });
  const ada = await as(owner);
  expect(
    (await ada.post(`${at}/organisers/invite`, { address: 'not an address', role: 'owner' })).errors,
  ).toHaveProperty('address');
  expect((await ada.post(`${at}/organisers/invite`, { address: 'Ben.Team@example.org', role: 'owner' })).status).toBe(
    303,
  );
  const mail = (await house.mails()).find(({ to }) => to.includes('ben.team@'));
  expect(mail?.subject).toBe(`Ada Owner holt dich ins Team von ${name}`);
  const link = /http:\/\/localhost:3000(\/g\/\S+\/invitation\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const scanner = visit(house);
  expect((await scanner.get(link)).status).toBe(200);
  expect((await scanner.post(link)).location).toBe(link);
  const code = await scanner.post(`${link}/code`);
  expect(code.location).toMatch(/^\/signin\/code\//);
  const ben = await makePersonProved('ben.team@example.org');
  const visitor = await as(ben);
  const done = await visitor.post(link);
  expect([done.status, done.location]).toEqual([303, at]);
  expect((await visitor.get(`${at}/organisers`)).status).toBe(200);
  expect((await scanner.get(link)).status).toBe(404);

  async function makePersonProved(address: string): Promise<Person> {
    const proved = await house.db
      .updateTable('people.person')
      .set({ proved_at: new Date(), name: 'Ben' })
      .where('address_key', '=', address)
      .returning('person_id')
      .executeTakeFirstOrThrow();
    return proved.person_id;
  }
});

test('nobody pesters with many groups: invitations and claims are so many a day for each person', async () => {
  const first = await group();
  const ada = await as(first.owner);
  const lists = async () => (await house.mails()).filter(({ to }) => to.includes('@pestered.example')).length;
  for (let n = 0; n < 4; n++) {
    const { group_id, slug } = n === 0 ? first : await group();
    const since = new Date();
    const role = { group_id, person_id: first.owner, role: 'owner' as const, since };
    await house.db
      .insertInto('groups.organiser')
      .values(role)
      .onConflict((on) => on.doNothing())
      .execute();
    for (let i = 0; i < 20; i++)
      await ada.post(`/g/${slug}/organisers/invite`, { address: `a${n}.${i}@pestered.example`, role: 'door' });
  }
  expect(await lists()).toBe(60);
  const keeper = await makePerson(house, 'Kay', { address: 'kay@pestered.example' });
  await house.db.updateTable('people.person').set({ is_keeper: true }).where('person_id', '=', keeper).execute();
  for (let n = 0; n < 11; n++) {
    const listed = { source: 'pester', source_key: `${n}`, name: `Pester ${n}`, place: 'Kiel', zone: 'Europe/Berlin' };
    const taken = await transact(house.db, (tx) => importGroup(tx, now, { ...listed, language: 'en' }));
    if ('refused' in taken) throw new Error(taken.refused);
    const answer = await ada.post(`/g/${taken.slug}/claim`, { says: 'I run it' });
    expect(answer.status).toBe(n < 10 ? 303 : 422);
    if (n === 10) expect(answer.body).toContain('I run it');
  }
  expect(await lists()).toBe(70);
});

test('only members who want a kind of mail and proved their address are told', async () => {
  const { group_id, owner } = await group();
  const [yes, no, unproved] = [
    await makePerson(house, 'Yes'),
    await makePerson(house, 'No'),
    await makePerson(house, 'Unproved'),
  ];
  for (const person_id of [yes, no, unproved])
    await transact(house.db, (tx) => joinGroup(tx, { person_id }, now, group_id));
  await house.db.updateTable('groups.member').set({ opened: false }).where('person_id', '=', no).execute();
  await house.db.updateTable('people.person').set({ proved_at: null }).where('person_id', '=', unproved).execute();
  const names = async (kind: 'announced' | 'opened') =>
    (await membersToTell(house.db, group_id, kind)).map(({ person_id }) => person_id).sort();
  expect(await names('opened')).toEqual([owner, yes].sort());
  expect(await names('announced')).toEqual([owner, yes, no].sort());
});
