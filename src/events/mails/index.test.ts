// Mails of real seats: what the verbs queue, worded when it leaves, read back from the wire.
import ICAL from 'ical.js';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foundGroup, joinGroup } from '#groups';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { silentLog } from '#kit/log.ts';
import { openTransport, type Postman, startPostman } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, Temporal } from '#kit/time.ts';
import { testDatabase } from '../../../test/world/database.ts';
import { type CaughtMail, type Sink, startSink } from '../../../test/world/smtp.ts';
import { createEvent } from '../create-event.ts';
import { editEvent } from '../edit-event.ts';
import type { EventDraft } from '../forms.ts';
import { writeToGuests } from '../messages/write-to-guests.ts';
import type { Ask } from '../seat-rules.ts';
import { announceEvent, cancelEvent, openEvent } from '../stage-event.ts';
import { type EventKey, takeSeats } from '../take-seats.ts';
import { eventMails } from './index.ts';

const made = testDatabase();
const config = { origin: 'https://groups.example.org', secret: 'a secret for tests' };
const templates = eventMails({ config });
const now = (): Instant => Temporal.Now.instant();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

let sink: Sink;
beforeAll(async () => {
  sink = await startSink();
});
afterAll(() => sink.stop());
beforeEach(() => sink.clear());

type Person = { person_id: Id<'people.person'>; address: string };

async function person(name: string, lang: 'en' | 'de' = 'en'): Promise<Person> {
  const person_id = newId<'people.person'>();
  const address = `${person_id}@example.org`;
  const at = new Date();
  await made.db
    .insertInto('people.person')
    .values({
      person_id,
      address,
      address_key: address,
      name,
      lang,
      zone: null,
      created_at: at,
      asked_at: at,
      proved_at: at,
    })
    .execute();
  return { person_id, address };
}

const draft = (title: string, more: Partial<EventDraft> = {}): EventDraft => ({
  title,
  zone: 'Europe/Berlin',
  kind: 'in_person',
  place_name: 'Old Library',
  place_address: 'Library Lane 1',
  place_arrival: 'Ring twice.',
  online_url: null,
  room_capacity: 30,
  cap: 2,
  plus_ones: 1,
  posture: 'free',
  posture_note: '',
  about: '',
  starts_at: inDays(10),
  ends_at: inDays(10.1),
  opens_at: inDays(-1),
  closes_at: inDays(9),
  ...more,
});

const tx = <T>(work: (tx: Tx) => Promise<T>) => transact(made.db, work);

async function evening(more: Partial<EventDraft> = {}) {
  const owner = await person('Ada');
  const title = `Queues ${newId()}`;
  const founded = await tx((tx) =>
    foundGroup(tx, owner, now(), { name: title, place: 'Ulm', zone: 'Europe/Berlin', language: 'de' }),
  );
  if ('refused' in founded) throw new Error(founded.refused);
  const wanted = draft(title, more);
  const event = await tx((tx) => createEvent(tx, founded.group, owner.person_id, now(), wanted));
  const ask = (ask: Ask) => tx((tx) => takeSeats(tx, event, [{ key: newId(), ask, actor: null }], now()));
  const take = ({ person_id }: Person, party = 1) => ask({ kind: 'take', person: person_id, party, via: 'page' });
  const release = ({ person_id }: Person) => ask({ kind: 'release', person: person_id, via: 'mail' });
  return { owner, group: founded.group, event, draft: wanted, ask, take, release };
}

const from = { name: 'Evenings', address: 'evenings@mail.example.org' };

/** Sends what waits, and gives what arrived at an address since the last clearing. */
async function delivered(to: Person): Promise<CaughtMail[]> {
  const transport = openTransport(sink.url, '');
  const postman: Postman = startPostman({
    db: made.db,
    templates,
    transport,
    origin: config.origin,
    from,
    perHour: 10_000,
    log: silentLog(),
  });
  await postman.idle();
  await postman.stop();
  return sink.mailsTo(to.address);
}

