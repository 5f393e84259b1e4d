// Telling the world as an organiser meets it: texts in the evening's language, a code, a frame for other sites, feeds.
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse, type Visitor, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../../test/world.ts';

const house = testHouse();
let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
let organiser: Visitor;
const at = (rest: string, made = event) => `/g/${world.group.slug}/e/${made.slug}/${rest}`;
const textOf = (body: string, id: string) =>
  new RegExp(`<textarea[^>]*id="share-${id}"[^>]*>([\\s\\S]*?)</textarea>`).exec(body)?.[1] ?? '';

beforeAll(async () => {
  world = await makeGroup(house);
  event = await makeEvent(house, world, { title: 'Queues <and> more' });
  organiser = await visit(house).as(world.organiser);
});

describe('telling the world', () => {
  it('has a text for each place with the link, to mark and copy without scripts', async () => {
    expect((await organiser.get(at('manage'))).links).toContain(at('share'));
    const page = await organiser.get(at('share'));
    for (const place of ['mastodon', 'linkedin', 'slack', 'meetup']) {
      expect(textOf(page.body, place)).toContain(`http://localhost:3000${at('').slice(0, -1)}`);
      expect(page.body).toMatch(new RegExp(`id="share-${place}"[^>]*readonly`));
    }
    expect(textOf(page.body, 'mastodon')).toContain('Free seats, sign up here:');
    expect(textOf(page.body, 'mastodon')).toContain('Harbor Building, 3rd floor, 1 Water Street');
    expect(page.text).toMatch(/Text, \d+ of 500 characters/);
  });

  it('speaks the evening’s language, and another one when asked', async () => {
    const german = await organiser.get(`${at('share')}?in=de`);
    expect(textOf(german.body, 'slack')).toContain('Plätze sind frei, hier anmelden:');
    expect(german.heading).toBe('Tell the world');
    expect(textOf((await organiser.get(`${at('share')}?in=xx`)).body, 'slack')).toContain('sign up here');
  });

  it('says how it stands: announced, a draft, full', async () => {
    const announced = await makeEvent(house, world, { stage: 'announced', inDays: 40, opensInDays: 26 });
    expect(textOf((await organiser.get(at('share', announced))).body, 'linkedin')).toContain('Sign-up opens');
    const draft = await makeEvent(house, world, { stage: 'draft', inDays: 50 });
    expect((await organiser.get(at('share', draft))).text).toContain('Announce the evening first.');
    const full = await makeEvent(house, world, { cap: 0 });
    expect(textOf((await organiser.get(at('share', full))).body, 'mastodon')).toContain('the waitlist is open');
  });

  it('draws a code that leads to the evening, as SVG and as PNG; none for a draft', async () => {
    const svg = await visit(house).get(at('qr.svg'));
    expect(svg.headers['content-type']).toBe('image/svg+xml');
    expect(svg.body).toMatch(/^<svg /);
    const png = await visit(house).get(at('qr.png'));
    expect(png.headers['content-type']).toBe('image/png');
    const draft = await makeEvent(house, world, { stage: 'draft', inDays: 60 });
    expect((await visit(house).get(at('qr.svg', draft))).status).toBe(404);
  });
});

describe('the page for inside other sites', () => {
  it('may be framed by anybody, runs nothing, and shows the next evenings alone', async () => {
    const page = await visit(house).get(`/g/${world.group.slug}/embed`);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(page.headers['x-frame-options']).toBeUndefined();
    expect(page.text).toContain('Queues <and> more');
    expect(page.body).not.toContain('<script');
    expect(page.body).not.toContain('/assets/');
    // From what is kept for everybody, too.
    const again = await visit(house).get(`/g/${world.group.slug}/embed`);
    expect(String(again.headers['content-security-policy'])).toContain('frame-ancestors *');
    expect(again.headers['x-frame-options']).toBeUndefined();
  });

  it('is the only page that may', async () => {
    for (const path of [`/g/${world.group.slug}`, at('').slice(0, -1), '/']) {
      const page = await visit(house).get(path);
      expect(String(page.headers['content-security-policy']), path).toContain("frame-ancestors 'none'");
      expect(page.headers['x-frame-options'], path).toBeDefined();
    }
  });

  it('stands ready as a snippet, with a plain link for who wants no frame', async () => {
    const page = await organiser.get(at('share'));
    expect(textOf(page.body, 'embed')).toContain(`/g/${world.group.slug}/embed`);
    expect(textOf(page.body, 'embed-link')).toContain('our next evenings');
  });
});

it('gives programs the news as a JSON feed, named in the head of the group’s page', async () => {
  const feed = await visit(house).get(`/g/${world.group.slug}/feed.json`);
  expect(feed.headers['content-type']).toContain('application/feed+json');
  const read = JSON.parse(feed.body) as {
    version: string;
    items: { title: string; url: string; date_modified: string }[];
  };
  expect(read.version).toBe('https://jsonfeed.org/version/1.1');
  expect(read.items.map(({ title }) => title)).toContain('Queues <and> more');
  expect(read.items[0]?.url).toMatch(/^http:\/\/localhost:3000\/g\//);
  expect(read.items.every(({ date_modified }) => !Number.isNaN(Date.parse(date_modified)))).toBe(true);
  expect((await visit(house).get(`/g/${world.group.slug}`)).body).toContain('application/feed+json');
});
