// One mail thanks those who had a seat, with the slides and the next date; and organisers are asked once how it was.
import { beforeAll, describe, expect, it } from 'vitest';
import { noteArrivals, seatDesk, settleMorningAfter, writeAgenda } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { isTimeToAsk } from './rules.ts';
import { thankGuests } from './thanks.ts';
import { tick } from './tick.ts';

const house = testHouse({ works: true });
const start = Temporal.Instant.from('2026-11-10T12:00:00Z');
const later = (days: number) => start.add({ hours: Math.round(days * 24) });
type Made = Awaited<ReturnType<typeof makeEvent>>;

let world: World;
let event: Made;
let next: Made;
let organiser: Visitor;
let talk: string;
const at = (rest: string, made = event) => `/g/${world.group.slug}/e/${made.slug}/${rest}`;
const mailsOf = async (subject: string) => (await house.mails()).filter((mail) => mail.subject.startsWith(subject));

beforeAll(async () => {
  house.setNow(start);
  world = await makeGroup(house);
  event = await makeEvent(house, world, { inDays: 2 });
  next = await makeEvent(house, world, { inDays: 30, title: 'Caches that forget' });
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      { time: '06:00', minutes: 20, type: 'talk', title: 'Every retry is a promise', who: 'Tomás Herrera', note: '' },
      { time: '06:30', minutes: 5, type: 'sponsor_segment', title: 'Northwind', who: '', note: '' },
    ]),
  );
  const seated = await seatPeople(house, event, ['Hạnh', 'Tomás', 'Megumi']);
  // One never proved their address, and one gave the seat back.
  await house.db
    .updateTable('people.person')
    .set({ proved_at: null })
    .where('person_id', '=', seated[2] as never)
    .execute();
  const gone = await seatPeople(house, event, ['Ingrid']);
  await house.db
    .updateTable('events.enrolment')
    .set({ state: 'released' })
    .where('person_id', '=', gone[0] as never)
    .execute();
  const item = await house.db
    .selectFrom('events.agenda_item')
    .select('item_id')
    .where('event_id', '=', event.event_id)
    .where('type', '=', 'talk')
    .executeTakeFirstOrThrow();
  talk = `slides-${item.item_id}`;
  organiser = await visit(house).as(world.organiser);
});

describe('organisers', () => {
  it('are asked once, the next morning on the clock of the place', async () => {
    const zone = 'America/Chicago';
    // 12 November, 6 to 8 in the morning in Chicago.
    const evening = { starts_at: new Date('2026-11-12T12:00:00Z'), ends_at: new Date('2026-11-12T14:00:00Z'), zone };
    expect(isTimeToAsk(evening, Temporal.Instant.from('2026-11-13T14:59:00Z'))).toBe(false);
    expect(isTimeToAsk(evening, Temporal.Instant.from('2026-11-13T15:00:00Z'))).toBe(true);
    expect(isTimeToAsk(evening, Temporal.Instant.from('2026-11-16T15:00:00Z'))).toBe(false);

    house.setNow(later(2.5));
    expect(await tick(house.ground)).toMatchObject({ asked: 0 });
    house.setNow(later(3.5));
    expect(await tick(house.ground)).toMatchObject({ asked: 1 });
    expect(await tick(house.ground)).toMatchObject({ asked: 0 });
    const [mail, ...more] = await mailsOf('How was');
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`http://localhost:3000${at('morning-after')}`);
  });

  it('are led from the three questions to the thanks', async () => {
    const noted = await organiser.post(at('morning-after'), { door_list: 'no' });
    expect(noted.location).toBe(at('thanks'));
    expect((await organiser.get(at('manage'))).links).toContain(at('thanks'));
  });

  it('are not asked when one of them was quicker', async () => {
    const quick = await makeGroup(house);
    const other = await makeEvent(house, quick, { inDays: 1 });
    const owner = await visit(house).as(quick.organiser);
    house.setNow(later(5.5));
    await owner.post(`/g/${quick.group.slug}/e/${other.slug}/morning-after`, { door_list: 'no' });
    expect(await tick(house.ground)).toMatchObject({ asked: 0 });
    house.setNow(later(3.5));
  });
});

