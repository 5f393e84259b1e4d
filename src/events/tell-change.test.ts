// Who hears that an evening moved or is off: everybody who was told it is on, each once, and nobody else.
import { describe, expect, it } from 'vitest';
import { joinGroup } from '#groups';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { formOf } from './event-form.ts';
import { eventPaths } from './paths.ts';
import { eventByKey } from './queries.ts';
import { seatDesk } from './seat-desk.ts';
import { openEvent } from './stage-event.ts';

const house = testHouse({ works: true });

type Wishes = { announced?: boolean; opened?: boolean };

async function member({ group }: World, name: string, wishes: Wishes = {}) {
  const person_id = await makePerson(house, name, { address: `${name}-${group.slug}@example.org`.toLowerCase() });
  await transact(house.db, (tx) => joinGroup(tx, { person_id }, house.ground.now(), group.group_id));
  await house.db
    .updateTable('groups.member')
    .set({ announced: true, ...wishes })
    .where('person_id', '=', person_id)
    .execute();
  return person_id;
}

/** Who was mailed what since the last time somebody looked, as `ann: New time`. */
let seen = 0;
async function heard(): Promise<string[]> {
  const mails = await house.mails();
  const fresh = mails.slice(seen);
  seen = mails.length;
  const name = (to: string) =>
    (/"address":"(\w+)|^(\w+)/.exec(to)?.slice(1).find(Boolean) ?? to).replace(/^[0-9a-f]{12}$/, 'organiser');
  return fresh.map(({ to, subject }) => `${name(to)}: ${subject.split(':')[0]}`).sort();
}

const path = ({ group }: World, event: { slug: string }) => eventPaths.show(group.slug, event.slug);

/** Posts the form of the evening as it is, with what changes. */
async function edit(world: World, event: Parameters<typeof eventByKey>[1] & { slug: string }, change: object) {
  const found = await eventByKey(house.db, event);
  const form = { ...formOf(found!.event), ...change } as Record<string, string>;
  return (await visit(house).as(world.organiser)).post(`${path(world, event)}/edit`, form);
}

async function inDays(event: Parameters<typeof eventByKey>[1], days: number): Promise<string> {
  const { starts_at } = (await eventByKey(house.db, event))!.event;
  return Temporal.PlainDate.from(starts_at.toISOString().slice(0, 10)).add({ days }).toString();
}

describe('an evening that was announced', () => {
  it('and moves tells members once, and those with a seat not twice', async () => {
    const world = await makeGroup(house);
    await member(world, 'Ann');
    await member(world, 'Ben', { announced: false, opened: false });
    const event = await makeEvent(house, world, { stage: 'announced', opensInDays: 2, inDays: 20 });
    await member(world, 'Late');
    const cem = await member(world, 'Cem');
    await seatDesk(house.ground).ask(event, { kind: 'interest', person: cem, on: true });
    await heard();

    const moved = await edit(world, event, { day: await inDays(event, 1) });
    expect(moved.status).toBe(303);
    // The organiser belongs to the group too. Who joined later was never told, who wants no mail gets none.
    expect(await heard()).toEqual(['ann: New time', 'cem: New time', 'organiser: New time']);
    const mail = (await house.mails()).findLast(({ to }) => to.includes('ann-'));
    expect(JSON.stringify(mail?.raw)).toContain('List-Unsubscribe');
    expect(JSON.stringify((await house.mails()).findLast(({ to }) => to.includes('cem-'))?.raw)).not.toContain(
      'List-Unsubscribe',
    );
  });

  it('and is called off tells everybody it was on for, as many as the page said', async () => {
    const world = await makeGroup(house);
    await member(world, 'Ann', { announced: false });
    await member(world, 'Ben', { opened: false });
    const event = await makeEvent(house, world, { stage: 'announced', opensInDays: 2, inDays: 20 });
    await transact(house.db, (tx) => openEvent(tx, event, house.ground.now()));
    await seatPeople(house, event, ['Dora']);
    await heard();

    const organiser = await visit(house).as(world.organiser);
    expect((await organiser.get(`${path(world, event)}/cancel`)).text).toContain('4 people get a mail');
    const done = await organiser.follow(
      await organiser.post(`${path(world, event)}/cancel`, { why: 'The roof leaks.' }),
    );
    expect(done.text).toContain('4 people are told');
    expect((await heard()).filter((line) => /^(ann|ben)/.test(line))).toEqual(['ann: Cancelled', 'ben: Cancelled']);
    const mail = (await house.mails()).findLast(({ to }) => to.includes('ann-'));
    expect(mail?.text).toContain('The roof leaks.');
  });

  it('whose announcement still waits in the outbox is told of once, with the new time', async () => {
    const quiet = await makeGroup(house);
    await member(quiet, 'Ann');
    const event = await makeEvent(house, quiet, { stage: 'announced', opensInDays: 2, inDays: 20 });
    const campaign = `events.announced:${event.event_id}`;
    // As if the server's pace had not come to it yet.
    const later = new Date(Date.now() + 3_600_000);
    await house.db
      .updateTable('kit.mail')
      .set({
        state: 'waiting',
        attempts: 0,
        due_at: later,
        args: JSON.stringify({ group_id: event.group_id, event_id: event.event_id }),
      })
      .where('campaign', '=', campaign)
      .execute();
    await edit(quiet, event, { starts: '09:30', ends: '11:30' });
    const about = () =>
      house.db
        .selectFrom('kit.mail')
        .select('template')
        .where('stream', 'like', `events.seat:${event.event_id}:%`)
        .where('template', '<>', 'events.announced')
        .execute();
    expect(await about()).toEqual([]);
    // The control: once it has left, a move is told.
    await house.db
      .updateTable('kit.mail')
      .set({ state: 'sent', args: '{}' })
      .where('campaign', '=', campaign)
      .execute();
    await edit(quiet, event, { starts: '10:30', ends: '12:30' });
    expect(await about()).toEqual([{ template: 'events.moved-news' }, { template: 'events.moved-news' }]);
  });

  it('as it opened reached also those who only want to hear of new dates', async () => {
    const world = await makeGroup(house);
    await member(world, 'Ann', { announced: true, opened: false });
    await heard();
    await makeEvent(house, world, { inDays: 5 });
    expect(await heard()).toContain('ann: Sign-up is open');
    const mail = (await house.mails()).findLast(({ to }) => to.includes('ann-'));
    expect(JSON.stringify(mail?.raw)).toContain('/stop/announced/');
  });
});

describe('the opening of sign-up', () => {
  const opening = async (event: Parameters<typeof eventByKey>[1]) => {
    const { opens_at, starts_at } = (await eventByKey(house.db, event))!.event;
    return (starts_at.getTime() - opens_at.getTime()) / 86_400_000;
  };

  it('moves along when it was two weeks before, and stays where an organiser put it', async () => {
    const world = await makeGroup(house, { zone: 'UTC' });
    const usual = await makeEvent(house, world, { stage: 'draft', inDays: 40 });
    await edit(world, usual, { zone: 'UTC', opens_day: '', opens: '' });
    expect(await opening(usual)).toBe(14);
    await edit(world, usual, { day: await inDays(usual, 30) });
    expect(await opening(usual)).toBe(14);
    // Also to a day before the old opening, where it would otherwise be refused.
    expect((await edit(world, usual, { day: await inDays(usual, -20) })).status).toBe(303);
    expect(await opening(usual)).toBe(14);

    const chosen = await makeEvent(house, world, { stage: 'draft', inDays: 40, opensInDays: 30 });
    await edit(world, chosen, { zone: 'UTC' });
    const before = await opening(chosen);
    await edit(world, chosen, { day: await inDays(chosen, 5) });
    expect(await opening(chosen)).toBe(before + 5);
  });
});

describe('the agenda', () => {
  it('moves along with the evening, on the clock of the place, over a change of clocks', async () => {
    const world = await makeGroup(house);
    house.setNow(Temporal.Instant.from('2027-02-20T12:00:00Z'));
    const event = await makeEvent(house, world, { stage: 'draft', inDays: 20 });
    const organiser = await visit(house).as(world.organiser);
    await edit(world, event, { day: '2027-03-10', starts: '18:00', ends: '23:00' });
    await organiser.post(`${path(world, event)}/agenda`, {
      time: ['17:30', '18:15', '00:30'],
      minutes: ['', '', ''],
      type: ['doors', 'talk', 'social'],
      title: ['Doors', 'Queues', 'Staying'],
      who: ['', '', ''],
      note: ['', '', ''],
    });
    // The clocks in Chicago go forward on 14 March.
    await edit(world, event, { day: '2027-03-17', starts: '19:00', ends: '23:00' });
    const rows = await house.db
      .selectFrom('events.agenda_item')
      .select(['title', 'starts_at'])
      .where('event_id', '=', event.event_id)
      .orderBy('position')
      .execute();
    expect(rows.map(({ title, starts_at }) => `${title} ${starts_at.toISOString()}`)).toEqual([
      'Doors 2027-03-17T23:30:00.000Z',
      'Queues 2027-03-18T00:15:00.000Z',
      'Staying 2027-03-18T06:30:00.000Z',
    ]);
  });
});
