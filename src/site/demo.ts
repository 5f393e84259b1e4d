// Who one can be in the demo town. Whoever seeds the town keeps their ids under this fact.
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import { findPeople } from '#people';

export const demoRoles = ['guest', 'organiser', 'keeper'] as const;
export type DemoRole = (typeof demoRoles)[number];

const FACT = 'demo.people';

type Ids = Record<DemoRole, Id<'people.person'>>;

/** The ids of the three, or null while the town is being built. */
export async function demoPeople(db: Db | Tx): Promise<Ids | null> {
  const row = await db.selectFrom('kit.fact').select('value').where('name', '=', FACT).executeTakeFirst();
  const ids = row?.value as Partial<Ids> | undefined;
  return ids?.guest && ids.organiser && ids.keeper ? (ids as Ids) : null;
}

/** Their names; null while the town is being built. Two statements. */
export async function demoNames(db: Db | Tx): Promise<Record<DemoRole, string> | null> {
  const ids = await demoPeople(db);
  if (!ids) return null;
  const people = await findPeople.byIds(db, Object.values(ids));
  const name = (as: DemoRole) => people.get(ids[as])?.name ?? '';
  return { guest: name('guest'), organiser: name('organiser'), keeper: name('keeper') };
}
