// The demo town's door: building it, its clock, and the ways in that are printed when it starts.
import { connectReactions } from '#kit/announce.ts';
import type { Config } from '#kit/config.ts';
import { openDatabase } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { openLimits } from '#kit/limits.ts';
import { silentLog } from '#kit/log.ts';
import { openPageCache } from '#kit/page-cache.ts';
import { Temporal } from '#kit/time.ts';
import { findPeople } from '#people';
import { sitePaths } from '#site';
import { reactions } from '../reactions.ts';
import { readFact } from './facts.ts';
import { fillDemo } from './fill.ts';

export { startDemoClock } from './clock.ts';
export { demoRoutes } from './clock-routes.tsx';
export { fillDemo } from './fill.ts';

type Say = (text: string) => void;

/** Builds the town over the migrated database at `url`, before anything sends mail. False, and quick, when it stands already. */
export async function buildDemo({ url, config }: { url: string; config: Config }, say: Say): Promise<boolean> {
  connectReactions(reactions);
  const database = openDatabase(url, { max: 6 });
  const ground: Ground = {
    config,
    db: database.db,
    url,
    log: silentLog(),
    limits: openLimits(),
    cache: openPageCache(),
    waiting: { requests: 0 },
    now: () => Temporal.Now.instant(),
    mailsQueued: () => {},
    demo: true,
  };
  try {
    return await fillDemo(ground, say);
  } finally {
    await database.close();
  }
}

/** Prints where the town is and who one can be there. */
export async function enterDemo({ ground }: { ground: Ground }, say: Say): Promise<void> {
  const { db, config } = ground;
  const people = await readFact(db, 'demo.people');
  if (!people) return;
  const named = await findPeople.byIds(db, Object.values(people));
  const nameOf = (id: (typeof people)['guest']) => named.get(id)?.name ?? '';
  say('');
  say(`  The demo town: ${config.origin}${sitePaths.demo()}`);
  say('  Everyone in it is made up, and no mail leaves it. There you can be');
  say(`    ${nameOf(people.guest)}, a guest with a seat at one evening and a place in line for another`);
  say(`    ${nameOf(people.organiser)}, who runs Lakeside Cloud Users with three others`);
  say(`    ${nameOf(people.keeper)}, the keeper of the server`);
  say(`  Its clock can be moved: ${config.origin}${sitePaths.demoClock()}`);
}
