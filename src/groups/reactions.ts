// What this room does when a person asks for everything about them, thinks about leaving, or leaves.
import { sql } from 'kysely';
import type { Announcements, Reaction } from '#kit/announce.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import { audit } from './audit.ts';
import { lockGroup } from './lock-group.ts';
import { groupPaths } from './paths.ts';
import { teamOf } from './team.ts';
import { words } from './words.ts';

type Person = Announcements['people.erased']['person_id'];

/** Groups one belongs to and runs, invitations to one's address, claims, and what the log says one did. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
  const member = await tx
    .selectFrom('groups.member')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.member.group_id')
    .select(['slug', 'groups.group.name', 'joined_at', 'announced', 'opened'])
    .where('person_id', '=', person_id)
    .orderBy('joined_at')
    .execute();
  const organiser = await tx
    .selectFrom('groups.organiser')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.organiser.group_id')
    .select(['slug', 'groups.group.name', 'role', 'since', 'is_shown'])
    .where('person_id', '=', person_id)
    .orderBy('since')
    .execute();
  const claims = await tx
    .selectFrom('groups.claim')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.claim.group_id')
    .select(['slug', 'says', 'made_at', 'answered_at', 'answer'])
    .where('person_id', '=', person_id)
    .orderBy('made_at')
    .execute();
  const invitations = await tx
    .selectFrom('groups.invitation')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.invitation.group_id')
    .select(['slug', 'role', 'invited_at', 'expires_at', 'ended'])
    .where('address', '=', addressOf(tx, person_id))
    .orderBy('invited_at')
    .execute();
  const log = await tx
    .selectFrom('groups.audit')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.audit.group_id')
    .select(['slug', 'at', 'what', 'groups.audit.about'])
    .where('person_id', '=', person_id)
    .orderBy('audit_id')
    .execute();
  into.groups = { member, organiser, claims, invitations, log };
};

/** Says which groups have no other owner. */
export const warnLastOwner: Reaction<'people.before_erasing'> = async (tx, { person_id, lang, obstacles }) => {
  const t = words(lang);
  for (const { slug, name } of await ownedAlone(tx, person_id)) {
    obstacles.push({ sentence: t('obstacle.last_owner', { name }), path: groupPaths.organisers({ slug }) });
  }
};

/**
 * Lets go of a person. A group they owned alone goes to who has been organiser longest; with no organiser it waits,
 * unclaimed, for somebody to ask for it. The log keeps what was done and forgets who.
 */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id, now }) => {
  const owned = await tx
    .selectFrom('groups.organiser')
    .select('group_id')
    .where('person_id', '=', person_id)
    .where('role', '=', 'owner')
    .orderBy('group_id')
    .execute();
  for (const { group_id } of owned) {
    // Under the lock: the other owner may be leaving in this very moment.
    await lockGroup(tx, group_id);
    const rest = (await teamOf(tx, group_id)).filter((each) => each.person_id !== person_id);
    if (rest.some(({ role }) => role === 'owner')) continue;
    const heir = rest.find(({ role }) => role === 'organiser');
    if (!heir) {
      await tx.updateTable('groups.group').set({ state: 'unclaimed' }).where('group_id', '=', group_id).execute();
      continue;
    }
    await tx
      .updateTable('groups.organiser')
      .set({ role: 'owner' })
      .where('group_id', '=', group_id)
      .where('person_id', '=', heir.person_id)
      .execute();
    const about = { person_id: heir.person_id, from: heir.role, role: 'owner' };
    await audit(tx, { group_id, actor: null, what: 'groups.organiser.inherited', about, now });
    const { address: to, lang } = heir;
    const args = { group_id, role: 'owner' };
    await queueMails(tx, [{ template: 'groups.role-changed', to, person_id: heir.person_id, lang, args }]);
  }
  await forget(tx, person_id);
};

async function forget(tx: Tx, person_id: Person): Promise<void> {
  await sql`
    update groups.conduct set contacts = (
      select coalesce(jsonb_agg(contact), '[]') from jsonb_array_elements(contacts) contact
      where lower(contact ->> 'address') <> ${addressOf(tx, person_id)}
    ) where contacts::text ilike '%' || ${addressOf(tx, person_id)} || '%'
  `.execute(tx);
  await tx.deleteFrom('groups.invitation').where('address', '=', addressOf(tx, person_id)).execute();
  await tx.updateTable('groups.invitation').set({ invited_by: null }).where('invited_by', '=', person_id).execute();
  await tx.updateTable('groups.conduct').set({ set_by: null }).where('set_by', '=', person_id).execute();
  await tx.deleteFrom('groups.claim').where('person_id', '=', person_id).execute();
  await tx.updateTable('groups.claim').set({ answered_by: null }).where('answered_by', '=', person_id).execute();
  await tx.deleteFrom('groups.organiser').where('person_id', '=', person_id).execute();
  await tx.deleteFrom('groups.member').where('person_id', '=', person_id).execute();
  await tx.updateTable('groups.audit').set({ person_id: null }).where('person_id', '=', person_id).execute();
}

/** Groups this person owns and nobody else does. */
async function ownedAlone(tx: Tx, person_id: Person) {
  return tx
    .selectFrom('groups.organiser as mine')
    .innerJoin('groups.group', 'groups.group.group_id', 'mine.group_id')
    .select(['groups.group.group_id', 'slug', 'name'])
    .where('mine.person_id', '=', person_id)
    .where('mine.role', '=', 'owner')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('groups.organiser as other')
            .select('other.person_id')
            .whereRef('other.group_id', '=', 'mine.group_id')
            .where('other.role', '=', 'owner')
            .where('other.person_id', '<>', person_id),
        ),
      ),
    )
    .orderBy('groups.group.group_id')
    .execute();
}

/** Invitations and contacts know an address, not a person: by its key. Never null, so that nothing compares as unknown. */
function addressOf(tx: Tx, person_id: Person) {
  return tx.selectFrom('people.person').select('address_key').where('person_id', '=', person_id).$asScalar();
}
