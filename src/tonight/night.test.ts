// The page of the night as the team meets it: small, with the next task, the minutes left, and a word to everybody coming.
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAgenda } from '#events';
import { transact } from '#kit/db.ts';
import { newId } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { type Answer, makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { delaysOf } from './delays.ts';
import { isTimeToCall } from './rules.ts';
import { tick } from './tick.ts';
import { words } from './words.ts';

const house = testHouse({ works: true });
// Tuesday, 14:00 in Chicago; the evening is on Thursday from 14:00 to 16:00.
const start = Temporal.Instant.from('2026-11-10T20:00:00Z');
const later = (hours: number, minutes = 0) => start.add({ hours, minutes });
const item = (time: string, minutes: number | null, title: string, type: 'talk' | 'doors' = 'talk') => ({
  time,
  minutes,
  type,
  title,
  who: '',
  note: '',
});

let world: World;
let event: Awaited<ReturnType<typeof makeEvent>>;
let organiser: Visitor;
let door: Visitor;
const at = (rest: string) => `/g/${world.group.slug}/e/${event.slug}/${rest}`;
const leftOf = ({ body }: Answer) =>
  [...body.matchAll(/class="tonight-left">([^<]*)</g)].map(([, left]) => left).filter(Boolean);

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 2, cap: 30 });
  await seatPeople(house, event, ['Hạnh', 'Tomás', 'Megumi']);
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      item('13:30', null, 'Doors', 'doors'),
      item('14:00', 30, 'Every retry is a promise'),
      item('14:30', 60, 'Caches that forget'),
    ]),
  );
  organiser = await visit(house).as(world.organiser);
  const helper = await makePerson(house, 'Ngozi');
  await house.db
    .insertInto('groups.organiser')
    .values({ group_id: world.group.group_id, person_id: helper, role: 'door', since: new Date() })
    .execute();
  door = await visit(house).as(helper);
});

describe('the page of the night', () => {
  it('is led to from the first page and the evening’s own on the day, and not before', async () => {
    expect((await organiser.get('/')).links).not.toContain(at('tonight'));
    house.setNow(later(40));
    expect((await organiser.get('/')).links).toContain(at('tonight'));
    expect((await organiser.get(at('manage'))).text).toContain('The page for tonight');
    const now = house.ground.now();
    // Once it has begun it comes first, above the numbers.
    house.setNow(later(49));
    const manage = await organiser.get(at('manage'));
    expect(manage.body.indexOf(at('tonight'))).toBeLessThan(manage.body.indexOf('events-figures'));
    house.setNow(now);
    // A guest has nothing to look for there.
    const guest = await visit(house).as(await makePerson(house, 'Ingrid'));
    expect((await guest.get(at('tonight'))).status).toBe(404);
  });

  it('says who is expected, what is on and what is next, with the minutes left', async () => {
    house.setNow(later(48, 12));
    const page = await organiser.get(at('tonight'));
    // A heading and the way there do not say the same twice.
    expect(page.text.match(/The door/g)).toHaveLength(1);
    expect(page.text).toMatch(/Expect \d+(–\d+)?/);
    expect(page.text).toContain('3 of 30 seats are taken');
    expect(leftOf(page)).toEqual(['Now, 18 min left', 'in 18 min']);
  });

  it('weighs less than 15 KB with everything it brings', async () => {
    const page = await organiser.get(at('tonight'));
    // The style sheet and the loader are measured as they are built, in the journey.
    expect(gzipSync(page.body).length).toBeLessThan(7000);
  });

  it('moves what is to come when somebody says it is late: once, however often the tap arrives', async () => {
    const tap = { delay_id: newId<'tonight.delay'>(), minutes: '10' };
    const answers = await Promise.all([
      organiser.post(at('tonight/late'), tap),
      organiser.post(at('tonight/late'), tap),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const page = await organiser.get(at('tonight'));
    expect(leftOf(page)).toEqual(['Now, 28 min left', 'in 28 min']);
    expect(page.text).toContain('10 minutes later than planned.');
    await organiser.post(at('tonight/late'), { delay_id: newId<'tonight.delay'>(), minutes: '-10' });
    expect((await organiser.get(at('tonight'))).text).not.toContain('later than planned.');
  });

  it('counts a tap that waited for the network from when it was made', async () => {
    house.setNow(later(48, 40));
    const tapped_at = String(later(48, 20).epochMilliseconds);
    // At 14:20 the second talk had not begun; at 14:40 it has.
    await organiser.post(at('tonight/late'), { delay_id: newId<'tonight.delay'>(), minutes: '15', tapped_at });
    expect(leftOf(await organiser.get(at('tonight')))).toEqual(['Now, 5 min left', 'in 5 min']);
    house.setNow(later(48, 12));
    await house.db.deleteFrom('tonight.delay').execute();
  });

  it('refuses lateness on another day, and lets only organisers say it', async () => {
    const tap = () => ({ delay_id: newId<'tonight.delay'>(), minutes: '10' });
    expect((await door.post(at('tonight/late'), tap())).status).toBe(404);
    const wrong = await organiser.post(at('tonight/late'), { ...tap(), minutes: '1000' });
    expect((await organiser.follow(wrong)).text).toContain(words('en')('tonight.not_whole'));
    expect(await house.db.selectFrom('tonight.delay').select('minutes').execute()).toEqual([]);
    house.setNow(later(80));
    const late = await organiser.post(at('tonight/late'), tap());
    expect((await organiser.follow(late)).text).toContain('That can be said on the day of the evening.');
    house.setNow(later(48, 12));
  });

  it('ticks what is due with one tap, also for who works the door, and comes back to itself', async () => {
    await organiser.post(at('checklist'), {
      title: 'Switch on the coffee',
      amount: '0',
      when: 'hours_before',
      note: '',
    });
    const page = await door.get(at('tonight'));
    expect(page.text).toContain('Switch on the coffee');
    expect(page.text).not.toContain('Tell everybody coming');
    const action = /action="([^"]*\/done)"/.exec(page.body)?.[1] ?? '';
    const done = await door.post(action, { done: 'yes', back: at('tonight') });
    expect(done.location).toContain(at('tonight'));
    expect((await door.follow(done)).text).toContain('Ngozi');
    house.setNow(later(48, 40));
    expect((await door.get(at('tonight'))).text).not.toContain('Switch on the coffee');
    house.setNow(later(48, 12));
  });

  it('has short mails ready, shows one before it goes, sends it once, and comes back', async () => {
    house.setNow(later(47, 30));
    const page = await organiser.get(at('tonight'));
    expect(page.text).toContain('Tonight: the door is on the other side');
    expect(page.text).toContain('Tonight: we begin at 14:15');
    const form = /<form[^>]*guests\/mail">(?:(?!<\/form>).)*on the other side(?:(?!<\/form>).)*<\/form>/.exec(
      page.body,
    )?.[0];
    const fields = Object.fromEntries(
      [...(form ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const preview = await organiser.post(at('guests/mail'), fields);
    expect(preview.heading).toBe('This is how it looks');
    expect((await house.mails()).filter(({ subject }) => subject.startsWith('Tonight:'))).toEqual([]);
    const message_id = /name="message_id" value="([^"]+)"/.exec(preview.body)?.[1] ?? '';
    const send = () => organiser.post(at('guests/mail'), { ...fields, step: 'send', message_id });
    const [sent] = await Promise.all([send(), send()]);
    expect(sent?.location).toBe(at('tonight'));
    expect((await house.mails()).filter(({ subject }) => subject.startsWith('Tonight:'))).toHaveLength(3);
  });

  it('leads on to the three questions once it is over', async () => {
    house.setNow(later(50, 5));
    const page = await organiser.get(at('tonight'));
    expect(page.links).toContain(at('morning-after'));
    expect(page.text).not.toContain('Tell everybody coming');
  });
});

