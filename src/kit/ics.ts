// Writes iCalendar (RFC 5545): one event for an invitation by mail (iMIP, RFC 6047), or many for a feed.
import type { Instant } from './time.ts';

export type CalendarEvent = {
  /** The same for the life of the event, so that an update finds the entry: `<id>@<host>`. */
  uid: string;
  /** A whole number that goes up whenever time or place changes, or the event is cancelled. */
  sequence: number;
  /** When this version was made. */
  stamp: Instant;
  start: Instant;
  end: Instant;
  summary: string;
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** The same in request and cancellation, or calendars keep the entry. */
  organizer?: { name: string; address: string } | undefined;
  /** The guest: has a seat already, so nothing is asked back. */
  attendee?: { name: string; address: string } | undefined;
};

export type Calendar = {
  /** REQUEST and CANCEL are for mails, PUBLISH for feeds. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  events: CalendarEvent[];
  /** A feed's name and where it lives (RFC 7986, and the name older programs read). */
  name?: string | undefined;
  url?: string | undefined;
};

/**
 * The calendar as text, CRLF, lines of at most 75 octets.
 * Times are in UTC and without VTIMEZONE: they mean one moment in every program, and an event that moves, or a zone whose
 * rules change, is mailed or fetched anew. A zone would only matter to repeating events, and we have none.
 * Throws when an end is not after its start, or an address or link could not stand in a line: bugs, since forms check them.
 */
export function writeCalendar(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ugroup//ugroup//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${calendar.method}`,
  ];
  if (calendar.name !== undefined)
    lines.push(`NAME:${escapeText(calendar.name)}`, `X-WR-CALNAME:${escapeText(calendar.name)}`);
  if (calendar.url !== undefined) lines.push(`URL:${uri(calendar.url)}`);
  // How often a feed is worth asking for again.
  if (calendar.method === 'PUBLISH') lines.push('REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H');
  for (const event of calendar.events) lines.push(...eventLines(event));
  lines.push('END:VCALENDAR');
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventLines(event: CalendarEvent): string[] {
  if (event.end.epochMilliseconds <= event.start.epochMilliseconds)
    throw new Error('ics: the end is not after the start');
  if (!Number.isInteger(event.sequence) || event.sequence < 0) throw new Error('ics: sequence is not a whole number');
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `STATUS:${event.status}`,
  ];
  if (event.description) lines.push(`DESCRIPTION:${escapeText(event.description)}`);
  if (event.location) lines.push(`LOCATION:${escapeText(event.location)}`);
  if (event.url) lines.push(`URL:${uri(event.url)}`);
  if (event.organizer) lines.push(`ORGANIZER;CN=${parameter(event.organizer.name)}:${mailto(event.organizer.address)}`);
  if (event.attendee) {
    const { name, address } = event.attendee;
    lines.push(`ATTENDEE;CN=${parameter(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${mailto(address)}`);
  }
  lines.push('END:VEVENT');
  return lines;
}

/** `20261209T180000Z` */
function utc(instant: Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** TEXT (§3.3.11). Other control characters cannot be written in iCalendar and are dropped. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** A quoted parameter value (§3.1, RFC 6868): quotes, line breaks and carets are written with a caret. */
function parameter(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[\r\n\u0085\u2028\u2029\t\u000b\u000c]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/\^/g, '^^')
    .replace(/"/g, "^'");
  return `"${clean}"`;
}

function uri(url: string): string {
  if (!/^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(url)) throw new Error('ics: not a link');
  return url;
}

function mailto(address: string): string {
  if (!/^[^\s\p{C}"<>,;:\\]+@[^\s\p{C}"<>,;:\\]+$/u.test(address)) throw new Error('ics: not an address');
  return `mailto:${address}`;
}

/** At most 75 octets a line (§3.1); never inside a character. */
function fold(line: string): string {
  if (line.length <= 25) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const width = Buffer.byteLength(character);
    if (octets + width > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += width;
  }
  parts.push(part);
  return parts.join('\r\n');
}
