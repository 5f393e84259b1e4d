// When reminders are due, over clock changes and late servers, and what silence means.
import { describe, expect, it } from 'vitest';
import { instantOf, Temporal } from '#kit/time.ts';
import type { Confirmation } from '../tables.ts';
import { usualPlan } from './plan.ts';
import {
  daysUntil,
  decideRound,
  dueAt,
  findsNobody,
  oddsOf,
  type Seat,
  saidBy,
  softAt,
  waitingAt,
  wordOf,
} from './rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const date = (text: string) => new Date(at(text).epochMilliseconds);
const local = (wall: string, zone: string) => ({
  starts_at: new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds),
  zone,
});
const onTheClock = (instant: Temporal.Instant, zone: string) =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('the usual plan', () => {
  it.each([
    // Summer time ends on 25 October in Berlin, on 1 November in Chicago; Tōkyō has none.
    [
      'Europe/Berlin',
      '2026-10-29T19:00',
      ['2026-10-15T09:00', '2026-10-22T09:00', '2026-10-27T09:00', '2026-10-29T15:00'],
    ],
    [
      'America/Chicago',
      '2026-11-03T18:00',
      ['2026-10-20T09:00', '2026-10-27T09:00', '2026-11-01T09:00', '2026-11-03T14:00'],
    ],
    [
      'Asia/Tokyo',
      '2026-12-09T19:00',
      ['2026-11-25T09:00', '2026-12-02T09:00', '2026-12-07T09:00', '2026-12-09T15:00'],
    ],
    // And begins on 29 March.
    [
      'Europe/Berlin',
      '2026-04-01T18:30',
      ['2026-03-18T09:00', '2026-03-25T09:00', '2026-03-30T09:00', '2026-04-01T14:30'],
    ],
  ])('in %s before %s goes by the clock on the wall', (zone, wall, due) => {
    const evening = local(wall, zone);
    expect(usualPlan.map((one) => onTheClock(dueAt(evening, one), zone))).toEqual(due);
  });

  it('is not the same as counting hours: a control', () => {
    const evening = local('2026-10-29T19:00', 'Europe/Berlin');
    const counted = instantOf(evening.starts_at).subtract({ hours: 14 * 24 });
    expect(onTheClock(counted, evening.zone)).toBe('2026-10-15T20:00');
    expect(onTheClock(dueAt(evening, { before_minutes: 14 * 1440 }), evening.zone)).toBe('2026-10-15T19:00');
  });

  it('moves with the evening, its zone and its offsets', () => {
    const [, week] = usualPlan as [never, (typeof usualPlan)[number]];
    const evening = local('2026-12-09T19:00', 'Asia/Tokyo');
    expect(dueAt(local('2026-12-16T19:00', 'Asia/Tokyo'), week).since(dueAt(evening, week)).total('hours')).toBe(168);
    expect(onTheClock(dueAt(evening, { ...week, at_time: '21:15' }), 'Asia/Tokyo')).toBe('2026-12-02T21:15');
  });
});

describe('a time the clock', () => {
  const berlin = (wall: string) => local(wall, 'Europe/Berlin');
  it('jumps over is the one after the gap', () => {
    const due = dueAt(berlin('2026-03-30T18:00'), { before_minutes: 1440, at_time: '02:30' });
    expect(onTheClock(due, 'Europe/Berlin')).toBe('2026-03-29T03:30');
  });
  it('strikes twice is the first', () => {
    const due = dueAt(berlin('2026-10-26T18:00'), { before_minutes: 1440, at_time: '02:30' });
    expect(due).toEqual(at('2026-10-25T00:30:00Z'));
  });
  it('shows only after the evening began is left, for so long before', () => {
    const due = dueAt(berlin('2026-12-09T18:00'), { before_minutes: 240, at_time: '20:00' });
    expect(onTheClock(due, 'Europe/Berlin')).toBe('2026-12-09T14:00');
  });
});

describe('a round', () => {
  const starts_at = date('2026-12-09T18:00:00Z');
  const decide = (step: Parameters<typeof decideRound>[0], due: string, now: string) =>
    decideRound(step, at(due), starts_at, at(now));
  it('waits for its moment, goes then, and goes late when the server was off', () => {
    expect(decide('confirm', '2026-12-07T09:00:00Z', '2026-12-07T08:59:59Z')).toBe('early');
    expect(decide('confirm', '2026-12-07T09:00:00Z', '2026-12-07T09:00:00Z')).toBe('now');
    expect(decide('confirm', '2026-12-07T09:00:00Z', '2026-12-08T02:00:00Z')).toBe('now');
  });
  it('is left out when it would only be noise: an evening announced late, a server that was off for days', () => {
    expect(decide('fortnight', '2026-11-25T09:00:00Z', '2026-12-04T09:00:00Z')).toBe('passed');
    expect(decide('confirm', '2026-12-07T09:00:00Z', '2026-12-08T09:00:00Z')).toBe('passed');
    expect(decide('day', '2026-12-09T14:00:00Z', '2026-12-09T17:30:00Z')).toBe('passed');
    expect(decide('day', '2026-12-09T17:00:00Z', '2026-12-09T18:00:00Z')).toBe('passed');
  });
});

