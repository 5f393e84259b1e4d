// Who runs a group, on a real database: roles, the race of two owners, hand-over, invitations, leaving for good.
import { describe, expect, test } from 'vitest';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, testSecret } from '../../test/visit.ts';
import { changeRole, handOver, writeRole } from './change-role.ts';
import { foundGroup, type NewGroup } from './found-group.ts';
import { acceptInvitation, inviteOrganiser, openInvitations, revokeInvitation } from './invite-organiser.ts';
import { roleIn } from './queries.ts';
import { erasePerson, exportPerson, warnLastOwner } from './reactions.ts';
import { sweepInvitations } from './sweep.ts';
import type { Role } from './tables.ts';

const house = testHouse();
const now = Temporal.Instant.from('2026-12-01T18:00:00Z');
type Person = Id<'people.person'>;

let made = 0;
async function group(more: Partial<NewGroup> = {}) {
  const owner = await makePerson(house, 'Ada');
  const wanted = { name: `Lakeside ${++made}`, place: 'Milwaukee', zone: 'America/Chicago', language: 'en', ...more };
  const done = await transact(house.db, (tx) => foundGroup(tx, { person_id: owner }, now, wanted));
  if ('refused' in done) throw new Error(done.refused);
  return { owner, group: done.group, group_id: done.group.group_id };
}

async function helper(group_id: Id<'groups.group'>, role: Role, name = 'Ben'): Promise<Person> {
  const person_id = await makePerson(house, name);
  const since = new Date(now.epochMilliseconds + ++made);
  await house.db.insertInto('groups.organiser').values({ group_id, person_id, role, since }).execute();
  return person_id;
}

const mailsOf = (template: string, group_id: string) =>
  house.db
    .selectFrom('kit.mail')
    .select(['to_address', 'person_id', 'args'])
    .where('template', '=', template)
    .execute()
    .then((rows) => rows.filter(({ args }) => (args as { group_id: string }).group_id === group_id));

describe('two owners who step down at the same moment', () => {
  /** Both read the team before either writes, unless something makes one wait. */
  async function race(locked: boolean): Promise<{ owners: number; refused: number }> {
    const { owner, group_id } = await group();
    const other = await helper(group_id, 'owner');
    const change = locked ? changeRole : writeRole;
    const step = (person_id: Person) =>
      transact(house.db, async (tx) => {
        const done = await change(tx, { person_id }, now, { group_id, person_id, role: null });
        await new Promise((wait) => setTimeout(wait, 150));
        return done;
      });
    const answers = await Promise.all([step(owner), step(other)]);
    const owners = await house.db
      .selectFrom('groups.organiser')
      .select('person_id')
      .where('group_id', '=', group_id)
      .where('role', '=', 'owner')
      .execute();
    return { owners: owners.length, refused: answers.filter((answer) => 'refused' in answer).length };
  }

  test('leave one owner', async () => {
    expect(await race(true)).toEqual({ owners: 1, refused: 1 });
  });

  test('would leave none without the lock', async () => {
    expect(await race(false)).toEqual({ owners: 0, refused: 0 });
  });
});

describe('a role', () => {
  test('is changed by an owner, and the other is told', async () => {
    const { owner, group_id } = await group();
    const ben = await helper(group_id, 'door');
    const change = { group_id, person_id: ben, role: 'organiser' as const };
    expect(await transact(house.db, (tx) => changeRole(tx, { person_id: owner }, now, change))).toEqual({
      from: 'door',
    });
    expect(await roleIn(house.db, group_id, ben)).toBe('organiser');
    expect(await mailsOf('groups.role-changed', group_id)).toMatchObject([{ person_id: ben }]);
  });

  test('cannot be raised by oneself, nor by somebody of another group', async () => {
    const { group_id } = await group();
    const ben = await helper(group_id, 'organiser');
    const { owner: stranger } = await group();
    for (const actor of [ben, stranger]) {
      const change = { group_id, person_id: ben, role: 'owner' as const };
      expect(await transact(house.db, (tx) => changeRole(tx, { person_id: actor }, now, change))).toEqual({
        refused: 'groups.not_allowed',
      });
    }
    expect(await roleIn(house.db, group_id, ben)).toBe('organiser');
  });
});

test('a hand-over makes one owner, the other organiser, and tells both', async () => {
  const { owner, group_id } = await group();
  const ben = await helper(group_id, 'organiser');
  const done = await transact(house.db, (tx) => handOver(tx, { person_id: owner }, now, { group_id, person_id: ben }));
  expect(done).toMatchObject({ to: { name: 'Ben' } });
  expect([await roleIn(house.db, group_id, owner), await roleIn(house.db, group_id, ben)]).toEqual([
    'organiser',
    'owner',
  ]);
  expect((await mailsOf('groups.handed-over', group_id)).map(({ person_id }) => person_id).sort()).toEqual(
    [owner, ben].sort(),
  );
});

