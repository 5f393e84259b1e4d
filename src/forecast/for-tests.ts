// Made-up groups whose truth is known, to see whether the forecast finds it.
import type { PastNight, Rsvp } from './nights.ts';
import { draws } from './score.ts';
import { chance } from './traits.ts';

export type Town = {
  seed: number;
  groups: number;
  nights: number;
  sign_ups: number;
  /** Log odds of an ordinary guest, and the sds of groups, persons and nights around it. */
  base: number;
  group_sd: number;
  person_sd: number;
  night_sd: number;
  /** Walk-ins as a share of those who came; `null`: nobody counted. */
  walk_ins?: number | null;
  /** Share of nights with a deposit. */
  deposits?: number;
};

const DAY = 86_400_000;

/** Monthly nights of `town`, oldest first; two out of three guests come from a pool that is there every time. */
export function nightsOf(town: Town): PastNight[] {
  const draw = draws(town.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const nights: PastNight[] = [];
  for (let g = 0; g < town.groups; g++) {
    const level = town.base + town.group_sd * normal();
    const pool = Array.from({ length: 2 * town.sign_ups }, (_, i) => ({
      name: `p${i}`,
      own: town.person_sd * normal(),
    }));
    for (let n = 0; n < town.nights; n++) {
      const luck = town.night_sd * normal();
      const posture = draw() < (town.deposits ?? 0) ? 'deposit' : 'free';
      const rsvps: Rsvp[] = [];
      const came: boolean[] = [];
      for (let i = 0; i < town.sign_ups; i++) {
        const stranger = { name: `n${n}-${i}`, own: town.person_sd * normal() };
        const person = draw() < 2 / 3 ? pool[Math.floor(draw() * pool.length)]! : stranger;
        const lead_days = 14 * draw();
        const odds = level + luck + person.own - 0.03 * lead_days + (posture === 'deposit' ? 1.5 : 0);
        const p = { person: person.name, lead_days, reminded: null, confirmed: null, promoted: false, crew: false };
        rsvps.push(p);
        came.push(draw() < chance(odds));
      }
      const heads = came.filter(Boolean).length;
      const starts_at = Date.UTC(2023, 0, 1 + n * 30 + (g % 28), 18);
      nights.push({
        night: `${g}-${n}`,
        group: `g${g}`,
        starts_at,
        ended_at: starts_at + DAY / 8,
        posture,
        online: false,
        rsvps,
        came,
        walk_ins:
          typeof town.walk_ins === 'number' ? Math.round(town.walk_ins * heads * Math.exp(0.3 * normal())) : null,
      });
    }
  }
  return nights.sort((a, b) => a.starts_at - b.starts_at);
}

/** The same nights as a group remembers them that only counted. */
export const countsOnly = (nights: readonly PastNight[]): PastNight[] =>
  nights.map((night) => ({
    ...night,
    rsvps: typeof night.rsvps === 'number' ? night.rsvps : night.rsvps.length,
    came: typeof night.came === 'number' ? night.came : night.came.filter(Boolean).length,
  }));
