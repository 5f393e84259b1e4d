// Small facts the demo town keeps about itself, and how a half-built one is cleared away.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';

type Person = Id<'people.person'>;

export type DemoFacts = {
  /** Its ways in: who one can be. Written last, so it also says that the town is built. */
  'demo.people': { guest: Person; organiser: Person; keeper: Person };
  /** Set before the first person moves in. */
  'demo.began': { day: string };
  /** Seconds that the town's clock is ahead of ours. */
  'demo.clock': number;
};

/** `undefined` when nobody has written it. */
export async function readFact<F extends keyof DemoFacts>(db: Db, name: F): Promise<DemoFacts[F] | undefined> {
  const row = await db.selectFrom('kit.fact').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value as DemoFacts[F] | undefined;
}

/** Writes it, over what was there. */
export async function writeFact<F extends keyof DemoFacts>(db: Db, name: F, fact: DemoFacts[F]): Promise<void> {
  const value = JSON.stringify(fact);
  await db
    .insertInto('kit.fact')
    .values({ name, value })
    .onConflict((on) => on.column('name').doUpdateSet({ value }))
    .execute();
}

/** True when nobody has ever used this database. */
export async function isUntouched(db: Db): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from people.person) or exists (select from groups."group") as touched`.execute(db);
  return rows[0]?.touched === false;
}

/** Empties every room, for a town whose building was broken off. Only ever called where this program began building one. */
export async function clearRooms(db: Db): Promise<void> {
  if ((await readFact(db, 'demo.began')) === undefined) throw new Error('demo: this database is not a demo town');
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_name not like 'migration%'
      and table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`.execute(db);
  await sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')}`).execute(db);
}
