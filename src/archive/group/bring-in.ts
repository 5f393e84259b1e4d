// Brings a group in from an archive: all of it in one transaction, or nothing, with the reason. Nobody is mailed.
import { sql } from 'kysely';
import { audit } from '#groups';
import { isTaken, transact } from '#kit/db.ts';
import { type Id, isId } from '#kit/id.ts';
import { isMailAddress } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { type Destination, declaredTravels } from '#kit/travels.ts';
import { isLanguage } from '#kit/words.ts';
import { expectPeople } from '#people';
import { readRow } from './check-row.ts';
import { travellingTables } from './columns.ts';
import { type ArchivedPerson, archivedPerson, PEOPLE, rowsOf } from './format.ts';
import { type OpenArchive, openArchive } from './open-archive.ts';
import { type ArchiveRefusal, ArchiveRefused } from './refusal.ts';
import { rowsIn, settleIds } from './rows-in.ts';

type GroupId = Id<'groups.group'>;

export type Wish = {
  file: string;
  /** The address it gets here; its own when not given. */
  slug?: string | undefined;
  /** Who brings it; null: the command line. */
  actor: { person_id: Id<'people.person'> } | null;
  now: Instant;
};

export type Brought = {
  group_id: GroupId;
  slug: string;
  name: string;
  /** False: this very archive was brought in before, and nothing was changed. */
  is_new: boolean;
  counts: Record<string, number>;
  /** How many of its people have yet to sign in here. */
  newcomers: number;
  /** Rows whose key belongs to others here: an old address of the group, a row of a list. */
  left_out: number;
};
export type NotBrought = { refused: ArchiveRefusal; at: string; what: string };

