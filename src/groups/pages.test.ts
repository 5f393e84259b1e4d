// A group's pages as people meet them: founding, belonging, settings, what strangers may not see.
import { describe, expect, test } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { statementsOf } from '../../test/world/statements.ts';
import { audit } from './audit.ts';
import { foundGroup, type NewGroup } from './found-group.ts';
import { joinGroup } from './join-group.ts';
import { unsubscribeLink } from './unsubscribe.ts';

const house = testHouse();
const now = Temporal.Instant.from('2026-12-01T18:00:00Z');
type Person = Id<'people.person'>;

let made = 0;
async function group(more: Partial<NewGroup> = {}) {
  const owner = await makePerson(house, 'Ada Owner');
  const wanted = { name: `Harbor Users ${++made}`, place: 'Kiel', zone: 'Europe/Berlin', language: 'en', ...more };
  const done = await transact(house.db, (tx) => foundGroup(tx, { person_id: owner }, now, wanted));
  if ('refused' in done) throw new Error(done.refused);
  return { owner, ...done.group, at: `/g/${done.group.slug}` };
}
const as = (person: Person): Promise<Visitor> => visit(house).as(person);
const settingsOf = (slug: string) => ({
  name: 'Harbor',
  slug,
  place: 'Kiel',
  country: 'DE',
  zone: 'Europe/Berlin',
  language: 'de',
  color: '#0F766E',
  about: 'For people by the sea.',
  website: 'https://harbor.example',
});

describe('founding a group', () => {
  test('asks to sign in first, then takes four answers and leads to the page with one next step', async () => {
    expect((await visit(house).get('/start')).location).toBe('/signin?next=%2Fstart');
    const ada = await as(await makePerson(house, 'Ada'));
    const form = await ada.get('/start');
    expect(form.heading).toBe('Start a group');
    const once = /name="once" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const answers = { name: 'Café Übermut', place: 'Ulm', zone: 'Europe/Berlin', language: 'de', once };
    const done = await ada.post('/start', answers);
    expect([done.status, done.location]).toEqual([303, '/g/cafe-uebermut']);
    expect((await ada.post('/start', answers)).location).toBe('/g/cafe-uebermut');
    const page = await ada.follow(done);
    expect(page.heading).toBe('Café Übermut');
    expect(page.text).toContain('Café Übermut has a page now');
    expect(page.links.filter((link) => link === '/g/cafe-uebermut/new').length).toBeGreaterThan(0);
    const rows = await house.db.selectFrom('groups.group').select('slug').where('name', '=', 'Café Übermut').execute();
    expect(rows).toHaveLength(1);
  });

  test('keeps the words of a form that came back and names the field', async () => {
    const ada = await as(await makePerson(house, 'Ada'));
    const answer = await ada.post('/start', { name: '', place: 'Ulm <b>', zone: 'Mars/Base', language: 'en' });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.errors).sort()).toEqual(['name', 'zone']);
    expect(answer.body).toContain('value="Ulm &lt;b>"');
  });

  test('takes the clock by a city, and that of the place when none is named', async () => {
    const ada = await as(await makePerson(house, 'Ada'));
    const founded = async (name: string, place: string, zone: string) => {
      const answer = await ada.post('/start', { name, place, zone, language: 'en' });
      if (answer.status !== 303) return answer.errors.zone;
      const row = await house.db.selectFrom('groups.group').select('zone').where('name', '=', name).executeTakeFirst();
      return row?.zone;
    };
    expect(await founded('Pier Engineers', 'Milwaukee', 'Tokyo')).toBe('Asia/Tokyo');
    expect(await founded('Pier Tinkerers', 'Milwaukee', '')).toBe('America/Chicago');
    expect(await founded('Pier Thinkers', 'Nowhere at all', 'Milwaukee')).toBe('America/Chicago');
    expect(await founded('Pier Dreamers', 'Nowhere at all', '')).toBe('Please fill this in.');
    // Two towns of this name keep different clocks.
    expect(await founded('Pier Guessers', 'Portland', '')).toBe('Please fill this in.');
    expect(await founded('Pier Walkers', 'Online', 'Atlantis')).toContain('nearest large city');
  });

  test('says so when one of the same name is close by, and founds it all the same when told to', async () => {
    const first = await group({ name: 'Twin Users', place: 'Osaka' });
    const ben = await as(await makePerson(house, 'Ben'));
    const answers = { name: 'twin users', place: 'Osaka, Japan', zone: 'Asia/Tokyo', language: 'ja' };
    const asked = await ben.post('/start', answers);
    expect(asked.status).toBe(422);
    expect(asked.links).toContain(first.at);
    expect((await ben.post('/start', { ...answers, although_alike: 'yes' })).location).toBe('/g/twin-users-osaka');
  });

  test('looks again when the name was changed instead, and founds the same form twice only once', async () => {
    await group({ name: 'Same Users', place: 'Osaka' });
    const cy = await as(await makePerson(house, 'Cy'));
    const once = ({ body }: { body: string }) => /name="once" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const answers = { name: 'same users', place: 'Osaka', zone: 'Asia/Tokyo', language: 'ja' };
    const asked = await cy.post('/start', { ...answers, once: once(await cy.get('/start')) });
    expect(asked.status).toBe(422);
    const other = { ...answers, name: 'Other Users', once: once(asked) };
    expect((await cy.post('/start', other)).location).toBe('/g/other-users');
    expect((await cy.post('/start', other)).location).toBe('/g/other-users');
  });
});