describe('an invitation', () => {
  const invite = (owner: Person, group_id: Id<'groups.group'>, address: string, role: Role = 'organiser') =>
    transact(house.db, (tx) =>
      inviteOrganiser(tx, { person_id: owner }, now, { group_id, address, role, lang: 'en', secret: testSecret }),
    );
  const accept = (person_id: Person, group_id: Id<'groups.group'>, token: string, at = now) =>
    transact(house.db, (tx) => acceptInvitation(tx, { person_id }, at, { group_id, token }));

  test('lets in whoever it went to, once, and nobody else', async () => {
    const { owner, group_id } = await group();
    const ben = await makePerson(house, 'Ben', { address: `Ben.${made}@example.org` });
    const eve = await makePerson(house, 'Eve');
    const sent = await invite(owner, group_id, `ben.${made}@EXAMPLE.org`);
    if ('refused' in sent) throw new Error(sent.refused);
    expect(await accept(eve, group_id, sent.token)).toEqual({ refused: 'groups.other_address' });
    expect(await accept(ben, group_id, sent.token)).toEqual({ role: 'organiser' });
    expect(await accept(ben, group_id, sent.token)).toEqual({ role: 'organiser' });
    expect(await roleIn(house.db, group_id, eve)).toBeNull();
    expect(await invite(owner, group_id, `ben.${made}@example.org`)).toEqual({ refused: 'groups.already_in_team' });
  });

  test('ends after 14 days, when it is taken back, and when a newer one is sent', async () => {
    const { owner, group_id } = await group();
    const address = `cleo.${made}@example.org`;
    const cleo = await makePerson(house, 'Cleo', { address });
    const first = await invite(owner, group_id, address);
    const second = await invite(owner, group_id, address);
    if ('refused' in first || 'refused' in second) throw new Error('refused');
    expect(await accept(cleo, group_id, first.token)).toEqual({ refused: 'groups.invitation_over' });
    const late = now.add({ hours: 14 * 24 });
    expect(await accept(cleo, group_id, second.token, late)).toEqual({ refused: 'groups.invitation_over' });
    const which = { group_id, invitation_id: second.invitation_id };
    await transact(house.db, (tx) => revokeInvitation(tx, { person_id: owner }, now, which));
    expect(await accept(cleo, group_id, second.token)).toEqual({ refused: 'groups.invitation_over' });
    expect(await roleIn(house.db, group_id, cleo)).toBeNull();
  });

  test('goes with the role that could send it, when somebody else takes that', async () => {
    const { owner, group_id } = await group();
    const eve = await helper(group_id, 'owner', 'Eve');
    const friend = await makePerson(house, 'Fay', { address: `fay.${made}@example.org` });
    const sent = await invite(eve, group_id, `fay.${made}@example.org`, 'owner');
    const atDoor = await invite(eve, group_id, `gil.${made}@example.org`, 'door');
    if ('refused' in sent || 'refused' in atDoor) throw new Error('refused');
    const change = (role: Role | null) =>
      transact(house.db, (tx) => changeRole(tx, { person_id: owner }, now, { group_id, person_id: eve, role }));
    const open = async () => (await openInvitations(house.db, group_id)).map(({ role }) => role);
    await change('organiser');
    expect(await open()).toEqual(['door']);
    await change(null);
    expect(await open()).toEqual([]);
    expect(await accept(friend, group_id, sent.token)).toEqual({ refused: 'groups.invitation_over' });
  });

  test('stays when its sender steps down for whom they asked in', async () => {
    const { owner, group_id } = await group();
    await helper(group_id, 'owner');
    const ina = await makePerson(house, 'Ina', { address: `ina.${made}@example.org` });
    const sent = await invite(owner, group_id, `ina.${made}@example.org`, 'owner');
    if ('refused' in sent) throw new Error(sent.refused);
    await transact(house.db, (tx) =>
      changeRole(tx, { person_id: owner }, now, { group_id, person_id: owner, role: null }),
    );
    expect(await accept(ina, group_id, sent.token)).toEqual({ role: 'owner' });
  });

  test('finds whoever it went to however the address is spelt, and is exported and forgotten with them', async () => {
    const { owner, group_id } = await group();
    const jo = await makePerson(house, 'Jo', { address: `jo.${made}@xn--mnchen-3ya.example` });
    const sent = await invite(owner, group_id, `Jo.${made}@MÜNCHEN.example`);
    if ('refused' in sent) throw new Error(sent.refused);
    expect(await accept(jo, group_id, sent.token)).toEqual({ role: 'organiser' });
    expect(await invite(owner, group_id, `jo.${made}@münchen.example`)).toEqual({ refused: 'groups.already_in_team' });
    const into: { groups?: { invitations: unknown[] } } = {};
    await transact(house.db, (tx) => exportPerson(tx, { person_id: jo, into, calendar: [], secret: '' }));
    expect(into.groups?.invitations).toHaveLength(1);
    await transact(house.db, (tx) => erasePerson(tx, { person_id: jo, now }));
    const left = house.db.selectFrom('groups.invitation').select('address').where('group_id', '=', group_id);
    expect(await left.execute()).toEqual([]);
  });

  test('is forgotten a month after it was answered or ran out, address and all', async () => {
    const { owner, group_id } = await group();
    const sent = await invite(owner, group_id, `kim.${made}@example.org`);
    if ('refused' in sent) throw new Error(sent.refused);
    await invite(owner, group_id, `lou.${made}@example.org`);
    const which = { group_id, invitation_id: sent.invitation_id };
    await transact(house.db, (tx) => revokeInvitation(tx, { person_id: owner }, now, which));
    const left = async (days: number) => {
      await sweepInvitations({ db: house.db, now: () => now.add({ hours: days * 24 }) });
      const rows = house.db.selectFrom('groups.invitation').select('address').where('group_id', '=', group_id);
      return (await rows.execute()).length;
    };
    expect(await left(29)).toBe(2);
    expect(await left(31)).toBe(1);
    expect(await left(43)).toBe(1);
    expect(await left(45)).toBe(0);
  });

  test('keeps its token out of the database', async () => {
    const { owner, group_id } = await group();
    const sent = await invite(owner, group_id, 'dora@example.org');
    if ('refused' in sent) throw new Error(sent.refused);
    const rows = await house.db.selectFrom('groups.invitation').selectAll().where('group_id', '=', group_id).execute();
    expect(JSON.stringify(rows)).not.toContain(sent.token);
  });

  test('is not a way to pester strangers: twenty a day', async () => {
    const { owner, group_id } = await group();
    for (let n = 0; n < 20; n++)
      expect(await invite(owner, group_id, `x${n}@example.org`, 'door')).toHaveProperty('token');
    expect(await invite(owner, group_id, 'x20@example.org')).toEqual({ refused: 'groups.too_many_invitations' });
  });
});

