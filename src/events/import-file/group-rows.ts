// What a file of evenings says of the groups that held them, as rows of a list of groups.
import type { GroupRow } from '#groups';
import type { PastEvent, PastVenue } from './read-events.ts';
import { fixedZone } from './zone-at-place.ts';

/** One row per group, by its name in addresses in lower case: what its latest evening calls it, where it met most. */
export function groupRows(events: readonly PastEvent[]): Map<string, GroupRow> {
  const byGroup = new Map<string, PastEvent[]>();
  for (const event of events) {
    const urlname = event.urlname.toLowerCase();
    const held = byGroup.get(urlname);
    if (held) held.push(event);
    else byGroup.set(urlname, [event]);
  }
  return new Map([...byGroup].map(([urlname, held]) => [urlname, rowOf(held)]));
}

function rowOf(held: PastEvent[]): GroupRow {
  const latest = held.reduce((a, b) => (b.starts_at > a.starts_at ? b : a));
  const venue = commonest(held.flatMap((event) => (event.venue && event.venue.city !== '' ? [event.venue] : [])));
  // A group that was closed is renamed so; that page leads nowhere.
  const isGone = /@/.test(latest.urlname);
  const hours = Math.round(latest.offset_minutes / 60);
  return {
    at: latest.at,
    name: latest.group_name.slice(0, 160),
    place: '',
    city: venue?.city ?? '',
    state: venue?.state ?? '',
    country: venue?.country ?? '',
    latitude: venue?.latitude?.toString() ?? '',
    longitude: venue?.longitude?.toString() ?? '',
    zone: venue ? '' : fixedZone(hours),
    language: '',
    website: isGone ? null : `https://www.meetup.com/${encodeURIComponent(latest.urlname)}/`,
    badAddress: null,
    about: '',
    founded_on: null,
  };
}

function commonest(venues: PastVenue[]): PastVenue | undefined {
  const counts = new Map<string, number>();
  for (const { city } of venues) counts.set(city, (counts.get(city) ?? 0) + 1);
  return venues.reduce<PastVenue | undefined>(
    (best, venue) => (best && (counts.get(best.city) ?? 0) >= (counts.get(venue.city) ?? 0) ? best : venue),
    undefined,
  );
}
