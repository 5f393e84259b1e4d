// When a door can be worked, when a guest may ring, and when the count gets loud.
import { describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { openBook } from './merge-rules.ts';
import { fullness, mayRing, refuseDoor } from './rules.ts';
import { type DoorGuest, judgeGuest, judgeTicket } from './verdict-rules.ts';

const evening = {
  stage: 'open',
  starts_at: new Date('2026-12-09T18:00:00Z'),
  ends_at: new Date('2026-12-09T21:00:00Z'),
};
const at = (text: string) => Temporal.Instant.from(text);

it.each([
  ['2026-12-06T17:59:00Z', 'door.too_early'],
  ['2026-12-06T18:00:00Z', null],
  ['2026-12-10T08:59:00Z', null],
  ['2026-12-10T09:00:00Z', 'door.over'],
])('at %s a door answers %s', (now, refused) => expect(refuseDoor(evening, at(now))).toBe(refused));

it('of a draft or a cancelled evening there is none', () => {
  for (const stage of ['draft', 'cancelled'])
    expect(refuseDoor({ ...evening, stage }, at('2026-12-09T18:00:00Z'))).toBe('door.no_evening');
});

it('rings from two hours before until the end', () => {
  const rings = ['15:59', '16:00', '20:59', '21:00'].map((time) => mayRing(evening, at(`2026-12-09T${time}:00Z`)));
  expect(rings).toEqual([false, true, true, false]);
});

it.each([
  [94, 100, 'fine'],
  [95, 100, 'loud'],
  [99, 100, 'loud'],
  [100, 100, 'full'],
  [104, 100, 'full'],
  [18, 20, 'fine'],
  [19, 20, 'loud'],
  [9999, null, 'fine'],
] as const)('with %i in a room for %s it is %s', (heads, capacity, how) => expect(fullness(heads, capacity)).toBe(how));

describe('a verdict', () => {
  const ada: DoorGuest = { person_id: 'ada', name: 'Ada', party: 3, stand: 'seat' };
  const door = (room_capacity: number | null, scans: Parameters<typeof openBook>[0] = []) => ({
    event_id: 'tonight',
    room_capacity,
    book: openBook(scans),
    guest: (person_id: string) => (person_id === 'ada' ? ada : undefined),
  });
  const let_in = (scan_id: string, heads: number) => ({
    ...{ scan_id, kind: 'in' as const, device_id: 'front', person_id: 'ada', undoes: null, name: '' },
    ...{ heads, party: 3, at: 5 },
  });
  const ticket = { event_id: 'tonight', person_id: 'ada', party: 3, is_ours: true };

  it('is yes for who has a seat, for as many as are not in yet, and no once all are', () => {
    expect(judgeTicket(door(null), ticket)).toMatchObject({ is: 'welcome', left: 3 });
    expect(judgeTicket(door(null, [let_in('a', 1)]), ticket)).toMatchObject({ is: 'welcome', left: 2 });
    expect(judgeTicket(door(null, [let_in('a', 3)]), ticket)).toMatchObject({ is: 'again', device_id: 'front', at: 5 });
  });

  it('is no for a forged ticket, another evening’s, and what is none', () => {
    expect(judgeTicket(door(null), { ...ticket, is_ours: false }).is).toBe('forged');
    expect(judgeTicket(door(null), { ...ticket, event_id: 'tomorrow' }).is).toBe('elsewhere');
    expect(judgeTicket(door(null), null).is).toBe('no_ticket');
  });

  it('is yes for a true ticket of somebody this phone has not heard of', () => {
    expect(judgeTicket(door(null), { ...ticket, person_id: 'bea' })).toMatchObject({ is: 'welcome', is_new: true });
  });

  it('leaves it to whoever stands there for who waits or gave the seat back, and to nobody in a full room', () => {
    expect(judgeGuest(door(null), { ...ada, stand: 'gave_back' })).toMatchObject({ is: 'no_seat', stand: 'gave_back' });
    const others = [{ ...let_in('b', 2), person_id: 'bea' }];
    expect(judgeGuest(door(2, others), ada).is).toBe('full');
    expect(judgeGuest(door(3, others), ada)).toMatchObject({ is: 'welcome', left: 1 });
  });
});
