// Calendar files, read back by another program's parser.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from './ics.ts';
import { Temporal } from './time.ts';

const evening: CalendarEvent = {
  uid: '01960000-0000-7000-8000-000000000001@groups.example.org',
  sequence: 2,
  stamp: Temporal.Instant.from('2026-11-20T09:00:00.123Z'),
  start: Temporal.Instant.from('2026-12-10T00:00:00Z'),
  end: Temporal.Instant.from('2026-12-10T02:00:00Z'),
  summary: 'Queues, and what they are hiding',
  description: 'Two talks; pizza at 17:30.\nDeleting the calendar entry does not cancel your seat.',
  location: 'Harbor Building, 3rd floor',
  url: 'https://groups.example.org/lakeside/queues',
  status: 'CONFIRMED',
  organizer: { name: 'Lakeside "Cloud" Users', address: 'ugroup@groups.example.org' },
  attendee: { name: 'Nguyễn Thị Hạnh; host, guest', address: 'hanh@example.org' },
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, event: new ICAL.Event(events[0]!) };
}

describe('an invitation', () => {
  test('is read back as it was meant', () => {
    const { calendar, events, event } = read(writeCalendar({ method: 'REQUEST', events: [evening] }));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(events).toHaveLength(1);
    expect([event.uid, event.sequence, event.summary]).toEqual([evening.uid, 2, evening.summary]);
    expect([event.description, event.location]).toEqual([evening.description, evening.location]);
    expect(event.startDate.toJSDate()).toEqual(new Date('2026-12-10T00:00:00Z'));
    expect(event.endDate.toJSDate()).toEqual(new Date('2026-12-10T02:00:00Z'));
    const guest = events[0]!.getFirstProperty('attendee')!;
    expect(guest.getFirstValue()).toBe('mailto:hanh@example.org');
    expect(['cn', 'partstat', 'rsvp'].map((name) => guest.getFirstParameter(name))).toEqual([
      'Nguyễn Thị Hạnh; host, guest',
      'ACCEPTED',
      'FALSE',
    ]);
    expect(events[0]!.getFirstProperty('organizer')!.getFirstParameter('cn')).toBe('Lakeside "Cloud" Users');
  });

  test('is cancelled under the same id by the same organiser', () => {
    const cancelled: CalendarEvent = { ...evening, sequence: 3, status: 'CANCELLED' };
    const { calendar, events, event } = read(writeCalendar({ method: 'CANCEL', events: [cancelled] }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.uid).toBe(evening.uid);
    expect(events[0]!.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(events[0]!.getFirstPropertyValue('organizer')).toBe('mailto:ugroup@groups.example.org');
  });

  test('refuses what could not stand in a line', () => {
    const write = (change: Partial<CalendarEvent>) => () =>
      writeCalendar({ method: 'REQUEST', events: [{ ...evening, ...change }] });
    expect(write({ url: 'https://x.example/\r\nATTACH:evil' })).toThrow('link');
    expect(write({ attendee: { name: 'x', address: 'a@b.example\r\nX:1' } })).toThrow('address');
    expect(write({ end: evening.start })).toThrow('end');
    expect(write({ sequence: 1.5 })).toThrow('sequence');
  });
});

test('a feed holds all its events and its name', () => {
  const events = [1, 2, 3].map((n) => ({ ...evening, uid: `${n}@groups.example.org`, attendee: undefined }));
  const text = writeCalendar({ method: 'PUBLISH', name: 'Köln, Abende', events });
  const { events: found } = read(text);
  expect(found.map((event) => event.getFirstPropertyValue('uid'))).toEqual(events.map((event) => event.uid));
  expect(text).toContain('\r\nX-WR-CALNAME:Köln\\, Abende\r\n');
  expect(read(writeCalendar({ method: 'PUBLISH', events })).calendar.getAllProperties('name')).toHaveLength(0);
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        ';',
        ',',
        '\\',
        '\\n',
        ':',
        '"',
        '^',
        '^n',
        '\t',
        ' ',
        '\u2028',
        '\u0085',
        '\0',
        'é',
        '東京',
        '🎉',
        'END:VEVENT',
        'BEGIN:VALARM',
        'ATTACH:http://evil.example/',
        'x'.repeat(80),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

/** What we promise to keep of a text: everything but control characters, with one kind of line break. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');

test('whatever people type stays inside its line: one event, same id, same words, no alarm, no attachment', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, nasty, (summary, description, location, name) => {
      const organizer = { name, address: 'ugroup@groups.example.org' };
      const attendee = { name, address: 'hanh@example.org' };
      const text = writeCalendar({
        method: 'REQUEST',
        events: [{ ...evening, summary, description, location, organizer, attendee }],
      });
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\0]/);
      }
      const { calendar, events, event } = read(text);
      expect(calendar.getAllSubcomponents()).toHaveLength(1);
      expect(events[0]!.getAllSubcomponents()).toHaveLength(0);
      expect(events[0]!.getAllProperties('attach')).toHaveLength(0);
      expect(events[0]!.getAllProperties('attendee')).toHaveLength(1);
      expect(event.uid).toBe(evening.uid);
      expect(event.summary).toBe(kept(summary));
      if (description) expect(event.description).toBe(kept(description));
      if (location) expect(event.location).toBe(kept(location));
    }),
    { numRuns: 300 },
  );
});
