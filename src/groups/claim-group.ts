// An imported group that nobody looks after: somebody says it is theirs, the keeper answers.
import { type Id, newId } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { audit } from './audit.ts';
import { bundledFor } from './conduct/texts.ts';
import { lockGroup } from './lock-group.ts';
import { mayClaim } from './may.ts';
import type { Group } from './tables.ts';

type GroupId = Id<'groups.group'>;
type Actor = { person_id: Id<'people.person'> };

/**
 * Writes a claim and tells every keeper by mail; of one that waits already it only changes the words.
 * `says`: how they belong to the group.
 */
export async function claimGroup(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { group_id, says }: { group_id: GroupId; says: string },
): Promise<{ claimed: true } | { refused: 'groups.not_unclaimed' }> {
  const group = await lockGroup(tx, group_id);
  if (!mayClaim(group.state)) return { refused: 'groups.not_unclaimed' };
  const claim_id = newId<'groups.claim'>(now.epochMilliseconds);
  const written = await tx
    .insertInto('groups.claim')
    .values({
      group_id,
      claim_id,
      person_id: actor.person_id,
      says,
      made_at: new Date(now.epochMilliseconds),
      answered_at: null,
      answered_by: null,
      answer: null,
    })
    .onConflict((on) => on.columns(['group_id', 'person_id']).where('answered_at', 'is', null).doUpdateSet({ says }))
    .returning('claim_id')
    .executeTakeFirstOrThrow();
  if (written.claim_id === claim_id) await tellKeepers(tx, { group_id, claim_id });
  return { claimed: true };
}

async function tellKeepers(tx: Tx, args: { group_id: GroupId; claim_id: Id<'groups.claim'> }): Promise<void> {
  const keepers = await tx
    .selectFrom('people.person')
    .select(['person_id', 'address', 'lang'])
    .where('is_keeper', '=', true)
    .execute();
  await queueMails(
    tx,
    keepers.map(({ person_id, address: to, lang }) => ({ template: 'groups.claim-made', to, person_id, lang, args })),
  );
}

export type WaitingClaim = {
  claim_id: Id<'groups.claim'>;
  says: string;
  made_at: Date;
  person_id: Id<'people.person'>;
  person: string;
  address: string;
  group: Pick<Group, 'group_id' | 'slug' | 'name' | 'place' | 'website'>;
};

/** Claims nobody has answered, over all groups, the oldest first. One statement. */
export async function waitingClaims(db: Db | Tx): Promise<WaitingClaim[]> {
  const rows = await db
    .selectFrom('groups.claim')
    .innerJoin('groups.group', 'groups.group.group_id', 'groups.claim.group_id')
    .innerJoin('people.person', 'people.person.person_id', 'groups.claim.person_id')
    .select(['claim_id', 'says', 'made_at', 'groups.claim.person_id', 'people.person.name as person', 'address'])
    .select(['groups.group.group_id', 'slug', 'groups.group.name', 'place', 'website'])
    .where('answered_at', 'is', null)
    .orderBy('made_at')
    .orderBy('claim_id')
    .limit(200)
    .execute();
  return rows.map(({ group_id, slug, name, place, website, ...claim }) => ({
    ...claim,
    group: { group_id, slug, name, place, website },
  }));
}

/**
 * The keeper answers. Granted: the person owns the group, and everybody else who claimed it is declined. All are told
 * by mail. Refuses with `groups.claim_over` when it was answered before, or somebody looks after the group by now.
 */
export async function answerClaim(
  tx: Tx,
  keeper: Actor,
  now: Instant,
  { group_id, claim_id, answer }: { group_id: GroupId; claim_id: Id<'groups.claim'>; answer: 'granted' | 'declined' },
): Promise<{ answered: true } | { refused: 'groups.claim_over' }> {
  const group = await lockGroup(tx, group_id);
  const waiting = await tx
    .selectFrom('groups.claim')
    .innerJoin('people.person', 'people.person.person_id', 'groups.claim.person_id')
    .select(['claim_id', 'groups.claim.person_id', 'address', 'lang'])
    .where('group_id', '=', group_id)
    .where('answered_at', 'is', null)
    .execute();
  const claim = waiting.find((each) => each.claim_id === claim_id);
  if (!claim || (answer === 'granted' && !mayClaim(group.state))) return { refused: 'groups.claim_over' };
  const ended = answer === 'granted' ? waiting : [claim];
  for (const each of ended) {
    await tx
      .updateTable('groups.claim')
      .set({
        answer: each === claim ? answer : 'declined',
        answered_at: new Date(now.epochMilliseconds),
        answered_by: keeper.person_id,
      })
      .where('group_id', '=', group_id)
      .where('claim_id', '=', each.claim_id)
      .execute();
  }
  if (answer === 'granted') await giveTo(tx, keeper, now, group, claim.person_id);
  await queueMails(
    tx,
    ended.map((each) => ({
      template: each === claim && answer === 'granted' ? 'groups.claim-granted' : 'groups.claim-declined',
      to: each.address,
      person_id: each.person_id,
      lang: each.lang,
      args: { group_id },
    })),
  );
  return { answered: true };
}

async function giveTo(tx: Tx, keeper: Actor, now: Instant, group: Group, person_id: Actor['person_id']): Promise<void> {
  const { group_id } = group;
  const at = new Date(now.epochMilliseconds);
  await tx
    .insertInto('groups.organiser')
    .values({ group_id, person_id, role: 'owner', since: at, is_shown: true })
    .onConflict((on) => on.columns(['group_id', 'person_id']).doUpdateSet({ role: 'owner' }))
    .execute();
  await tx
    .insertInto('groups.member')
    .values({ group_id, person_id, joined_at: at })
    .onConflict((on) => on.columns(['group_id', 'person_id']).doNothing())
    .execute();
  if (group.conduct_version === null) {
    await tx
      .insertInto('groups.conduct')
      .values({
        group_id,
        version: 1,
        bundled: bundledFor(group.language).key,
        own_text: null,
        contacts: '[]',
        set_at: at,
        set_by: person_id,
      })
      .onConflict((on) => on.columns(['group_id', 'version']).doNothing())
      .execute();
  }
  await tx
    .updateTable('groups.group')
    .set({ state: 'active', conduct_version: group.conduct_version ?? 1 })
    .where('group_id', '=', group_id)
    .execute();
  await audit(tx, { group_id, actor: keeper, what: 'groups.claim.granted', about: { person_id }, now });
}
