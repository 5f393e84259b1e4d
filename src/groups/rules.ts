// What a group decides, from facts alone.
import type { Contact, Role } from './tables.ts';

export type Roles = ReadonlyMap<string, Role>;

export type RoleRefusal = { refused: 'groups.last_owner' | 'groups.not_organiser' };

/**
 * Gives a person another role, or none. A group never loses its last owner: that is a hand-over.
 * `roles` are all roles of the group, read under its lock.
 */
export function decideRole(roles: Roles, person: string, to: Role | null): { from: Role } | RoleRefusal {
  const from = roles.get(person);
  if (from === undefined) return { refused: 'groups.not_organiser' };
  const owners = [...roles].filter(([id, role]) => role === 'owner' && id !== person).length;
  if (from === 'owner' && to !== 'owner' && owners === 0) return { refused: 'groups.last_owner' };
  return { from };
}

export type HandOverRefusal = { refused: 'groups.not_owner' | 'groups.not_organiser' };

/** An owner makes another organiser owner and steps back to organiser, both or neither. */
export function decideHandOver(roles: Roles, from: string, to: string): { ok: true } | HandOverRefusal {
  if (roles.get(from) !== 'owner') return { refused: 'groups.not_owner' };
  const role = roles.get(to);
  if (from === to || role === undefined || role === 'door') return { refused: 'groups.not_organiser' };
  return { ok: true };
}

/** What the team's bar asks for, most pressing first (`practice.md` END-5, COC-1). */
export type Nag = 'second_owner' | 'conduct_contacts' | 'mark' | 'about';

/** What is missing yet, the most pressing first; empty when all is there. */
export function nagsOf(facts: { owners: number; contacts: number; has_mark: boolean; has_about: boolean }): Nag[] {
  const nags: Nag[] = [];
  if (facts.contacts < 2) nags.push('conduct_contacts');
  if (facts.owners < 2) nags.push('second_owner');
  if (!facts.has_about) nags.push('about');
  if (!facts.has_mark) nags.push('mark');
  return nags;
}

/** How long an invitation into the team holds. */
export const invitationDays = 14;

/** Where an invitation stands at a moment in ms; what ended it weighs more than its time running out. */
export function invitationState(
  invitation: { expires_at: Date; ended: 'accepted' | 'revoked' | 'replaced' | null },
  nowMs: number,
): 'open' | 'accepted' | 'revoked' | 'replaced' | 'expired' {
  if (invitation.ended) return invitation.ended;
  return invitation.expires_at.getTime() > nowMs ? 'open' : 'expired';
}

const rank: Record<Role, number> = { door: 1, organiser: 2, owner: 3 };

/** The role a person has after accepting: never a lower one than before. */
export function decideAccepted(now: Role | null, invited: Role): Role {
  return now !== null && rank[now] > rank[invited] ? now : invited;
}

/** A lower role than before, or none: the only way one may change one's own. */
export function isStepDown(from: Role, to: Role | null): boolean {
  return to === null || rank[to] < rank[from];
}

type Typed = { name_1: string | null; address_1: string | null; name_2: string | null; address_2: string | null };

/** Two different people to turn to, fewer while they are being found; a name never without an address. */
export function decideContacts(
  typed: Typed,
): { contacts: Contact[] } | { refused: 'groups.contact_half' | 'groups.contacts_same'; field: keyof Typed } {
  const pairs = [
    { name: typed.name_1, address: typed.address_1, fields: ['name_1', 'address_1'] as const },
    { name: typed.name_2, address: typed.address_2, fields: ['name_2', 'address_2'] as const },
  ];
  const contacts: Contact[] = [];
  for (const { name, address, fields } of pairs) {
    if (name === null && address === null) continue;
    if (name === null || address === null) {
      return { refused: 'groups.contact_half', field: name === null ? fields[0] : fields[1] };
    }
    contacts.push({ name, address });
  }
  const [first, second] = contacts;
  if (first && second && first.address.toLowerCase() === second.address.toLowerCase()) {
    return { refused: 'groups.contacts_same', field: 'address_2' };
  }
  return { contacts };
}
