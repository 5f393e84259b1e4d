// Changes an evening's checklist: add, change, put in order, take off, tick.
import { sql } from 'kysely';
import type { EventKey } from '#events';
import { type Id, newId } from '#kit/id.ts';
import type { NewRow, Row, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { blockersOf, dueAt, type Offset, placeFor, TASKS_MOST, type Times, waitsForItself } from './rules.ts';
import type { Act } from './tables.ts';

type Person = Id<'people.person'>;
type TaskId = Id<'season.task'>;

/** What an organiser says about a task. `needs`: ids of others of this evening. */
export type TaskDraft = Offset & {
  title: string;
  note: string;
  owner_id: Person | null;
  needs?: string[] | undefined;
  ticked_by?: Act | null | undefined;
};
export type Changed =
  | { is: 'changed'; task_id: TaskId }
  | { refused: 'season.no_such_task' | 'season.in_a_circle' | 'season.too_many' };

/** Adds one where its due time belongs. Refused: 100 are enough. */
export async function addTask(tx: Tx, event: EventKey & Times, draft: TaskDraft): Promise<Changed> {
  const list = await lockTasks(tx, event);
  if (list.length >= TASKS_MOST) return { refused: 'season.too_many' };
  const row = rowOf(event, await inTeam(tx, event, draft), 0);
  await tx.insertInto('season.task').values(row).execute();
  const order = list.map(({ task_id }) => task_id);
  order.splice(placeFor(row.due_at as Date, list), 0, row.task_id);
  await writeOrder(tx, event, order);
  return { is: 'changed', task_id: row.task_id };
}

/** Writes several at once, in their order, at the end of the list. `needs` are places in `drafts`, counted from 0. */
export async function addTasks(
  tx: Tx,
  event: EventKey & Times,
  drafts: readonly (Omit<TaskDraft, 'needs'> & { needs: readonly number[] })[],
): Promise<void> {
  if (drafts.length === 0) return;
  const there = (await lockTasks(tx, event)).length;
  const rows = drafts.map(({ needs: _, ...draft }, at) => rowOf(event, draft, there + at));
  const values = rows.map((row, at) => ({
    ...row,
    needs: (drafts[at]?.needs ?? []).flatMap((place) => rows[place]?.task_id ?? []),
  }));
  await tx.insertInto('season.task').values(values).execute();
}

/** Refused: it would wait for itself. */
export async function changeTask(tx: Tx, event: EventKey & Times, task_id: TaskId, draft: TaskDraft): Promise<Changed> {
  const list = await lockTasks(tx, event);
  const task = list.find((one) => one.task_id === task_id);
  if (!task) return { refused: 'season.no_such_task' };
  const known = new Set<string>(list.map((one) => one.task_id));
  const { needs: wanted = [], ...said } = draft;
  const needs = wanted.filter((id) => known.has(id));
  if (waitsForItself(task_id, needs, list)) return { refused: 'season.in_a_circle' };
  await at(tx, event, task_id)
    // Under another title it may be another thing, which nobody sees being done.
    .set({
      ...(await inTeam(tx, event, said)),
      needs,
      due_at: dueAt(draft, event),
      ...(draft.title === task.title ? {} : { ticked_by: null }),
    })
    .execute();
  return { is: 'changed', task_id };
}

/** Takes it off the list; what waited for it waits no longer. */
export async function removeTask(tx: Tx, event: EventKey, task_id: TaskId): Promise<{ title: string } | null> {
  const list = await lockTasks(tx, event);
  const task = list.find((one) => one.task_id === task_id);
  if (!task) return null;
  const { group_id, event_id } = event;
  await sql`
    update season.task set needs = array_remove(needs, ${task_id})
    where group_id = ${group_id} and event_id = ${event_id} and ${task_id} = any(needs)`.execute(tx);
  await tx
    .deleteFrom('season.task')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('task_id', '=', task_id)
    .execute();
  return { title: task.title };
}

/** Changes places with the next one up or down on its side of the evening. At the end nothing happens. */
export async function moveTask(tx: Tx, event: EventKey, task_id: TaskId, to: 'up' | 'down'): Promise<void> {
  const list = await lockTasks(tx, event);
  const from = list.findIndex((task) => task.task_id === task_id);
  const side = list[from]?.side;
  const beside = list.flatMap((task, at) => (task.side === side ? [at] : []));
  const other = beside[beside.indexOf(from) + (to === 'up' ? -1 : 1)];
  if (from < 0 || other === undefined) return;
  const order = list.map((task) => task.task_id);
  [order[from], order[other]] = [order[other] as TaskId, order[from] as TaskId];
  await writeOrder(tx, event, order);
}

export type Ticked =
  | { is: 'done' | 'open' }
  | { refused: 'season.no_such_task' }
  /** Titles of what has to be done before. */
  | { refused: 'season.waits_for'; first: string[] };

/** Ticks a task, or takes the tick back. Ticking twice keeps who was first. Refused while something it needs is open. */
export async function setTaskDone(
  tx: Tx,
  actor: { person_id: Person },
  event: EventKey,
  task_id: TaskId,
  done: boolean,
  now: Instant,
): Promise<Ticked> {
  const list = await lockTasks(tx, event);
  const task = list.find((one) => one.task_id === task_id);
  if (!task) return { refused: 'season.no_such_task' };
  if (!done) {
    await at(tx, event, task_id).set({ done_at: null, done_by: null }).execute();
    return { is: 'open' };
  }
  if (task.done_at) return { is: 'done' };
  const first = blockersOf(task, list);
  if (first.length > 0) return { refused: 'season.waits_for', first: first.map(({ title }) => title) };
  await at(tx, event, task_id)
    .set({ done_at: new Date(now.epochMilliseconds), done_by: actor.person_id })
    .execute();
  return { is: 'done' };
}

/** Ticks what `act` was asked for by: whoever did it need not say so again. What had to come before it is not asked for. */
export async function tickFor(
  tx: Tx,
  event: EventKey,
  act: Act,
  { actor, now }: { actor: { person_id: Person } | null; now: Instant },
): Promise<void> {
  const asked = (await lockTasks(tx, event)).filter(({ ticked_by, done_at }) => ticked_by === act && done_at === null);
  const done = { done_at: new Date(now.epochMilliseconds), done_by: actor?.person_id ?? null };
  for (const { task_id } of asked) await at(tx, event, task_id).set(done).execute();
}

/** Works every due time out again, after the evening's times changed. */
export async function shiftTasks(tx: Tx, event: EventKey & Times): Promise<void> {
  for (const task of await lockTasks(tx, event)) {
    const due_at = dueAt(task, event);
    if (due_at.getTime() !== task.due_at.getTime()) await at(tx, event, task.task_id).set({ due_at }).execute();
  }
}

/** Whoever is in no role of the group takes nothing: the task is then nobody's. */
async function inTeam<D extends { owner_id: Person | null }>(tx: Tx, { group_id }: EventKey, draft: D): Promise<D> {
  if (!draft.owner_id) return draft;
  const found = await tx
    .selectFrom('groups.organiser')
    .select('person_id')
    .where('group_id', '=', group_id)
    .where('person_id', '=', draft.owner_id)
    .executeTakeFirst();
  return found ? draft : { ...draft, owner_id: null };
}

/** The list is its own arbiter: whoever changes anything in it takes hold of all its rows, in one order. */
async function lockTasks(tx: Tx, { group_id, event_id }: EventKey): Promise<Row<'season.task'>[]> {
  const rows = await tx
    .selectFrom('season.task')
    .selectAll()
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .orderBy('task_id')
    .forUpdate()
    .execute();
  return rows.sort((a, b) => a.position - b.position || (a.task_id < b.task_id ? -1 : 1));
}

function at(tx: Tx, { group_id, event_id }: EventKey, task_id: TaskId) {
  return tx
    .updateTable('season.task')
    .where('group_id', '=', group_id)
    .where('event_id', '=', event_id)
    .where('task_id', '=', task_id);
}

async function writeOrder(tx: Tx, { group_id, event_id }: EventKey, order: readonly TaskId[]): Promise<void> {
  await sql`
    update season.task t set position = o.position
    from unnest(${order}::uuid[]) with ordinality as o(task_id, position)
    where t.group_id = ${group_id} and t.event_id = ${event_id} and t.task_id = o.task_id and t.position <> o.position`.execute(
    tx,
  );
}

function rowOf(event: EventKey & Times, { needs = [], ...draft }: TaskDraft, position: number) {
  return {
    ...draft,
    group_id: event.group_id,
    event_id: event.event_id,
    task_id: newId<'season.task'>(),
    position,
    needs,
    due_at: dueAt(draft, event),
    done_at: null,
    done_by: null,
  } satisfies NewRow<'season.task'>;
}
