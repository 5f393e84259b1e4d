// Every post of the house, sent what no page of ours sends: no answer is a crash, and what is refused has written nothing.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '#kit/id.ts';
import { collectRoutes } from './doors/knock.ts';
import { table } from './doors/table.ts';
import { comes, formFor, makeTown, pathOf, type Town, type Visitor, visitors } from './doors/town.ts';
import { readHouse } from './house/source.ts';
import { type Visitor as Browser, type TestHouse, testHouse } from './visit.ts';

collectRoutes();
const posts = Object.keys(table).filter((name) => name.startsWith('POST '));

/** Every name a field of the house has, as its pages write them. New pages join by themselves. */
const fields = [
  ...new Set(
    readHouse(['src'])
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ text }) => [...text.matchAll(/\bname="([a-z_0-9]+)"/g)].map((found) => found[1] as string)),
  ),
];

/** What fields are sent, as it stands in a form's body. */
const garbage: Record<string, string> = {
  blank: '+',
  'a header in a line': 'a%0D%0ABcc:+everybody@example.org%0D%0A%0D%0A',
  'a letter no text holds': 'a%00b',
  huge: 'x'.repeat(2000),
  'no number': '-1e999',
  'a number too great': '99999999999999999999999',
  'no day': '2026-02-30',
  'no moment': '2026-13-45T99:99',
  markup: encodeURIComponent('<script>alert(1)</script>"\''),
  statement: encodeURIComponent("'); drop table people.person; --"),
  'half a letter': '%ED%A0%80',
  'broken percent': '%zz%',
  'nobody’s id': newId(),
  'a property of every object': '__proto__',
};

/** A database for each few posts: what is kept is read whole again and again, and every town adds to it. */
const PARTS = 8;
const parts = Array.from({ length: PARTS }, (_, part) => ({
  part: part + 1,
  some: posts.filter((_, at) => at % PARTS === part),
}));

