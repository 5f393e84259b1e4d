// The desk against a real PostgreSQL: races, resent requests, the log, and a control that shows the lock is what saves us.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { makePerson, testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { enrolmentOf } from './queries.ts';
import { openDesk, seatDesk } from './seat-desk.ts';
import type { EventKey, takeSeats } from './take-seats.ts';

const house = testHouse();

type Person = Id<'people.person'>;

async function audit(event: EventKey) {
  const { rows } = await sql<{ cap: number; taken: number; waiting: number; seats: number; in_line: number }>`
    select t.cap, t.taken, t.waiting,
      (select coalesce(sum(party), 0)::int from events.enrolment e where e.group_id = t.group_id and e.event_id = t.event_id and e.state = 'going')
        + (select coalesce(sum(party), 0)::int from events.hold h where h.group_id = t.group_id and h.event_id = t.event_id) as seats,
      (select count(*)::int from events.enrolment e where e.group_id = t.group_id and e.event_id = t.event_id and e.state = 'waitlisted') as in_line
    from events.tally t where t.group_id = ${event.group_id} and t.event_id = ${event.event_id}`.execute(house.db);
  return rows[0] as NonNullable<(typeof rows)[0]>;
}

async function crowd(n: number): Promise<Person[]> {
  return Promise.all(Array.from({ length: n }, (_, at) => makePerson(house, `Guest ${at}`)));
}

