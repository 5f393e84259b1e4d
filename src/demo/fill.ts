// Builds the demo town: five groups and all their evenings, as if their people had done it, on the day it is built.
import { groupList, townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { clearMails } from '#kit/mail/index.ts';
import { type Newcomer, welcomePeople } from '#people';
import { openDice } from './dice.ts';
import { clearRooms, isUntouched, readFact, writeFact } from './facts.ts';
import { lakeside } from './groups/lakeside.ts';
import { leipzig } from './groups/leipzig.ts';
import { osaka } from './groups/osaka.ts';
import { claim, coffee, listed, prairie } from './groups/small-groups.ts';
import { playGroup } from './play-group.ts';

export const SEED = 'the town by the lake';

const groups = [lakeside, osaka, leipzig, prairie, coffee];

/** Who one can be besides Lakeside's owner. */
const guest = { name: 'Nguyễn Thị Hạnh', address: 'hanh.nguyen@example.org', zone: 'America/Chicago' };
const keeper = { name: 'Ingrid Solheim', address: 'ingrid.solheim@example.org', zone: 'Europe/Berlin' };

/**
 * Fills an empty database; does nothing (and gives false) where the town stands already, and begins anew where building it was broken off.
 * The same day gives the same town. Throws outside the demo, and on a database somebody else uses.
 */
export async function fillDemo(ground: Ground, say: (text: string) => void): Promise<boolean> {
  if (!ground.demo) throw new Error('only a demo is filled with made-up people');
  const { db } = ground;
  if (await readFact(db, 'demo.people')) return false;
  if (await readFact(db, 'demo.began')) await clearRooms(db);
  else if (!(await isUntouched(db))) {
    throw new Error('this database is used by a real server, so no demo town is built in it');
  }
  const started = performance.now();
  say('  Building the demo town …');
  const today = ground.now().toString().slice(0, 10);
  await writeFact(db, 'demo.began', { day: today });

  const since = new Date(`${today}T00:00Z`);
  const named = [guest, { ...keeper, is_keeper: true }].map((one): Newcomer => ({ ...one, lang: 'en', since }));
  const [guestId, keeperId] = await transact(db, (tx) => welcomePeople(tx, ground, named));
  if (!guestId || !keeperId) throw new Error('demo: nobody moved in');

  const dice = openDice(SEED);
  const taken = new Set([guest, keeper].flatMap(({ name, address }) => [name, address]));
  for (const { founder, team } of groups) {
    for (const { name, address } of [founder, ...team]) taken.add(name).add(address);
  }
  const played = await Promise.all(
    groups.map((script) =>
      playGroup({
        ground,
        dice: dice.own(script.key),
        script,
        today,
        guest: script === lakeside ? guestId : null,
        taken,
      }),
    ),
  );
  const organiser = played[0]?.people.founder;
  if (!organiser) throw new Error('demo: nobody runs anything');
  const claimant = played[groups.indexOf(leipzig)]?.people.crowd[0];
  if (claimant) await listGroup(ground, claimant.person_id);
  await clearMails(db);
  await writeFact(db, 'demo.people', { guest: guestId, organiser, keeper: keeperId });
  say(`  It stands: ${groups.length} groups, in ${Math.round((performance.now() - started) / 1000)} s.`);
  return true;
}

/** A group that was read from a list, and somebody who says it is theirs: the keeper has something to answer. */
async function listGroup(ground: Ground, person_id: Id<'people.person'>): Promise<void> {
  const read = groupList.read(listed);
  if (!read.ok) throw new Error(read.sentence);
  const [row] = await groupList.bringIn(ground.db, ground.now(), read.rows, { source: 'demo' });
  const group_id = row?.group_id;
  if (!group_id) throw new Error(`demo: ${row?.because}`);
  await transact(ground.db, (tx) => townVerbs.claimGroup(tx, { person_id }, ground.now(), { group_id, says: claim }));
}
