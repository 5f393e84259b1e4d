// An evening's slides: what is known is there by itself, what is typed is kept for the next evening at the place.
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAgenda } from '#events';
import { townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
type Made = Awaited<ReturnType<typeof makeEvent>>;

let world: World;
let event: Made;
let organiser: Visitor;
const at = (made: Made, rest: string) => `/g/${world.group.slug}/e/${made.slug}/slides${rest}`;

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 5 });
  organiser = await visit(house).as(world.organiser);
  const item = { minutes: 20, who: 'Tomás Herrera', note: '' };
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      { ...item, time: '06:00', type: 'talk', title: 'Every retry is a promise' },
      {
        ...item,
        time: '06:30',
        type: 'sponsor_segment',
        title: 'Northwind',
        minutes: 5,
        who: '',
        note: 'They pay for the pizza.',
      },
    ]),
  );
});

const slides = async (made = event) => {
  const page = await organiser.get(at(made, ''));
  return { ...page, keys: [...page.body.matchAll(/<section[^>]* id="([a-z0-9-]+)"/g)].map(([, key]) => key) };
};
const typed = {
  wifi_name: 'Harbor Guest',
  wifi_password: 'boats-1909',
  photos: 'none',
  more: 'Chairs back at ten.\nBring cups.',
};

describe('the slides of an evening', () => {
  it('say what is known, and leave out what is not', async () => {
    const { text, keys } = await slides();
    expect(keys).toEqual(['cover', 'agenda', 'conduct', 'photos', 'hosts', 'speak', 'thanks']);
    expect(text).toContain('06:00 Every retry is a promise Tomás Herrera');
    expect(text).toContain('Northwind Sponsor, 5 minutes');
    expect(text).toContain('for speaking Tomás Herrera');
    expect(text).toContain('for the room Harbor Building');
  });

  it('say how people treat each other, and whom to talk to, once the group has said so', async () => {
    const { group, organiser: owner } = await makeGroup(house);
    const other = await makeEvent(house, { group, organiser: owner }, { inDays: 5 });
    const conduct = {
      bundled: 'covenant-en',
      own_text: null,
      contacts: [{ name: '佐藤 恵', address: 'megumi@example.org' }],
    };
    await transact(house.db, (tx) =>
      townVerbs.settleIn(tx, { person_id: owner }, house.ground.now(), group.group_id, { conduct }),
    );
    const page = await (await visit(house).as(owner)).get(`/g/${group.slug}/e/${other.slug}/slides`);
    expect(page.text).toContain('How we treat each other');
    expect(page.text).toContain('Talk to 佐藤 恵');
    expect(page.body).not.toContain('megumi@example.org');
  });

  it('show the next evenings of the group, and of neighbours in the same town, and no draft', async () => {
    await makeEvent(house, world, { inDays: 33, title: 'The next one', stage: 'announced', opensInDays: 20 });
    await makeEvent(house, world, { inDays: 40, title: 'Only a draft', stage: 'draft' });
    const neighbour = await makeGroup(house, { name: 'Milwaukee Rust' });
    await makeEvent(house, neighbour, { inDays: 12, title: 'Borrowed time' });
    await makeEvent(house, neighbour, { inDays: 2, title: 'Over by then' });
    const { text, keys } = await slides();
    expect(keys).toContain('next');
    expect(text).toContain('The next one');
    expect(text).toMatch(/Also in Milwaukee .*Borrowed time Milwaukee Rust/);
    expect(text).not.toContain('Only a draft');
    expect(text).not.toContain('Over by then');
  });

  it('show what was typed, and not what was left out', async () => {
    const show = ['agenda', 'room', 'more', 'thanks'];
    const answer = await organiser.post(at(event, '/edit'), { ...typed, show });
    expect(answer.status).toBe(303);
    const { text, keys } = await slides();
    expect(keys).toEqual(['cover', 'agenda', 'room', 'more', 'thanks']);
    expect(text).toContain('Wifi Harbor Guest Password boats-1909');
    expect(text).toContain('Chairs back at ten. Bring cups.');
    const form = await organiser.get(at(event, '/edit'));
    expect(form.body).toMatch(/value="agenda" checked/);
    expect(form.body).not.toMatch(/value="photos" checked/);
  });

  it('keep the words of a form that was refused', async () => {
    const answer = await organiser.post(at(event, '/edit'), { ...typed, toilets: 'x'.repeat(300), show: ['agenda'] });
    expect(answer.status).toBe(422);
    expect(answer.errors.toilets).toContain('200');
    expect(answer.body).toContain('Chairs back at ten.');
    expect(answer.body).not.toMatch(/value="room" checked/);
  });

  it('begin with the wifi of the last evening at the same place, and with nothing at another', async () => {
    const same = await makeEvent(house, world, { inDays: 60 });
    expect((await slides(same)).text).toContain('Wifi Harbor Guest');
    expect((await organiser.get(at(same, '/edit'))).text).toContain('Filled in from the last time');
    const other = await makeEvent(house, world, { inDays: 61 });
    await house.db
      .updateTable('events.event')
      .set({ place_name: 'Old Pump House' })
      .where('event_id', '=', other.event_id)
      .execute();
    const elsewhere = await slides(other);
    expect(elsewhere.text).not.toContain('Harbor Guest');
    // The group's own rule on pictures goes along.
    expect(elsewhere.text).toContain('No pictures tonight');
    // The lines of one evening are that evening's.
    expect(elsewhere.keys).not.toContain('more');
  });

  it('come as a PDF too, for the team', async () => {
    const answer = await organiser.get(at(event, '.pdf'));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.body.startsWith('%PDF-')).toBe(true);
  });

  it('are for the team alone: the password of the wifi stands on no page of anybody else', async () => {
    const guest = await visit(house).as(await makePerson(house, 'Hạnh'));
    for (const rest of ['', '.pdf', '/edit']) expect((await guest.get(at(event, rest))).status, rest).toBe(404);
    expect((await visit(house).get(at(event, ''))).location).toContain('/signin');
    for (const path of ['', `/e/${event.slug}`]) {
      expect((await guest.get(`/g/${world.group.slug}${path}`)).body).not.toContain('boats-1909');
    }
  });
});
