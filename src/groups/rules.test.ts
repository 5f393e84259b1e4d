// What a group decides, and who may do what.
import { describe, expect, test } from 'vitest';
import { mayChangeRole, mayClaim, mayDoor, mayInvite, mayOrganise, mayOwn } from './may.ts';
import {
  decideAccepted,
  decideContacts,
  decideHandOver,
  decideRole,
  invitationState,
  isStepDown,
  nagsOf,
} from './rules.ts';
import type { Role } from './tables.ts';

const roles = (team: Record<string, Role>) => new Map(Object.entries(team));

describe('who may what', () => {
  test.each([
    ['owner', true, true, true],
    ['organiser', false, true, true],
    ['door', false, false, true],
    [null, false, false, false],
  ] as const)('%s owns: %s, organises: %s, works the door: %s', (role, owns, organises, door) => {
    expect([mayOwn(role), mayOrganise(role), mayDoor(role)]).toEqual([owns, organises, door]);
  });

  test('owners ask in for any role, organisers for the door, others nobody', () => {
    expect(mayInvite('owner', 'owner')).toBe(true);
    expect(mayInvite('organiser', 'door')).toBe(true);
    expect(mayInvite('organiser', 'organiser')).toBe(false);
    expect(mayInvite('door', 'door')).toBe(false);
    expect(mayInvite(null, 'door')).toBe(false);
  });

  test('organisers take people off the door and make nobody more than that', () => {
    expect(mayChangeRole('organiser', 'door', null)).toBe(true);
    expect(mayChangeRole('organiser', 'door', 'organiser')).toBe(false);
    expect(mayChangeRole('organiser', 'owner', null)).toBe(false);
    expect(mayChangeRole('owner', 'owner', null)).toBe(true);
    expect(mayChangeRole('door', 'door', null)).toBe(false);
  });

  test('only a group nobody looks after can be claimed', () => {
    expect([mayClaim('unclaimed'), mayClaim('active')]).toEqual([true, false]);
  });
});

describe('a team', () => {
  test('keeps its last owner', () => {
    const team = roles({ ada: 'owner', ben: 'organiser' });
    expect(decideRole(team, 'ada', null)).toEqual({ refused: 'groups.last_owner' });
    expect(decideRole(team, 'ada', 'organiser')).toEqual({ refused: 'groups.last_owner' });
    expect(decideRole(team, 'ada', 'owner')).toEqual({ from: 'owner' });
    expect(decideRole(roles({ ada: 'owner', ben: 'owner' }), 'ada', null)).toEqual({ from: 'owner' });
    expect(decideRole(team, 'eve', 'owner')).toEqual({ refused: 'groups.not_organiser' });
  });

  test('is handed over by an owner to an organiser, and to nobody else', () => {
    const team = roles({ ada: 'owner', ben: 'organiser', cleo: 'door' });
    expect(decideHandOver(team, 'ada', 'ben')).toEqual({ ok: true });
    expect(decideHandOver(team, 'ada', 'cleo')).toEqual({ refused: 'groups.not_organiser' });
    expect(decideHandOver(team, 'ada', 'ada')).toEqual({ refused: 'groups.not_organiser' });
    expect(decideHandOver(team, 'ada', 'eve')).toEqual({ refused: 'groups.not_organiser' });
    expect(decideHandOver(team, 'ben', 'ada')).toEqual({ refused: 'groups.not_owner' });
  });

  test('one steps down, never up', () => {
    expect(isStepDown('owner', 'organiser')).toBe(true);
    expect(isStepDown('door', null)).toBe(true);
    expect(isStepDown('organiser', 'owner')).toBe(false);
    expect(isStepDown('organiser', 'organiser')).toBe(false);
  });

  test('accepting an invitation never lowers a role', () => {
    expect(decideAccepted(null, 'door')).toBe('door');
    expect(decideAccepted('owner', 'door')).toBe('owner');
    expect(decideAccepted('door', 'organiser')).toBe('organiser');
  });
});

test('what is missing is asked for, people before pictures', () => {
  expect(nagsOf({ owners: 1, contacts: 1, has_mark: false, has_about: false })).toEqual([
    'conduct_contacts',
    'second_owner',
    'about',
    'mark',
  ]);
  expect(nagsOf({ owners: 2, contacts: 2, has_mark: true, has_about: true })).toEqual([]);
});

test('an invitation is open for its days, unless it ended before', () => {
  const invitation = { expires_at: new Date(1000), ended: null };
  expect(invitationState(invitation, 999)).toBe('open');
  expect(invitationState(invitation, 1000)).toBe('expired');
  expect(invitationState({ ...invitation, ended: 'revoked' }, 999)).toBe('revoked');
});

test('the people to turn to are two different ones, each with name and address', () => {
  const nobody = { name_1: null, address_1: null, name_2: null, address_2: null };
  const ada = { name_1: 'Ada', address_1: 'ada@example.org' };
  expect(decideContacts(nobody)).toEqual({ contacts: [] });
  expect(decideContacts({ ...nobody, ...ada })).toEqual({ contacts: [{ name: 'Ada', address: 'ada@example.org' }] });
  expect(decideContacts({ ...nobody, name_2: 'Ben' })).toEqual({ refused: 'groups.contact_half', field: 'address_2' });
  expect(decideContacts({ ...ada, name_2: 'Ada again', address_2: 'ADA@example.org' })).toEqual({
    refused: 'groups.contacts_same',
    field: 'address_2',
  });
});
