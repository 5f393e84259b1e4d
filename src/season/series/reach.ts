// How far a change to one evening of a series reaches, and which other evenings that is; what came of it, in words.
import { sql } from 'kysely';
import type { Event, EventKey } from '#events';
import { readForm, z } from '#kit/form.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { words } from '../words.ts';
import type { Part } from './carry-rules.ts';
import { lockSeries, type Series, type SeriesKey } from './read-series.ts';

/** This evening, this one and all later ones, every one to come. */
export const reaches = ['this', 'later', 'all'] as const;
const reachForm = z.object({ reach: z.enum(reaches).catch('this') });

type Ahead = Event & { series_on: string };

/** The series of a changed evening, the evening as it is now, and the others its form wants changed along. */
export type Reached = { series: Series; after: Ahead; others: Ahead[]; zone: string };

/**
 * Null where the change is for that evening alone. The series and its evenings ahead are held until `tx` ends: those that have
 * not begun and are on, in the order of their days.
 */
export async function reachOf(tx: Tx, event: EventKey, form: unknown, now: Instant): Promise<Reached | null> {
  const read = readForm(reachForm, form);
  const reach = read.ok ? read.value.reach : 'this';
  if (reach === 'this') return null;
  const { rows } = await sql<SeriesKey & { zone: string }>`
    select v.group_id, v.series_id, g.zone from season.evening v join groups."group" g on g.group_id = v.group_id
    where v.group_id = ${event.group_id} and v.event_id = ${event.event_id} and v.series_id is not null`.execute(tx);
  const [found] = rows;
  const series = found && (await lockSeries(tx, found));
  if (!series) return null;
  const all = await eveningsAhead(tx, series, now);
  const after = all.find(({ event_id }) => event_id === event.event_id);
  if (!after) return null;
  const others = all.filter((one) => one !== after && (reach === 'all' || one.series_on > after.series_on));
  return { series, after, others, zone: found.zone };
}

async function eveningsAhead(tx: Tx, { group_id, series_id }: SeriesKey, now: Instant): Promise<Ahead[]> {
  // As the verbs of an evening do: the tally first, then a look at how the evening is.
  await sql`
    select 1 from events.tally t join season.evening v on v.group_id = t.group_id and v.event_id = t.event_id
    where v.group_id = ${group_id} and v.series_id = ${series_id} order by t.event_id for no key update of t`.execute(
    tx,
  );
  const { rows } = await sql<Ahead>`
    select e.*, v.series_on::text as series_on from season.evening v
    join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
    where v.group_id = ${group_id} and v.series_id = ${series_id} and e.stage <> 'cancelled'
      and e.starts_at > ${new Date(now.epochMilliseconds)}
    order by v.series_on`.execute(tx);
  return rows;
}

/** What became of one other evening: whether it was changed, whom that told, and what it kept of its own. */
export type Along = { evening: Event; isChanged: boolean; told: number; kept: readonly (Part | 'agenda')[] };

/** How many changed along, who was told, and which kept what somebody had changed there. In sentences. */
export function sayAlong(done: readonly Along[], lang: Lang): string[] {
  const t = words(lang);
  const told = done.reduce((sum, one) => sum + one.told, 0);
  const list = new Intl.ListFormat(lang);
  const kept = done
    .filter((one) => one.kept.length > 0)
    .map(({ evening, kept }) => {
      const day = sayTime(instantOf(evening.starts_at), evening.zone, lang, 'short');
      const parts = [...new Set(kept.map((part) => t(`carry.part.${nameOf(part)}`)))];
      return t('carry.kept.one', { day, parts: list.format(parts) });
    });
  return [
    t('carry.done', { n: done.filter(({ isChanged }) => isChanged).length }),
    told > 0 ? t('carry.told', { n: told }) : '',
    kept.length > 0 ? t('carry.kept', { evenings: list.format(kept) }) : '',
  ].filter(Boolean);
}

/** Several parts are one thing to whoever reads. */
function nameOf(part: Part | 'agenda') {
  if (part === 'starts' || part === 'minutes' || part === 'zone') return 'time';
  if (part === 'opens' || part === 'closes') return 'signup';
  if (part === 'place' || part === 'arrival' || part === 'room_capacity') return 'place';
  if (part === 'title' || part === 'about' || part === 'agenda') return part;
  return 'other';
}

/** What its later evenings are made from. */
export async function writeSeries(
  tx: Tx,
  { group_id, series_id }: SeriesKey,
  { title, about, pattern }: Pick<Series, 'title' | 'about' | 'pattern'>,
): Promise<void> {
  await tx
    .updateTable('season.series')
    .set({ title, about, pattern: JSON.stringify(pattern) })
    .where('group_id', '=', group_id)
    .where('series_id', '=', series_id)
    .execute();
}
