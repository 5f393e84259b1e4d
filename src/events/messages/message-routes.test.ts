// An organiser writes to guests: sees the mail first, chooses where answers go, sends it once, and finds it listed.
import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../../test/world.ts';
import { eventPaths } from '../paths.ts';
import { seatDesk } from '../seat-desk.ts';
import { cancelEvent } from '../stage-event.ts';
import { sweepMessages } from './sweep-messages.ts';

const house = testHouse({ works: true });
let world: World;
beforeAll(async () => {
  world = await makeGroup(house);
});
const organiser = () => visit(house).as(world.organiser);
const path = (event: { slug: string }, rest: string) => `${eventPaths.show(world.group.slug, event.slug)}/${rest}`;
const words = { subject: 'About tonight', text: 'Bring a **coat**.', to: 'going', reply: 'nobody' };
/** The number the preview made for this message. */
const numberOf = (body: string) => /name="message_id" value="([^"]+)"/.exec(body)?.[1] ?? '';
const mailed = async () => (await house.mails()).filter(({ subject }) => subject === words.subject);

async function addressOf(person_id: string): Promise<string> {
  const row = await house.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', person_id as never)
    .executeTakeFirstOrThrow();
  return row.address;
}

describe('a message to guests', () => {
  it('is shown as it will look, to how many, before anything is sent', async () => {
    const event = await makeEvent(house, world);
    await seatPeople(house, event, ['Ann', 'Ben']);
    const held = await makePerson(house, '');
    await house.db.updateTable('people.person').set({ proved_at: null }).where('person_id', '=', held).execute();
    await seatDesk(house.ground).ask(event, { kind: 'hold', person: held, party: 1, until: Date.now() + 900_000 });
    const browser = await organiser();
    // A held seat is somebody's who has not come here yet: they are not counted, because they get none.
    expect((await browser.get(path(event, 'guests/mail'))).text).toContain('Everybody coming (2)');
    const before = (await mailed()).length;
    const preview = await browser.post(path(event, 'guests/mail'), { ...words, step: 'preview' });
    expect([preview.status, preview.heading]).toEqual([200, 'This is how it looks']);
    expect(preview.body).toContain('<strong>coat</strong>');
    expect(preview.text).toContain('2 people get it, each a mail of their own. Nothing has been sent yet.');
    expect((await mailed()).length).toBe(before);

    const changed = await browser.post(path(event, 'guests/mail'), { ...words, step: 'change' });
    expect([changed.heading, changed.body.includes('Bring a **coat**.')]).toEqual(['Write to guests', true]);
    const sent = await browser.post(path(event, 'guests/mail'), {
      ...words,
      step: 'send',
      message_id: numberOf(preview.body),
    });
    expect((await browser.follow(sent)).text).toContain('2 mails are on their way');
    expect((await mailed()).length).toBe(before + 2);
  });

  it('pressed twice is one message, and is listed: when, to whom, by whom, how many have left', async () => {
    const event = await makeEvent(house, world);
    await seatPeople(house, event, ['Ann']);
    const browser = await organiser();
    const preview = await browser.post(path(event, 'guests/mail'), { ...words, step: 'preview' });
    const form = { ...words, step: 'send', message_id: numberOf(preview.body) };
    const before = (await mailed()).length;
    await Promise.all([browser.post(path(event, 'guests/mail'), form), browser.post(path(event, 'guests/mail'), form)]);
    expect((await mailed()).length).toBe(before + 1);
    const page = await browser.get(path(event, 'manage'));
    expect(page.text).toMatch(
      /About tonight \w+ \d+ \w+ at \d\d:\d\d · to everybody coming · by Priya Raman · 1 of 1 sent/,
    );
    expect(page.body).toContain('<strong>coat</strong>');
  });

  it('has its answers go where the organiser chose: to a contact, to themself, or nowhere', async () => {
    const event = await makeEvent(house, world);
    await seatPeople(house, event, ['Ann']);
    await house.db
      .updateTable('groups.conduct')
      .set({ contacts: JSON.stringify([{ name: 'Ngozi', address: 'ngozi@example.org' }]) })
      .where('group_id', '=', world.group.group_id)
      .execute();
    const browser = await organiser();
    const own = await addressOf(world.organiser);
    const write = async (reply: string) => {
      const preview = await browser.post(path(event, 'guests/mail'), { ...words, reply, step: 'preview' });
      await browser.post(path(event, 'guests/mail'), {
        ...words,
        reply,
        step: 'send',
        message_id: numberOf(preview.body),
      });
      return JSON.stringify((await mailed()).at(-1)?.raw);
    };
    expect(await write('nobody')).not.toContain(own);
    expect(await write('contact-1')).toMatch(/"replyTo":\{[^}]*ngozi@example\.org/);
    expect(await write('me')).toMatch(new RegExp(`"replyTo":\\{[^}]*${own}`));
    const refused = await browser.post(path(event, 'guests/mail'), { ...words, reply: 'contact-2', step: 'preview' });
    expect([refused.status, Object.keys(refused.errors)]).toEqual([422, ['reply']]);
    expect(refused.body).toContain('Bring a **coat**.');
  });

  it('to nobody cannot be sent, and a missing subject keeps the words', async () => {
    const event = await makeEvent(house, world);
    const browser = await organiser();
    const empty = await browser.post(path(event, 'guests/mail'), { ...words, step: 'preview' });
    expect(empty.text).toContain('Nobody would get it.');
    expect(empty.body).not.toContain('value="send"');
    const wrong = await browser.post(path(event, 'guests/mail'), { ...words, subject: ' ', step: 'preview' });
    expect([wrong.status, Object.keys(wrong.errors), wrong.body.includes('coat')]).toEqual([422, ['subject'], true]);
  });

  it('is part of what its writer takes along, loses their name when they leave, and is forgotten after a year', async () => {
    const event = await makeEvent(house, world);
    await seatPeople(house, event, ['Ann']);
    const browser = await organiser();
    const preview = await browser.post(path(event, 'guests/mail'), { ...words, step: 'preview' });
    await browser.post(path(event, 'guests/mail'), { ...words, step: 'send', message_id: numberOf(preview.body) });
    expect((await browser.get('/me/export.json')).body).toContain('Bring a **coat**.');
    const kept = () =>
      house.db.selectFrom('events.message').select('words').where('event_id', '=', event.event_id).execute();
    await sweepMessages(house.ground);
    expect(await kept()).toHaveLength(1);
    house.setNow(Temporal.Now.instant().add({ hours: 24 * 400 }));
    expect(await sweepMessages(house.ground)).toBeGreaterThan(0);
    expect(await kept()).toEqual([]);
    house.setNow(Temporal.Now.instant());
  });
});

