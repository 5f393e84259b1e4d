// What the doors saw becomes where people stand: on the guest list, on their own page, and the morning after.
import { describe, expect, it } from 'vitest';
import { noteArrivals, seatDesk } from '#events';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { type Evening, evening, pairedPhone, scan, sync } from './for-tests.ts';

const house = testHouse();
type Person = Id<'people.person'>;

async function standings({ event }: Evening) {
  const rows = await house.db
    .selectFrom('events.enrolment')
    .innerJoin('people.person', 'people.person.person_id', 'events.enrolment.person_id')
    .select(['name', 'state', 'via', 'place'])
    .where('event_id', '=', event.event_id)
    .orderBy('name')
    .execute();
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

const counters = ({ event }: Evening) =>
  house.db
    .selectFrom('events.tally')
    .select(['taken', 'waiting'])
    .where('event_id', '=', event.event_id)
    .executeTakeFirstOrThrow();

const mailed = async () => (await house.db.selectFrom('kit.mail').select('mail_id').execute()).length;

describe('who is let in', () => {
  it('is told as past once the evening is over, walk-ins by the name they said', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] }), scan('walk_in', { name: 'Kim' })]);
    const organiser = await visit(house).as(night.world.organiser);
    const during = await organiser.get(night.at);
    expect(during.text).toContain('1 guest with a seat, 1 walk-in. 2 are expected.');
    expect(during.text).toContain('Let another phone in');
    house.setNow(Temporal.Now.instant().add({ hours: 40 }));
    const after = await organiser.get(night.at);
    expect(after.text).toContain('1 guest with a seat, 1 walk-in. 2 had a seat.');
    expect(after.text).toContain('Without a seat came Kim.');
    expect(after.text).not.toContain('Let another phone in');
    expect(after.text).not.toContain('In by now');
    house.setNow(Temporal.Now.instant());
  });

  it('stays on the guest list, with what became of them, and takes nothing from anybody', async () => {
    const night = await evening(house, ['Ada', 'Bea', 'Cem', 'Dee']);
    const [ada, bea, cem] = night.people as [Person, Person, Person];
    await seatDesk(house.ground).ask(night.event, { kind: 'release', person: cem, via: 'page' });
    const phone = await pairedPhone(house, night, 'Front');
    const [before, mails] = [await counters(night), await mailed()];
    const seen = [scan('in', { person_id: ada }), scan('in', { person_id: bea }), scan('in', { person_id: cem })];
    await sync(phone, seen);
    expect(await standings(night)).toEqual({ Ada: 'checked_in', Bea: 'checked_in', Cem: 'walked_in', Dee: 'going' });

    const organiser = await visit(house).as(night.world.organiser);
    const at = night.at.replace(/door$/, 'guests');
    const list = await organiser.get(at);
    expect(list.text).toContain('With a seat (3)');
    expect(list.text).toContain('Came (2)');
    expect(list.text).toContain('Came without a seat (1)');
    for (const name of ['Ada', 'Bea', 'Dee']) expect(list.text).toContain(name);
    expect((await organiser.get(`${at}?state=walked_in`)).text).toContain('Cem');
    expect((await organiser.get(`${at}.csv?state=going`)).body).toContain(',checked_in,');

    const own = await (await visit(house).as(ada)).get(night.at.replace(/\/door$/, ''));
    expect(own.text).toContain('You are in');
    expect(own.text).not.toContain("I can't make it");
    expect(own.links.some((link) => link.endsWith('/ticket'))).toBe(true);
    const desk = seatDesk(house.ground);
    expect(await desk.ask(night.event, { kind: 'release', person: ada, via: 'mail' })).toEqual({
      is: 'nothing_to_release',
    });

    await sync(phone, [scan('undo', { undoes: seen[1]?.scan_id }), scan('undo', { undoes: seen[2]?.scan_id })]);
    expect(await standings(night)).toEqual({ Ada: 'checked_in', Bea: 'going', Cem: 'released', Dee: 'going' });
    expect(await counters(night)).toEqual(before);
    expect(await mailed()).toBe(mails);
    // The phones go on knowing whom they may let in.
    const stands = (await sync(phone)).guests.map(([, name, , stand]) => `${name} ${stand}`);
    expect(stands.sort()).toEqual(['Ada seat', 'Bea seat', 'Cem gave_back', 'Dee seat']);
  });

  it('from the waitlist goes back to their place in line when it was a mistake', async () => {
    const night = await evening(house, ['Ada']);
    const desk = seatDesk(house.ground);
    await desk.ask(night.event, { kind: 'recap', cap: 1 });
    const others = (await evening(house, ['Bo', 'Cy'])).people as [Person, Person];
    for (const person of others) await desk.ask(night.event, { kind: 'take', person, party: 1, via: 'page' });
    const tell = (person_id: string, heads: number) =>
      transact(house.db, (tx) =>
        noteArrivals(tx, night.event, [{ person_id, heads, at: new Date() }], house.ground.now()),
      );
    const placeOf = async (person: Person) =>
      (
        await house.db
          .selectFrom('events.enrolment')
          .select('place')
          .where('event_id', '=', night.event.event_id)
          .where('person_id', '=', person)
          .executeTakeFirstOrThrow()
      ).place;
    const first = await placeOf(others[0]);
    await tell(others[0], 1);
    await tell(others[0], 1);
    expect(await standings(night)).toMatchObject({ Ada: 'going', Bo: 'walked_in', Cy: 'waitlisted' });
    expect(await counters(night)).toEqual({ taken: 1, waiting: 1 });
    await tell(others[0], 0);
    await tell(others[0], 0);
    expect(await standings(night)).toMatchObject({ Ada: 'going', Bo: 'waitlisted', Cy: 'waitlisted' });
    expect(await counters(night)).toEqual({ taken: 1, waiting: 2 });
    expect(await placeOf(others[0])).toBe(first);
  });

  it('keeps how they came to their seat, and what they answered', async () => {
    const night = await evening(house, []);
    const desk = seatDesk(house.ground);
    const [guest] = (await evening(house, ['Their own name'])).people as [Person];
    const ask = { kind: 'take', person: guest, party: 1, via: 'organiser', force: true, name: 'A friend' } as const;
    await desk.ask(night.event, ask);
    const row = () =>
      house.db
        .selectFrom('events.enrolment')
        .select(['via', 'typed_name', 'confirmed_at', 'party', 'asked_at', 'conduct_version'])
        .where('event_id', '=', night.event.event_id)
        .executeTakeFirstOrThrow();
    await house.db
      .updateTable('events.enrolment')
      .set({ confirmed_at: new Date() })
      .where('event_id', '=', night.event.event_id)
      .execute();
    const before = await row();
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: guest })]);
    expect(await standings(night)).toEqual({ 'Their own name': 'checked_in' });
    expect(await row()).toEqual(before);
    // A name typed by an organiser must not tell whose address it is, before or after the door.
    const organiser = await visit(house).as(night.world.organiser);
    expect((await organiser.get(night.at.replace(/door$/, 'guests'))).text).not.toContain('Their own name');
  });
});

