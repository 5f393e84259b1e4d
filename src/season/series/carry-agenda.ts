// An organiser wrote the agenda of one evening of a series and wants it on others too: each whose agenda is still the series' own
// gets it, at the same distance from its beginning.
import { sql } from 'kysely';
import { type Event, writeAgenda } from '#events';
import { audit } from '#groups';
import type { Reaction } from '#kit/announce.ts';
import type { Tx } from '#kit/tables.ts';
import type { PatternItem } from '../pattern.ts';
import { agendaAt } from '../plan-evening.ts';
import { type Along, reachOf, sayAlong, writeSeries } from './reach.ts';

type Item = Omit<PatternItem, 'at_minutes'> & { starts_at: Date };

export const carryAgenda: Reaction<'events.agenda_written'> = async (tx, told) => {
  const { event, before, form, actor, lang, said, now } = told;
  const reached = await reachOf(tx, event, form, now);
  if (!reached) return;
  const { series, after, others } = reached;
  const agendas = await agendasOf(tx, [after, ...others]);
  const agenda = agendas.get(after.event_id) ?? [];
  const [was, says] = [asText(apart(before, after)), asText(series.pattern.agenda)];
  const done: Along[] = [];
  for (const evening of others) {
    const mine = asText(agendas.get(evening.event_id) ?? []);
    const isFree = mine === was || mine === says;
    const isChanged = isFree && mine !== asText(agenda);
    if (isChanged)
      await writeAgenda(tx, { group_id: evening.group_id, event_id: evening.event_id }, agendaAt(agenda, evening));
    done.push({ evening, isChanged, told: 0, kept: isFree || mine === asText(agenda) ? [] : ['agenda'] });
  }
  if (!series.ended_at) await writeSeries(tx, series, { ...series, pattern: { ...series.pattern, agenda } });
  const about = { series: series.slug, title: series.title, n: done.filter(({ isChanged }) => isChanged).length };
  await audit(tx, { group_id: series.group_id, actor, what: 'season.series.changed', about, now });
  said.push(...sayAlong(done, lang));
};

/** Agendas by evening, each item as far from its evening's beginning as it is. One statement. */
async function agendasOf(tx: Tx, evenings: readonly Event[]): Promise<Map<string, PatternItem[]>> {
  const { rows } = await sql<Item & { event_id: string }>`
    select event_id, starts_at, minutes, type, title, who, note from events.agenda_item
    where group_id = ${evenings[0]?.group_id} and event_id = any(${evenings.map(({ event_id }) => event_id)}::uuid[])
    order by position`.execute(tx);
  return new Map(
    evenings.map((evening) => [
      evening.event_id,
      apart(
        rows.filter(({ event_id }) => event_id === evening.event_id),
        evening,
      ),
    ]),
  );
}

function apart(items: readonly Item[], { starts_at }: Pick<Event, 'starts_at'>): PatternItem[] {
  return items.map((item) => ({
    at_minutes: Math.round((item.starts_at.getTime() - starts_at.getTime()) / 60_000),
    minutes: item.minutes,
    type: item.type,
    title: item.title,
    who: item.who,
    note: item.note,
  }));
}

/** The same text for agendas that say the same. */
function asText(agenda: readonly PatternItem[]): string {
  const order = [...agenda].sort((a, b) => a.at_minutes - b.at_minutes);
  return JSON.stringify(order.map((one) => [one.at_minutes, one.minutes, one.type, one.title, one.who, one.note]));
}
