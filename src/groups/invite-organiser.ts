// Asks somebody into a group's team by mail, and lets them in.

import { type Id, newId } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import { hashToken, newToken, seal } from '#kit/secret.ts';
import type { Db, Row, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { findPeople, mailboxOf } from '#people';
import { audit } from './audit.ts';
import { lockGroup } from './lock-group.ts';
import { mayInvite } from './may.ts';
import { decideAccepted, invitationDays, invitationState } from './rules.ts';
import type { Role } from './tables.ts';
import { teamOf } from './team.ts';

type GroupId = Id<'groups.group'>;
type Actor = { person_id: Id<'people.person'> };

/** Invitations a group may send in a day: enough for a Community Day's crew, too few to pester strangers. */
const mostADay = 20;

export type InviteRefusal = {
  refused: 'groups.already_in_team' | 'groups.too_many_invitations' | 'groups.not_allowed';
};

/**
 * Mails an invitation; an open one to the same address is replaced. The token is in the mail and nowhere else; while that
 * waits, it is sealed with the server's `secret`.
 * `lang`: what to write in, as long as nobody knows the invited person's own language.
 */
export async function inviteOrganiser(
  tx: Tx,
  actor: Actor,
  now: Instant,
  {
    group_id,
    address,
    role,
    lang,
    secret,
  }: { group_id: GroupId; address: string; role: Role; lang: Lang; secret: string },
): Promise<{ invitation_id: Id<'groups.invitation'>; token: string } | InviteRefusal> {
  await lockGroup(tx, group_id);
  const { key: to } = mailboxOf(address);
  const team = await teamOf(tx, group_id);
  const mine = team.find(({ person_id }) => person_id === actor.person_id);
  if (!mayInvite(mine?.role ?? null, role)) return { refused: 'groups.not_allowed' };
  if (team.some((member) => mailboxOf(member.address).key === to)) return { refused: 'groups.already_in_team' };

  const at = new Date(now.epochMilliseconds);
  const before = await tx
    .selectFrom('groups.invitation')
    .select(['invitation_id', 'address', 'ended', 'invited_at'])
    .where('group_id', '=', group_id)
    .where((e) => e.or([e('ended_at', 'is', null), e('invited_at', '>', new Date(now.epochMilliseconds - 86_400_000))]))
    .execute();
  const today = before.filter(({ invited_at }) => invited_at.getTime() > now.epochMilliseconds - 86_400_000);
  if (today.length >= mostADay) return { refused: 'groups.too_many_invitations' };
  for (const old of before.filter((each) => each.address === to && each.ended === null)) {
    await endInvitation(tx, group_id, old.invitation_id, 'replaced', at);
  }
  const token = newToken();
  const invitation_id = newId<'groups.invitation'>(now.epochMilliseconds);
  await tx
    .insertInto('groups.invitation')
    .values({
      group_id,
      invitation_id,
      address: to,
      role,
      token_hash: hashToken(token),
      invited_by: actor.person_id,
      invited_at: at,
      expires_at: new Date(now.epochMilliseconds + invitationDays * 86_400_000),
      ended_at: null,
      ended: null,
    })
    .execute();
  await audit(tx, { group_id, actor, what: 'groups.invitation.sent', about: { invitation_id, role }, now });
  const sealed = seal(secret, `groups.invitation:${invitation_id}`, token);
  await queueMails(tx, [{ template: 'groups.invitation', to, lang, args: { group_id, invitation_id, sealed } }]);
  return { invitation_id, token };
}

/** Takes an open invitation back; its link says so from then on. */
export async function revokeInvitation(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, invitation_id }: { group_id: GroupId; invitation_id: Id<'groups.invitation'> },
): Promise<void> {
  const ended = await endInvitation(tx, group_id, invitation_id, 'revoked', new Date(now.epochMilliseconds));
  if (ended) await audit(tx, { group_id, actor, what: 'groups.invitation.revoked', about: { invitation_id }, now });
}

