// Packs a group into one file: every row that travels, and on top of it what people read. docs/archive.md describes it.
import { sql } from 'kysely';
import { audit } from '#groups';
import { transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import { knownMigrations } from '#kit/migrate.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { declaredTravels, isTravelling } from '#kit/travels.ts';
import { version } from '#kit/version.ts';
import { type Packed, type Packing, writeZip } from '#kit/zip/write.ts';
import { finalMails } from '../mails/final-mail.ts';
import { type TableColumns, travellingTables } from './columns.ts';
import { type ArchivedPerson, FORMAT, MANIFEST, type Manifest, PEOPLE, rowsOf } from './format.ts';
import { openArchive } from './open-archive.ts';
import * as papers from './papers.ts';
import { rowsOut, whoGoes } from './rows-out.ts';

export type PackWish = {
  group_id: Id<'groups.group'>;
  /** Who takes it; null: the command line. */
  actor: { person_id: Id<'people.person'> } | null;
  /** Canonical address of this server. */
  origin: string;
  now: Instant;
  /** Where it is to lie. What lies there is replaced once the new one is whole. */
  file: string;
};

/**
 * Writes the archive, reads it back, and only then gives it its name. Everything in it is of one moment. That it was taken
 * is noted in the group's log first, so the note is in the archive too. Gives what is in it.
 */
export async function packGroup(db: Db, wish: PackWish): Promise<Manifest> {
  const { group_id, actor, now } = wish;
  await transact(db, (tx) => audit(tx, { group_id, actor, what: 'archive.group.taken', now }));
  const schema = (await knownMigrations()).at(-1) ?? '';
  return transact(
    db,
    async (tx) => {
      let manifest: Manifest | undefined;
      const pack = async (zip: Packing) => {
        manifest = await packInto(zip, tx, wish, schema);
      };
      const prove = async (part: string) => (await openArchive(part)).close();
      await writeZip(wish.file, pack, { prove });
      return manifest as Manifest;
    },
    { snapshot: true },
  );
}

async function packInto(zip: Packing, tx: Tx, { group_id, origin, now }: PackWish, schema: string): Promise<Manifest> {
  // Instants are written in UTC; whoever reads them goes by the offset, so this is about looks.
  await sql`set local time zone 'UTC'`.execute(tx);
  const tables = await travellingTables(tx);
  const group = await groupToPack(tx, group_id);
  const people = await whoGoes(tx, group_id, tables);
  const files: Manifest['files'] = [];
  const counts: Record<string, number> = { people: people.length };
  for (const paper of await papersOf(tx, { group, people, tables, origin, now })) {
    files.push(await zip.add(paper.name, paper.contents));
  }
  const lines = people.map((person) => `${JSON.stringify(person)}\n`).join('');
  files.push({ ...(await zip.add(PEOPLE, lines)), rows: people.length });
  const ids = people.map(({ person_id }) => person_id);
  for (const table of tables) {
    const written = await packRows(zip, rowsOut(tx, group_id, table, ids), table);
    counts[table.travelling.table] = written.rows;
    files.push(written);
  }
  const manifest: Manifest = {
    format: FORMAT.name,
    format_version: FORMAT.version,
    made_by: { software: 'ugroup', version: version(), schema },
    made_at: now.toString(),
    from: origin,
    group: { group_id, slug: group.slug, name: group.name },
    counts,
    files,
    left_behind: leftBehind(),
  };
  await zip.add(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

async function packRows(
  zip: Packing,
  lines: AsyncGenerator<string>,
  { travelling, columns }: TableColumns,
): Promise<Packed & { rows: number; columns: string[] }> {
  let rows = 0;
  async function* counted() {
    for await (const some of lines) {
      rows += some.split('\n').length - 1;
      yield some;
    }
  }
  const packed = await zip.add(rowsOf(travelling.table), counted());
  return { ...packed, rows, columns: columns.map(({ name }) => name) };
}

type Facts = {
  group: papers.PackedGroup;
  people: ArchivedPerson[];
  tables: TableColumns[];
  origin: string;
  now: Instant;
};

async function papersOf(tx: Tx, { group, people, tables, origin, now }: Facts): Promise<papers.Paper[]> {
  const lang = papers.paperLanguage(group);
  const server = new URL(origin).host;
  const memberColumns = tables.find(({ travelling }) => travelling.table === 'groups.member')?.columns ?? [];
  const wishes = memberColumns.filter(({ type }) => type === 'bool').map(({ name }) => name);
  const members = await papers.addressList(tx, group, people, wishes);
  const sender = members.find(({ role }) => role === 'owner');
  const next = await nextEvening(tx, group, now);
  return [
    papers.readMe(group, { server, on: now.toString().slice(0, 10) }, lang),
    papers.addressesPaper(members, lang),
    ...(await finalMails({ group, server, members, sender, next }, lang)),
    await papers.eveningsPaper(tx, group, lang),
    await papers.guestsPaper(tx, group, people, lang),
    ...(await papers.markPaper(tx, group)),
  ];
}

async function groupToPack(tx: Tx, group_id: string): Promise<papers.PackedGroup> {
  const { rows } = await sql<papers.PackedGroup>`
    select group_id, slug, name, language, website from groups."group" where group_id = ${group_id}`.execute(tx);
  if (!rows[0]) throw new Error('archive: no such group');
  return rows[0];
}

async function nextEvening(tx: Tx, { group_id }: papers.PackedGroup, now: Instant) {
  const { rows } = await sql<{ title: string; starts_at: Date; zone: string; place_name: string }>`
    select title, starts_at, zone, place_name from events.event
    where group_id = ${group_id} and starts_at > ${new Date(now.epochMilliseconds)}
      and stage in ('announced', 'open', 'closed') order by starts_at limit 1`.execute(tx);
  return rows[0];
}

function leftBehind(): Record<string, string> {
  const staying = declaredTravels().flatMap(({ tables }) =>
    tables.map((one): [string, string][] =>
      isTravelling(one)
        ? Object.entries(one.without).map(([column, why]) => [`${one.table}.${column}`, why])
        : [[one.table, one.because]],
    ),
  );
  return Object.fromEntries(staying.flat());
}
