// What a mail of this room tells, read when it leaves and not when it was queued.
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Role } from './tables.ts';

export { groupById } from './queries.ts';

type GroupId = Id<'groups.group'>;

export type InvitationFacts = {
  role: Role;
  expires_at: Date;
  ended: 'accepted' | 'revoked' | 'replaced' | null;
  /** Who asked them in, by name; null when they have left. */
  inviter: string | null;
};

/** An invitation as it stands; undefined when it is gone with the one it went to. */
export async function invitationFacts(
  db: Db,
  which: { group_id: GroupId; invitation_id: Id<'groups.invitation'> },
): Promise<InvitationFacts | undefined> {
  return db
    .selectFrom('groups.invitation')
    .leftJoin('people.person', 'people.person.person_id', 'groups.invitation.invited_by')
    .select(['role', 'expires_at', 'ended', 'people.person.name as inviter'])
    .where('group_id', '=', which.group_id)
    .where('invitation_id', '=', which.invitation_id)
    .executeTakeFirst();
}

export type ClaimFacts = { says: string; name: string; address: string };

/** A claim nobody has answered, and whose it is; undefined once it is answered. */
export async function waitingClaim(
  db: Db,
  which: { group_id: GroupId; claim_id: Id<'groups.claim'> },
): Promise<ClaimFacts | undefined> {
  return db
    .selectFrom('groups.claim')
    .innerJoin('people.person', 'people.person.person_id', 'groups.claim.person_id')
    .select(['says', 'name', 'address'])
    .where('group_id', '=', which.group_id)
    .where('claim_id', '=', which.claim_id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
}
