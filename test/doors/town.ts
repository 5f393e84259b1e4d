// A small town for the doors: two groups, an evening with somebody on it, and one person of every kind.
import { addQuestions } from '#events';
import { foundGroup, joinGroup, townVerbs, unsubscribeLink } from '#groups';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { hashToken, newToken, sign, unseal } from '#kit/secret.ts';
import { askForCode, keeperLink } from '#people';
import { type Visitor as Browser, makePerson, type TestHouse, testSecret, visit } from '../visit.ts';
import { makeEvent } from '../world.ts';

/** Who may knock: nobody known, somebody from the street, three of the group, its owner, another group's owner, the keeper. */
export const visitors = ['signed_out', 'guest', 'member', 'door', 'organiser', 'owner', 'elsewhere', 'keeper'] as const;
export type Visitor = (typeof visitors)[number];

type Person = { person_id: Id<'people.person'>; name: string; address: string };

export type Town = {
  group: { group_id: Id<'groups.group'>; slug: string };
  /** Open for sign-up, with one person seated. */
  event: { event_id: Id<'events.event'>; slug: string };
  /** Announced to nobody. */
  draft: { event_id: Id<'events.event'>; slug: string };
  people: Record<Exclude<Visitor, 'signed_out'>, Person>;
  /** Has a seat, and is nobody's business but the team's. */
  seated: Person;
  /** Where the server's first keeper was to come in. */
  keeperLink: string;
};

let made = 0;

/** A town of its own. Earlier towns lose their keeper, because a server's first one comes through a link. */
export async function makeTown(house: TestHouse): Promise<Town> {
  const n = ++made;
  const { db, ground } = house;
  await db.updateTable('people.person').set({ is_keeper: false }).where('is_keeper', '=', true).execute();
  const link = await keeperLink(ground);
  const person = async (kind: string, name: string): Promise<Person> => {
    const address = `${kind}-${n}@people.example`;
    return { person_id: await makePerson(house, name, { address, is_keeper: kind === 'keeper' }), name, address };
  };
  const people = {
    guest: await person('guest', `Gesine Garbe ${n}`),
    member: await person('member', `Mirjam Moll ${n}`),
    door: await person('door', `Doron Dach ${n}`),
    organiser: await person('organiser', `Oriol Ost ${n}`),
    owner: await person('owner', `Wanda West ${n}`),
    elsewhere: await person('elsewhere', `Elif Ecke ${n}`),
    keeper: await person('keeper', `Kaspar Kehl ${n}`),
  };
  const seated = await person('seated', `Sibylle Sitz ${n}`);
  const group = await foundedBy(house, people.owner, `Harbour Group ${n}`);
  await foundedBy(house, people.elsewhere, `Hill Group ${n}`);
  await transact(db, async (tx) => {
    for (const role of ['door', 'organiser'] as const) {
      await townVerbs.settleIn(tx, people.owner, ground.now(), group.group_id, {
        helper: { ...people[role], lang: 'en', role },
      });
    }
    for (const { person_id } of [people.member, seated])
      await joinGroup(tx, { person_id }, ground.now(), group.group_id);
  });
  const world = { group, organiser: people.owner.person_id };
  const event = await makeEvent(house, world, { title: `Anchors ${n}` });
  const asked = { label: 'What do you eat?', purpose: 'So that there is enough.', kind: 'text' } as const;
  const circle = { is_required: false, is_private: false, readers: 'organisers', kept_days: 14 } as const;
  await transact(db, (tx) => addQuestions(tx, event, [{ ...asked, ...circle, options: [] }]));
  const draft = await makeEvent(house, world, { title: `Buoys ${n}`, stage: 'draft' });
  await (await visit(house).as(seated.person_id)).post(`/g/${group.slug}/e/${event.slug}/seat`);
  return { group, event, draft, people, seated, keeperLink: link ?? '' };
}

async function foundedBy({ db, ground }: TestHouse, owner: Person, name: string) {
  const wish = { name, place: 'Bremen', zone: 'Europe/Berlin', language: 'en', although_alike: true };
  const found = await transact(db, (tx) => foundGroup(tx, owner, ground.now(), wish));
  if ('refused' in found) throw new Error(found.refused);
  return found.group;
}

/** A browser of this visitor, signed in anew. */
export async function comes(house: TestHouse, town: Town, who: Visitor): Promise<Browser> {
  return who === 'signed_out' ? visit(house) : visit(house).as(town.people[who].person_id);
}

/** The path of a route in this town, with links that really were made. `evening` is the one event routes are about. */
export async function pathOf(house: TestHouse, town: Town, pattern: string, evening = town.event): Promise<string> {
  const found = evening === town.event ? await links[pattern]?.(house, town) : undefined;
  if (found) return new URL(found, house.ground.config.origin).pathname;
  const params: Record<string, string> = {
    group: town.group.slug,
    event: evening.slug,
    name: 'imprint',
    template: 'chicago-classic',
    audience: 'guests',
    lang: 'en',
    kind: 'week',
    when: '2026-12',
    person: town.seated.person_id,
    signature: sign(house.ground.config.secret, 'events.seat', `${evening.event_id}:${town.seated.person_id}`),
    token: `0.${'x'.repeat(43)}`,
    '*': 'manifest.json',
  };
  return pattern.replace(/:([a-z]+)|\*/g, (hole, name) => params[name ?? '*'] ?? hole);
}