describe('the mail of the day', () => {
  it('goes to organisers once, at nine on the clock of the place', async () => {
    const evening = { starts_at: new Date('2026-11-12T20:00:00Z'), ends_at: new Date(), zone: 'America/Chicago' };
    const is = (moment: string) => isTimeToCall(evening, Temporal.Instant.from(moment));
    expect([is('2026-11-12T14:59:00Z'), is('2026-11-12T15:00:00Z'), is('2026-11-12T20:00:00Z')]).toEqual([
      false,
      true,
      false,
    ]);
    house.setNow(later(42));
    expect(await tick(house.ground)).toMatchObject({ called: 0 });
    house.setNow(later(43, 5));
    // The owner; not who works the door.
    expect(await tick(house.ground)).toMatchObject({ called: 1 });
    expect(await tick(house.ground)).toMatchObject({ called: 0 });
    const mails = (await house.mails()).filter(
      ({ subject }) => subject === 'Tonight: Queues, and what they are hiding',
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`http://localhost:3000${at('tonight')}`);
    expect(mails[0]?.text).toContain('3 seats are taken.');
  });

  it('goes once more where the evening was put off after it, and nothing said of the old night makes the new one late', async () => {
    house.setNow(later(47));
    await organiser.post(at('tonight/late'), { delay_id: newId(), minutes: '30' });
    const week = 7 * 24;
    const moved = (hours: number) => new Date(later(hours + week).epochMilliseconds);
    await house.db
      .updateTable('events.event')
      .set({ starts_at: moved(48), ends_at: moved(50) })
      .where('event_id', '=', event.event_id)
      .execute();
    house.setNow(later(43 + week, 5));
    expect(await tick(house.ground)).toMatchObject({ called: 1 });
    expect(await tick(house.ground)).toMatchObject({ called: 0 });
    expect((await organiser.get(at('tonight'))).text).not.toContain('30 minutes late');
    expect(await delaysOf(house.db, { ...event, starts_at: moved(48) })).toEqual([]);
  });
});
