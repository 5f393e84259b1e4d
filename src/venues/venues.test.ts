// Venues as organisers and guests meet them: added once, chosen by an evening, followed while it is ahead, kept once it is over.
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPaths } from '#events';
import { Temporal } from '#kit/time.ts';
import { fieldsOf } from '../../test/fields-of.ts';
import { type Answer, makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeGroup, type World } from '../../test/world.ts';
import { venuePaths } from './paths.ts';
import { venuesFound } from './queries.ts';
import { sweepContacts } from './sweep.ts';

const house = testHouse({ works: true });
let world: World;
let other: World;
let organiser: Visitor;
let elsewhere: Visitor;
// Signed in: a page for everybody is kept for a moment.
let guest: Visitor;
let slug: string;

const harbor = {
  name: 'Harbor Building, 3rd floor',
  address: '400 East Lantern Street',
  city: 'Milwaukee',
  zone: 'America/Chicago',
  capacity: '80',
  arrival_entrance: 'the door under the clock',
  arrival_floor: '3, lift on the left',
  arrival_note: 'Coming late?\nRing.',
  access_step_free: 'yes',
  access_hearing_loop: 'no',
  access_note: 'The lift is slow.',
  contact_name: 'Dolores at the desk',
  contact_reach: 'desk@example.org',
};
const evening = {
  title: 'Queues',
  day: '2030-05-08',
  starts: '18:00',
  ends: '20:00',
  zone: 'Asia/Tokyo',
  place_name: 'Somewhere typed',
  place_arrival: 'Bring a cup.',
};
const event = (title: string) =>
  house.db.selectFrom('events.event').selectAll().where('title', '=', title).executeTakeFirstOrThrow();
const formOf = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
const idOf = async () =>
  (await house.db.selectFrom('venues.venue').select('venue_id').where('slug', '=', slug).executeTakeFirstOrThrow())
    .venue_id;

beforeAll(async () => {
  world = await makeGroup(house);
  other = await makeGroup(house, { name: 'Hill Group' });
  organiser = await visit(house).as(world.organiser);
  elsewhere = await visit(house).as(other.organiser);
  guest = await visit(house).as(await makePerson(house, 'Ingrid'));
  const added = await organiser.post(venuePaths.add(), harbor);
  slug = added.location?.split('/').at(-1) ?? '';
});

describe('a venue', () => {
  it('is read by everybody, and whom to ask at the house by organisers alone', async () => {
    expect(slug).toBe('harbor-building-3rd-floor-milwaukee');
    const page = await visit(house).get(venuePaths.show(slug));
    expect(page.heading).toBe('Harbor Building, 3rd floor');
    expect(page.text).toContain('400 East Lantern Street, Milwaukee');
    expect(page.text).toContain('the door under the clock');
    expect(page.text).toMatch(/Yes Step-free way in.*No Hearing loop Not known .*Quiet room/);
    for (const someone of [page, await guest.get(venuePaths.show(slug))]) expect(someone.body).not.toContain('Dolores');
    expect((await elsewhere.get(venuePaths.show(slug))).text).toContain('Dolores at the desk · desk@example.org');
  });

  it('is found by any words of its name, street and city', async () => {
    const found = async (q: string) => (await venuesFound(house.db, { q, after: '' })).venues.map(({ slug }) => slug);
    expect(await found('lantern milwaukee')).toEqual([slug]);
    expect(await found('HÁRBOR')).toEqual([slug]);
    expect(await found('harbor osaka')).toEqual([]);
    expect(await found('100%')).toEqual([]);
    expect((await guest.get('/venues?q=lantern')).links).toContain(venuePaths.show(slug));
  });

  it('is not added twice without a question, and what was typed is kept', async () => {
    const again = { ...harbor, name: 'harbor building', address: 'Lantern St 400' };
    const asked = await elsewhere.post(venuePaths.add(), again);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('It may be here already');
    expect(asked.links).toContain(venuePaths.show(slug));
    expect(asked.body).toContain('Lantern St 400');
    expect((await elsewhere.post(venuePaths.add(), { ...again, city: 'Madison' })).status).toBe(303);
    const sure = await elsewhere.post(venuePaths.add(), { ...again, although_alike: 'on' });
    expect(sure.location).toBe('/venues/harbor-building-milwaukee');
  });

  it('is looked for again when its name was changed instead, and added once however often that form is sent', async () => {
    const typed = { ...harbor, once: formOf(await elsewhere.get(venuePaths.add())).once ?? '' };
    const asked = await elsewhere.post(venuePaths.add(), typed);
    expect(asked.status).toBe(422);
    const other = { ...typed, name: 'Annexe', once: formOf(asked).once ?? '' };
    for (const tap of [1, 2])
      expect((await elsewhere.post(venuePaths.add(), other)).location, `tap ${tap}`).toBe('/venues/annexe-milwaukee');
  });

  it('says by field what is wrong', async () => {
    const wrong = await organiser.post(venuePaths.add(), { ...harbor, city: '', capacity: 'many', position: 'here' });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors).sort()).toEqual(['capacity', 'city', 'position']);
    expect(wrong.body).toContain('the door under the clock');
  });

  it('is changed by who looks after it, and by nobody else', async () => {
    for (const someone of [elsewhere, guest]) {
      expect((await someone.get(venuePaths.edit(slug))).status).toBe(404);
      expect((await someone.post(venuePaths.edit(slug), { ...harbor, name: 'Taken' })).status).toBe(404);
    }
    expect((await organiser.get(venuePaths.edit(slug))).body).toContain('value="the door under the clock"');
  });
});

