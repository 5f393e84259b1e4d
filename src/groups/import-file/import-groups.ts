// Brings a list of groups in: each row once, unclaimed, nobody told; duplicates and bad rows are named and left out.
import { compareKey } from '#kit/compare-key.ts';
import { isAway, transact } from '#kit/db.ts';
import type { Id } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { importGroup, type ListedGroup } from '../import-group.ts';
import { type Known, knownGroups, type There, type Twin } from './duplicates.ts';
import { type BadRow, type GroupRow, sourceKey } from './read-groups.ts';
import { whereaboutsOf } from './whereabouts.ts';

export type Outcome = 'made' | 'changed' | 'same' | 'duplicate' | 'skipped';

export type RowOutcome = {
  /** The row, as the report names it. */
  at: string;
  outcome: Outcome;
  /** The group it is now, or was before; null when it was skipped. */
  group_id: Id<'groups.group'> | null;
  /** Why, in words, for a duplicate and a skipped row; of another row what was left out of it, or null. */
  because: string | null;
};

export type ImportOptions = {
  /** Name of the list. Its rows are known by it, so that the same list read again makes no second group. */
  source: string;
  /** Rows it had that could not be read. */
  bad?: readonly BadRow[] | undefined;
  /** False: a row that is known changes nothing, because what it says is less than what is there. */
  changes?: boolean | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
  /** Asked between batches. */
  isStopped?: (() => boolean) | undefined;
};

/** Rows in one transaction: enough to be quick, few enough that nobody waits for it. */
const batchSize = 50;

/**
 * Writes the rows in their order, a batch in one transaction; a row the database refuses is skipped alone.
 * One answer per row, in the order of the rows, then one per row of `bad`.
 */
export async function importGroups(
  db: Db,
  now: Instant,
  rows: readonly GroupRow[],
  options: ImportOptions,
): Promise<RowOutcome[]> {
  const listed = rows.map((row) => listedOf(row, options.source));
  const known = knownGroups(
    await groupsThere(db),
    listed.flatMap((one) => (one.group ? [one.group] : [])),
  );
  const before = await idsOfSource(db, options.source);
  const seen = new Map<string, string>();
  const answers: RowOutcome[] = [];
  for (let from = 0; from < listed.length && !options.isStopped?.(); from += batchSize) {
    const batch = listed.slice(from, from + batchSize);
    answers.push(...(await writeBatch(db, now, batch, { known, before, seen, changes: options.changes ?? true })));
    options.onProgress?.(Math.min(from + batchSize, listed.length), listed.length);
  }
  const bad = options.bad ?? [];
  return [...answers, ...bad.map(({ at, because }) => ({ at, outcome: 'skipped' as const, group_id: null, because }))];
}

type Compared = Omit<There, 'as' | 'group'>;
type Listed = { at: string; note: string | null; group: (ListedGroup & Compared) | null };
type Book = { known: Known; before: Map<string, Id<'groups.group'>>; seen: Map<string, string>; changes: boolean };

function listedOf(row: GroupRow, source: string): Listed {
  const where = whereaboutsOf(row);
  if (!where) return { at: row.at, note: null, group: null };
  const { name, website, about, founded_on } = row;
  const source_key = sourceKey(row, compareKey(name), compareKey(where.place));
  const note = row.badAddress === null ? null : `its web address was left out, because it is none: ${row.badAddress}`;
  return {
    at: row.at,
    note,
    group: { source, source_key, name, website, about, founded_on, ...where, although_alike: true },
  };
}

