// Changes who runs a group: another role, stepping down, handing over.
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { audit } from './audit.ts';
import { endInvitationsBeyond } from './invite-organiser.ts';
import { lockGroup } from './lock-group.ts';
import { mayChangeRole } from './may.ts';
import { decideHandOver, decideRole, type HandOverRefusal, isStepDown, type RoleRefusal } from './rules.ts';
import type { Role } from './tables.ts';
import { type TeamMember, teamOf } from './team.ts';

type Person = Id<'people.person'>;
type Actor = { person_id: Person };
type Keys = { group_id: Id<'groups.group'>; person_id: Person };

/**
 * Gives somebody of the team another role, or none (`null`). One's own role one may only lower.
 * Tells the other by mail, and takes back invitations of theirs that the new role could not send. `groups.not_allowed`: the actor's role, as it is now, does not reach that far.
 */
export async function changeRole(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, person_id, role }: Keys & { role: Role | null },
): Promise<{ from: Role } | RoleRefusal | { refused: 'groups.not_allowed' }> {
  await lockGroup(tx, group_id);
  return writeRole(tx, actor, now, { group_id, person_id, role });
}

/** `changeRole` once the group is locked; without the lock two owners could step down past each other. */
export async function writeRole(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, person_id, role }: Keys & { role: Role | null },
): Promise<{ from: Role } | RoleRefusal | { refused: 'groups.not_allowed' }> {
  const team = await teamOf(tx, group_id);
  const roles = rolesOf(team);
  const decided = decideRole(roles, person_id, role);
  if ('refused' in decided) return decided;
  const { from } = decided;
  const own = person_id === actor.person_id;
  const allowed = own ? isStepDown(from, role) : mayChangeRole(roles.get(actor.person_id) ?? null, from, role);
  if (!allowed) return { refused: 'groups.not_allowed' };
  if (from === role) return decided;
  await setRole(tx, { group_id, person_id }, role);
  await audit(tx, { group_id, actor, what: auditWord(own, role), about: { person_id, from, role }, now });
  // Whoever steps down themselves may have asked somebody in to follow them.
  if (!own) await endInvitationsBeyond(tx, actor, now, { group_id, person_id, role });
  const told = team.find((member) => member.person_id === person_id);
  if (!own && told) {
    await queueMails(tx, [
      {
        template: 'groups.role-changed',
        to: told.address,
        person_id,
        lang: told.lang,
        args: { group_id, role },
      },
    ]);
  }
  return decided;
}

/** Makes another organiser owner and the actor an organiser, in one go; both are told by mail. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, person_id }: Keys,
): Promise<{ to: TeamMember } | HandOverRefusal> {
  await lockGroup(tx, group_id);
  const team = await teamOf(tx, group_id);
  const decided = decideHandOver(rolesOf(team), actor.person_id, person_id);
  if ('refused' in decided) return decided;
  await setRole(tx, { group_id, person_id }, 'owner');
  await setRole(tx, { group_id, person_id: actor.person_id }, 'organiser');
  await audit(tx, { group_id, actor, what: 'groups.group.handed_over', about: { person_id }, now });
  const both = team.filter((member) => member.person_id === person_id || member.person_id === actor.person_id);
  await queueMails(
    tx,
    both.map((member) => ({
      template: 'groups.handed-over',
      to: member.address,
      person_id: member.person_id,
      lang: member.lang,
      args: { group_id, from: actor.person_id, to: person_id },
    })),
  );
  return { to: both.find((member) => member.person_id === person_id) as TeamMember };
}

function rolesOf(team: TeamMember[]): ReadonlyMap<string, Role> {
  return new Map(team.map(({ person_id, role }) => [person_id, role]));
}

/** An owner's name stands on the page unless they say otherwise. */
async function setRole(tx: Tx, { group_id, person_id }: Keys, role: Role | null): Promise<void> {
  if (role === null) {
    await tx
      .deleteFrom('groups.organiser')
      .where('group_id', '=', group_id)
      .where('person_id', '=', person_id)
      .execute();
    return;
  }
  await tx
    .updateTable('groups.organiser')
    .set(role === 'owner' ? { role, is_shown: true } : { role })
    .where('group_id', '=', group_id)
    .where('person_id', '=', person_id)
    .execute();
}

function auditWord(own: boolean, role: Role | null): string {
  if (own) return 'groups.organiser.stepped_down';
  return role === null ? 'groups.organiser.removed' : 'groups.organiser.changed';
}