describe('an evening at a venue', () => {
  const plan = (more: Record<string, string>) =>
    organiser.post(eventPaths.blank(world.group.slug), { ...evening, ...more });

  it('takes name, address, clock and capacity from it, and shows guests how to get in and what to ask', async () => {
    expect((await plan({ venue: await idOf() })).status).toBe(303);
    const planned = await event('Queues');
    expect(planned).toMatchObject({
      place_name: 'Harbor Building, 3rd floor',
      place_address: '400 East Lantern Street, Milwaukee',
      zone: 'America/Chicago',
      room_capacity: 80,
    });
    // 18:00 on the venue's clock, not on the one that was typed.
    expect(planned.starts_at.toISOString()).toBe('2030-05-08T23:00:00.000Z');
    const at = eventPaths.show(world.group.slug, planned.slug);
    await organiser.post(eventPaths.announce(world.group.slug, planned.slug));
    const page = await guest.get(at);
    expect(page.text).toContain(
      'Entrance: the door under the clock Floor: 3, lift on the left Coming late? Ring. Bring a cup.',
    );
    expect(page.text).toContain('Accessibility Yes Step-free way in');
    expect(page.text).toContain('The lift is slow.');
    expect(page.links).toContain(venuePaths.show(slug));
    expect(page.links.filter((href) => href.endsWith('/conduct')).length).toBeGreaterThan(0);
    expect(page.body).not.toContain('Dolores');
    expect((await guest.get(venuePaths.show(slug))).links).toContain(at);
  });

  it('is offered again to its group, and to another group once it uses it', async () => {
    expect((await organiser.get(eventPaths.blank(world.group.slug))).body).toContain(
      'Harbor Building, 3rd floor, Milwaukee',
    );
    const form = eventPaths.blank(other.group.slug);
    expect((await elsewhere.get(form)).body).not.toContain('Harbor Building, 3rd floor');
    expect((await elsewhere.post(venuePaths.use(slug), { group: world.group.slug })).status).toBe(404);
    expect((await elsewhere.post(venuePaths.use(slug), { group: other.group.slug })).status).toBe(303);
    expect((await elsewhere.get(form)).body).toContain('Harbor Building, 3rd floor');
    const kept = await house.db.selectFrom('venues.used').select('card').execute();
    expect(JSON.stringify(kept)).not.toContain('Dolores');
  });

  it('that was looked for and is not here is added under the words it was looked for with', async () => {
    const list = await organiser.get(venuePaths.list({ q: 'Pumpenhaus' }));
    expect(list.text).toContain('No venue has these words');
    const add = list.links.find((href) => href.startsWith('/venues/new')) ?? '';
    expect((await organiser.get(add)).body).toContain('value="Pumpenhaus"');
    expect((await organiser.get(venuePaths.add())).body).not.toContain('value="Pumpenhaus"');
  });

  it('and moved to another has that one’s number of people, unless somebody typed another', async () => {
    const small = { ...harbor, name: 'Pump Room', address: 'Well Lane 2', capacity: '12' };
    await organiser.post(venuePaths.add(), small);
    const rooms = house.db.selectFrom('venues.venue').select('venue_id').where('name', '=', 'Pump Room');
    const { venue_id } = await rooms.executeTakeFirstOrThrow();
    await plan({ title: 'Moves on', venue: await idOf() });
    const { slug: at } = await event('Moves on');
    const path = eventPaths.edit(world.group.slug, at);
    const form = fieldsOf((await organiser.get(path)).body);
    expect(form.room_capacity).toBe('80');
    await organiser.post(path, { ...form, venue: venue_id });
    expect((await event('Moves on')).room_capacity).toBe(12);
    await organiser.post(path, { ...form, venue: await idOf(), room_capacity: '60' });
    expect((await event('Moves on')).room_capacity).toBe(60);
  });

  it('is chosen at once when somebody left a form to add it, or found it, and can be changed there', async () => {
    const form = eventPaths.blank(world.group.slug);
    const list = (await organiser.get(form)).links.find((href) => href.startsWith('/venues')) ?? '';
    const add = (await organiser.get(list)).links.find((href) => href.startsWith('/venues/new')) ?? '';
    const { plan, once } = formOf(await organiser.get(add));
    expect(plan).toBe(form);
    const cellar = { ...harbor, name: 'Cellar', capacity: '30', plan: plan ?? '', once: once ?? '' };
    // What is wrong is said before, and the way back is not forgotten over it.
    expect(formOf(await organiser.post(venuePaths.add(), { ...cellar, city: '' })).plan).toBe(form);
    const added = await organiser.post(venuePaths.add(), cellar);
    expect(added.location?.split('?')[0]).toBe(form);
    const back = await organiser.get(added.location ?? '');
    expect(back.body).toMatch(/<option[^>]* selected[^>]*>Cellar, Milwaukee</);
    expect(back.body).toContain('>Harbor Building, 3rd floor, Milwaukee<');
    expect(back.text).toContain('Added and chosen.');

    const theirs = eventPaths.blank(other.group.slug);
    const found = await elsewhere.get(venuePaths.show('cellar-milwaukee', theirs));
    expect(found.text).toContain('Choose this venue');
    const used = await elsewhere.post(venuePaths.use('cellar-milwaukee'), { group: other.group.slug, plan: theirs });
    expect((await elsewhere.get(used.location ?? '')).body).toMatch(/<option[^>]* selected[^>]*>Cellar, Milwaukee</);
    // The form of an evening that is there, and of one made like it.
    const queues = await event('Queues');
    for (const at of [
      eventPaths.edit(world.group.slug, queues.slug),
      `/g/${world.group.slug}/new/like/${queues.slug}`,
    ]) {
      const page = await organiser.get(added.location?.replace(form, at) ?? '');
      expect(page.body, at).toMatch(/<option[^>]* selected[^>]*>Cellar, Milwaukee</);
      expect(page.links, at).toContain(venuePaths.list({ plan: at }));
    }
  });

  it('leads back to forms of one’s own groups alone, and nowhere else', async () => {
    for (const plan of [
      'https://example.org/g/a/new/b',
      '//example.org/new/x',
      `/g/${world.group.slug}`,
      '/g/a/new/../..',
    ]) {
      const page = await organiser.get(venuePaths.show(slug, plan));
      expect(page.text, plan).not.toContain('Choose this venue');
      const used = await organiser.post(venuePaths.use(slug), { group: world.group.slug, plan });
      expect(used.location, plan).toBe(venuePaths.show(slug));
    }
    const plan = eventPaths.blank(world.group.slug);
    expect((await elsewhere.get(venuePaths.show(slug, plan))).text).not.toContain('Choose this venue');
    expect((await elsewhere.post(venuePaths.add(), { ...harbor, name: 'Loft', plan })).status).toBe(404);
    expect((await visit(house).get(venuePaths.list({ plan }))).body).not.toContain(plan);
  });

  it('follows the venue while it is ahead, without a mail; over, it keeps what it said', async () => {
    await plan({ title: 'Over', venue: await idOf() });
    await house.db
      .updateTable('events.event')
      .set({ starts_at: new Date('2020-01-01T18:00Z'), ends_at: new Date('2020-01-01T20:00Z') })
      .where('title', '=', 'Over')
      .execute();
    const mails = () => house.db.selectFrom('kit.mail').select('mail_id').execute();
    const [before, over, waiting] = [await event('Queues'), await event('Over'), await mails()];
    const moved = { ...harbor, name: 'Harbor House', arrival_entrance: 'the red door', access_hearing_loop: 'yes' };
    expect((await organiser.post(venuePaths.edit(slug), moved)).status).toBe(303);
    expect(await event('Over')).toEqual(over);
    const after = await event('Queues');
    expect(after).toMatchObject({ place_name: 'Harbor House', sequence: before.sequence + 1 });
    expect(after.venue_told).toMatchObject({ access: { hearing_loop: 'yes', step_free: 'yes' } });
    expect(after.venue_told?.arrival).toContain('Entrance: the red door');
    expect(after.place_arrival).toBe('Bring a cup.');
    expect(await mails()).toEqual(waiting);
    expect((await organiser.get(`/g/${world.group.slug}/audit`)).text).toContain('this evening follows: Queues');
    // A better description of the same place is no news for calendars.
    await organiser.post(venuePaths.edit(slug), { ...moved, arrival_entrance: 'the blue door' });
    expect((await event('Queues')).sequence).toBe(after.sequence);
  });

  it('says the way in as it is now in the mail to who takes a seat, with what organisers added', async () => {
    const { slug: at } = await event('Queues');
    await organiser.post(`${eventPaths.show(world.group.slug, at)}/open`);
    expect((await guest.post(eventPaths.seat(world.group.slug, at))).status).toBe(303);
    const mail = (await house.mails()).findLast(({ text }) => text.includes('You have a seat'));
    expect(mail?.text).toContain(
      'Entrance: the blue door\nFloor: 3, lift on the left\nComing late?\nRing.\nBring a cup.',
    );
  });

  it('tells its organisers when it lets in more than the venue may hold', async () => {
    const { slug: at } = await event('Queues');
    const manage = eventPaths.manage(world.group.slug, at);
    expect((await organiser.get(manage)).text).not.toContain('may hold');
    await organiser.post(eventPaths.edit(world.group.slug, at), {
      ...evening,
      venue: await idOf(),
      room_capacity: '120',
    });
    expect((await organiser.get(manage)).text).toContain('The venue may hold 80 people, and this evening says 120.');
  });

  it('at a place that is typed is as it was: no venue, no facts', async () => {
    await plan({ title: 'Typed', venue: 'nonsense' });
    expect(await event('Typed')).toMatchObject({ place_name: 'Somewhere typed', venue_id: null, venue_told: null });
    const { slug: at } = await event('Typed');
    await organiser.post(eventPaths.announce(world.group.slug, at));
    expect((await guest.get(eventPaths.show(world.group.slug, at))).text).not.toContain('Accessibility');
  });
});