/** Decides what each row is before anything is written, so that a batch tried again row by row decides the same. */
async function writeBatch(db: Db, now: Instant, batch: Listed[], book: Book): Promise<RowOutcome[]> {
  const decided = batch.map((listed) => ({ listed, ...decide(listed, book) }));
  const write = (only: typeof decided) =>
    transact(db, async (tx) => {
      const written: { group_id: Id<'groups.group'>; slug: string; outcome: Outcome }[] = [];
      for (const { listed } of only) {
        const result = await importGroup(tx, now, listed.group as ListedGroup);
        if ('refused' in result) throw new Error(result.refused);
        written.push(result);
      }
      return written;
    });
  const wanted = decided.filter((one) => one.answer === null);
  try {
    const written = await write(wanted);
    for (const [place, one] of wanted.entries()) settle(one, written[place]);
  } catch (error) {
    if (isAway(error)) throw error;
    for (const one of wanted) {
      try {
        settle(one, (await write([one]))[0]);
      } catch (cause) {
        if (isAway(cause)) throw cause;
        one.answer = skipped(one.listed.at, `the database refused it (${messageOf(cause)})`);
      }
    }
  }
  return decided.map((one) => withGroup(one.answer ?? skipped(one.listed.at, 'it was not written'), one.twin));
}

type Decided = { answer: RowOutcome | null; twin: Twin | null; there: There | null };

function decide({ at, group }: Listed, { known, before, seen, changes }: Book): Decided {
  const none = { twin: null, there: null };
  if (!group) {
    return {
      ...none,
      answer: skipped(at, 'nothing in it tells its time zone: no zone, no country, no usable coordinates'),
    };
  }
  const earlier = seen.get(group.source_key);
  seen.set(group.source_key, earlier ?? at);
  const mine = before.get(group.source_key);
  if (earlier === undefined && mine !== undefined) {
    return { ...none, answer: changes ? null : { at, outcome: 'same', group_id: mine, because: null } };
  }
  const twin = known.twinOf(group);
  if (twin) {
    // Its other page leads to the same group from now on.
    known.add({ ...group, as: at, group: twin.there.group });
    return { answer: { at, outcome: 'duplicate', group_id: null, because: sayTwin(twin) }, twin, there: null };
  }
  if (earlier !== undefined) {
    const group_id = mine ?? null;
    return { ...none, answer: { at, outcome: 'duplicate', group_id, because: `it says the same as ${earlier}` } };
  }
  const there: There = { ...group, as: at, group: { id: null } };
  known.add(there);
  return { answer: null, twin: null, there };
}

function settle(
  one: Decided & { listed: Listed },
  written: { group_id: Id<'groups.group'>; outcome: Outcome } | undefined,
): void {
  if (!written) return;
  if (one.there) one.there.group.id = written.group_id;
  const { group_id, outcome } = written;
  one.answer = { at: one.listed.at, outcome, group_id, because: one.listed.note };
}

/** A row that is another's twin has that one's group, which may have been written in the same batch. */
function withGroup(answer: RowOutcome, twin: Twin | null): RowOutcome {
  return twin ? { ...answer, group_id: twin.there.group.id } : answer;
}

function sayTwin({ there, because }: Twin): string {
  return because === 'address'
    ? `its web address is that of ${there.as}, ${there.name}`
    : `its name and place are those of ${there.as}, ${there.name}`;
}

function skipped(at: string, because: string): RowOutcome {
  return { at, outcome: 'skipped', group_id: null, because };
}

async function groupsThere(db: Db): Promise<There[]> {
  const rows = await db
    .selectFrom('groups.group')
    .select(['group_id', 'slug', 'name', 'place', 'country', 'latitude', 'longitude', 'website'])
    .orderBy('group_id')
    .execute();
  return rows.map(({ slug, group_id, ...group }) => ({
    ...group,
    group: { id: group_id },
    website: group.website !== null && URL.canParse(group.website) ? group.website : null,
    as: `/g/${slug}`,
  }));
}

async function idsOfSource(db: Db, source: string): Promise<Map<string, Id<'groups.group'>>> {
  const rows = await db
    .selectFrom('groups.source')
    .select(['source_key', 'group_id'])
    .where('source', '=', source)
    .execute();
  return new Map(rows.map(({ source_key, group_id }) => [source_key, group_id]));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
