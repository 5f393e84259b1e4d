// Whoever gets hold of a copy of the database, a backup say, can act for nobody: nothing in it opens a door by itself.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { unseal } from '#kit/secret.ts';
import { newestCode } from '../src/people/for-tests.ts';
import { testHouse, testSecret, visit } from './visit.ts';
import { makeEvent, makeGroup } from './world.ts';

// Its postman rests: what waits to be mailed is still there.
const house = testHouse();

/** Every row of every table, as text. */
async function copyOfAll(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(house.db);
  expect(tables.rows.length).toBeGreaterThan(20);
  const texts = tables.rows.map(({ name }) =>
    sql<{ text: string | null }>`select string_agg(t::text, e'\n') as text from ${sql.raw(name)} t`.execute(house.db),
  );
  return (await Promise.all(texts)).map(({ rows }) => rows[0]?.text ?? '').join('\n');
}

test('codes, links, invitations and sessions stand nowhere in it, not even while their mails wait', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world);
  const owner = await visit(house).as(world.organiser);
  const path = `/g/${world.group.slug}`;

  const here = visit(house);
  const seat = await here.post(`${path}/e/${event.slug}/seat`, { name: 'Ada', address: 'ada@example.org' });
  const { code, link } = await newestCode(house.db, 'ada@example.org');
  await owner.post(`${path}/organisers/invite`, { address: 'ben@example.org', role: 'organiser' });
  const invitation = await mailedInvitation();
  const accepting = visit(house);
  const toCode = await accepting.post(`${path}/invitation/${invitation}/code`);

  const secrets = {
    session: owner.cookies.ugroup,
    'the browser that asked': seat.location?.split('.').at(-1),
    'the browser of the invited': toCode.location?.split('/').at(-1),
    'the link in the mail': link.split('/').at(-1),
    invitation,
  };
  const copy = await copyOfAll();
  // There is something to be seen in it.
  expect(copy).toContain('ada@example.org');
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret, what).toMatch(/^[\w-]{40,}$/);
    expect(copy, what).not.toContain(secret);
  }
  expect(copy).not.toMatch(new RegExp(`\\b${code}\\b`));

  // And each of them is worth something.
  expect((await visit(house).get(link)).heading).toBe('Almost there');
  expect((await visit(house).get(`${path}/invitation/${invitation}`)).status).toBe(200);
  expect((await here.post(seat.location ?? '', { code })).status).toBe(303);
});

async function mailedInvitation(): Promise<string> {
  const { args } = await house.db
    .selectFrom('kit.mail')
    .select('args')
    .where('template', '=', 'groups.invitation')
    .executeTakeFirstOrThrow();
  const { invitation_id, sealed } = args as { invitation_id: string; sealed: string };
  return unseal(testSecret, `groups.invitation:${invitation_id}`, sealed);
}
