// Which evenings are asked about the morning after, how long, and what of the answers is public.
import { describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { isAskedAbout, isFreelyChanged, publicCount, refuseMorning } from './morning-rules.ts';
import { showsDoorNumber } from './rules.ts';

const ended = new Date('2026-11-24T20:00:00Z');
const evening = {
  stage: 'open' as const,
  opens_at: new Date('2026-11-10T18:00:00Z'),
  closes_at: new Date('2026-11-23T18:00:00Z'),
  starts_at: new Date('2026-11-24T18:00:00Z'),
  ends_at: ended,
  source: null,
};
const past = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ended.getTime() + ms);
const DAY = 86_400_000;

describe('the morning after', () => {
  it.each([
    ['while it goes on', evening, -1, 'events.not_over'],
    ['from its end', evening, 0, null],
    ['of an evening that was called off', { ...evening, stage: 'cancelled' as const }, DAY, 'events.cancelled'],
    ['of a draft nobody saw', { ...evening, stage: 'draft' as const }, DAY, 'events.not_over'],
    ['of the archive', { ...evening, source: 'meetup.com' }, DAY, 'events.from_archive'],
  ])('%s', (_, event, ms, refused) => {
    expect(refuseMorning(event, past(ms))).toBe(refused);
  });

  it('is the next step for two weeks, and then no longer', () => {
    expect(isAskedAbout(evening, past(-1))).toBe(false);
    expect(isAskedAbout(evening, past(0))).toBe(true);
    expect(isAskedAbout(evening, past(14 * DAY - 1))).toBe(true);
    expect(isAskedAbout(evening, past(14 * DAY))).toBe(false);
    expect(isAskedAbout({ ...evening, source: 'meetup.com' }, past(DAY))).toBe(false);
  });

  it('may be changed freely for seven days', () => {
    expect(isFreelyChanged(ended, past(7 * DAY - 1))).toBe(true);
    expect(isFreelyChanged(ended, past(7 * DAY))).toBe(false);
  });

  it('gives a public count only with a complete door list', () => {
    expect(publicCount({ door_list: 'yes', came: 34 })).toBe(34);
    expect(publicCount({ door_list: 'yes', came: 0 })).toBe(0);
    expect(publicCount({ door_list: 'yes', came: null })).toBeNull();
    expect(publicCount({ door_list: 'partly', came: 34 })).toBeNull();
    expect(publicCount({ door_list: 'no', came: 34 })).toBeNull();
  });
});

describe('the number at the door', () => {
  const door = { ...evening, door_number: '+1 414 555 0100', zone: 'America/Chicago' };
  it.each([
    ['is not there two days and a minute before', door, -2 * 3_600_000 - 2 * DAY - 60_000, false],
    ['is there two days before', door, -2 * 3_600_000 - 2 * DAY, true],
    ['is there while it goes on', door, -1, true],
    ['is gone with the end', door, 0, false],
    ['is not there when it was called off', { ...door, stage: 'cancelled' as const }, -3_600_000, false],
    ['is not there when nobody typed one', { ...door, door_number: '' }, -3_600_000, false],
  ])('%s', (_, event, ms, shown) => {
    expect(showsDoorNumber(event, past(ms))).toBe(shown);
  });
});