describe('two hundred people and fifty seats', () => {
  it('end with fifty seated and the rest in line, through two desks at once', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 50 });
    const people = await crowd(200);
    const desks = [openDesk(house.ground), openDesk({ ...house.ground })];
    const answers = await Promise.all(
      people.map((person, at) => desks[at % 2]?.ask(event, { kind: 'take', person, party: 1, via: 'page' })),
    );
    expect(answers.filter((answer) => answer && 'is' in answer && answer.is === 'going')).toHaveLength(50);
    expect(await audit(event)).toEqual({ cap: 50, taken: 50, waiting: 150, seats: 50, in_line: 150 });
  });

  it('oversell when the same race runs without the lock, so the lock is what this test tests', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 5 });
    const people = await crowd(40);
    await Promise.allSettled(people.map((person) => transact(house.db, (tx) => takeWithoutLock(tx, event, person))));
    const { cap, seats } = await audit(event);
    expect(seats).toBeGreaterThan(cap);
  });

  /** The naive way: look at the number, wait as a busy server would, write. Exists only to fail. */
  async function takeWithoutLock(tx: Parameters<typeof takeSeats>[0], event: EventKey, person: Person): Promise<void> {
    const { rows } = await sql<{
      taken: number;
      cap: number;
    }>`select taken, cap from events.tally where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
      tx,
    );
    await sql`select pg_sleep(0.02)`.execute(tx);
    const tally = rows[0];
    if (!tally || tally.taken >= tally.cap) return;
    await sql`insert into events.enrolment (group_id, event_id, person_id, state, party, via, asked_at, changed_at)
      values (${event.group_id}, ${event.event_id}, ${person}, 'going', 1, 'page', now(), now())`.execute(tx);
    await sql`update events.tally set taken = taken + 1 where group_id = ${event.group_id} and event_id = ${event.event_id}`.execute(
      tx,
    );
  }
});

describe('the last seat', () => {
  it('wanted by two at once is one seat and one place in line', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 1 });
    const [ann, bo] = (await crowd(2)) as [Person, Person];
    const desk = seatDesk(house.ground);
    const answers = await Promise.all(
      [ann, bo].map((person) => desk.ask(event, { kind: 'take', person, party: 1, via: 'page' })),
    );
    expect(answers.map((answer) => ('is' in answer ? answer.is : answer.refused)).sort()).toEqual([
      'going',
      'waitlisted',
    ]);
  });

  it('given back is somebody else’s in the same breath, and both are told', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 1 });
    const [ann, bo] = (await seatPeople(house, event, ['Ann', 'Bo'])) as [Person, Person];
    await seatDesk(house.ground).ask(event, { kind: 'release', person: ann, via: 'page' });
    expect((await enrolmentOf(house.db, event, bo))?.state).toBe('going');
    const mails = await house.db
      .selectFrom('kit.mail')
      .select(['template', 'person_id'])
      .where('person_id', 'in', [ann, bo])
      .orderBy('mail_id')
      .execute();
    expect(mails.map((mail) => [mail.person_id === ann ? 'ann' : 'bo', mail.template])).toEqual([
      ['ann', 'events.seat-taken'],
      ['bo', 'events.waitlisted'],
      ['ann', 'events.seat-released'],
      ['bo', 'events.seat-from-waitlist'],
    ]);
  });
});

describe('a request sent again', () => {
  it('with the same key gets the same answer and changes nothing', async () => {
    const event = await makeEvent(house, await makeGroup(house));
    const ann = await makePerson(house, 'Ann');
    const desk = seatDesk(house.ground);
    const first = await desk.ask(event, { kind: 'take', person: ann, party: 1, via: 'page' }, { key: 'same' });
    await desk.ask(event, { kind: 'release', person: ann, via: 'page' });
    const written = await tallyRow(event);
    const again = await desk.ask(event, { kind: 'take', person: ann, party: 1, via: 'page' }, { key: 'same' });
    expect(again).toEqual(first);
    expect((await enrolmentOf(house.db, event, ann))?.state).toBe('released');
    expect(await tallyRow(event)).toBe(written);
  });

  it('at the same moment, ten times, is one seat', async () => {
    const event = await makeEvent(house, await makeGroup(house));
    const ann = await makePerson(house, 'Ann');
    const desks = [openDesk(house.ground), openDesk({ ...house.ground })];
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        desks[at % 2]?.ask(event, { kind: 'take', person: ann, party: 1, via: 'page' }, { key: 'ten' }),
      ),
    );
    expect(await audit(event)).toMatchObject({ taken: 1, seats: 1 });
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .select('to_state')
      .where('event_id', '=', event.event_id)
      .execute();
    expect(log).toEqual([{ to_state: 'going' }]);
  });
});

describe('the log of seats', () => {
  it('replays to where everybody stands', async () => {
    const event = await makeEvent(house, await makeGroup(house), { cap: 2 });
    const [ann, bo] = (await seatPeople(house, event, ['Ann', 'Bo', 'Cy', 'Dee'])) as [Person, Person];
    const desk = seatDesk(house.ground);
    await desk.ask(event, { kind: 'release', person: ann, via: 'mail' });
    await desk.ask(event, { kind: 'take', person: ann, party: 1, via: 'page' });
    await desk.ask(event, { kind: 'release', person: bo, via: 'organiser' });
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .selectAll()
      .where('event_id', '=', event.event_id)
      .orderBy('log_id')
      .execute();
    const replayed = new Map<string, string>();
    for (const line of log) {
      expect(line.from_state).toBe(replayed.get(line.person_id) ?? null);
      replayed.set(line.person_id, line.to_state);
    }
    const rows = await house.db
      .selectFrom('events.enrolment')
      .select(['person_id', 'state'])
      .where('event_id', '=', event.event_id)
      .execute();
    expect(new Map(rows.map((row) => [row.person_id as string, row.state as string]))).toEqual(replayed);
  });

  it('cannot be edited', async () => {
    const event = await makeEvent(house, await makeGroup(house));
    await seatPeople(house, event, ['Ann']);
    await expect(
      house.db.deleteFrom('events.enrolment_log').where('event_id', '=', event.event_id).execute(),
    ).rejects.toThrow('append-only');
    await expect(
      house.db.updateTable('events.enrolment_log').set({ party: 9 }).where('event_id', '=', event.event_id).execute(),
    ).rejects.toThrow('append-only');
  });
});

describe('one bad request', () => {
  it('does not spoil the batch it is in', async () => {
    const event = await makeEvent(house, await makeGroup(house), { plus_ones: 0 });
    const [ann, bo, cy] = (await crowd(3)) as [Person, Person, Person];
    const desk = seatDesk(house.ground);
    const answers = await Promise.all([
      desk.ask(event, { kind: 'take', person: ann, party: 1, via: 'page' }),
      desk.ask(event, { kind: 'take', person: bo, party: 4, via: 'page' }),
      desk.ask(event, { kind: 'take', person: cy, party: 1, via: 'page' }),
    ]);
    expect(answers).toEqual([
      { is: 'going', new: true },
      { refused: 'events.party_too_big', most: 1 },
      { is: 'going', new: true },
    ]);
  });
});

/** Where the counters' row lies: another place after every write. */
async function tallyRow({ group_id, event_id }: EventKey): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    select ctid::text as place from events.tally where group_id = ${group_id} and event_id = ${event_id}`.execute(
    house.db,
  );
  return rows[0]?.place ?? '';
}