/** What somebody who was given a lower role, or none, could no longer send, is taken back with it. */
export async function endInvitationsBeyond(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, person_id, role }: { group_id: GroupId; person_id: Id<'people.person'>; role: Role | null },
): Promise<void> {
  const open = await tx
    .selectFrom('groups.invitation')
    .select(['invitation_id', 'role'])
    .where('group_id', '=', group_id)
    .where('invited_by', '=', person_id)
    .where('ended_at', 'is', null)
    .execute();
  for (const { invitation_id, role: invited } of open) {
    if (!mayInvite(role, invited)) await revokeInvitation(tx, actor, now, { group_id, invitation_id });
  }
}

export type Invitation = Omit<Row<'groups.invitation'>, 'token_hash'> & { inviter: string | null };

/** The invitation a mailed link names, whatever has become of it. */
export async function invitationByToken(
  db: Db | Tx,
  group_id: GroupId,
  token: string,
): Promise<Invitation | undefined> {
  return invitations(db, group_id).where('token_hash', '=', hashToken(token)).executeTakeFirst();
}

/** Invitations nobody has answered, the latest first; those past their day too, so that they can be sent again. */
export async function openInvitations(db: Db | Tx, group_id: GroupId): Promise<Invitation[]> {
  return invitations(db, group_id).where('ended_at', 'is', null).orderBy('invited_at', 'desc').limit(100).execute();
}

function invitations(db: Db | Tx, group_id: GroupId) {
  return db
    .selectFrom('groups.invitation')
    .leftJoin('people.person', 'people.person.person_id', 'groups.invitation.invited_by')
    .select([
      'group_id',
      'invitation_id',
      'groups.invitation.address',
      'role',
      'invited_by',
      'invited_at',
      'expires_at',
      'ended_at',
      'ended',
      'people.person.name as inviter',
    ])
    .where('group_id', '=', group_id);
}

export type AcceptRefusal = { refused: 'groups.invitation_over' | 'groups.other_address' };

/**
 * Lets the actor into the team and makes them a member, if the invitation went to the address they proved. A second
 * press of the button finds them in the team and is fine.
 */
export async function acceptInvitation(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, token }: { group_id: GroupId; token: string },
): Promise<{ role: Role } | AcceptRefusal> {
  await lockGroup(tx, group_id);
  const invitation = await invitationByToken(tx, group_id, token);
  if (!invitation) return { refused: 'groups.invitation_over' };
  const { person_id } = actor;
  const invited = await findPeople.byAddress(tx, invitation.address);
  if (invited?.person_id !== person_id) return { refused: 'groups.other_address' };
  const team = await teamOf(tx, group_id);
  const before = team.find((member) => member.person_id === person_id)?.role ?? null;
  const state = invitationState(invitation, now.epochMilliseconds);
  if (state === 'accepted' && before !== null) return { role: before };
  if (state !== 'open') return { refused: 'groups.invitation_over' };

  const at = new Date(now.epochMilliseconds);
  const role = decideAccepted(before, invitation.role);
  await tx
    .insertInto('groups.organiser')
    .values({ group_id, person_id, role, since: at, is_shown: role === 'owner' })
    .onConflict((on) => on.columns(['group_id', 'person_id']).doUpdateSet({ role }))
    .execute();
  await tx
    .insertInto('groups.member')
    .values({ group_id, person_id, joined_at: at })
    .onConflict((on) => on.columns(['group_id', 'person_id']).doNothing())
    .execute();
  await endInvitation(tx, group_id, invitation.invitation_id, 'accepted', at);
  const about = { invitation_id: invitation.invitation_id, role };
  await audit(tx, { group_id, actor, what: 'groups.invitation.accepted', about, now });
  return { role };
}

async function endInvitation(
  tx: Tx,
  group_id: GroupId,
  invitation_id: Id<'groups.invitation'>,
  ended: 'accepted' | 'revoked' | 'replaced',
  ended_at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('groups.invitation')
    .set({ ended, ended_at })
    .where('group_id', '=', group_id)
    .where('invitation_id', '=', invitation_id)
    .where('ended_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst();
  return row !== undefined;
}