describe('a person who leaves for good', () => {
  test('is warned about groups with no other owner', async () => {
    const { owner, group, group_id } = await groupWithHelper();
    const obstacles: { sentence: string; path: string }[] = [];
    await transact(house.db, (tx) => warnLastOwner(tx, { person_id: owner, lang: 'en', obstacles }));
    expect(obstacles).toEqual([{ sentence: expect.stringContaining(group.name), path: `/g/${group.slug}/organisers` }]);
    await helper(group_id, 'owner');
    obstacles.length = 0;
    await transact(house.db, (tx) => warnLastOwner(tx, { person_id: owner, lang: 'de', obstacles }));
    expect(obstacles).toEqual([]);
  });

  test('leaves the group to its longest-standing organiser, and no trace of a name', async () => {
    const { owner, group_id, ben } = await groupWithHelper();
    await helper(group_id, 'organiser', 'Later');
    const into: Record<string, unknown> = {};
    await transact(house.db, (tx) => exportPerson(tx, { person_id: owner, into, calendar: [], secret: '' }));
    expect(JSON.stringify(into)).toContain('groups.group.founded');
    await transact(house.db, (tx) => erasePerson(tx, { person_id: owner, now }));
    expect(await roleIn(house.db, group_id, ben)).toBe('owner');
    for (const table of ['groups.member', 'groups.organiser', 'groups.claim', 'groups.audit'] as const) {
      expect(await house.db.selectFrom(table).selectAll().where('person_id', '=', owner).execute(), table).toEqual([]);
    }
  });

  test('leaves a group nobody else runs unclaimed', async () => {
    const { owner, group_id } = await group();
    await helper(group_id, 'door');
    await transact(house.db, (tx) => erasePerson(tx, { person_id: owner, now }));
    const left = await house.db
      .selectFrom('groups.group')
      .select('state')
      .where('group_id', '=', group_id)
      .executeTakeFirst();
    expect(left).toEqual({ state: 'unclaimed' });
  });

  async function groupWithHelper() {
    const founded = await group();
    return { ...founded, ben: await helper(founded.group_id, 'organiser') };
  }
});
