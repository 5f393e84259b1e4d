// Seats to offer: against the table of practice.md §2.3.
import { describe, expect, test } from 'vitest';
import { adviseCap, rhoOf } from './cap.ts';

const many = { nights: 20, overbook: true };

// practice.md §2.3, the table's last column: at most 5 % overflow with rho 0.02.
describe('seats to offer', () => {
  test.each([
    [60, 0.4, 112],
    [60, 0.6, 81],
    [100, 0.5, 158],
    [100, 0.7, 122],
    [200, 0.5, 320],
    [100, 0.9, 103],
  ])('for a room of %i and a show rate of %f are %i', (room, mean, cap) => {
    expect(adviseCap(room, { mean, rho: 0.02 }, 0.05, many).cap).toBe(cap);
  });

  test('come with what the popular formula risks, which is a full room nearly every second night', () => {
    const { naive, naive_risk, risk } = adviseCap(100, { mean: 0.5, rho: 0 }, 0.05, many);
    expect(naive).toBe(200);
    expect(naive_risk).toBeGreaterThan(0.4);
    expect(risk).toBeLessThanOrEqual(0.05);
  });

  test('are the most the risk allows: one more is too many', () => {
    const rate = { mean: 0.6, rho: 0.02 };
    const { cap } = adviseCap(60, rate, 0.05, many);
    expect(adviseCap(60, rate, 0.05, many).risk).toBeLessThanOrEqual(0.05);
    expect(adviseCap(60, rate, 0.0499, many).cap).toBeLessThanOrEqual(cap);
  });

  test('stop at twice the room until six nights of one’s own say more', () => {
    const rate = { mean: 0.28, rho: 0.02 };
    expect(adviseCap(100, rate, 0.05, { nights: 5, overbook: true })).toMatchObject({ cap: 200, cut: true });
    const own = adviseCap(100, rate, 0.05, { nights: 6, overbook: true });
    expect(own.cap).toBeGreaterThan(200);
    expect(own.cut).toBe(false);
  });

  test('are the room itself where people paid', () => {
    expect(adviseCap(100, { mean: 0.88, rho: 0.02 }, 0.05, { nights: 20, overbook: false }).cap).toBe(100);
  });
});

test('a spread of the log odds and a correlation say the same', () => {
  expect(rhoOf(0.58, 0.02 / (0.58 * 0.42))).toBeCloseTo(0.0196, 3);
});
