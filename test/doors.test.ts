// Every route × every visitor: who gets in, who is asked to sign in, for whom there is nothing; and nothing leaks to any of them.
import { describe, expect, it } from 'vitest';
import { collectRoutes, outcomeOf, type Route } from './doors/knock.ts';
import { demoTable, table } from './doors/table.ts';
import { comes, formFor, makeTown, pathOf, type Town, type Visitor, visitors } from './doors/town.ts';
import { type Answer, type TestHouse, testHouse } from './visit.ts';

const outsiders = visitors.filter((who) => who !== 'organiser' && who !== 'owner');
const nowhere = '/g/there-is-no-such-group';

const routes = collectRoutes();

describe('the doors of the house', () => {
  const house = testHouse();

  it('each have a line in the table, and every line is a door', () => {
    const named = routes.map(({ name }) => name);
    expect(named.length).toBeGreaterThan(100);
    expect(named).toEqual([...new Set(named)]);
    // Add the missing line to test/doors/table.ts: who gets in, and why.
    expect(named.filter((name) => !(name in table))).toEqual([]);
    expect(Object.keys(table).filter((name) => !named.includes(name))).toEqual([]);
  });

  it.each(Object.keys(table))('%s', async (name) => {
    const route = routeNamed(name);
    const outcomes: Record<string, string> = {};
    // A page that is only looked at leaves the town as it was, and so does a post nobody was let in for (fuzz.test.ts holds
    // that); one that was taken leaves it to a town of its own.
    let town = await makeTown(house);
    let path = await pathOf(house, town, route.pattern);
    for (const who of visitors) {
      const answer = await knock(house, town, route, path, who);
      outcomes[who] = outcomeOf(answer);
      expect(leaks(answer, town, who, route), `${who} is told about others`).toEqual([]);
      if (outcomes[who] === 'gone') await looksLikeNothing(house, town, answer, who, path);
      if (route.method === 'GET' || outcomes[who] !== 'in') continue;
      town = await makeTown(house);
      path = await pathOf(house, town, route.pattern);
    }
    expect(outcomes).toEqual(table[name]);
  });

  it('a draft is there for its organisers and for nobody else, by whatever way', async () => {
    const town = await makeTown(house);
    const seen: string[] = [];
    for (const route of routes.filter(({ pattern }) => pattern.includes('/e/:event'))) {
      const path = await pathOf(house, town, route.pattern, town.draft);
      for (const who of outsiders) {
        const answer = await knock(house, town, route, path, who);
        if (outcomeOf(answer) === 'in' || answer.body.includes('Buoys'))
          seen.push(`${who} ${route.name} ${answer.status}`);
      }
    }
    expect(seen).toEqual([]);
    const organiser = await comes(house, town, 'organiser');
    expect((await organiser.get(await pathOf(house, town, '/g/:group/e/:event', town.draft))).body).toContain('Buoys');
    for (const list of [
      '/',
      '/evenings',
      '/sitemap.xml',
      ...['', '/feed.ics', '/feed.atom'].map((at) => `/g/${town.group.slug}${at}`),
    ]) {
      for (const who of outsiders)
        expect((await (await comes(house, town, who)).get(list)).body, `${who} ${list}`).not.toContain('Buoys');
    }
  });

  it('signed out, the team’s pages ask to sign in and lead back, and ask the same where there is nothing', async () => {
    const town = await makeTown(house);
    const teams = routes.filter(({ door }) => door === 'group' || door === 'event');
    expect(teams.length).toBeGreaterThan(20);
    const nobody = await comes(house, town, 'signed_out');
    for (const { name, method, pattern } of teams) {
      const there = await pathOf(house, town, pattern);
      const nothing = pattern.replace(/:\w+/g, 'there-is-none');
      const asked = await Promise.all(
        [there, nothing].map((path) => (method === 'GET' ? nobody.get(path) : nobody.post(path))),
      );
      if (method === 'POST') expect(asked[0]?.text, name).toBe(asked[1]?.text);
      expect(
        asked.map(({ status, location }) => [status, location]),
        name,
      ).toEqual(
        method === 'GET'
          ? [there, nothing].map((path) => [303, `/signin?next=${encodeURIComponent(path)}`])
          : [
              [401, null],
              [401, null],
            ],
      );
    }
  });

  it('a link nobody made opens nothing, signs nobody in and changes nothing', async () => {
    const town = await makeTown(house);
    const linked = routes.filter(({ door, pattern }) => door === 'link' && pattern.includes(':'));
    expect(linked.length).toBeGreaterThan(10);
    const opened: string[] = [];
    for (const route of linked) {
      const path = await pathOf(house, town, route.pattern);
      expect(forged(path), path).not.toBe(path);
      for (const who of ['signed_out', 'owner', 'keeper'] as const) {
        const visitor = await comes(house, town, who);
        const before = visitor.cookies.ugroup;
        const answer = await (route.method === 'GET' ? visitor.get(forged(path)) : visitor.post(forged(path)));
        const isKeptOut = [303, 404, 422].includes(answer.status) && visitor.cookies.ugroup === before;
        if (!isKeptOut) opened.push(`${who} ${route.name}: ${answer.status} ${answer.heading}`);
      }
    }
    expect(opened).toEqual([]);
    // Those that were made do what they say, so the others could have.
    const held = () => seatAndWishes(house, town);
    expect(await held()).toEqual({ state: 'going', announced: true });
    const nobody = await comes(house, town, 'signed_out');
    await nobody.post(await pathOf(house, town, '/g/:group/e/:event/mine/:person/:signature'));
    await nobody.post(await pathOf(house, town, '/stop/:kind/:group/:person/:signature'));
    expect(await held()).toEqual({ state: 'released', announced: false });
  });

  it('the team is shown what the others are not, so there is something to keep', async () => {
    const town = await makeTown(house);
    const { seated, people, group, event } = town;
    const organiser = await comes(house, town, 'organiser');
    for (const [path, shown] of [
      [`/g/${group.slug}/e/${event.slug}/guests`, seated],
      [`/g/${group.slug}/e/${event.slug}/guests.csv`, seated],
      [`/g/${group.slug}/members`, people.member],
      [`/g/${group.slug}/organisers`, people.door],
    ] as const) {
      const { body } = await organiser.get(path);
      expect(body, path).toContain(shown.name);
      expect(body, path).toContain(shown.address);
      // What the doors are tried with does see it.
      expect(leaks({ body, headers: {} }, town, 'guest', routeNamed('GET /g/:group'))).not.toEqual([]);
    }
  });

  it('the keeper looks after the server, and is shown no group’s people for that', async () => {
    const town = await makeTown(house);
    const keeper = await comes(house, town, 'keeper');
    for (const path of ['members', 'members.csv', 'audit', 'organisers', `e/${town.event.slug}/guests`]) {
      expect((await keeper.get(`/g/${town.group.slug}/${path}`)).status, path).toBe(404);
    }
  });
});