describe('what a guest has said', () => {
  const evening = local('2026-12-09T18:00', 'Europe/Berlin');
  const asked_at = date('2026-12-07T08:00:00Z');
  const seat: Seat = { state: 'going', confirmed_at: null, changed_at: date('2026-12-01T10:00:00Z'), via: 'page' };
  const said = (more: Partial<Seat>, confirmation: Confirmation, now: string) =>
    saidBy({ ...seat, ...more }, { ...evening, asked_at, confirmation }, at(now));

  it.each<[string, Partial<Seat>, 'confirmed' | 'unanswered' | null]>([
    ['nothing', {}, 'unanswered'],
    ['yes', { confirmed_at: date('2026-12-07T12:00:00Z') }, 'confirmed'],
    ['yes, by taking the seat after the question', { changed_at: date('2026-12-07T12:00:00Z') }, 'confirmed'],
    [
      'nothing, given a seat by the waitlist',
      { changed_at: date('2026-12-07T12:00:00Z'), via: 'waitlist' },
      'unanswered',
    ],
    [
      'nothing, put on the list by an organiser',
      { changed_at: date('2026-12-07T12:00:00Z'), via: 'organiser' },
      'unanswered',
    ],
    ['nothing, and has no seat', { state: 'released' }, null],
  ])('%s', (_, more, expected) => {
    expect(wordOf({ ...seat, ...more }, asked_at)).toBe(expected);
    expect(wordOf({ ...seat, ...more }, null)).toBe(
      expected === 'confirmed' && 'confirmed_at' in more ? expected : null,
    );
  });

  it('counts as soft from 36 hours before, where organisers chose so', () => {
    expect(softAt(evening, asked_at)).toEqual(at('2026-12-08T05:00:00Z'));
    expect(said({}, 'soft', '2026-12-08T04:59:00Z')).toBe('unanswered');
    expect(said({}, 'soft', '2026-12-08T05:00:00Z')).toBe('soft');
    expect(said({}, 'off', '2026-12-08T05:00:00Z')).toBe('unanswered');
    const given: Partial<Seat> = { changed_at: date('2026-12-08T06:00:00Z'), via: 'waitlist' };
    expect(said(given, 'soft', '2026-12-09T06:00:00Z')).toBe('unanswered');
  });

  it('is never soft before somebody had half a day to answer', () => {
    expect(softAt(evening, date('2026-12-08T04:00:00Z'))).toEqual(at('2026-12-08T16:00:00Z'));
  });
});

describe('what is honest to tell', () => {
  it('the waitlist is asked thirty hours before', () => {
    expect(onTheClock(waitingAt(local('2026-12-09T18:00', 'Europe/Berlin')), 'Europe/Berlin')).toBe('2026-12-08T12:00');
  });
  it('number three got in where three seats came free, and two evenings are no experience', () => {
    expect(oddsOf(3, [5, 0, 3, 2])).toEqual({ n: 4, m: 2 });
    expect(oddsOf(3, [5, 9])).toBeNull();
  });
  it('days are counted on the place’s calendar', () => {
    const tokyo = local('2026-12-09T19:00', 'Asia/Tokyo');
    expect([at('2026-12-08T14:59:00Z'), at('2026-12-08T15:01:00Z')].map((now) => daysUntil(tokyo, now))).toEqual([
      1, 0,
    ]);
  });
});

describe('a reminder finds nobody', () => {
  const opens = { opens_at: date('2026-12-30T22:00Z'), opened_at: null };
  it.each([
    ['two weeks before, when sign-up opens that very day', 'fortnight', '2026-12-30T15:00Z', opens, true],
    ['when nobody can have had a seat for a day', 'fortnight', '2026-12-31T21:00Z', opens, true],
    ['not when somebody can', 'fortnight', '2026-12-31T22:01Z', opens, false],
    [
      'not when it was opened earlier by hand',
      'fortnight',
      '2026-12-30T15:00Z',
      { ...opens, opened_at: date('2026-12-20T12:00Z') },
      false,
    ],
    ['not the question, which goes to fresh seats too', 'confirm', '2026-12-31T15:00Z', opens, false],
  ] as const)('%s', (_, step, due, sign_up, expected) => {
    expect(findsNobody(step, at(due), sign_up)).toBe(expected);
  });
});