const endings = async ({ event_id }: EventKey) => {
  const rows = await made.db
    .selectFrom('kit.mail')
    .select(['template', 'state', 'last_error', 'stream'])
    .orderBy('due_at')
    .execute();
  return rows
    .filter(({ stream }) => stream?.includes(event_id))
    .map(({ template, state, last_error }) => `${template} ${state} ${last_error}`);
};

function calendarOf(mail: CaughtMail) {
  const text = mail.parsed.attachments[0]!.content.toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!),
  };
}

describe('a seat', () => {
  test('taken, given to the next, taken again: each is told what is true, and calendars follow', async () => {
    const { owner, event, take, release } = await evening({ cap: 1 });
    await tx((tx) => announceEvent(tx, event, now()));
    const [may, jun] = [await person('May'), await person('Jun', 'de')];
    await take(may);
    await take(jun);
    const first = await delivered(may);
    expect(first.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^You have a seat: Queues/)]);
    expect(sink.mailsTo(jun.address).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Du bist Nummer 1 auf der Warteliste/),
    ]);
    await release(may);
    const [, back] = await delivered(may);
    expect(calendarOf(back!).method).toBe('CANCEL');
    const promoted = sink.mailsTo(jun.address)[1]!;
    expect(promoted.subject).toMatch(/^Ein Platz ist für dich frei geworden/);
    expect(calendarOf(promoted).method).toBe('REQUEST');
    await release(jun);
    await take(may);
    const all = await delivered(may);
    const parts = all.map(calendarOf);
    expect(parts.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    expect(new Set(parts.map((part) => part.event.uid))).toEqual(new Set([`${event.event_id}@ugroup`]));
    // A calendar answers its organiser, and takes an entry back from nobody else.
    expect(new Set(parts.map((part) => part.event.organizer))).toEqual(new Set([`mailto:${from.address}`]));
    expect(new Set(all.map((mail) => mail.parsed.from?.value[0]?.address))).toEqual(new Set([from.address]));
    const numbers = parts.map((part) => part.event.sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect((await delivered(owner)).length).toBe(1);
  });

  test('taken and given back before the mail could leave is told once, as it is', async () => {
    const { event, take, release } = await evening();
    await tx((tx) => openEvent(tx, event, now()).then(() => announceEvent(tx, event, now())));
    const may = await person('May');
    await take(may);
    await release(may);
    expect((await delivered(may)).map(({ subject }) => subject.split(':')[0])).toEqual(['Your seat is free again']);
    expect(await endings(event)).toContain('events.seat-taken dropped no-longer-true');
  });

  test('taken, given back and taken again before any mail could leave is told once', async () => {
    const { event, take, release } = await evening();
    await tx((tx) => announceEvent(tx, event, now()));
    const may = await person('May');
    await take(may);
    await release(may);
    await take(may);
    const mails = await delivered(may);
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual(['You have a seat']);
    expect(mails.map(calendarOf).map(({ method }) => method)).toEqual(['REQUEST']);
  });

  test('moved twice is told once, with the newer time', async () => {
    const { event, draft, take } = await evening();
    await tx((tx) => announceEvent(tx, event, now()));
    const may = await person('May');
    await take(may);
    await delivered(may);
    const later = { starts_at: inDays(11), ends_at: inDays(11.1) };
    await tx((tx) => editEvent(tx, event, now(), { ...draft, starts_at: inDays(12), ends_at: inDays(12.1) }));
    await tx((tx) => editEvent(tx, event, now(), { ...draft, ...later, place_name: 'New Hall' }));
    const [taken, moved, ...more] = await delivered(may);
    expect(more).toEqual([]);
    expect(moved!.text).toContain('New Hall');
    expect(calendarOf(moved!).event.startDate.toJSDate().getTime()).toBe(
      Math.floor(later.starts_at.getTime() / 1000) * 1000,
    );
    expect(calendarOf(moved!).event.sequence).toBeGreaterThan(calendarOf(taken!).event.sequence);
  });

  test('of a cancelled evening goes from the calendar, and the reason is told', async () => {
    const { event, take, ask } = await evening();
    await tx((tx) => announceEvent(tx, event, now()));
    const [may, jun] = [await person('May'), await person('Jun')];
    await take(may);
    await ask({ kind: 'hold', person: jun.person_id, party: 1, until: Date.now() + 900_000 });
    await delivered(may);
    await tx((tx) => cancelEvent(tx, event, now(), 'The roof leaks.\nSorry.'));
    const cancelled = (await delivered(may)).at(-1)!;
    expect(cancelled.subject).toMatch(/^Cancelled: /);
    expect(cancelled.text).toContain('The roof leaks.\nSorry.');
    expect(calendarOf(cancelled).method).toBe('CANCEL');
    // Somebody typed this address; nobody proved it.
    expect(sink.mailsTo(jun.address)).toEqual([]);
  });
});

