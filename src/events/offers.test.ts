// A waitlist that asks first, against the whole house: offered, taken, declined, and passed on when nobody answers.
import { describe, expect, it } from 'vitest';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { claimEnds } from './offer-rules.ts';
import { stillLink } from './reminders/still-link.ts';
import { seatDesk } from './seat-desk.ts';
import { tick } from './tick.ts';

const house = testHouse({ works: true });
type Person = Id<'people.person'>;
const HOUR = 3_600_000;

describe('how long an offer is kept', () => {
  const starts_at = new Date('2026-12-09T18:00:00Z');
  const kept = (hoursBefore: number) => {
    const now = starts_at.getTime() - hoursBefore * HOUR;
    return (claimEnds(starts_at, now) - now) / HOUR;
  };
  it.each([
    [240, 24],
    [48.1, 24],
    [48, 2],
    [9, 2],
    // The waitlist stops six hours before.
    [7, 1],
    [6.1, 0.1],
  ])('%s hours before: %s hours', (before, hours) => {
    expect(kept(before)).toBeCloseTo(hours, 5);
  });
});

/** One seat, taken by Ann; Bo and Cy wait in this order. Bo wants to be asked. */
async function fullEvening(world?: World) {
  const event = await makeEvent(house, world ?? (await makeGroup(house)), { cap: 1, inDays: 10 });
  const slug = (
    await house.db
      .selectFrom('groups.group')
      .select('slug')
      .where('group_id', '=', event.group_id)
      .executeTakeFirstOrThrow()
  ).slug;
  const [ann, bo, cy] = (await seatPeople(house, event, ['Ann', 'Bo', 'Cy'])) as [Person, Person, Person];
  const at = `/g/${slug}/e/${event.slug}`;
  const browser = await visit(house).as(bo);
  await browser.post(`${at}/waitlist`, { ask: 'first' });
  return { event, ann, bo, cy, at, browser };
}

type Evening = Awaited<ReturnType<typeof fullEvening>>;

const freed = ({ event, ann }: Evening) =>
  seatDesk(house.ground).ask(event, { kind: 'release', person: ann, via: 'page' });

async function stands({ event, bo, cy }: Evening) {
  const rows = await house.db
    .selectFrom('events.enrolment')
    .select(['person_id', 'state'])
    .where('event_id', '=', event.event_id)
    .execute();
  const of = (person: Person) => rows.find(({ person_id }) => person_id === person)?.state;
  return [of(bo), of(cy)];
}

async function lastMail(person: Person) {
  const { address } = await house.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  return (await house.mails()).filter(({ to }) => to.includes(address)).at(-1);
}

async function clockGoesOn(hours: number) {
  house.setNow(house.ground.now().add({ minutes: Math.round(hours * 60) }));
  await tick(house.ground);
}

