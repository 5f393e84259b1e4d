// An owner takes the group along on its own page, and the keeper of another server brings it in on theirs.
import { readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { makePerson, type TestHouse, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { at, contentsOf } from './files-for-tests.ts';
import { type FullGroup, fullGroup } from './for-tests.ts';
import { MOST_MEGABYTES } from './move-in-routes.tsx';

const there = testHouse();
const here = testHouse();
let full: FullGroup;
let owner: Visitor;
let keeper: Visitor;
let archive: Buffer;

beforeAll(async () => {
  full = await fullGroup(there);
  owner = await visit(there).as(full.organiser);
  keeper = await visit(here).as(await makePerson(here, 'Kofi', { is_keeper: true }));
});

const page = () => `/g/${full.group.slug}/settings/archive`;

describe('taking a group along', () => {
  test('begins below the settings, for owners and for no other organiser', async () => {
    expect((await owner.get(`/g/${full.group.slug}/settings`)).links).toContain(page());
    const organiser = await visit(there).as(full.members[1] ?? full.organiser);
    const settings = await organiser.get(`/g/${full.group.slug}/settings`);
    expect(settings.status).toBe(200);
    expect(settings.links).not.toContain(page());
    expect((await organiser.get(page())).status).toBe(404);
    expect((await organiser.post(page())).status).toBe(404);
  });

  test('says what is in the file and who is in it, and that nobody took it so far', async () => {
    const { status, text } = await owner.get(page());
    expect(status).toBe(200);
    expect(text).toContain('The addresses of 4 members');
    expect(text).toContain('A last mail, in 2 languages');
    expect(text).toContain('One evening');
    expect(text).toContain('Nobody has taken it along so far');
    expect(
      await there.db.selectFrom('groups.audit').select('what').where('what', 'like', 'archive%').execute(),
    ).toEqual([]);
  });

  test('gives the whole archive, keeps nothing of it on the server, and is remembered', async () => {
    const taken = await rawPost(there, owner, page());
    expect(taken.statusCode).toBe(200);
    expect(taken.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'private, no-store',
      'content-length': String(taken.rawPayload.length),
    });
    expect(taken.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="${full.group.slug}-\\d{4}-\\d\\d-\\d\\d\\.zip"$`),
    );
    archive = taken.rawPayload;
    writeFileSync(at('taken.zip'), archive);
    const files = await contentsOf(at('taken.zip'));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['addresses.csv', 'final-mail-de-1.eml', 'manifest.json']),
    );
    expect(readdirSync(there.ground.config.data).filter((name) => name.startsWith('archive-'))).toEqual([]);
    expect((await owner.get(page())).text).toMatch(/Last taken along on .+ by /);
    expect((await owner.get(`/g/${full.group.slug}/audit`)).text).toContain('took the group along in one file');
  });

  test('ends at twenty times an hour, with a sentence', async () => {
    const other = await fullGroup(there, 'Often');
    const again = await visit(there).as(other.organiser);
    for (let n = 0; n < 20; n++) await there.ground.limits.count('archive', other.organiser);
    const refused = await again.post(`/g/${other.group.slug}/settings/archive`);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('very often within an hour');
  });
});

describe('bringing a group in', () => {
  test('is there for the keeper alone', async () => {
    expect((await keeper.get('/keeper/archive')).status).toBe(200);
    expect((await owner.get('/keeper/archive')).status).toBe(404);
    expect((await visit(here).get('/keeper/archive')).status).toBe(404);
  });

  test('without a file, or with something else, it says so at the field and keeps what was typed', async () => {
    const none = await handIn(undefined, 'By-The-Lake');
    expect(none).toMatchObject({ status: 422, errors: { archive: 'Choose the file first.' } });
    expect(none.body).toContain('value="by-the-lake"');
    const other = await handIn(Buffer.from('not a zip'));
    expect(other.errors.archive).toBe('This is no archive, or it was cut off. Nothing was brought in.');
    const half = await handIn(archive.subarray(0, archive.length / 2));
    expect(half.errors.archive).toContain('cut off');
    const bent = Buffer.from(archive);
    bent.fill(0xff, 300, 330);
    expect((await handIn(bent)).errors.archive).toContain('Nothing was brought in.');
    const large = await handIn(Buffer.alloc(MOST_MEGABYTES * 1024 * 1024 + 1));
    expect(large.errors.archive).toContain('larger than 20 MB');
    expect((await handIn(archive, '../up')).errors.slug).toContain('is no address for a page');
    expect((await keeper.post('/keeper/archive', { slug: 'x' })).errors.archive).toBe('Choose the file first.');
    expect(await here.db.selectFrom('groups.group').select('slug').execute()).toEqual([]);
    expect(readdirSync(here.ground.config.data).filter((name) => name.startsWith('archive-'))).toEqual([]);
  });

  test('leads to the group, says who has yet to sign in, and mails nobody', async () => {
    const done = await handIn(archive);
    expect(done).toMatchObject({ status: 303, location: `/g/${full.group.slug}` });
    const shown = await keeper.follow(done);
    expect(shown.text).toContain('is here, with 4 members and one evening. Nobody was mailed.');
    expect(shown.text).toContain('7 of its people have yet to sign in here');
    expect(await here.db.selectFrom('kit.mail').select('mail_id').execute()).toEqual([]);
    // Handed in twice it says so, and changes nothing.
    expect((await keeper.follow(await handIn(archive))).text).toContain('was brought in before');
  });

  test('where the address is taken, asks for another one at its field, and takes it', async () => {
    const later = await rawPost(there, owner, page());
    const refused = await handIn(later.rawPayload);
    expect(refused.status).toBe(422);
    expect(refused.errors.slug).toContain(`A group lives at /g/${full.group.slug} here already.`);
    const done = await handIn(later.rawPayload, 'beside');
    expect(done).toMatchObject({ status: 303, location: '/g/beside' });
    expect((await visit(here).get('/g/beside')).status).toBe(200);
  });
});

async function rawPost(house: TestHouse, visitor: Visitor, url: string, more: object = {}) {
  return house.app.inject({ method: 'POST', url, cookies: visitor.cookies, ...more });
}

/** As a browser sends a form with a file in it. */
async function handIn(file: Buffer | undefined, slug = '') {
  const form = new FormData();
  form.set('slug', slug);
  form.set('archive', new File(file ? [new Uint8Array(file)] : [], file ? 'group.zip' : ''));
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  return keeper.post('/keeper/archive', body, { 'content-type': encoded.headers.get('content-type') ?? '' });
}
