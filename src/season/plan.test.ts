// A new evening from a template and like the last one, through the web: what is asked, what comes along, what is asked when it is late.
import { beforeAll, describe, expect, it } from 'vitest';
import { type EventKey, eventPaths, remindersOf, setReminders, settleMorningAfter, writeAgenda } from '#events';
import { transact } from '#kit/db.ts';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { fieldsOf } from '../../test/fields-of.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, type World } from '../../test/world.ts';
import { seasonPaths } from './paths.ts';
import { tasksOf } from './tasks.ts';

const house = testHouse();
let world: World;
const NOW = Temporal.Instant.from('2026-11-20T12:00Z');
beforeAll(async () => {
  house.setNow(NOW);
  world = await makeGroup(house);
});
const organiser = (of = world) => visit(house).as(of.organiser);
const asked = { title: 'Queues, and what they hide', day: '2027-01-13', place_name: 'Harbor Building' };
const chicago = () => seasonPaths.planFrom(world.group.slug, 'chicago-classic');

async function evening(location: string | null) {
  const slug = /\/e\/([^/]+)\/manage/.exec(location ?? '')?.[1] ?? '';
  return house.db
    .selectFrom('events.event')
    .selectAll()
    .where('slug', '=', slug)
    .where('group_id', '=', world.group.group_id)
    .executeTakeFirstOrThrow();
}

async function agendaOf({ group_id, event_id }: EventKey) {
  return house.db
    .selectFrom('events.agenda_item')
    .selectAll()
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .orderBy('position')
    .execute();
}