describe('the mail of thanks', () => {
  it('is shown before it goes, with what was typed, the slides and the next date', async () => {
    const page = await organiser.get(at('thanks'));
    expect(page.text).toContain('One mail to the 2 people who had a seat');
    expect(page.text).toContain('Slides of “Every retry is a promise”');
    expect(page.text).not.toContain('Slides of “Northwind”');
    expect(page.body).not.toContain('value="send"');
    const wrong = await organiser.post(at('thanks'), { step: 'look', text: 'Bring cups.', [talk]: 'my drive' });
    expect(wrong.status).toBe(422);
    expect(wrong.errors[talk]).toBeTruthy();
    expect(wrong.body).toContain('Bring cups.');

    const slides = 'https://slides.example.org/retries';
    const look = await organiser.post(at('thanks'), { step: 'look', text: 'Bring cups.', [talk]: slides });
    for (const part of ['Bring cups.', 'Slides: Every retry is a promise', 'Caches that forget', 'See what is next']) {
      expect(look.text).toContain(part);
    }
    expect(look.links).toContain(slides);
    expect(look.body).toContain('value="send"');
    expect(await mailsOf('Thank you')).toEqual([]);
    expect((await organiser.get(at('').slice(0, -1))).links).toContain(slides);
  });

  it('goes once, to those who had a seat and proved their address', async () => {
    const slides = 'https://slides.example.org/retries';
    const race = await Promise.all([
      organiser.post(at('thanks'), { step: 'send', text: 'Bring cups.', [talk]: slides }),
      organiser.post(at('thanks'), { step: 'send', text: 'Bring cups.', [talk]: slides }),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([303, 422]);
    const mails = await mailsOf('Thank you');
    expect(mails).toHaveLength(2);
    for (const part of ['Bring cups.', slides, 'Caches that forget']) expect(mails[0]?.text).toContain(part);
    const page = await organiser.get(at('thanks'));
    expect(page.text).toContain('Priya Raman sent it on');
    expect(page.body).not.toContain('value="send"');
    const again = await organiser.post(at('thanks'), { step: 'send', text: 'Again' });
    expect(again.text).toContain('Somebody of your team was quicker');
    expect(await mailsOf('Thank you')).toHaveLength(2);
  });

  it('is not sent too early, too late, or to nobody', async () => {
    const empty = await makeEvent(house, world, { inDays: 1.1, opensInDays: -3 });
    const send = (made: Made, days: number) =>
      transact(house.db, async (tx) => {
        const row = await tx
          .selectFrom('events.event')
          .selectAll()
          .where('event_id', '=', made.event_id)
          .executeTakeFirstOrThrow();
        return thankGuests(tx, row, { person_id: world.organiser }, later(days), '');
      });
    expect(await send(next, 3)).toEqual({ refused: 'tonight.not_now' });
    expect(await send(event, 20)).toEqual({ refused: 'tonight.not_now' });
    expect(await send(empty, 8)).toEqual({ refused: 'tonight.nobody' });
    house.setNow(later(3.5));
    expect((await organiser.get(at('thanks', next))).text).toContain('The evening goes on until');
  });

  it('forgets who sent it when they leave', async () => {
    const person = await makePerson(house, 'Keziah');
    await house.db.updateTable('tonight.thanks').set({ sent_by: person }).execute();
    const into: Record<string, unknown> = {};
    await transact(house.db, (tx) =>
      announce(tx, 'people.export', { person_id: person, into, calendar: [], secret: '' }),
    );
    expect(into.tonight).toMatchObject({ thanks: [{ text: 'Bring cups.' }] });
    await transact(house.db, (tx) => announce(tx, 'people.erased', { person_id: person, now: later(4) }));
    const [row] = await house.db.selectFrom('tonight.thanks').select(['sent_by', 'told']).execute();
    expect(row).toEqual({ sent_by: null, told: 2 });
  });

  it('says to each what is known of them, and goes to who came without a seat as well', async () => {
    house.setNow(start);
    const evening = await makeEvent(house, world, { inDays: 4, title: 'Locks' });
    const [ann, bo, cy] = (await seatPeople(house, evening, ['Ann', 'Bo', 'Cy'])) as Id<'people.person'>[];
    await seatDesk(house.ground).ask(evening, { kind: 'release', person: cy as string, via: 'page' });
    house.setNow(later(4.5));
    await transact(house.db, async (tx) => {
      const seen = [ann, cy].map((person_id) => ({
        person_id: person_id as Id<'people.person'>,
        heads: 1,
        at: new Date(),
      }));
      await noteArrivals(tx, evening, seen, later(4));
      const answers = { door_list: 'yes', came: 2, food_left: null, remember: '' } as const;
      await settleMorningAfter(tx, evening, { person_id: world.organiser }, later(4.5), answers);
    });
    const look = await organiser.post(at('thanks', evening), { step: 'look', text: '' });
    expect(look.text).toContain('One mail to the 3 people who had a seat or came without');
    expect(look.text).toContain('Thank you for coming.');
    expect(look.text).toContain('The one person who could not come reads');
    await organiser.post(at('thanks', evening), { step: 'send', text: '' });
    const told = async (person: Id<'people.person'> | undefined) => {
      const { address } = await house.db
        .selectFrom('people.person')
        .select('address')
        .where('person_id', '=', person as Id<'people.person'>)
        .executeTakeFirstOrThrow();
      return (await mailsOf('Thank you: Locks')).find((mail) => mail.to.includes(address))?.text;
    };
    for (const person of [ann, cy]) {
      expect(await told(person)).toContain('Thank you for coming.');
      expect(await told(person)).not.toContain('missed');
    }
    expect(await told(bo)).toContain('could not come. Here is what you missed.');
  });
});