type Making = (house: TestHouse, town: Town) => Promise<string>;

const challenge =
  (purpose: 'signin' | 'seat', path: (token: string, town: Town) => string): Making =>
  async ({ db, ground }, town) => {
    const ask = { address: `new-${town.group.slug}@people.example`, name: '', lang: 'en', purpose, next: '/' } as const;
    const { token } = await transact(db, (tx) => askForCode(tx, ground, ask));
    return path(token, town);
  };

/** What the last mail of this template to open something carries sealed. */
async function sealedIn({ db }: TestHouse, template: string): Promise<Record<string, string>> {
  const row = await db
    .selectFrom('kit.mail')
    .select('args')
    .where('template', '=', template)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow();
  return row.args as Record<string, string>;
}

/** The link in the last mail with a code. */
async function mailedLink(house: TestHouse): Promise<string | undefined> {
  const { challenge_id, sealed = '' } = await sealedIn(house, 'people.code');
  return unseal(testSecret, `people.code:${challenge_id}`, sealed).split(' ')[1];
}

/** Where the member is sent after this post. */
const sentTo =
  (path: string, form: Record<string, string> = {}): Making =>
  async (house, town) =>
    (await (await comes(house, town, 'member')).post(path, form)).location ?? '';

const invitation: Making = async (house, town) => {
  const owner = await comes(house, town, 'owner');
  await owner.post(`/g/${town.group.slug}/organisers/invite`, {
    address: town.people.member.address,
    role: 'organiser',
  });
  const { invitation_id, sealed = '' } = await sealedIn(house, 'groups.invitation');
  return `/g/${town.group.slug}/invitation/${unseal(testSecret, `groups.invitation:${invitation_id}`, sealed)}`;
};

/** A task on the evening's checklist, and a page of it. */
const task =
  (rest = ''): Making =>
  async (house, town) => {
    const path = `/g/${town.group.slug}/e/${town.event.slug}/checklist`;
    const owner = await comes(house, town, 'owner');
    const added = await owner.post(path, { title: 'Order drinks', amount: '2', when: 'days_before' });
    return `${path}/${added.location?.split('#task-')[1]}${rest}`;
  };

/** What the evening asks, and a page of it. */
const question =
  (rest = ''): Making =>
  async ({ db }, { group, event }) => {
    const { question_id } = await db
      .selectFrom('events.question')
      .select('question_id')
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();
    return `/g/${group.slug}/e/${event.slug}/questions/${question_id}${rest}`;
  };

/** A series of the group that everybody knows of, and a page of it. */
const series =
  (rest = ''): Making =>
  async (house, town) => {
    const owner = await comes(house, town, 'owner');
    const from = `/g/${town.group.slug}/new/from/social/series`;
    const times = { which: 'w1', weekday: '3', starts_on: '2026-01-01', starts: '19:00', ends: '21:00' };
    const made = await owner.post(from, { title: 'Open table', ...times });
    const path = `${made.location?.replace(/\/manage$/, '')}`;
    const [first = ''] = (await owner.get(`${path}/manage`)).links.filter((link) => /\/e\/[^/]+\/manage$/.test(link));
    await owner.post(first.replace(/manage$/, 'announce'));
    return `${path}${rest}`;
  };

/** A file the owner handed in. */
const handedIn: Making = async ({ db }, { group, people }) => {
  const file = { file_name: 'guests.csv', bytes: Buffer.from('name,email\nHanna,hanna@people.example\n') };
  const { file_id } = await db
    .insertInto('numbers.handed_in')
    .values({ group_id: group.group_id, file_id: newId(), person_id: people.owner.person_id, at: new Date(), ...file })
    .returning('file_id')
    .executeTakeFirstOrThrow();
  return `/g/${group.slug}/numbers/history/${file_id}`;
};

const unclaimed: Making = async ({ db }, { group }) => {
  await db.updateTable('groups.group').set({ state: 'unclaimed' }).where('group_id', '=', group.group_id).execute();
  return `/g/${group.slug}/claim`;
};

/** A venue the owner looks after, and a page of it. */
const venue =
  (rest = ''): Making =>
  async (house, town) => {
    const owner = await comes(house, town, 'owner');
    const form = { name: `Pier ${newId()}`, city: 'Bremen', zone: 'Europe/Berlin' };
    return `${(await owner.post('/venues/new', form)).location}${rest}`;
  };