describe('news', () => {
  test('goes to members once each, and drops out for who stopped it meanwhile', async () => {
    const { group, owner, event } = await evening({ opens_at: inDays(2) });
    const [may, jun] = [await person('May', 'de'), await person('Jun')];
    for (const member of [may, jun]) await tx((tx) => joinGroup(tx, member, now(), group.group_id));
    await tx((tx) => announceEvent(tx, event, now()));
    await made.db
      .updateTable('groups.member')
      .set({ announced: false })
      .where('person_id', '=', jun.person_id)
      .execute();
    const [mail] = await delivered(may);
    expect(mail!.subject).toMatch(/^Merk dir den Tag: /);
    expect(mail!.headers.join('\n')).toContain(
      `List-Unsubscribe: <${config.origin}/stop/announced/${group.group_id}/${may.person_id}/`,
    );
    expect(sink.mailsTo(jun.address)).toEqual([]);
    expect(sink.mailsTo(owner.address)).toHaveLength(1);
  });

  test('that sign-up is open reaches the interested who are no members, and says why', async () => {
    const { event, ask } = await evening({ opens_at: inDays(2) });
    await tx((tx) => announceEvent(tx, event, now()));
    const may = await person('May');
    await ask({ kind: 'interest', person: may.person_id, on: true });
    await tx((tx) => openEvent(tx, event, now()));
    const [mail] = await delivered(may);
    expect(mail!.text).toContain('because you are interested in this evening');
    expect(mail!.headers.some((line) => line.startsWith('List-Unsubscribe'))).toBe(false);
  });
});

test("an organiser's words arrive as written, from the group, and say who wrote them", async () => {
  const { owner, group, event, take } = await evening();
  await tx((tx) => announceEvent(tx, event, now()));
  const may = await person('May');
  await take(may);
  await tx((tx) =>
    writeToGuests(tx, event, owner.person_id, now(), {
      message_id: newId(),
      subject: 'About tonight',
      text: 'Bring a *coat*.',
      to: 'going',
      chosen: [],
      reply: 'nobody',
    }),
  );
  const mail = (await delivered(may)).at(-1)!;
  expect(mail.subject).toBe('About tonight');
  expect(mail.parsed.from?.value[0]?.name).toBe(group.name);
  expect(mail.text).toContain('Ada of ');
  expect(mail.html).toContain('<em>coat</em>');
});

test('every mail costs two statements', async () => {
  const { event, take } = await evening();
  await tx((tx) => announceEvent(tx, event, now()));
  const may = await person('May');
  await take(may);
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const context = {
    db: made.db.withPlugin(counting),
    origin: config.origin,
    from,
    lang: 'en',
    now: instantOf(new Date()),
    mail: { mail_id: newId(), person_id: may.person_id, to: may.address },
  } as const;
  const args = {
    group_id: event.group_id,
    event_id: event.event_id,
    person_id: may.person_id,
    at: Date.now() + 60_000,
  };
  expect(await templates['events.seat-taken']!(context, args)).not.toBeNull();
  expect(statements).toBe(2);
  expect(await templates['events.seat-taken']!(context, { ...args, person_id: newId() })).toBeNull();
  expect(await templates['events.seat-taken']!(context, { ...args, event_id: newId() })).toBeNull();
});
