// A change carried from one evening of a series to another, as a table: what moves along, what stays, what the clocks do.
import { describe, expect, it } from 'vitest';
import type { Event } from '#events';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { patternShape } from '../pattern.ts';
import { type Change, carry, changeOf, nowSays, type Shape, saidBy, shapeOf } from './carry-rules.ts';

const BERLIN = 'Europe/Berlin';
const NOW = Temporal.Instant.from('2027-01-05T12:00Z');

const pattern = patternShape.parse({
  starts: '18:00',
  minutes: 120,
  place_name: 'Harbor',
  place_address: '1 Water Street',
  opens_days: 14,
  closes_hours: 24,
  plus_ones: 1,
});
const series = { title: 'Open table', about: 'We talk.', pattern };
const says = saidBy(series, BERLIN);

/** An evening as the series makes it, of a day; sign-up opens 14 days before at 18:00 and closes a day before. */
function evening(day: string, more: Partial<Event> = {}): Event {
  const at = (date: string, time: string) =>
    new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(BERLIN).epochMilliseconds);
  const starts_at = at(day, '18:00');
  return {
    title: 'Open table',
    about: 'We talk.',
    zone: BERLIN,
    kind: 'in_person',
    place_name: 'Harbor',
    place_address: '1 Water Street',
    place_arrival: '',
    venue_id: null,
    door_number: '',
    online_url: null,
    room_capacity: null,
    plus_ones: 1,
    posture: 'free',
    posture_note: '',
    starts_at,
    ends_at: at(day, '20:00'),
    opens_at: at(Temporal.PlainDate.from(day).subtract({ days: 14 }).toString(), '18:00'),
    closes_at: new Date(starts_at.getTime() - 24 * 3_600_000),
    opened_at: null,
    ...more,
  } as Event;
}

const clock = (at: Date | undefined) => at && wallClock(instantOf(at), BERLIN);
const before = shapeOf(evening('2027-02-10'));
const to = (other: Event, change: Change) => carry(other, change, says, before, NOW);

it('an evening of the series is what the series says', () => {
  expect(before).toEqual(says);
  expect(changeOf(before, shapeOf(evening('2027-07-14')))).toEqual({});
});

describe('a change', () => {
  it.each<[string, Change, Partial<Event>, Partial<Record<keyof Event, unknown>>, (keyof Shape)[]]>([
    [
      'of the place moves along',
      { place: { name: 'Attic', address: '', venue_id: null } },
      {},
      { place_name: 'Attic' },
      [],
    ],
    [
      'of the place leaves one that has its own',
      { place: { name: 'Attic', address: '', venue_id: null } },
      { place_name: 'Boat' },
      {},
      ['place'],
    ],
    [
      'of the place is none where only the name of the venue is another',
      { place: { name: 'Attic', address: '', venue_id: 'v1' } },
      { place_name: 'The attic', venue_id: 'v1' as Event['venue_id'] },
      {},
      [],
    ],
    [
      'of the venue leaves one that is at another',
      { place: { name: 'Attic', address: '', venue_id: 'v1' } },
      { place_name: 'Attic', venue_id: 'v2' as Event['venue_id'] },
      {},
      ['place'],
    ],
    ['of the title moves along', { title: 'Long table' }, {}, { title: 'Long table' }, []],
    ['of the title leaves one that has a topic', { title: 'Long table' }, { title: 'Queues' }, {}, ['title']],
    [
      'of two parts moves the one that is free',
      { title: 'Long table', plus_ones: 0 },
      { title: 'Queues' },
      { plus_ones: 0 },
      ['title'],
    ],
    ['that is there already changes nothing', { title: 'Queues' }, { title: 'Queues' }, {}, []],
    [
      'of what it costs moves along',
      { money: { posture: 'fee', note: '5' } },
      {},
      { posture: 'fee', posture_note: '5' },
      [],
    ],
  ])('%s', (_what, change, mine, expected, kept) => {
    const carried = to(evening('2027-03-10', mine), change);
    expect(carried.kept).toEqual(kept);
    if (Object.keys(expected).length === 0) expect(carried.draft).toBeNull();
    else expect(carried.draft).toMatchObject({ ...expected, starts_at: evening('2027-03-10').starts_at });
  });

  it('also moves along where an evening says what the changed one said before', () => {
    const other = evening('2027-03-10', { place_name: 'Boat' });
    const was = { ...before, place: { ...before.place, name: 'Boat' } };
    const change = { place: { name: 'Attic', address: '', venue_id: null } };
    expect(carry(other, change, says, was, NOW)).toMatchObject({ draft: { place_name: 'Attic' }, kept: [] });
  });
});

