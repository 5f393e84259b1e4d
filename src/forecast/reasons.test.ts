// Heads per reason: they add up, and have the right sign.
import { describe, expect, test } from 'vitest';
import { nightsOf } from './for-tests.ts';
import { learnFrom } from './learn.ts';
import { nothingLearnt } from './learnt.ts';
import type { Night, Rsvp } from './nights.ts';
import { headsPerReason } from './reasons.ts';
import { foresee } from './turn-out.ts';

const guest: Rsvp = { person: null, lead_days: 7, reminded: null, confirmed: null, promoted: false, crew: false };
const night = (rsvps: Rsvp[]): Night => ({
  night: 'x',
  group: 'g0',
  starts_at: 0,
  posture: 'free',
  online: false,
  rsvps,
});
const many = (n: number, rsvp: Partial<Rsvp>) => Array.from({ length: n }, () => ({ ...guest, ...rsvp }));

function taught() {
  const learnt = nothingLearnt();
  const nights = nightsOf({
    seed: 2,
    groups: 1,
    nights: 8,
    sign_ups: 40,
    base: 0.3,
    group_sd: 0,
    person_sd: 0.6,
    night_sd: 0.2,
    walk_ins: 0.1,
  });
  for (const past of nights) learnFrom(learnt, [{ night: past }]);
  return learnt;
}

describe('heads per reason', () => {
  test.each([
    ['ordinary guests', many(40, {})],
    [
      'guests who confirmed, some who did not answer, and a speaker',
      [...many(30, { confirmed: 'yes' }), ...many(9, { confirmed: 'no_answer' }), ...many(1, { crew: true })],
    ],
    ['people who have been here', Array.from({ length: 50 }, (_, i) => ({ ...guest, person: `p${i}` }))],
    ['nobody', []],
  ])('add up to the middle: %s', (_, rsvps) => {
    const learnt = taught();
    const tonight = night(rsvps);
    const turnOut = foresee(learnt, tonight, { walk_ins: true });
    const heads = headsPerReason(learnt, tonight, turnOut, { walk_ins: true });
    expect(heads.reduce((sum, reason) => sum + reason.heads, 0)).toBe(turnOut.p50);
  });

  test('say that those who confirmed add heads, and those who were asked and did not answer take some away', () => {
    const learnt = taught();
    const of = (rsvps: Rsvp[]) => {
      const turnOut = foresee(learnt, night(rsvps), { walk_ins: false });
      const heads = headsPerReason(learnt, night(rsvps), turnOut, { walk_ins: false });
      return heads.find(({ reason }) => reason === 'confirmed')?.heads ?? 0;
    };
    expect(of(many(40, { confirmed: 'yes' }))).toBeGreaterThan(3);
    expect(of(many(40, { confirmed: 'no_answer' }))).toBeLessThan(-3);
    expect(of(many(40, {}))).toBe(0);
  });
});