describe.each(parts)('what no page of ours sends, part $part', ({ some }) => {
  const house = testHouse();

  it.each(some)('%s', { timeout: 120_000 }, async (name) => {
    const who = boldest(name);
    const pattern = name.slice('POST '.length);
    let town = await makeTown(house);
    let path = await pathOf(house, town, pattern);
    let browser = await comes(house, town, who);
    const wrong: string[] = [];
    const bodies = [...everyField(town, name), ...strangeBodies()];
    expect(bodies.length).toBeGreaterThan(10);
    let before = await written(house);
    // What was refused is looked at together: reading everything that is kept, once per form, would be the slowest of it all.
    let refused: Body[] = [];
    const nothingOfRefused = async () => {
      for (const { send } of refused) await send(browser, path);
      if ((await written(house)) !== before)
        wrong.push(`refused, and something was written: ${refused.map(({ what }) => what).join('; ')}`);
      refused = [];
    };
    for (const body of bodies) {
      const { status } = await body.send(browser, path);
      if (status >= 500) wrong.push(`${body.what}: ${status}`);
      if (status >= 400) refused.push(body);
      if (status >= 400 || (await written(house)) === before) continue;
      // It was taken, as an empty or a long text may be: the next goes to a town where nothing has happened, and so does once
      // more what was refused before, for nobody can tell any more whether that wrote something.
      town = await makeTown(house);
      path = await pathOf(house, town, pattern);
      browser = await comes(house, town, who);
      before = await written(house);
      await nothingOfRefused();
    }
    if ((await written(house)) !== before)
      wrong.push(`refused, and something was written: ${refused.map(({ what }) => what).join('; ')}`);
    expect(wrong).toEqual([]);
  });

  it.each(some.filter((name) => name.includes('/:group/') && table[name]?.elsewhere === 'gone'))(
    'from another group’s owner: %s',
    { timeout: 120_000 },
    async (name) => {
      const town = await makeTown(house);
      const path = await pathOf(house, town, name.slice('POST '.length));
      const stranger = await comes(house, town, 'elsewhere');
      const before = await written(house);
      for (const form of [formFor(town, name), allOf(town.seated.person_id), allOf('1')]) {
        expect((await stranger.post(path, form)).status).toBe(404);
      }
      expect(await written(house)).toBe(before);
    },
  );

  it('and addresses nobody made lead nowhere', { timeout: 120_000 }, async () => {
    const town = await makeTown(house);
    const browser = await comes(house, town, 'owner');
    const before = await written(house);
    const odd = ['x'.repeat(190), '%F0%9F%98%80', '..%2F..%2F', '%FF', "'--", '%00', newId(), '0', 'null', '__proto__'];
    const wrong: string[] = [];
    for (const name of some.filter((post) => post.includes(':'))) {
      for (const strange of odd) {
        const path = name
          .slice('POST '.length)
          .replace(/:([a-z]+)/g, (_hole, param) =>
            param === 'group' && name.includes('/e/') ? town.group.slug : strange,
          );
        const { status } = await browser.post(path, {});
        // Where a route takes any text of that shape it answers as to a wrong link.
        if (status >= 500) wrong.push(`${name} ${strange.slice(0, 12)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await written(house)).toBe(before);
  });
});

/** Whoever gets furthest: the keeper, the group's owner, somebody signed in, anybody. */
function boldest(name: string): Visitor {
  const order: Visitor[] = ['owner', 'keeper', 'member', 'guest', 'signed_out'];
  return order.find((who) => table[name]?.[who] === 'in') ?? (visitors[0] as Visitor);
}

const allOf = (value: string | string[]): Record<string, string | string[]> =>
  Object.fromEntries(fields.map((field) => [field, value]));

type Body = { what: string; send: (browser: Browser, path: string) => Promise<{ status: number }> };

/** Forms in which every field is sent something else, so that one refusal does not hide another; some of them twice. */
const ROUNDS = 4;

/** Nothing at all; every field something that is nothing; and a form that is right but for ids of others. */
function everyField(town: Town, name: string): Body[] {
  const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
  const kinds = Object.values(garbage);
  const mixed = Array.from({ length: ROUNDS }, (_, round): Body => {
    const pairs = fields.map((field, at) => `${field}=${kinds[(at * ROUNDS + round * 3) % kinds.length]}`);
    const body = Buffer.from([...pairs, ...pairs.slice(0, round * 10)].join('&'));
    return { what: `garbage, round ${round}`, send: (browser, path) => browser.post(path, body, asForm) };
  });
  return [
    { what: 'nothing', send: (browser, path) => browser.post(path, {}) },
    ...['huge', 'a header in a line', 'half a letter'].map((what): Body => {
      const body = Buffer.from(fields.map((field) => `${field}=${garbage[what]}`).join('&'));
      return { what, send: (browser, path) => browser.post(path, body, asForm) };
    }),
    ...mixed,
    {
      what: 'ids of others',
      send: (browser, path) =>
        browser.post(path, {
          ...formFor(town, name),
          ...Object.fromEntries(
            fields
              .filter((field) => /(_id|^person|^to)$/.test(field))
              .map((field) => [field, town.people.elsewhere.person_id]),
          ),
        }),
    },
  ];
}

/** Bodies that are no form. */
function strangeBodies(): Body[] {
  const part = (head: string, content: string) =>
    `--edge\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const whole: [what: string, type: string, body: string][] = [
    ['JSON', 'application/json', '{"name":{"$gt":""},"__proto__":{"is_keeper":true}}'],
    ['XML', 'text/xml', '<a/>'],
    ['more than is read', 'application/x-www-form-urlencoded', `name=${'x'.repeat(300_000)}`],
    ['a thousand fields', 'application/x-www-form-urlencoded', 'a=1&'.repeat(1500)],
    [
      'parts without an end',
      'multipart/form-data; boundary=edge',
      part('name="file"; filename="a.svg"', '<svg onload'),
    ],
    [
      'parts that are no picture and no archive',
      'multipart/form-data; boundary=edge',
      `${part('name="file"; filename="../../a.png"', '\u0000PK\u0003\u0004')}${part('name="mark"; filename=""', '')}--edge--`,
    ],
  ];
  return whole.map(([what, type, body]) => ({
    what,
    send: (browser, path) => browser.post(path, Buffer.from(body), { 'content-type': type }),
  }));
}

let tables: string[] | undefined;

/** One sum over everything that is kept. Sessions note when they were seen, and a wrong code is counted: neither is content. */
async function written({ db }: TestHouse): Promise<string> {
  tables ??= (
    await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
      and schemaname || '.' || tablename not in ('people.session', 'people.challenge') order by 1`.execute(db)
  ).rows.map(({ name }) => name);
  const sums = tables.map((name) => `select coalesce(sum(hashtextextended(t::text, 0)), 0) as s from ${name} t`);
  const { rows } = await sql<{
    sum: string;
  }>`select string_agg(s::text, ' ') as sum from (${sql.raw(sums.join(' union all '))}) x`.execute(db);
  return rows[0]?.sum ?? '';
}
