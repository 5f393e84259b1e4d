// An organiser changed one evening of a series and wants it on others too: each gets what it had from the series, and its guests
// are told once by the evening's own verb.
import { type Event, editEvent } from '#events';
import { audit } from '#groups';
import type { Reaction } from '#kit/announce.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { venueCard } from '#venues';
import { words } from '../words.ts';
import { carry, changeOf, nowSays, saidBy, shapeOf } from './carry-rules.ts';
import { type Along, reachOf, sayAlong, writeSeries } from './reach.ts';

export const carryEdit: Reaction<'events.edited'> = async (tx, { event, before, form, actor, lang, said, now }) => {
  const reached = await reachOf(tx, event, form, now);
  if (!reached) return;
  const { series, after, others, zone } = reached;
  const [was, says] = [shapeOf(before), saidBy(series, zone)];
  const change = changeOf(was, shapeOf(after));
  const venue = change.place && (await venueCard(tx, change.place.venue_id ?? undefined));
  const done: Along[] = [];
  for (const evening of others) {
    const { draft, parts, kept } = carry(evening, change, says, was, now);
    const place = parts.includes('place') ? { venue: venue ?? null } : {};
    const key = { group_id: evening.group_id, event_id: evening.event_id };
    const edited = draft && (await editEvent(tx, key, now, { ...draft, ...place }));
    done.push({ evening, isChanged: edited !== null, told: edited && 'is' in edited ? edited.told : 0, kept });
  }
  if (!series.ended_at) await writeSeries(tx, series, nowSays(series, change));
  const about = { series: series.slug, title: series.title, n: done.filter(({ isChanged }) => isChanged).length };
  await audit(tx, { group_id: series.group_id, actor, what: 'season.series.changed', about, now });
  said.push(...sayAlong(done, lang));
  if (dayOf(before) !== dayOf(after)) said.push(words(lang)('carry.day'));
};

function dayOf({ starts_at, zone }: Event): string {
  return wallClock(instantOf(starts_at), zone).date;
}
