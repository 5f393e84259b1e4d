// Brings past evenings in as history: closed or cancelled, with the counts they came with. Nobody is mailed, nobody enrolled.
import { groupList } from '#groups';
import { isAway, transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import type { Db } from '#kit/tables.ts';
import { type Instant, instantOf, wallClock } from '#kit/time.ts';
import { slugOf } from '../event-slug.ts';
import { groupRows } from './group-rows.ts';
import type { BadEvent, PastEvent } from './read-events.ts';
import { type EventRow, SOURCE, writeEvents } from './write-events.ts';
import { zoneAtPlace } from './zone-at-place.ts';

export type EventOutcome = {
  at: string;
  outcome: 'made' | 'changed' | 'same' | 'duplicate' | 'skipped';
  /** Why, in words, of a duplicate or a skipped one. */
  because: string | null;
};

/** A group the files name that was not known by its address. */
export type GroupNote = { name: string; is_made: boolean; says: string };

export type EventsImported = { outcomes: EventOutcome[]; groups: GroupNote[] };

export type ImportOptions = {
  bad?: readonly BadEvent[] | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
  /** Asked between batches. */
  isStopped?: (() => boolean) | undefined;
};

const batchSize = 200;

/**
 * Writes the evenings in their order, a batch in one transaction; one the database refuses is skipped alone. An evening that
 * is here already is changed where the file says otherwise, unless its group has been claimed: then it is its people's.
 * A group that is not here is made, unclaimed, with what its evenings say of it.
 */
export async function importEvents(
  db: Db,
  now: Instant,
  events: readonly PastEvent[],
  options: ImportOptions = {},
): Promise<EventsImported> {
  const { byUrlname, notes } = await groupsOf(db, now, events);
  const there = await eventsThere(db, [...new Set([...byUrlname.values()].map((group) => group.group_id))]);
  const outcomes: EventOutcome[] = [];
  for (let from = 0; from < events.length && !options.isStopped?.(); from += batchSize) {
    const batch = events.slice(from, from + batchSize);
    outcomes.push(...(await writeBatch(db, now, batch, byUrlname, there)));
    options.onProgress?.(Math.min(from + batchSize, events.length), events.length);
  }
  const bad = options.bad ?? [];
  return {
    outcomes: [...outcomes, ...bad.map(({ at, because }) => ({ at, outcome: 'skipped' as const, because }))],
    groups: notes,
  };
}

type GroupFacts = { group_id: Id<'groups.group'>; zone: string; language: string; state: string };
type There = { keys: Map<string, string>; slugs: Map<string, Set<string>>; seen: Map<string, string> };

async function groupsOf(
  db: Db,
  now: Instant,
  events: readonly PastEvent[],
): Promise<{ byUrlname: Map<string, GroupFacts>; notes: GroupNote[] }> {
  const named = groupRows(events);
  const rows = [...named.values()];
  const answers = await groupList.bringIn(db, now, rows, { source: SOURCE, changes: false });
  const ids = [...new Set(answers.flatMap(({ group_id }) => (group_id === null ? [] : [group_id])))];
  const facts =
    ids.length === 0
      ? []
      : await db
          .selectFrom('groups.group')
          .select(['group_id', 'name', 'slug', 'zone', 'language', 'state'])
          .where('group_id', 'in', ids)
          .execute();
  const byId = new Map(facts.map((group) => [group.group_id, group]));
  const byUrlname = new Map<string, GroupFacts>();
  const notes: GroupNote[] = [];
  [...named.keys()].forEach((urlname, place) => {
    const answer = answers[place];
    const group = answer?.group_id ? byId.get(answer.group_id) : undefined;
    if (!answer || !group) return;
    byUrlname.set(urlname, group);
    if (answer.outcome === 'made')
      notes.push({ name: group.name, is_made: true, says: `was not here and is now, unclaimed: /g/${group.slug}` });
    if (answer.outcome === 'duplicate' && answer.because?.includes('name and place')) {
      notes.push({
        name: group.name,
        is_made: false,
        says: `is not known as "${urlname}", but by its name: /g/${group.slug}`,
      });
    }
  });
  return { byUrlname, notes };
}

async function eventsThere(db: Db, groupIds: Id<'groups.group'>[]): Promise<There> {
  const there: There = { keys: new Map(), slugs: new Map(), seen: new Map() };
  if (groupIds.length === 0) return there;
  const rows = await db
    .selectFrom('events.event')
    .select(['group_id', 'slug', 'source', 'source_key'])
    .where('group_id', 'in', groupIds)
    .execute();
  for (const { group_id, slug, source, source_key } of rows) {
    slugsOf(there, group_id).add(slug);
    if (source === SOURCE && source_key !== null) there.keys.set(`${group_id} ${source_key}`, slug);
  }
  return there;
}

async function writeBatch(
  db: Db,
  now: Instant,
  batch: readonly PastEvent[],
  groups: Map<string, GroupFacts>,
  there: There,
): Promise<EventOutcome[]> {
  const outcomes: (EventOutcome | EventRow)[] = batch.map((event) => decide(event, groups, there));
  const wanted = outcomes.filter((one): one is EventRow => 'event_id' in one);
  const failed = new Map<EventRow, string>();
  const write = (rows: EventRow[]) => transact(db, (tx) => writeEvents(tx, now, rows));
  let written = new Map<string, 'made' | 'changed'>();
  try {
    written = await write(wanted);
  } catch (error) {
    if (isAway(error)) throw error;
    for (const row of wanted) {
      try {
        for (const [key, outcome] of await write([row])) written.set(key, outcome);
      } catch (cause) {
        if (isAway(cause)) throw cause;
        failed.set(row, cause instanceof Error ? cause.message : String(cause));
      }
    }
  }
  return outcomes.map((one) => {
    if (!('event_id' in one)) return one;
    const because = failed.get(one);
    if (because) return { at: one.at, outcome: 'skipped', because: `the database refused it (${because})` };
    return { at: one.at, outcome: written.get(`${one.group_id} ${one.source_key}`) ?? 'same', because: null };
  });
}

function decide(event: PastEvent, groups: Map<string, GroupFacts>, there: There): EventOutcome | EventRow {
  const { at } = event;
  const group = groups.get(event.urlname.toLowerCase());
  if (!group) return { at, outcome: 'skipped', because: `nothing tells where its group is: ${event.group_name}` };
  const { group_id, language } = group;
  const key = `${group_id} ${event.source_key}`;
  const earlier = there.seen.get(key);
  if (earlier) return { at, outcome: 'duplicate', because: `it is the evening of ${earlier} again` };
  there.seen.set(key, at);
  const known = there.keys.get(key);
  if (known && group.state !== 'unclaimed') return { at, outcome: 'same', because: null };
  const zone = zoneAtPlace(group.zone, event);
  const slug = known ?? newSlug(event, zone, language, slugsOf(there, group_id));
  return { ...event, group_id, event_id: newId<'events.event'>(), slug, language, zone };
}

function newSlug({ title, starts_at }: PastEvent, zone: string, language: string, taken: Set<string>): string {
  const slug = slugOf(title, wallClock(instantOf(starts_at), zone).date, language, taken);
  taken.add(slug);
  return slug;
}

function slugsOf({ slugs }: There, group_id: string): Set<string> {
  const found = slugs.get(group_id) ?? new Set<string>();
  slugs.set(group_id, found);
  return found;
}
