// An evening as calendars read it: the invitation that comes with a seat, and the entries of a feed.
import { type CalendarEvent, writeCalendar } from '#kit/ics.ts';
import { plainText } from '#kit/markdown.ts';
import { type Instant, instantOf } from '#kit/time.ts';
import { eventPaths } from './paths.ts';
import type { Event, EventGroup } from './queries.ts';
import { stateAt } from './rules.ts';

/** One evening's entry, everywhere and for ever: it does not change with the server's address. */
export function eventUid(event: Pick<Event, 'event_id'>): string {
  return `${event.event_id}@ugroup`;
}

/**
 * SEQUENCE of one person's entry. RFC 5546 §2.1.4: the higher one wins, and only between equal ones the later DTSTAMP does,
 * which many programs do not look at. The evening's own number is not enough: a seat given back and taken again without a move
 * in between would send a REQUEST that is no newer than the CANCEL before it, and the entry would stay away. So we add how
 * often this seat has changed (`changes`, rows of its log). Both only grow, so their sum never goes down and goes up with
 * every move, cancellation, seat taken and seat given back.
 * Both are read when the mail leaves, and a seat's mails leave in order (`seatStream`), so none overtakes; two that leave with
 * the same number say the same, and the later DTSTAMP breaks the tie.
 */
export function seatSequence(event: Pick<Event, 'sequence'>, changes: number): number {
  return event.sequence + changes;
}

export type Invitation = {
  event: Event;
  group: EventGroup;
  guest: { name: string; changes: number };
  /** Address the mail goes to. */
  to: string;
  /** Address the mail comes from: answers of calendars go there, and some programs only take an entry from its organiser. */
  mailed_from: string;
  now: Instant;
  origin: string;
  /** What the entry says below the title: how to get in, where to give the seat back. */
  description: string;
};

/** The iMIP part of a mail about a seat: REQUEST puts the entry in or brings it up to date, CANCEL takes it out. */
export function seatCalendar(
  method: 'REQUEST' | 'CANCEL',
  invitation: Invitation,
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const { event, group, guest, to, mailed_from, now, origin, description } = invitation;
  const entry: CalendarEvent = {
    ...entryOf(event, group, origin),
    sequence: seatSequence(event, guest.changes),
    stamp: now,
    description,
    // Whoever has a seat may know the link; calendars offer it with one tap where they expect the room.
    location: method === 'REQUEST' && event.kind === 'online' ? (event.online_url ?? '') : placeOf(event),
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    organizer: { name: group.name, address: mailed_from },
    attendee: { name: guest.name || to, address: to },
  };
  return { method, content: writeCalendar({ method, events: [entry] }) };
}

/** One evening to take along, for anybody: no guest, no link to the meeting. The same bytes until something changes. */
export function eventCalendar(event: Event, group: EventGroup, origin: string, now: Instant): string {
  return writeCalendar({ method: 'PUBLISH', events: [publicEntry(event, group, origin, now)] });
}

/** Evenings of a group under a name and an address of their own, for programs that ask again. */
export type Calendar = {
  name: string;
  url: string;
  group: EventGroup;
  events: readonly Event[];
  origin: string;
  now: Instant;
};

/** What such a program reads. */
export function eveningsCalendar({ name, url, group, events, origin, now }: Calendar): string {
  return writeCalendar({
    method: 'PUBLISH',
    name,
    url,
    events: events.map((event) => publicEntry(event, group, origin, now)),
  });
}

/** When an evening last changed in a way that was told to everybody. */
export function revisedAt(event: Event): Date {
  const times = [event.created_at, event.announced_at, event.opened_at, event.cancelled_at];
  return new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));
}

function publicEntry(event: Event, group: EventGroup, origin: string, now: Instant): CalendarEvent {
  const about = plainText(event.about, 500);
  const page = `${origin}${eventPaths.show(group.slug, event.slug)}`;
  return {
    ...entryOf(event, group, origin),
    sequence: event.sequence,
    stamp: instantOf(revisedAt(event)),
    description: about ? `${about}\n\n${page}` : page,
    location: placeOf(event) || undefined,
    status: statusOf(event, now),
  };
}

function statusOf(event: Event, now: Instant): CalendarEvent['status'] {
  const state = stateAt(event, now);
  if (state === 'cancelled') return 'CANCELLED';
  // Before sign-up opens the date is an announcement, and organisers may still move it.
  return state === 'announced' || state === 'draft' ? 'TENTATIVE' : 'CONFIRMED';
}

function entryOf(event: Event, group: EventGroup, origin: string) {
  return {
    uid: eventUid(event),
    start: instantOf(event.starts_at),
    end: instantOf(event.ends_at),
    summary: event.title,
    url: `${origin}${eventPaths.show(group.slug, event.slug)}`,
  };
}

function placeOf(event: Event): string {
  if (event.kind === 'online') return '';
  return [event.place_name, event.place_address].filter(Boolean).join(', ');
}