describe('the organisers’ page', () => {
  it('says how many moved up when more seats are offered', async () => {
    const event = await makeEvent(house, world, { cap: 1 });
    await seatPeople(house, event, ['Ann', 'Ben', 'Cem', 'Dora']);
    const browser = await organiser();
    const raised = await browser.follow(await browser.post(path(event, 'cap'), { cap: '3' }));
    expect(raised.text).toContain('3 seats are offered now. 2 people moved up and were told.');
    const lowered = await browser.follow(await browser.post(path(event, 'cap'), { cap: '2', sure: 'yes' }));
    expect(lowered.text).toContain('2 seats are offered now.');
    expect(lowered.text).not.toContain('moved up');
  });

  it('of an evening called off counts no seats on offer, but who had one and who has been told', async () => {
    const event = await makeEvent(house, world, { cap: 2 });
    await seatPeople(house, event, ['Ann', 'Ben', 'Cem']);
    await transact(house.db, (tx) => cancelEvent(tx, event, house.ground.now(), 'The roof leaks.'));
    await house.mails();
    const { text } = await (await organiser()).get(path(event, 'manage'));
    expect(text).not.toContain('seats offered');
    expect(text).toContain('Had a seat 2 when it was called off. One more waited.');
    expect(text).toContain('Are told 4 4 mails have left.');
    expect(text).toContain('Plan the next evening');
  });
});