describe('a first evening', () => {
  it('begins with Chicago classic, and a group that has had one begins like last time', async () => {
    const fresh = await makeGroup(house);
    const browser = await organiser(fresh);
    const first = await browser.get(eventPaths.start(fresh.group.slug));
    expect(first.text).toContain('A good first evening Chicago classic');
    expect(first.text).not.toContain('Like last time');
    await makeEvent(house, fresh, { title: 'The one before' });
    expect((await browser.get(eventPaths.start(fresh.group.slug))).text).toContain('Like last time The one before');
  });

  it('asks for title, day and place, and fills in the rest: times, sign-up, agenda, reminders, checklist', async () => {
    const made = await (await organiser()).post(chicago(), {
      ...fieldsOf((await (await organiser()).get(chicago())).body),
      ...asked,
    });
    expect(made.status).toBe(303);
    const event = await evening(made.location);
    expect(event).toMatchObject({
      stage: 'draft',
      title: asked.title,
      place_name: 'Harbor Building',
      zone: 'America/Chicago',
    });
    const clock = (at: Date) => wallClock(instantOf(at), 'America/Chicago');
    expect(clock(event.starts_at)).toEqual({ date: '2027-01-13', time: '18:00' });
    expect(clock(event.ends_at).time).toBe('20:00');
    expect(clock(event.opens_at)).toEqual({ date: '2026-12-30', time: '18:00' });
    expect(clock(event.closes_at)).toEqual({ date: '2027-01-12', time: '18:00' });
    const agenda = await agendaOf(event);
    expect(agenda.map(({ starts_at, title }) => `${clock(starts_at).time} ${title}`)).toEqual([
      '17:30 Doors and pizza',
      '18:00 Welcome',
      '18:05 Sponsor',
      '18:15 First talk',
      '18:45 Second talk',
      '19:15 Staying, talking',
    ]);
    const tasks = await tasksOf(house.db, event);
    expect(tasks).toHaveLength(13);
    expect(clock(tasks[0]?.due_at as Date)).toEqual({ date: '2027-01-11', time: '18:00' });
    // Uploading waits for posting, as in the template.
    expect(tasks[8]?.needs).toEqual([tasks[7]?.task_id]);
    expect((await remindersOf(house.db, event)).map(({ kind }) => kind)).toEqual([
      'fortnight',
      'week',
      'confirm',
      'day',
    ]);
    const manage = await (await organiser()).follow(made);
    expect(manage.text).toContain('Announce it');
    expect(manage.text).toContain(
      'Nobody is named yet for: “Sponsor”, “First talk”, “Second talk”. Fill in the agenda',
    );
    expect(manage.text).toContain('0 of 13 done.');
    expect(manage.text).not.toContain('no place yet');
  });

  it('without a place is told so before it is announced', async () => {
    const form = fieldsOf((await (await organiser()).get(chicago())).body);
    const made = await (await organiser()).post(chicago(), { ...form, ...asked, place_name: '' });
    const manage = await (await organiser()).follow(made);
    expect(manage.text).toContain('It has no place yet, and the mail says where. Say where');
    expect(manage.text).not.toContain('and the room holds');
    // Nobody said how many, so there are fifty; and then the room turns out to be smaller.
    const event = await evening(made.location);
    await house.db
      .updateTable('events.event')
      .set({ room_capacity: 40 })
      .where('event_id', '=', event.event_id)
      .execute();
    const smaller = await (await organiser()).follow(made);
    expect(smaller.text).toContain('50 seats are offered, and the room holds 40.');
  });

  it('with no title keeps what was typed and names the field', async () => {
    const answer = await (await organiser()).post(chicago(), {
      ...fieldsOf((await (await organiser()).get(chicago())).body),
      ...asked,
      title: '',
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.errors)).toEqual(['title']);
    expect(answer.body).toContain('Harbor Building');
  });

  it('speaks the language of its group, whoever plans it', async () => {
    const german = await makeGroup(house, { language: 'de', zone: 'Europe/Berlin' });
    const path = seasonPaths.planFrom(german.group.slug, 'chicago-classic');
    const browser = await organiser(german);
    const page = await browser.get(path);
    expect(page.text).toContain('Willkommen');
    const made = await browser.post(path, { ...fieldsOf(page.body), ...asked });
    const slug = /\/e\/([^/]+)\//.exec(made.location ?? '')?.[1] ?? '';
    const row = await house.db
      .selectFrom('events.event')
      .select(['group_id', 'event_id', 'language'])
      .where('slug', '=', slug)
      .where('group_id', '=', german.group.group_id)
      .executeTakeFirstOrThrow();
    expect(row.language).toBe('de');
    expect((await tasksOf(house.db, row)).map(({ title }) => title)).toContain('Getränke bestellen');
  });
});

