// Forgets codes and sessions that ended, and people who never proved their address.
import { announce } from '#kit/announce.ts';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { erasePerson } from './erase-person.ts';
import { UNPROVED_HOURS } from './rules.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Comes round every hour. */
    'people.sweep': Record<string, never>;
  }
}

/** Gives how many people were forgotten, at most 2,000 in one round. */
export async function sweepPeople(ground: Ground): Promise<number> {
  const { db } = ground;
  const now = ground.now();
  const ended = new Date(now.epochMilliseconds);
  const asked = new Date(now.epochMilliseconds - UNPROVED_HOURS * 3_600_000);
  await db.deleteFrom('people.challenge').where('ends_at', '<=', ended).execute();
  await db.deleteFrom('people.session').where('ends_at', '<=', ended).execute();
  const unproved = await db
    .selectFrom('people.person')
    .select('person_id')
    .where('proved_at', 'is', null)
    .where('asked_at', '<', asked)
    .limit(2000)
    .execute();
  const needed = await stillNeeded(
    ground,
    unproved.map((person) => person.person_id),
  );
  let forgotten = 0;
  for (const { person_id } of unproved) {
    if (!needed.has(person_id) && (await forgetUnproved(ground, person_id, asked))) forgotten++;
  }
  return forgotten;
}

/** Those a room counts on, a guest an organiser put on the list for one: asked about again in a day. */
async function stillNeeded(ground: Ground, person_ids: Id<'people.person'>[]): Promise<Set<Id<'people.person'>>> {
  const now = ground.now();
  if (person_ids.length === 0) return new Set();
  return transact(ground.db, async (tx) => {
    const needed = new Set<Id<'people.person'>>();
    await announce(tx, 'people.before_forgetting', { person_ids, needed, now });
    if (needed.size > 0) {
      await tx
        .updateTable('people.person')
        .set({ asked_at: new Date(now.epochMilliseconds) })
        .where('person_id', 'in', [...needed])
        .execute();
    }
    return needed;
  });
}

/** One transaction each: a room that stumbles over one person does not keep the others. */
async function forgetUnproved(ground: Ground, person_id: Id<'people.person'>, asked: Date): Promise<boolean> {
  try {
    return await transact(ground.db, async (tx) => {
      // They may have come back and typed a code since the list was made.
      const still = await tx
        .selectFrom('people.person')
        .select('person_id')
        .where('person_id', '=', person_id)
        .where('proved_at', 'is', null)
        .where('asked_at', '<', asked)
        .forUpdate()
        .executeTakeFirst();
      return still !== undefined && (await erasePerson(tx, person_id, ground.now()));
    });
  } catch (error) {
    ground.log.error({ event: 'people.not_swept', stack: error instanceof Error ? error.stack : undefined });
    return false;
  }
}
