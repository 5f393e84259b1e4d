// The morning after as its organisers meet it: asked once it is over, answered in one go, shown when it is needed again.
import { beforeAll, describe, expect, it } from 'vitest';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';

const house = testHouse();
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const later = (days: number) => start.add({ hours: Math.round(days * 24) });
type Made = Awaited<ReturnType<typeof makeEvent>>;

let world: World;
let event: Made;
let organiser: Visitor;
const at = (rest: string) => `/g/${world.group.slug}/e/${event.slug}/${rest}`;
const answers = { door_list: 'partly', came: '31', food_left: 'quarter', remember: 'The side door jams.' };

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 2 });
  await seatPeople(house, event, ['Hạnh', 'Tomás']);
  organiser = await visit(house).as(world.organiser);
});

describe('the morning after', () => {
  it('waits for the end, and says until when', async () => {
    house.setNow(later(2.05));
    expect((await organiser.get(at('manage'))).links).not.toContain(at('morning-after'));
    const early = await organiser.get(at('morning-after'));
    expect(early.text).toContain('The evening goes on until Thursday');
    expect(early.body).not.toContain('<form class="ui-form"');
    expect((await organiser.post(at('morning-after'), answers)).status).toBe(422);
  });

  it('asks three things on one page, linked from the evening, and keeps what was typed when something is wrong', async () => {
    house.setNow(later(3));
    const manage = await organiser.get(at('manage'));
    expect(manage.links).toContain(at('morning-after'));
    // One clear next step: planning the next evening waits until this one is noted.
    expect(manage.text).not.toContain('Time for the next one?');
    // It stands above the numbers, and what can no longer be done is not offered.
    expect(manage.body.indexOf(at('morning-after'))).toBeLessThan(manage.body.indexOf('events-figures'));
    expect(manage.text).not.toContain('Reminders');
    expect(manage.text).not.toContain('Make a list');
    const guests = await organiser.get(at('guests'));
    expect(guests.text).toContain('Coming (2)');
    expect(guests.body).not.toContain('name="release"');
    const guest = await visit(house).as(await makePerson(house, 'Ida'));
    // Whoever opens the first page, or the group's, instead of the mail is asked there too; a guest is not.
    for (const path of ['/', `/g/${world.group.slug}`]) {
      expect((await organiser.get(path)).links, path).toContain(at('morning-after'));
      expect((await guest.get(path)).links, path).not.toContain(at('morning-after'));
    }
    const page = await organiser.get(at('morning-after'));
    expect(page.text).toContain('2 seats were taken');
    const wrong = await organiser.post(at('morning-after'), { came: 'many', remember: answers.remember });
    expect(wrong.status).toBe(422);
    expect(Object.keys(wrong.errors).sort()).toEqual(['came', 'door_list']);
    expect(wrong.body).toContain(answers.remember);
    expect(wrong.body).toContain('value="many"');
  });

  it('keeps the answers, and shows them when the next evening is made like this one', async () => {
    expect((await organiser.get(at('tonight'))).text).toContain('How was it?');
    const kept = await organiser.post(at('morning-after'), answers);
    expect(kept.status).toBe(303);
    expect((await organiser.follow(kept)).text).toContain('Kept for next time');
    expect((await organiser.get(at('manage'))).text).toContain('You wrote down how it went');
    expect((await organiser.get(at('tonight'))).text).not.toContain('How was it?');
    for (const path of ['/', `/g/${world.group.slug}`])
      expect((await organiser.get(path)).links, path).not.toContain(at('morning-after'));
    const again = await organiser.get(at('morning-after'));
    expect(again.body).toContain('value="31"');
    expect(again.body).toContain(answers.remember);
    const plan = await organiser.get(`/g/${world.group.slug}/new/like/${event.slug}`);
    expect(plan.text).toContain(answers.remember);
  });

  it('is changed freely for a week; then a correction is said to be one', async () => {
    house.setNow(later(11));
    const late = await organiser.post(at('morning-after'), { ...answers, came: '30' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('is a correction');
    expect(late.body).toContain('value="30"');
    const said = await organiser.post(at('morning-after'), { ...answers, came: '30', correcting: 'yes' });
    expect((await organiser.follow(said)).text).toContain('Corrected.');
  });

  it('is nobody’s who only works the door', async () => {
    const [helper] = await seatPeople(house, event, ['Ngozi']);
    await house.db
      .insertInto('groups.organiser')
      .values({ group_id: world.group.group_id, person_id: helper as never, role: 'door', since: new Date() })
      .execute();
    const door = await visit(house).as(helper as never);
    expect((await door.get(at('slides'))).status).toBe(200);
    expect((await door.get(at('morning-after'))).status).toBe(404);
  });
});

describe('a draft that is thrown away', () => {
  it('takes what was typed for its slides along', async () => {
    house.setNow(start);
    const draft = await makeEvent(house, world, { inDays: 20, stage: 'draft' });
    const path = `/g/${world.group.slug}/e/${draft.slug}`;
    await organiser.post(`${path}/slides/edit`, { wifi_name: 'Harbor Guest', photos: 'ask' });
    const openers = () =>
      house.db.selectFrom('tonight.opener').select('wifi_name').where('event_id', '=', draft.event_id).execute();
    expect(await openers()).toHaveLength(1);
    await transact(house.db, (tx) => announce(tx, 'events.discarded', { event: draft, now: start }));
    expect(await openers()).toEqual([]);
  });
});