describe('a later beginning', () => {
  // 28 March: clocks go forward in Berlin. 31 October: back.
  it.each([
    ['2027-02-10', '2027-01-27'],
    ['2027-04-07', '2027-03-24'],
    ['2027-11-10', '2027-10-27'],
  ])(
    'on %s is 19:00 there, ends two hours later, and sign-up keeps its day, its hour and its distance',
    (day, opens) => {
      const { draft } = to(evening(day), { starts: '19:00' });
      expect(clock(draft?.starts_at)).toEqual({ date: day, time: '19:00' });
      expect(clock(draft?.ends_at)).toEqual({ date: day, time: '21:00' });
      expect(clock(draft?.opens_at)).toEqual({ date: opens, time: '18:00' });
      expect((draft?.starts_at.getTime() ?? 0) - (draft?.closes_at.getTime() ?? 0)).toBe(24 * 3_600_000);
    },
  );

  it('keeps the day an evening was moved to, and the length it was given', () => {
    const moved = evening('2027-03-11', { ends_at: new Date('2027-03-11T20:30Z') });
    const { draft } = to(moved, { starts: '19:00' });
    expect(clock(draft?.starts_at)).toEqual({ date: '2027-03-11', time: '19:00' });
    expect(clock(draft?.ends_at)?.time).toBe('22:30');
  });

  it('that the clock jumps over is the side after the gap, and one it strikes twice the first', () => {
    expect(to(evening('2027-03-28'), { starts: '02:30' }).draft?.starts_at).toEqual(new Date('2027-03-28T01:30Z'));
    expect(to(evening('2027-10-31'), { starts: '02:30' }).draft?.starts_at).toEqual(new Date('2027-10-31T00:30Z'));
  });

  it('that has passed is not carried, and is told', () => {
    const today = evening('2027-01-05');
    expect(to(today, { starts: '12:30' })).toMatchObject({ draft: null, kept: ['starts'] });
    expect(to(today, { starts: '17:00' }).kept).toEqual([]);
  });
});

describe('sign-up', () => {
  const sooner = { opens: { days: 21, time: '09:00' } };
  it('opens so many days before each at that hour of the clock there', () => {
    expect(clock(to(evening('2027-04-07'), sooner).draft?.opens_at)).toEqual({ date: '2027-03-17', time: '09:00' });
  });
  it('that has opened is not opened again', () => {
    const open = evening('2027-02-10', { opened_at: new Date('2027-01-04T18:00Z') });
    expect(to(open, sooner)).toEqual({ draft: null, parts: [], kept: [] });
  });
  it('that would close before it opens stays as it was', () => {
    expect(to(evening('2027-04-07'), { opens: { days: 0, time: '17:00' } })).toMatchObject({
      draft: null,
      kept: ['opens'],
    });
  });
});

it('a series says from then on what was changed, and goes on saying the rest', () => {
  const change = {
    title: 'Long table',
    starts: '19:00',
    opens: { days: 21, time: '09:00' },
    closes: 600,
    place: { name: 'Attic', address: 'Loft', venue_id: 'v1' },
    arrival: 'Ring twice',
    money: { posture: 'fee' as const, note: '5' },
    door_number: '123456',
  };
  const next = nowSays(series, change);
  expect(patternShape.parse(next.pattern)).toEqual(next.pattern);
  expect(saidBy(next, BERLIN)).toEqual({ ...says, ...change, door_number: '' });
});