/** Routes whose path somebody was given: by mail, by a redirect, by a page. */
const links: Record<string, Making> = {
  '/signin/code/:token': challenge('signin', (token) => `/signin/code/${token}`),
  '/signin/link/:link': async (house, town) => {
    await challenge('signin', () => '')(house, town);
    return `/signin/link/${await mailedLink(house)}`;
  },
  '/g/:group/e/:event/seat/code/:token': challenge(
    'seat',
    (token, { group, event }) => `/g/${group.slug}/e/${event.slug}/seat/code/0.${token}`,
  ),
  '/g/:group/e/:event/seat/link/:wish/:link': async (house, town) => {
    await challenge('seat', () => '')(house, town);
    const { group, event } = town;
    return `/g/${group.slug}/e/${event.slug}/seat/link/0/${await mailedLink(house)}`;
  },
  '/g/:group/e/:event/still/:person/:signature': async ({ ground }, { group, event, seated }) => {
    const signature = sign(ground.config.secret, 'events.still', `${event.event_id}:${seated.person_id}`);
    return `/g/${group.slug}/e/${event.slug}/still/${seated.person_id}/${signature}`;
  },
  '/me/address/:token': sentTo('/me/address', { address: 'moved@people.example' }),
  '/me/erase/proof/:token': sentTo('/me/erase/proof'),
  '/keeper/:token': async (_house, town) => town.keeperLink,
  '/stop/:kind/:group/:person/:signature': async ({ ground }, { group, seated }) =>
    unsubscribeLink(ground, group.group_id, seated.person_id, 'announced'),
  '/stop/overdue/:person/:signature': async ({ ground }, { seated }) => {
    const signature = sign(ground.config.secret, 'season.digest', seated.person_id);
    return `/stop/overdue/${seated.person_id}/${signature}`;
  },
  '/g/:group/invitation/:token': invitation,
  '/g/:group/invitation/:token/code': async (house, town) => `${await invitation(house, town)}/code`,
  '/g/:group/claim': unclaimed,
  '/door/link/:token': async ({ db, ground }, { group, event, people }) => {
    const token = newToken();
    const { group_id } = group;
    const { event_id } = event;
    const until = new Date(ground.now().epochMilliseconds + 600_000);
    const made = { made_by: people.owner.person_id, made_at: until, until };
    const hashes = { code_hash: hashToken(newToken()), token_hash: hashToken(token) };
    await db
      .insertInto('door.pairing')
      .values({ ...hashes, group_id, event_id, ...made })
      .execute();
    return `/door/link/${token}`;
  },
  '/g/:group/numbers/history/:file': handedIn,
  '/g/:group/e/:event/checklist/:task': task(),
  '/g/:group/e/:event/checklist/:task/done': task('/done'),
  '/g/:group/e/:event/checklist/:task/move': task('/move'),
  '/g/:group/e/:event/checklist/:task/remove': task('/remove'),
  '/g/:group/e/:event/questions/:question': question(),
  '/g/:group/e/:event/questions/:question/up': question('/up'),
  '/g/:group/e/:event/questions/:question/remove': question('/remove'),
  '/g/:group/series/:series': series(),
  '/g/:group/series/:series/feed.ics': series('/feed.ics'),
  '/g/:group/series/:series/join': series('/join'),
  '/g/:group/series/:series/leave': series('/leave'),
  '/g/:group/series/:series/manage': series('/manage'),
  '/g/:group/series/:series/skip': series('/skip'),
  '/g/:group/series/:series/end': series('/end'),
  '/venues/:venue': venue(),
  '/venues/:venue/edit': venue('/edit'),
  '/venues/:venue/use': venue('/use'),
  '/venues/:venue/caretakers': venue('/caretakers'),
  '/venues/:venue/caretakers/leave': venue('/caretakers/leave'),
  '/venues/:venue/caretakers/take': venue('/caretakers/take'),
  '/venues/:venue/correct': venue('/correct'),
  '/g/:group/mark-:file': async ({ db, ground }, { group, people }) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#a03"/></svg>';
    await transact(db, (tx) => townVerbs.settleIn(tx, people.owner, ground.now(), group.group_id, { svg }));
    const { mark_hash } = await db
      .selectFrom('groups.group')
      .select('mark_hash')
      .where('group_id', '=', group.group_id)
      .executeTakeFirstOrThrow();
    return `/g/${group.slug}/mark-${mark_hash}.svg`;
  },
  '/sitemap/:kind/:from.xml': async (_house, { group }) => `/sitemap/groups/${group.group_id}.xml`,
};

/** What a route is posted where an empty form would be taken for a broken one. */
export function formFor(town: Town, name: string): Record<string, string> {
  return forms[name]?.(town) ?? {};
}

const forms: Record<string, (town: Town) => Record<string, string>> = {
  'POST /me/sessions': () => ({ session_id: 'others' }),
  'POST /g/:group/organisers/revoke': () => ({ invitation_id: newId() }),
  'POST /g/:group/organisers/role': ({ people }) => ({ person_id: people.door.person_id, role: '' }),
  'POST /g/:group/organisers/hand-over': ({ people }) => ({ person_id: people.organiser.person_id }),
  'POST /g/:group/e/:event/checklist/:task/move': () => ({ to: 'up' }),
  'POST /g/:group/series/:series/skip': () => ({ day: '2026-01-07' }),
  'POST /venues/:venue/use': ({ group }) => ({ group: group.slug }),
  'POST /keeper/claims': ({ group }) => ({ group_id: group.group_id, claim_id: newId(), answer: 'declined' }),
};
