// An organiser changed one evening of a series and wants it on others too: each gets what it had from the series, and its guests
// are told once by the evening's own verb.
import { sql } from 'kysely';
import { type Event, editEvent } from '#events';
import { audit } from '#groups';
import type { Reaction } from '#kit/announce.ts';
import { readForm, z } from '#kit/form.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, sayTime, wallClock } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { venueCard } from '#venues';
import { words } from '../words.ts';
import { type Carried, carry, changeOf, nowSays, type Part, saidBy, shapeOf } from './carry-rules.ts';
import { lockSeries, type Series, type SeriesKey } from './read-series.ts';

/** How far a change reaches: this evening, this one and all later ones, every one to come. */
export const reaches = ['this', 'later', 'all'] as const;
const reachForm = z.object({ reach: z.enum(reaches).catch('this') });

export const carryEdit: Reaction<'events.edited'> = async (tx, { event, before, form, actor, lang, said, now }) => {
  const read = readForm(reachForm, form);
  const reach = read.ok ? read.value.reach : 'this';
  if (reach === 'this') return;
  const found = await seriesOf(tx, event);
  const series = found && (await lockSeries(tx, found));
  if (!found || !series) return;
  const all = await eveningsAhead(tx, found, now);
  const after = all.find(({ event_id }) => event_id === event.event_id);
  if (!after) return;
  const others = all.filter((one) => one !== after && (reach === 'all' || one.series_on > found.series_on));
  const { zone } = await tx
    .selectFrom('groups.group')
    .select('zone')
    .where('group_id', '=', event.group_id)
    .executeTakeFirstOrThrow();
  const [was, is, says] = [shapeOf(before), shapeOf(after), saidBy(series, zone)];
  const change = changeOf(was, is);
  const venue = change.place && (await venueCard(tx, change.place.venue_id ?? undefined));
  const done: (Carried & { evening: Event; told: number })[] = [];
  for (const evening of others) {
    const carried = carry(evening, change, says, was, now);
    const draft = carried.draft && {
      ...carried.draft,
      ...(carried.parts.includes('place') && { venue: venue ?? null }),
    };
    const edited =
      draft && (await editEvent(tx, { group_id: evening.group_id, event_id: evening.event_id }, now, draft));
    done.push({ ...carried, evening, told: edited && 'is' in edited ? edited.told : 0 });
  }
  if (!series.ended_at) await writeSeries(tx, series, nowSays(series, change));
  const about = { series: series.slug, title: series.title, n: done.filter(({ draft }) => draft).length };
  await audit(tx, { group_id: series.group_id, actor, what: 'season.series.changed', about, now });
  said.push(...sayCarried(done, lang, dayOf(before) !== dayOf(after)));
};

type Ahead = Event & { series_on: string };

async function seriesOf(tx: Tx, { group_id, event_id }: { group_id: string; event_id: string }) {
  const { rows } = await sql<SeriesKey & { series_on: string }>`
    select group_id, series_id, series_on::text as series_on from season.evening
    where group_id = ${group_id} and event_id = ${event_id} and series_id is not null`.execute(tx);
  return rows[0];
}

/** Those that have not begun and are on, in the order of their days, each held until `tx` ends. */
async function eveningsAhead(tx: Tx, { group_id, series_id }: SeriesKey, now: Instant): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select e.*, v.series_on::text as series_on from season.evening v
    join events.event e on e.group_id = v.group_id and e.event_id = v.event_id
    where v.group_id = ${group_id} and v.series_id = ${series_id} and e.stage <> 'cancelled'
      and e.starts_at > ${new Date(now.epochMilliseconds)}
    order by v.series_on for no key update of e`.execute(tx);
  return rows;
}

/** What its later evenings are made from. */
function writeSeries(tx: Tx, { group_id, series_id }: Series, { title, about, pattern }: ReturnType<typeof nowSays>) {
  return tx
    .updateTable('season.series')
    .set({ title, about, pattern: JSON.stringify(pattern) })
    .where('group_id', '=', group_id)
    .where('series_id', '=', series_id)
    .execute();
}

/** How many changed along, who was told, and which kept what somebody had changed there. */
function sayCarried(
  done: readonly (Carried & { evening: Event; told: number })[],
  lang: Lang,
  hasMovedDay: boolean,
): string[] {
  const t = words(lang);
  const told = done.reduce((sum, one) => sum + one.told, 0);
  const list = new Intl.ListFormat(lang);
  const kept = done
    .filter(({ kept }) => kept.length > 0)
    .map(({ evening, kept }) => {
      const day = sayTime(instantOf(evening.starts_at), evening.zone, lang, 'short');
      return t('carry.kept.one', {
        day,
        parts: list.format([...new Set(kept.map((part) => t(`carry.part.${nameOf(part)}`)))]),
      });
    });
  return [
    t('carry.done', { n: done.filter(({ draft }) => draft !== null).length }),
    told > 0 ? t('carry.told', { n: told }) : '',
    kept.length > 0 ? t('carry.kept', { evenings: list.format(kept) }) : '',
    hasMovedDay ? t('carry.day') : '',
  ].filter(Boolean);
}

/** Several parts are one thing to whoever reads. */
function nameOf(part: Part) {
  if (part === 'starts' || part === 'minutes' || part === 'zone') return 'time';
  if (part === 'opens' || part === 'closes') return 'signup';
  if (part === 'place' || part === 'arrival' || part === 'room_capacity') return 'place';
  if (part === 'title' || part === 'about') return part;
  return 'other';
}

function dayOf({ starts_at, zone }: Event): string {
  return wallClock(instantOf(starts_at), zone).date;
}
