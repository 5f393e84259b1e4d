// Rows of past nights: read right, or refused with a reason.
import { describe, expect, test } from 'vitest';
import { nightsFromRows } from './history-rows.ts';
import { turnOutOf } from './nights.ts';

const row = (more: Record<string, string>) => ({
  event_id: 'a',
  group_id: 'g',
  starts_at: '2026-03-10T18:00:00Z',
  rsvp_at: '2026-03-03T18:00:00Z',
  attended: '1',
  ...more,
});

describe('rows of sign-ups', () => {
  test('become nights, with the days each signed up before and who came', () => {
    const { nights } = nightsFromRows([row({}), row({ attended: '0' }), row({ event_id: 'b' })]);
    expect(nights).toHaveLength(2);
    expect(nights[0]).toMatchObject({ group: 'g', came: [true, false], walk_ins: null });
    expect(nights[0]!.rsvps).toMatchObject([{ lead_days: 7 }, { lead_days: 7 }]);
  });

  test('leave out who gave back before the forecast was made, and keep who did so later as somebody who did not come', () => {
    const { nights } = nightsFromRows([
      row({}),
      row({ attended: '', cancelled_at: '2026-03-05T10:00:00Z' }),
      row({ attended: '', cancelled_at: '2026-03-10T09:00:00Z' }),
    ]);
    expect(nights[0]!.came).toEqual([true, false]);
  });

  test('count walk-ins apart, and leave out sign-ups of whom nobody knows', () => {
    const { nights } = nightsFromRows([
      row({ walk_in: '0' }),
      row({ walk_in: '1' }),
      row({ walk_in: '0', attended: '' }),
    ]);
    expect(nights[0]).toMatchObject({ came: [true], walk_ins: 1 });
    expect(turnOutOf(nights[0]!)).toBe(2);
  });

  test('that cannot be read are named with the reason', () => {
    const { nights, troubles } = nightsFromRows([
      row({}),
      row({ starts_at: 'soon' }),
      row({ posture: 'gift' }),
      row({ event_id: '' }),
    ]);
    expect(nights).toHaveLength(1);
    expect(troubles).toEqual([
      { row: 2, why: 'no_start' },
      { row: 3, why: 'bad_posture' },
      { row: 4, why: 'no_night' },
    ]);
  });
});

test('rows of nights are read by their counts', () => {
  const { nights, troubles } = nightsFromRows([
    { group_id: 'g', starts_at: '2026-01-01', rsvps: '200', came: '80' },
    { group_id: 'g', starts_at: '2026-02-01', rsvps: 'many', came: '80' },
  ]);
  expect(nights).toMatchObject([{ rsvps: 200, came: 80, walk_ins: null }]);
  expect(troubles).toEqual([{ row: 2, why: 'no_count' }]);
});
