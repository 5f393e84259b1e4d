// Zones are found by the cities people name, and moments keep their distance on the clock when what they belong to moves.
import { describe, expect, it } from 'vitest';
import { isZone, moveAlong, sayZone, Temporal, wallClock, zoneCity, zoneNamed, zones } from './time.ts';

describe('a zone', () => {
  it('is found by its city, every one of them, under the name it has now', () => {
    expect(zones().length).toBeGreaterThan(400);
    expect(zones().filter((zone) => !isZone(zone))).toEqual([]);
    expect(zones().filter((zone) => zoneNamed(zoneCity(zone)) !== zone)).toEqual([]);
  });

  it.each([
    ['berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['Sao Paulo', 'America/Sao_Paulo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Etc/GMT-2', 'Etc/GMT-2'],
    ['Olympus', null],
    ['', null],
    ['+02:00', null],
  ])('written as %j is %j', (text, zone) => {
    expect(zoneNamed(text)).toBe(zone);
  });

  it('is called what its clock is called in the reader’s language', () => {
    expect(sayZone('Europe/Berlin', 'en')).toBe('Central European Time');
    expect(sayZone('Europe/Berlin', 'de')).toBe('Mitteleuropäische Zeit');
  });
});

describe('what belongs to something that moves', () => {
  const at = (text: string, zone: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();

  it.each([
    ['a later hour', '2026-12-09T18:00', 'Europe/Berlin', '2026-12-09T19:30', 'Europe/Berlin', '19:00', '20:30'],
    ['another day', '2026-12-09T18:00', 'Europe/Berlin', '2026-12-16T18:00', 'Europe/Berlin', '18:30', '18:30'],
    [
      'past a change of clocks',
      '2027-03-24T18:00',
      'Europe/Berlin',
      '2027-03-31T18:00',
      'Europe/Berlin',
      '17:30',
      '17:30',
    ],
    ['another clock', '2026-12-09T18:00', 'Europe/London', '2026-12-09T18:00', 'Europe/Berlin', '18:30', '18:30'],
  ])('keeps its distance on the clock: %s', (_what, from, fromZone, to, toZone, before, after) => {
    const item = at(`${from.slice(0, 10)}T${before}`, fromZone);
    const moved = moveAlong(item, { at: at(from, fromZone), zone: fromZone }, { at: at(to, toZone), zone: toZone });
    expect(wallClock(moved, toZone)).toEqual({ date: to.slice(0, 10), time: after });
  });
});