describe('whom to ask at the house', () => {
  it('is in what a person takes along, and gone when they go', async () => {
    const dolores = await makePerson(house, 'Dolores', { address: 'desk@example.org' });
    const page = await (await visit(house).as(dolores)).get('/me/export.json');
    expect(page.body).toContain('Dolores at the desk');
    // An address that ends or begins alike is somebody else's.
    for (const address of ['sk@example.org', 'desk@example.or']) {
      const other = await (await visit(house).as(await makePerson(house, 'Esk', { address }))).get('/me/export.json');
      expect(other.body).not.toContain('Dolores at the desk');
    }
    expect((await organiser.get(`/g/${world.group.slug}/settings`)).links).toContain(venuePaths.show(slug));
  });

  it('is forgotten after a year, unless the venue is saved again', async () => {
    const contact = async () =>
      (await house.db.selectFrom('venues.venue').select('contact_reach').where('slug', '=', slug).executeTakeFirst())
        ?.contact_reach;
    const in364 = Temporal.Now.instant().add({ hours: 364 * 24 });
    expect(await sweepContacts({ db: house.db, now: () => in364 })).toBe(0);
    expect(await contact()).toBe('desk@example.org');
    expect(await sweepContacts({ db: house.db, now: () => in364.add({ hours: 48 }) })).toBeGreaterThan(0);
    expect(await contact()).toBe('');
  });
});