describe('who wants to be asked', () => {
  it('is asked by mail when a seat comes free, sees until when, and takes it on the page', async () => {
    house.setNow(Temporal.Now.instant());
    const evening = await fullEvening();
    const { browser, at, bo } = evening;
    const waiting = await browser.get(at);
    expect(waiting.text).toContain('we ask you by mail first');
    expect(waiting.text).toContain('No need to ask me first');
    expect(waiting.text).toContain('too few evenings here had a waitlist');
    await freed(evening);
    expect(await stands(evening)).toEqual(['offered', 'waitlisted']);
    const mail = await lastMail(bo);
    expect(mail?.subject).toContain('A seat came free');
    expect(mail?.text).toContain('you go to the end of the line');
    const page = await browser.get(at);
    expect(page.text).toContain('A seat came free. Do you want it?');
    expect((await visit(house).get(at)).text).not.toContain('Do you want it?');
    expect((await browser.post(`${at}/seat`)).location).toBe(at);
    expect(await stands(evening)).toEqual(['going', 'waitlisted']);
    expect((await lastMail(bo))?.subject).toContain('You have a seat');
  });

  it('answers by the link in the mail: opening it does nothing, yes takes it, no passes it on at once', async () => {
    for (const act of ['take', 'release'] as const) {
      const evening = await fullEvening();
      await freed(evening);
      const link = /https?:\/\/[^/\s]+(\/g\/\S+\/mine\/\S+)/.exec((await lastMail(evening.bo))?.text ?? '')?.[1] ?? '';
      const stranger = visit(house);
      for (const _ of [1, 2]) expect((await stranger.get(link)).text).toContain('A seat came free for Bo');
      expect(await stands(evening)).toEqual(['offered', 'waitlisted']);
      expect((await stranger.post(link, { act })).location).toBe(link);
      const told = await stranger.get(link);
      expect(told.text).toContain(act === 'take' ? 'Bo has a seat' : 'Bo has no seat');
      expect(told.text).not.toContain('Where we mail the code');
      expect(await stands(evening)).toEqual(act === 'take' ? ['going', 'waitlisted'] : ['released', 'going']);
    }
  });

  it('who does not answer lets the next have it, is told, stands at the end of the line, and next time leaves it', async () => {
    const evening = await fullEvening();
    const { event, bo, cy } = evening;
    await freed(evening);
    await clockGoesOn(23.9);
    expect(await stands(evening)).toEqual(['offered', 'waitlisted']);
    await clockGoesOn(0.2);
    expect(await stands(evening)).toEqual(['waitlisted', 'going']);
    expect((await lastMail(bo))?.text).toContain('as number 1');
    expect((await lastMail(cy))?.subject).toContain('A seat came free for you');
    await seatDesk(house.ground).ask(event, { kind: 'release', person: cy, via: 'page' });
    expect(await stands(evening)).toEqual(['offered', 'released']);
    expect((await lastMail(bo))?.text).toContain('you leave the waitlist');
    await clockGoesOn(24.1);
    expect(await stands(evening)).toEqual(['released', 'released']);
    expect((await lastMail(bo))?.text).toContain('for the second time');
    const { taken, waiting } = await house.db
      .selectFrom('events.tally')
      .select(['taken', 'waiting'])
      .where('event_id', '=', event.event_id)
      .executeTakeFirstOrThrow();
    expect({ taken, waiting }).toEqual({ taken: 0, waiting: 0 });
    house.setNow(Temporal.Now.instant());
  });

  it('is led to the offer from an older mail that asked whether they still want a seat', async () => {
    const evening = await fullEvening();
    await freed(evening);
    const [, , group = '', , event = ''] = evening.at.split('/');
    const seat = { event_id: evening.event.event_id, person_id: evening.bo };
    const old = stillLink(house.ground, { group, event }, seat, 'no').replace(house.ground.config.origin, '');
    const page = await visit(house).get(old);
    expect(page.location).toContain(`/mine/${evening.bo}/`);
  });

  it('may change their mind, and then a seat is theirs at once', async () => {
    const evening = await fullEvening();
    await evening.browser.post(`${evening.at}/waitlist`, { ask: 'not' });
    await freed(evening);
    expect(await stands(evening)).toEqual(['going', 'waitlisted']);
  });

  it('is on the guest list as asked, counts as taken, and when they leave for good the next has it', async () => {
    const world = await makeGroup(house);
    const evening = await fullEvening(world);
    await freed(evening);
    const list = await (await visit(house).as(world.organiser)).get(`${evening.at}/guests?state=offered`);
    expect(list.text).toContain('Asked (1)');
    expect(list.text).toContain('Bo');
    expect(list.text).toContain('asked, to answer by');
    const late = await makePerson(house, 'Dee');
    const answer = await seatDesk(house.ground).ask(evening.event, {
      kind: 'take',
      person: late,
      party: 1,
      via: 'page',
    });
    expect(answer).toMatchObject({ is: 'waitlisted', place: 2 });
    const now = house.ground.now();
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: evening.bo, now }));
    expect(await stands(evening)).toEqual([undefined, 'going']);
  });
});

describe('the odds', () => {
  it('are the group’s own evenings before, from as long before the start as it is now', async () => {
    const world = await makeGroup(house);
    const today = Temporal.Now.instant();
    // Three evenings: at two of them Ann gave her seat back five days before, at one the day she had it.
    for (const [n, daysBefore] of [5, 5, 9.9].entries()) {
      house.setNow(today.subtract({ hours: 24 * (60 + 12 * n) }));
      const event = await makeEvent(house, world, { cap: 1, inDays: 10 });
      const [ann] = (await seatPeople(house, event, ['Ann', 'Bo'])) as [Person];
      house.setNow(house.ground.now().add({ hours: Math.round(24 * (10 - daysBefore)) }));
      await seatDesk(house.ground).ask(event, { kind: 'release', person: ann, via: 'page' });
    }
    house.setNow(today);
    const { browser, at } = await fullEvening(world);
    expect((await browser.get(at)).text).toContain('At 3 of the last 3 evenings, number 1 still got a seat');
    house.setNow(today.add({ hours: 24 * 4 }));
    expect((await browser.get(at)).text).toContain('At 2 of the last 3 evenings, number 1 still got a seat');
    house.setNow(today.add({ hours: 24 * 9 + 20 }));
    expect((await browser.get(at)).text).toContain('too late to call anybody');
    house.setNow(today);
  });
});