describe('belonging', () => {
  test('takes one tap, and signed out a page with that tap after signing in', async () => {
    const { at, name } = await group();
    const guest = visit(house);
    expect((await guest.get(at)).links).toContain(`${at}/join`);
    expect((await guest.get(`${at}/join`)).location).toBe(`/signin?next=${encodeURIComponent(`${at}/join`)}`);
    expect((await guest.post(`${at}/join`)).status).toBe(401);
    const ben = await as(await makePerson(house, 'Ben'));
    expect((await ben.get(`${at}/join`)).heading).toBe(`Join ${name}`);
    const page = await ben.follow(await ben.post(`${at}/join`));
    expect(page.text).toContain('You belong here');
    await ben.post(`${at}/me`, { opened: 'on' });
    const mine = await ben.get(`${at}/me`);
    expect(mine.body).toMatch(/name="opened"[^>]*checked/);
    expect(mine.body).not.toMatch(/name="announced"[^>]*checked/);
    expect((await ben.follow(await ben.post(`${at}/leave`))).text).not.toContain('You belong here');
  });

  test('an unsubscribe link shows, its POST stops one kind for one person without a cookie', async () => {
    const { at, group_id } = await group();
    const [ben, cleo] = [await makePerson(house, 'Ben'), await makePerson(house, 'Cleo')];
    for (const person_id of [ben, cleo]) {
      await transact(house.db, (tx) => joinGroup(tx, { person_id }, now, group_id));
    }
    const wishes = () =>
      house.db
        .selectFrom('groups.member')
        .select(['person_id', 'announced', 'opened'])
        .where('group_id', '=', group_id)
        .execute();
    const link = new URL(unsubscribeLink(house.ground, group_id, ben, 'opened')).pathname;
    const scanner = visit(house);
    expect((await scanner.get(link)).status).toBe(200);
    expect((await wishes()).every(({ opened }) => opened)).toBe(true);
    expect((await scanner.post(link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await wishes()).filter(({ announced, opened }) => !announced || !opened)).toEqual([
      { person_id: ben, announced: true, opened: false },
    ]);
    for (const forged of [link.replace(ben, cleo), link.replace('opened', 'announced'), `${link.slice(0, -2)}xx`]) {
      expect((await scanner.post(forged)).status, forged).toBe(404);
    }
    expect((await wishes()).filter(({ announced, opened }) => !announced || !opened)).toHaveLength(1);
    expect(at).toMatch(/^\/g\//);
  });
});

describe('the team’s pages', () => {
  const gets = ['settings', 'settings/mark', 'settings/conduct', 'members', 'members.csv', 'organisers', 'audit'];
  const posts = [
    'settings',
    'settings/mark',
    'settings/mark/off',
    'settings/conduct',
    'organisers/invite',
    'organisers/revoke',
    'organisers/role',
    'organisers/hand-over',
  ];

  test('open to the owner, do not exist for a member or another group’s owner, and ask a visitor to sign in', async () => {
    const { at, owner, group_id } = await group();
    const other = await group();
    const member = await makePerson(house, 'Mem');
    await transact(house.db, (tx) => joinGroup(tx, { person_id: member }, now, group_id));
    const ada = await as(owner);
    for (const path of gets) expect((await ada.get(`${at}/${path}`)).status, path).toBe(200);
    for (const stranger of [other.owner, member]) {
      const visitor = await as(stranger);
      for (const path of gets) expect((await visitor.get(`${at}/${path}`)).status, path).toBe(404);
      for (const path of posts)
        expect((await visitor.post(`${at}/${path}`, settingsOf('stolen'))).status, path).toBe(404);
    }
    for (const path of gets) expect((await visit(house).get(`${at}/${path}`)).location, path).toMatch(/^\/signin/);
    for (const path of posts) expect((await visit(house).post(`${at}/${path}`)).status, path).toBe(401);
  });

  test('ids of another group are worth nothing here', async () => {
    const mine = await group();
    const theirs = await group();
    const ada = await as(mine.owner);
    const answer = await ada.post(`${mine.at}/organisers/role`, { person_id: theirs.owner, role: '' });
    expect(answer.status).toBe(422);
    const kept = await house.db
      .selectFrom('groups.organiser')
      .select('role')
      .where('group_id', '=', theirs.group_id)
      .execute();
    expect(kept).toEqual([{ role: 'owner' }]);
  });

  test('change what the group says, and its old address leads to the new one', async () => {
    const { at, slug, owner } = await group();
    const taken = await group();
    const ada = await as(owner);
    const refused = await ada.post(`${at}/settings`, settingsOf(taken.slug));
    expect([refused.status, refused.errors.slug]).toEqual([422, 'Another group has this address, or had it once.']);
    expect((await ada.post(`${at}/settings`, { ...settingsOf('harbor'), preview: 'yes' })).text).toContain(
      'Nothing is saved yet',
    );
    const saved = await ada.post(`${at}/settings`, settingsOf(`harbor-${made}`));
    expect(saved.location).toBe(`/g/harbor-${made}/settings`);
    const guest = visit(house);
    expect([(await guest.get(`/g/${slug}?x=1`)).status, (await guest.get(`/g/${slug}?x=1`)).location]).toEqual([
      301,
      `/g/harbor-${made}?x=1`,
    ]);
    const page = await guest.get(`/g/harbor-${made}`);
    expect(page.text).toContain('For people by the sea.');
    expect(page.text).toContain('Kiel, Germany · German');
    expect(page.headers['content-security-policy']).toContain("style-src 'self' 'sha256-");
    const log = await ada.get(`/g/harbor-${made}/audit`);
    expect(log.text).toContain('changed the settings: Name, Address of the page');
  });

  test('list members by search and by key, and as a table no spreadsheet runs', async () => {
    const { at, owner, group_id } = await group();
    for (let n = 0; n < 52; n++) {
      const person_id = await makePerson(house, n === 7 ? '=HYPERLINK("http://x")' : `Guest ${n} 100%_x`);
      await transact(house.db, (tx) => joinGroup(tx, { person_id }, now.add({ minutes: n }), group_id));
    }
    const ada = await as(owner);
    const first = await ada.get(`${at}/members`);
    expect(first.body.match(/<tr role="row"/g)).toHaveLength(51);
    const next = first.links.find((link) => link.includes('after='));
    const second = await ada.get(next ?? '');
    expect(second.text).toContain('Guest 0 100%_x');
    expect(second.body.match(/<tr role="row"/g)).toHaveLength(4);
    expect(
      (await ada.get(`${at}/members?q=${encodeURIComponent('Guest 12 100%_')}`)).body.match(/<tr role="row"/g),
    ).toHaveLength(2);
    expect((await ada.get(`${at}/members?q=${encodeURIComponent('%')}&after=zzz`)).status).toBe(200);
    const twice = await ada.get(`${at}/members?q=${encodeURIComponent('Guest 12 100%_')}&q=b&after=a&after=b`);
    expect(twice.body.match(/<tr role="row"/g)).toHaveLength(2);
    const late = `999999999999999.${owner}`;
    for (const odd of ['q=%00', 'q[]=a', `after=${late}`, `after=${late}&after=b`, 'after=%00'])
      expect((await ada.get(`${at}/members?${odd}`)).status).toBe(200);
    expect((await ada.get(`${at}/audit?before=a&before=b`)).status).toBe(200);
    const table = await ada.get(`${at}/members.csv`);
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.body).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

test('a page costs the same number of statements for one member and for three', async () => {
  const { at, owner, group_id } = await group();
  const ada = await as(owner);
  const cost = async () => {
    const counts: number[] = [];
    for (const path of [at, `${at}/members`, `${at}/organisers`, `${at}/audit`])
      counts.push(await statementsOf(house, () => ada.get(path)));
    return counts;
  };
  await cost();
  const one = await cost();
  for (let n = 0; n < 2; n++) {
    const person_id = await makePerson(house, `More ${n}`);
    await transact(house.db, (tx) => joinGroup(tx, { person_id }, now, group_id));
    await house.db
      .insertInto('groups.organiser')
      .values({ group_id, person_id, role: 'owner', since: new Date() })
      .execute();
  }
  expect(await cost()).toEqual(one);
  expect(one[0]).toBeGreaterThan(1);
  // Who asks, page and team, two panels of the events room, its series, the questions the group answers, and, for who
  // organises, how the last evening was and whether it has numbers.
  expect(one[0]).toBeLessThanOrEqual(9);
});

describe('a person’s own page', () => {
  test('names the groups they run and those they belong to, each with the way out of its mails', async () => {
    const nobody = await as(await makePerson(house, 'Nobody'));
    expect((await nobody.get('/me')).text).toContain('No group yet');
    const { owner, at } = await group();
    const other = await group();
    await transact(house.db, (tx) => joinGroup(tx, { person_id: owner }, now, other.group_id));
    const page = await (await as(owner)).get('/me');
    expect(page.links).toEqual(expect.arrayContaining([at, `${at}/me`, other.at, `${other.at}/me`]));
    expect(page.text).toContain('Owner · Kiel');
    expect(page.text).toContain('You belong · Kiel');
  });
});

test('the log words what a higher room has written into it', async () => {
  const { owner, at, group_id } = await group();
  const actor = { person_id: owner };
  await transact(house.db, async (tx) => {
    await audit(tx, { group_id, actor, what: 'events.event.announced', about: { event: 'tide-tables' }, now });
    await audit(tx, { group_id, actor, what: 'events.guests.written_to', about: { told: 1 }, now });
    await audit(tx, { group_id, actor, what: 'talks.pitch.taken', about: { title: 'Ebb' }, now });
  });
  const { text } = await (await as(owner)).get(`${at}/audit`);
  expect(text).toContain('announced an evening: tide-tables');
  expect(text).toMatch(/· wrote to 1 guest(?!:)/);
  expect(text).toContain('talks.pitch.taken: Ebb');
});
