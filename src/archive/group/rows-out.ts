// Reads everything of one group: who goes along, then the rows of every travelling table, a few hundred at a time.
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#kit/tables.ts';
import type { TableColumns } from './columns.ts';
import type { ArchivedPerson } from './format.ts';

const AT_ONCE = 500;

/**
 * Everybody a row takes along: members, the team, guests. Their address is proven, or was where the group came from, or an
 * organiser gave it; then it does not tell whose it is. One statement.
 */
export async function whoGoes(tx: Tx, group_id: string, tables: readonly TableColumns[]): Promise<ArchivedPerson[]> {
  const named = tables.flatMap(({ travelling: { table, people, unproved, unnamed, only } }) =>
    Object.entries(people).flatMap(([column, how]) =>
      how === 'with'
        ? [
            sql`select t.${sql.ref(column)} as person_id, ${sql.raw(unproved ?? 'false')} as is_given,
              ${sql.raw(unnamed ?? 'false')} as is_unnamed
              from ${sql.table(table)} t where t.group_id = ${group_id} and ${sql.raw(only ?? 'true')}`,
          ]
        : [],
    ),
  );
  if (named.length === 0) return [];
  const { rows } = await sql<ArchivedPerson>`
    with named as (${sql.join(named, sql` union all `)}),
      chosen as (select person_id, bool_or(is_given) as is_given, bool_and(is_unnamed) as is_unnamed
        from named group by person_id)
    select p.person_id, p.address, case when c.is_unnamed then '' else p.name end as name, p.lang, (p.proved_at is not null or n.person_id is not null) as is_proved
    from chosen c join people.person p on p.person_id = c.person_id
    left join archive.newcomer n on n.group_id = ${group_id} and n.person_id = p.person_id
    where p.proved_at is not null or n.person_id is not null or c.is_given
    order by p.person_id`.execute(tx);
  return rows;
}

/** Rows of one table as lines of JSON, in the order of its key. `people`: who goes along. */
export async function* rowsOut(
  tx: Tx,
  group_id: string,
  { travelling, columns, key }: TableColumns,
  people: readonly string[],
): AsyncGenerator<string> {
  const { table, only } = travelling;
  const goes = sql`any(${people}::uuid[])`;
  const withThem = columns
    .filter(({ name }) => travelling.people[name] === 'with')
    .map(({ name }) => sql`t.${sql.ref(name)} = ${goes}`);
  const chosen = columns.map(({ name }): RawBuilder<unknown> => {
    const column = sql`t.${sql.ref(name)}`;
    return travelling.people[name] === 'blank'
      ? sql`case when ${column} = ${goes} then ${column} end as ${sql.ref(name)}`
      : column;
  });
  const conditions = [sql`t.group_id = ${group_id}`, sql`(${sql.raw(only ?? 'true')})`, ...withThem];
  await sql`
    declare archive_rows no scroll cursor for
    select row_to_json(r)::text as line from (
      select ${sql.join(chosen)} from ${sql.table(table)} t where ${sql.join(conditions, sql` and `)}
      order by ${sql.join(key.map((name) => sql`t.${sql.ref(name)}`))}) r`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(AT_ONCE))} from archive_rows`.execute(tx);
    if (rows.length === 0) break;
    yield `${rows.map(({ line }) => line).join('\n')}\n`;
  }
  await sql`close archive_rows`.execute(tx);
}