/** Reads the file twice: first as a file, then as rows. Refuses with why, where and what; then nothing has happened. */
export async function bringIn(db: Db, wish: Wish): Promise<Brought | NotBrought> {
  let archive: OpenArchive | undefined;
  try {
    if (wish.slug !== undefined && !/^(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(wish.slug)) {
      throw new ArchiveRefused('archive.slug_shape', '', wish.slug);
    }
    archive = await openArchive(wish.file);
    const opened = archive;
    return await transact(db, (tx) => bring(tx, opened, wish));
  } catch (error) {
    if (isTaken(error, 'slug_pkey') || isTaken(error, 'group_pkey')) {
      return { refused: 'archive.slug_taken', at: '', what: wish.slug ?? archive?.manifest.group.slug ?? '' };
    }
    if (!(error instanceof ArchiveRefused)) throw error;
    return { refused: error.code, at: error.at, what: error.what };
  } finally {
    archive?.close();
  }
}

async function bring(tx: Tx, archive: OpenArchive, { slug: wanted, actor, now }: Wish): Promise<Brought> {
  const { group, counts } = archive.manifest;
  const slug = wanted ?? group.slug;
  const before = await arrivedBefore(tx, archive.digest, wanted);
  if (before) return { ...before, is_new: false, counts, newcomers: 0, left_out: 0 };
  await refuseTaken(tx, slug);

  const tables = await travellingTables(tx);
  const known = new Set([PEOPLE, ...tables.map(({ travelling }) => rowsOf(travelling.table))]);
  const unknown = archive.manifest.files.find(({ name }) => name.startsWith('tables/') && !known.has(name));
  if (unknown) throw new ArchiveRefused('archive.file_unnamed', unknown.name);

  const people = await readPeople(archive);
  const met = await expectPeople(tx, people.map(expected), now);
  const called = new Map(people.map(({ person_id }, place) => [person_id, met[place]?.person_id ?? person_id]));
  const ids = await settleIds(tx, archive, tables, called);
  const made = [...(ids.made.get('groups.group') ?? [])];
  if (made.length !== 1 || made[0] !== group.group_id) {
    throw new ArchiveRefused('archive.foreign_row', rowsOf('groups.group'), 'group_id');
  }
  const group_id = (ids.renamed.get(group.group_id) ?? group.group_id) as GroupId;
  const destination: Destination = { group_id, slug, old_slug: group.slug, now };
  let left_out = 0;
  for (const table of tables) {
    const written = await rowsIn(tx, archive, table, { ids, destination, group_id: group.group_id });
    left_out += written.left_out;
  }
  await refuseUnlessOurs(tx, slug, group_id);
  for (const { settle } of declaredTravels()) await settle?.(tx, destination);

  const newcomers = met.filter(({ is_proved }, place) => !is_proved && people[place]?.is_proved);
  await note(tx, archive, { group_id, actor, now, newcomers: newcomers.map(({ person_id }) => person_id) });
  return { group_id, slug, name: group.name, is_new: true, counts, newcomers: newcomers.length, left_out };
}

async function arrivedBefore(tx: Tx, digest: Buffer, wanted: string | undefined) {
  const { rows } = await sql<{ group_id: GroupId; slug: string; name: string }>`
    select g.group_id, g.slug, g.name from archive.move_in a join groups."group" g on g.group_id = a.group_id
    where a.digest = ${digest} and (${wanted ?? null}::text is null or g.slug = ${wanted ?? null})
    order by a.arrived_at limit 1`.execute(tx);
  return rows[0];
}

async function refuseTaken(tx: Tx, slug: string): Promise<void> {
  const { rows } = await sql`select from groups.slug where slug = ${slug}`.execute(tx);
  if (rows.length > 0) throw new ArchiveRefused('archive.slug_taken', '', slug);
}

/** The address is really the group's: its row came along, and nobody was quicker. */
async function refuseUnlessOurs(tx: Tx, slug: string, group_id: GroupId): Promise<void> {
  const { rows } = await sql`select from groups.slug where slug = ${slug} and group_id = ${group_id}`.execute(tx);
  if (rows.length === 0) throw new ArchiveRefused('archive.slug_taken', '', slug);
}

async function readPeople(archive: OpenArchive): Promise<ArchivedPerson[]> {
  const people: ArchivedPerson[] = [];
  const seen = new Set<string>();
  for await (const { line, at } of archive.rows(PEOPLE)) {
    const read = archivedPerson.safeParse(readRow(line));
    if (!read.success) throw new ArchiveRefused('archive.bad_person', at);
    const { person_id, address, name } = read.data;
    const isOne = isId(person_id) && isMailAddress(address) && !/[\p{C}\u2028\u2029]/u.test(name);
    const key = address.toLowerCase();
    if (!isOne || seen.has(person_id) || seen.has(key)) throw new ArchiveRefused('archive.bad_person', at);
    seen.add(person_id).add(key);
    people.push(read.data);
  }
  return people;
}

function expected({ person_id, address, name, lang }: ArchivedPerson) {
  return {
    person_id: person_id as Id<'people.person'>,
    address,
    name,
    lang: isLanguage(lang) ? lang : ('en' as const),
  };
}

type Note = { group_id: GroupId; newcomers: readonly string[] } & Pick<Wish, 'actor' | 'now'>;

async function note(
  tx: Tx,
  { manifest, digest }: OpenArchive,
  { group_id, actor, now, newcomers }: Note,
): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  await tx
    .insertInto('archive.move_in')
    .values({
      group_id,
      digest,
      origin: manifest.from,
      taken_at: new Date(manifest.made_at),
      arrived_at: at,
      brought_by: actor?.person_id ?? null,
    })
    .execute();
  await sql`
    insert into archive.newcomer (group_id, person_id, arrived_at)
    select ${group_id}, person_id, ${at} from unnest(${[...newcomers]}::uuid[]) as n(person_id)`.execute(tx);
  const about = { from: new URL(manifest.from).host, on: manifest.made_at.slice(0, 10) };
  await audit(tx, { group_id, actor, what: 'archive.group.moved_in', about, now });
}