describe('the doors of the demo town', () => {
  const before = routes.length;
  const house = testHouse({ demo: true });

  it('are those of every house and a few of its own', () => {
    const own = routes
      .slice(before)
      .map(({ name }) => name)
      .filter((name) => !(name in table));
    expect(own.sort()).toEqual(Object.keys(demoTable).sort());
  });

  it.each(Object.keys(demoTable))('%s', async (name) => {
    const town = await makeTown(house);
    for (const who of visitors) {
      const answer = await knock(house, town, routeNamed(name), routeNamed(name).pattern, who);
      expect(leaks(answer, town, who, routeNamed(name))).toEqual([]);
    }
  });
});

function routeNamed(name: string): Route {
  const route = routes.find((one) => one.name === name);
  if (!route) throw new Error(`no route ${name}`);
  return route;
}

async function knock(house: TestHouse, town: Town, route: Route, path: string, who: Visitor): Promise<Answer> {
  const visitor = await comes(house, town, who);
  return route.method === 'GET' ? visitor.get(path) : visitor.post(path, formFor(town, route.name));
}

/**
 * Names and addresses of others in an answer. The owner's name stands on the group's page, and a link speaks of those it
 * was made for; everybody is told about themselves, and organisers about their people.
 */
function leaks(answer: Pick<Answer, 'body' | 'headers'>, town: Town, who: Visitor, route: Route): string[] {
  if (who === 'organiser' || who === 'owner') return [];
  const { owner, member } = town.people;
  const own = who === 'signed_out' ? [] : [town.people[who]];
  const spokenOf = route.door === 'link' ? [town.seated, member] : [];
  const known = [...own, ...spokenOf].flatMap(({ name, address }) => [name, address]);
  const everything = `${answer.body}\n${JSON.stringify(answer.headers)}`;
  return [...Object.values(town.people), town.seated]
    .flatMap(({ name, address }) => [name, address])
    .filter((secret) => secret !== owner.name && !known.includes(secret) && everything.includes(secret));
}

/** What one may not see looks like what does not exist. */
async function looksLikeNothing(
  house: TestHouse,
  town: Town,
  answer: Answer,
  who: Visitor,
  path: string,
): Promise<void> {
  const visitor = await comes(house, town, who);
  const nothing = await visitor.get(hasToken(path) ? forged(path) : nowhere);
  expect(nothing.status).toBe(404);
  expect(answer.text).toBe(nothing.text);
}

/** What the signed links are about: the seat, and whether its holder wants mail. */
function seatAndWishes({ db }: TestHouse, { seated, event, group }: Town) {
  return db
    .selectFrom('events.enrolment as e')
    .innerJoin('groups.member as m', (join) =>
      join.onRef('m.group_id', '=', 'e.group_id').onRef('m.person_id', '=', 'e.person_id'),
    )
    .select(['state', 'announced'])
    .where('e.group_id', '=', group.group_id)
    .where('e.event_id', '=', event.event_id)
    .where('e.person_id', '=', seated.person_id)
    .executeTakeFirst();
}

const token = /[\w-]{20,}(?=(\/code)?$)/;
const hasToken = (path: string): boolean => token.test(path) && !path.startsWith('/g/');

/** The same link with the letters of its signature or token in another order: as long, and made by nobody. */
function forged(path: string): string {
  return path.replace(token, (letters) => [...letters].reverse().join(''));
}
