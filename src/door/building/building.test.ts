// The building list: sealed where it lies, sent once and then only what is new, and forgotten.
import { describe, expect, it } from 'vitest';
import { seatDesk } from '#events';
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../../test/visit.ts';
import { evening } from '../for-tests.ts';
import { isListDue } from './rules.ts';
import { forgetLists, sendLists } from './send-list.ts';

const house = testHouse({ works: true });
const wish = { contact_name: 'Mr Porter', lead_hours: '24', order: 'last', wants_id_name: 'on' };

async function lists(address: string) {
  const mails = await house.mails();
  return mails
    .filter(({ to }) => to.includes(address))
    .map(({ raw }) => (raw.attachments as { content: string }[] | undefined)?.[0]?.content ?? '');
}

describe('the building list', () => {
  it('is set by an organiser, and asks for an address that is one', async () => {
    const night = await evening(house, []);
    const organiser = await visit(house).as(night.world.organiser);
    const bad = await organiser.post(`${night.at}/building`, { ...wish, contact_address: 'porter' });
    expect(bad.status).toBe(422);
    expect(bad.errors.contact_address).toContain('mail address');
    expect(bad.body).toContain('Mr Porter');
  });

  it('goes out once with the names of the cards, and then only with who came to it later', async () => {
    const night = await evening(house, ['Ada King', 'Bea Brown']);
    const address = 'porter-a@example.org';
    const organiser = await visit(house).as(night.world.organiser);
    await organiser.post(`${night.at}/building`, { ...wish, contact_address: address });
    const page = `/g/${night.world.group.slug}/e/${night.event.slug}`;
    const ada = await visit(house).as(night.people[0] as Id<'people.person'>);
    expect((await ada.get(page)).text).toContain('as on your card');
    await ada.post(`${page}/id-name`, { id_name: 'Augusta Ada Lovelace' });
    const kept = await house.db.selectFrom('door.id_name').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('Augusta');
    expect((await ada.get(page)).body).not.toContain('Augusta');

    expect(await sendLists(house.ground)).toBe(1);
    expect(await sendLists(house.ground)).toBe(0);
    const late = await makePerson(house, '=cmd()');
    await seatDesk(house.ground).ask(night.event, { kind: 'take', person: late, party: 2, via: 'page' });
    // Signed up elsewhere, and known by name only.
    await organiser.post(`${page}/guests/elsewhere`, { list: 'Kim Elsewhere +1', source: '' });
    expect(await sendLists(house.ground)).toBe(0);
    await house.db
      .updateTable('door.listed')
      .set({ at: new Date(Date.now() - 3_700_000) })
      .where('event_id', '=', night.event.event_id)
      .execute();
    expect(await sendLists(house.ground)).toBe(1);
    const [whole = '', more = ''] = await lists(address);
    expect(whole.split('\r\n').slice(1, 3)).toEqual(['Bea Brown,1', 'Augusta Ada Lovelace,1']);
    expect(whole).not.toContain('@');
    expect(more).toContain('Kim Elsewhere,2');
    // Only who came to it later, and nothing a table would work out.
    expect(more).toContain('cmd()');
    expect(more).not.toContain('Bea');
    expect(more).not.toContain('\n=cmd');
    const audit = await organiser.get(`/g/${night.world.group.slug}/audit`);
    expect(audit.text).toContain('building list');
  });

  it('goes whole to another address, and without the names of cards when nobody compares them any more', async () => {
    const night = await evening(house, ['Ada King', 'Bea Brown']);
    const organiser = await visit(house).as(night.world.organiser);
    const set = (more: Record<string, string>) => organiser.post(`${night.at}/building`, { ...wish, ...more });
    await set({ contact_address: 'wrong-c@example.org' });
    const ada = await visit(house).as(night.people[0] as Id<'people.person'>);
    const page = `/g/${night.world.group.slug}/e/${night.event.slug}`;
    await ada.post(`${page}/id-name`, { id_name: 'Augusta Ada Lovelace' });
    expect(JSON.parse((await ada.get('/me/export.json')).body).rooms.door.names_on_card).toMatchObject([
      { evening: night.event.slug, name: 'Augusta Ada Lovelace' },
    ]);
    expect(await sendLists(house.ground)).toBe(1);
    await house.mails();
    await set({ contact_address: 'Wrong-c@example.org' });
    expect(await sendLists(house.ground)).toBe(0);
    await set({ contact_address: 'porter-c@example.org', wants_id_name: '' });
    expect(
      await house.db.selectFrom('door.id_name').selectAll().where('event_id', '=', night.event.event_id).execute(),
    ).toEqual([]);
    expect(await sendLists(house.ground)).toBe(1);
    expect((await lists('porter-c@example.org'))[0]).toContain('Bea Brown,1\r\nAda King,1');
    await organiser.post(`${night.at}/building`, { off: 'yes' });
    await set({ contact_address: 'porter-c2@example.org' });
    expect(await sendLists(house.ground)).toBe(1);
    expect((await lists('porter-c2@example.org'))[0]).toContain('Ada King,1');
  });

  it('goes whole once more when the evening moves to another day, and not when it moves by an hour', async () => {
    const night = await evening(house, ['Ada King']);
    const organiser = await visit(house).as(night.world.organiser);
    await organiser.post(`${night.at}/building`, { ...wish, contact_address: 'porter-d@example.org' });
    expect(await sendLists(house.ground)).toBe(1);
    const row = await house.db
      .selectFrom('events.event')
      .selectAll()
      .where('event_id', '=', night.event.event_id)
      .executeTakeFirstOrThrow();
    const listed = () =>
      house.db.selectFrom('door.listed').select('part').where('event_id', '=', night.event.event_id).execute();
    const moveTo = async (starts_at: Date) => {
      const ends_at = new Date(starts_at.getTime() + 7_200_000);
      await house.db
        .updateTable('events.event')
        .set({ starts_at, ends_at })
        .where('event_id', '=', row.event_id)
        .execute();
      const about = { event: night.event, before: row as never, now: house.ground.now() };
      await transact(house.db, (tx) => announce(tx, 'events.changed', about));
    };
    await moveTo(new Date(row.starts_at.getTime() + 60_000));
    expect(await listed()).toHaveLength(1);
    await moveTo(new Date(row.starts_at.getTime() + 3 * 86_400_000));
    expect(await listed()).toHaveLength(0);
    expect(await sendLists(house.ground)).toBe(0);
    house.setNow(Temporal.Now.instant().add({ hours: 60 }));
    expect(await sendLists(house.ground)).toBe(1);
    house.setNow(Temporal.Now.instant());
  });

  it('is forgotten a week after the evening, with every name and whom it went to', async () => {
    const night = await evening(house, ['Ada King']);
    const organiser = await visit(house).as(night.world.organiser);
    await organiser.post(`${night.at}/building`, { ...wish, contact_address: 'porter-b@example.org' });
    await sendLists(house.ground);
    const left = async () => {
      const of = (table: 'door.listed' | 'door.building') =>
        house.db.selectFrom(table).select('event_id').where('event_id', '=', night.event.event_id).execute();
      return (await of('door.listed')).length + (await of('door.building')).length;
    };
    expect(await left()).toBe(2);
    house.setNow(Temporal.Now.instant().add({ hours: 6 * 24 }));
    await forgetLists(house.ground);
    expect(await left()).toBe(2);
    house.setNow(Temporal.Now.instant().add({ hours: 8 * 24 }));
    await forgetLists(house.ground);
    expect(await left()).toBe(0);
    house.setNow(Temporal.Now.instant());
  });
});

it('is due at its lead time, then hourly, and never once the evening has begun', () => {
  const starts_at = new Date('2026-12-09T18:00:00Z');
  const due = (now: string, last: string | null) =>
    isListDue(
      { starts_at, lead_hours: 24, last_at: last === null ? null : new Date(last) },
      Temporal.Instant.from(now),
    );
  expect(due('2026-12-08T17:59:00Z', null)).toBe(false);
  expect(due('2026-12-08T18:00:00Z', null)).toBe(true);
  expect(due('2026-12-08T18:30:00Z', '2026-12-08T18:00:00Z')).toBe(false);
  expect(due('2026-12-08T19:00:00Z', '2026-12-08T18:00:00Z')).toBe(true);
  expect(due('2026-12-09T18:00:00Z', '2026-12-08T18:00:00Z')).toBe(false);
});