describe('an evening planned late', () => {
  const late = { ...asked, day: '2026-11-23' };
  const filled = async (more: Record<string, string> = {}) => ({
    ...fieldsOf((await (await organiser()).get(chicago())).body),
    ...late,
    ...more,
  });

  it('is asked whether sign-up opens at once, and what to do about tasks that would be overdue', async () => {
    const answer = await (await organiser()).post(chicago(), await filled({ day: '2026-11-21' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('You are planning late');
    expect(answer.text).toContain('Sign-up would have opened 12 days ago');
    expect(answer.text).toContain('4 things on the checklist would be overdue');
    expect(
      await house.db
        .selectFrom('events.event')
        .select('event_id')
        .where('title', '=', asked.title)
        .where('starts_at', '<', new Date('2026-12-01'))
        .execute(),
    ).toEqual([]);
  });

  it('opens at once when that is wanted, and leaves out what would be overdue', async () => {
    const form = await filled({ day: '2026-11-21', late_opening: 'at_once', late_tasks: 'leave' });
    const made = await (await organiser()).post(chicago(), form);
    expect(made.status).toBe(303);
    const event = await evening(made.location);
    const tasks = await tasksOf(house.db, event);
    expect(tasks).toHaveLength(9);
    expect(tasks.find(({ title }) => title.startsWith('Upload'))?.needs).toEqual([
      tasks.find(({ title }) => title.startsWith('Post the speakers'))?.task_id,
    ]);
    const browser = await organiser();
    await browser.post(eventPaths.announce(world.group.slug, event.slug));
    expect((await evening(made.location)).stage).toBe('open');
  });

  it('makes what would be overdue due within a day when that is wanted, and keeps the rest as it was', async () => {
    const form = await filled({ day: '2026-11-21', late_opening: 'at_once', late_tasks: 'today' });
    const made = await (await organiser()).post(chicago(), form);
    const tasks = await tasksOf(house.db, await evening(made.location));
    expect(tasks).toHaveLength(13);
    const soon = [NOW.epochMilliseconds, NOW.add({ hours: 24 }).epochMilliseconds] as const;
    for (const { due_at, side } of tasks) {
      expect(due_at.getTime()).toBeGreaterThan(soon[0]);
      if (side === 'before') expect(due_at.getTime()).toBeLessThanOrEqual(soon[1]);
    }
  });

  it('opens on another day when that is wanted, which lies ahead', async () => {
    const form = await filled({ late_opening: 'on', late_time: '08:00', late_day: '2026-11-21' });
    const past = await (await organiser()).post(chicago(), { ...form, late_day: '2026-11-19' });
    expect(past.status).toBe(422);
    expect(Object.keys(past.errors)).toEqual(['late_day']);
    const made = await (await organiser()).post(chicago(), form);
    expect((await evening(made.location)).opens_at).toEqual(new Date('2026-11-21T14:00Z'));
  });

  it('is told when sign-up would be closed before anybody could sign up', async () => {
    const answer = await (await organiser()).post(chicago(), await filled({ day: '2026-11-20' }));
    expect(answer.status).toBe(422);
    expect(answer.errors.closes_hours).toContain('closed already');
    expect(answer.body).toMatch(/<details[^>]*open/);
  });

  it('in good time is asked nothing', async () => {
    expect((await (await organiser()).post(chicago(), await filled({ day: '2027-02-10' }))).status).toBe(303);
  });
});

describe('like last time', () => {
  it('moves every distance along, over a change of the clock, and leaves behind who spoke', async () => {
    const event = await makeEvent(house, world, {
      inDays: 30,
      cap: 149,
      room_capacity: 100,
      plus_ones: 2,
      opensInDays: 20,
    });
    await transact(house.db, async (tx) => {
      const row = { minutes: 25, who: '', note: '' };
      await writeAgenda(tx, event, [
        { ...row, time: '05:30', type: 'doors', title: 'Doors, soup' },
        { ...row, time: '06:15', type: 'talk', title: 'Every retry is a promise', who: 'Tomás Herrera' },
        { ...row, time: '06:05', minutes: 5, type: 'sponsor_segment', title: 'Northwind Hosting' },
      ]);
      await setReminders(
        tx,
        event,
        [{ kind: 'week', before_minutes: 7200, text: 'Bring a mug', on: false }],
        'release',
      );
    });
    const browser = await organiser();
    const asked = { label: 'What do you eat?', purpose: 'So that there is enough.', kind: 'choice' };
    const how = { options: 'All\nVegan', required: 'on', private: 'on', readers: 'team', kept_days: '5' };
    await browser.post(eventPaths.questions(world.group.slug, event.slug), { ...asked, ...how });
    await browser.post(seasonPaths.checklist(world.group.slug, event.slug), {
      title: 'Cook soup',
      amount: '6',
      when: 'hours_before',
    });
    const before = await house.db
      .selectFrom('events.event')
      .selectAll()
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();

    const path = seasonPaths.planLike(world.group.slug, event.slug);
    const page = await browser.get(path);
    expect(page.heading).toContain('Like Queues');
    expect(page.text).toContain('Asked of guests What do you eat?');
    const made = await browser.post(path, { ...fieldsOf(page.body), title: 'The next', day: '2027-06-16' });
    expect(made.status).toBe(303);
    const next = await evening(made.location);
    const clock = (at: Date) => wallClock(instantOf(at), 'America/Chicago').time;
    expect(next).toMatchObject({
      place_name: 'Harbor Building',
      room_capacity: 100,
      plus_ones: 2,
      confirmation: 'release',
      about: '',
    });
    expect(clock(next.starts_at)).toBe(clock(before.starts_at));
    expect(next.ends_at.getTime() - next.starts_at.getTime()).toBe(
      before.ends_at.getTime() - before.starts_at.getTime(),
    );
    expect(clock(next.opens_at)).toBe(clock(before.opens_at));
    const tally = await house.db
      .selectFrom('events.tally')
      .select('cap')
      .where('event_id', '=', next.event_id)
      .executeTakeFirstOrThrow();
    expect(tally.cap).toBe(149);
    const question = { kind: 'choice', options: ['All', 'Vegan'], is_required: true, is_private: true, kept_days: 5 };
    expect(
      await house.db.selectFrom('events.question').selectAll().where('event_id', '=', next.event_id).execute(),
    ).toMatchObject([{ label: 'What do you eat?', purpose: 'So that there is enough.', readers: 'team', ...question }]);
    const agenda = await agendaOf(next);
    expect(agenda.map(({ title, who }) => `${title}${who}`)).toEqual(['Doors, soup', 'Sponsor', 'Talk']);
    expect(agenda.map(({ starts_at }) => clock(starts_at))).toEqual(['05:30', '06:05', '06:15']);
    expect((await tasksOf(house.db, next)).map(({ title, amount, unit }) => `${title} ${amount} ${unit}`)).toEqual([
      'Cook soup 6 hours',
    ]);
    expect((await remindersOf(house.db, next)).find(({ kind }) => kind === 'week')).toMatchObject({
      before_minutes: 7200,
      text: 'Bring a mug',
      on: false,
    });
  });

  it('shows on top what was noted after the last one, and after the last one of a template', async () => {
    const made = await (await organiser()).post(chicago(), {
      ...fieldsOf((await (await organiser()).get(chicago())).body),
      ...asked,
      title: 'To be noted',
    });
    const event = await evening(made.location);
    const browser = await organiser();
    await browser.post(eventPaths.announce(world.group.slug, event.slug));
    const after = Temporal.Instant.from('2027-01-14T12:00Z');
    house.setNow(after);
    const answers = { door_list: 'yes', came: 40, food_left: 'quarter', remember: 'The bell does not ring.' } as const;
    const noted = await transact(house.db, (tx) =>
      settleMorningAfter(tx, event, { person_id: world.organiser }, after, answers),
    );
    expect(noted).toMatchObject({ is: 'settled' });
    const again = await organiser();
    for (const path of [seasonPaths.planLike(world.group.slug, event.slug), chicago()]) {
      const page = await again.get(path);
      expect(page.text).toContain('You noted after To be noted');
      expect(page.text).toContain('The bell does not ring.');
      expect(page.text).toContain('A quarter of the food was left.');
    }
    // A series from it as well; and what is planned already stands beside the day.
    const series = await again.get(`${seasonPaths.planLike(world.group.slug, event.slug)}/series`);
    expect(series.text).toContain('The bell does not ring.');
    const coming = await makeEvent(house, world, { stage: 'draft', inDays: 20, title: 'Already there' });
    expect((await again.get(chicago())).text).toMatch(/Planned already: .*, Already there/);
    expect(coming.slug).toContain('already-there');
    house.setNow(NOW);
  });

  it('is only of evenings of one’s own group', async () => {
    const other = await makeGroup(house);
    const event = await makeEvent(house, other);
    expect((await (await organiser()).get(seasonPaths.planLike(world.group.slug, event.slug))).status).toBe(404);
    expect((await (await organiser(other)).get(seasonPaths.planLike(other.group.slug, event.slug))).status).toBe(200);
  });
});