describe('the morning after', () => {
  const answer = async (night: Evening, door_list: string, came = '1') => {
    house.setNow(Temporal.Now.instant().add({ hours: 12 }));
    const organiser = await visit(house).as(night.world.organiser);
    const at = night.at.replace(/door$/, 'morning-after');
    await organiser.post(at, { door_list, came, food_left: 'no_food', remember: '' });
    const own = await (await visit(house).as(night.people[1] as Person)).get(night.at.replace(/\/door$/, ''));
    const other = await visit(house).get(night.at.replace(/\/door$/, ''));
    const manage = await organiser.get(night.at.replace(/door$/, 'manage'));
    house.setNow(Temporal.Now.instant());
    return { standings: await standings(night), own: own.text, other: other.text, manage: manage.text };
  };

  it('a complete list tells who did not come, to themselves and the organisers, until it is answered differently', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const [before, mails] = [await counters(night), await mailed()];
    const phone = await pairedPhone(house, night, 'Front');
    await sync(phone, [scan('in', { person_id: night.people[0] })]);
    const yes = await answer(night, 'yes');
    expect(yes.standings).toEqual({ Ada: 'checked_in', Bea: 'missed' });
    expect(yes.own).toContain('the list at the door does not have you');
    expect(yes.other).not.toContain('the list at the door');
    expect(yes.manage).not.toContain('on the guest list;');
    // Two more were let in than the list has.
    expect((await answer(night, 'yes', '3')).manage).toContain(
      'One of them is on the guest list; the others were brought',
    );
    const no = await answer(night, 'partly');
    expect(no.standings).toEqual({ Ada: 'checked_in', Bea: 'going' });
    expect(no.own).not.toContain('the list at the door');
    // A phone that was without a network sends late whom it let in.
    await answer(night, 'yes');
    await transact(house.db, (tx) =>
      noteArrivals(
        tx,
        night.event,
        [{ person_id: night.people[1] ?? '', heads: 1, at: new Date() }],
        house.ground.now(),
      ),
    );
    expect(await standings(night)).toEqual({ Ada: 'checked_in', Bea: 'checked_in' });
    expect(await counters(night)).toEqual(before);
    expect(await mailed()).toBe(mails);
  });

  it('a complete list on paper tells nothing about anybody', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    expect((await answer(night, 'yes')).standings).toEqual({ Ada: 'going', Bea: 'going' });
  });
});
