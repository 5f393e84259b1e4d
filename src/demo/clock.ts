// The demo town's clock: ours, and as many seconds as somebody has moved it. There is none outside the demo.
import { sql } from 'kysely';
import type { Ground } from '#kit/ground.ts';
import { instantOf } from '#kit/time.ts';
import { rooms } from '../rooms.ts';
import { readFact, writeFact } from './facts.ts';

/** Ways to move it. `evening`: to an hour before the next one starts; `now`: back to everybody else's time. */
export const moves = ['hour', 'day', 'three_days', 'week', 'evening', 'now'] as const;
export type Move = (typeof moves)[number];

const HOUR = 3_600_000;
const lengths = { hour: HOUR, day: 24 * HOUR, three_days: 72 * HOUR, week: 168 * HOUR } as const;

/**
 * How far it goes in one go before the house looks what is due: what opens in a week's jump opens on its own morning, and
 * no morning, of four hours, is jumped over with its mails.
 */
const STEP = 3 * HOUR;

/** What has its hour, and would be left out when nobody looks near it: openings, reminders, mails of the morning. */
const HOURLY = ['events.tick', 'events.remind', 'tonight.tick', 'season.digest'];

/** The furthest it goes, ahead of ours: sessions and links have ended by then, and the town has nothing planned. */
const FURTHEST = 400 * 24 * HOUR;

const offsets = new WeakMap<Ground, number>();

/** From now on `ground.now()` is the town's time, where the clock was left. Throws outside the demo. */
export async function startDemoClock(ground: Ground): Promise<void> {
  onlyInDemo(ground);
  offsets.set(ground, ((await readFact(ground.db, 'demo.clock')) ?? 0) * 1000);
  ground.now = () => instantOf(new Date(Date.now() + (offsets.get(ground) ?? 0)));
}

/** How far ahead of ours the town's clock is, in milliseconds. */
export function demoClock(ground: Ground): { aheadMs: number } {
  onlyInDemo(ground);
  return { aheadMs: offsets.get(ground) ?? 0 };
}

/** Moves the clock and does what is due on the way, as if that time had passed. False when there is nowhere to go. */
export async function moveDemoClock(ground: Ground, move: Move): Promise<boolean> {
  onlyInDemo(ground);
  const now = offsets.get(ground) ?? 0;
  const to = move === 'now' ? 0 : move === 'evening' ? await aheadOfNextEvening(ground) : now + lengths[move];
  if (to === null || to > FURTHEST) return false;
  if (to > now) {
    for (let at = now + STEP; at < to; at += STEP) {
      offsets.set(ground, at);
      await doWhatIsDue(ground, HOURLY);
    }
  }
  offsets.set(ground, to);
  await writeFact(ground.db, 'demo.clock', Math.round(to / 1000));
  await doWhatIsDue(ground);
  return true;
}

async function aheadOfNextEvening(ground: Ground): Promise<number | null> {
  const now = ground.now();
  const { rows } = await sql<{ starts_at: Date }>`
    select starts_at from events.event
    where stage in ('announced', 'open', 'closed') and starts_at > ${new Date(now.epochMilliseconds + HOUR)}
    order by starts_at limit 1`.execute(ground.db);
  const next = rows[0]?.starts_at;
  if (!next) return null;
  return (offsets.get(ground) ?? 0) + (next.getTime() - HOUR - now.epochMilliseconds);
}

/** What comes round by itself, once, now. */
async function doWhatIsDue(ground: Ground, only?: readonly string[]): Promise<void> {
  for (const { workers = {}, crons = {} } of rooms) {
    for (const kind of Object.keys(crons) as (keyof typeof workers)[]) {
      const make = workers[kind];
      if (make && (!only || only.includes(kind))) await make(ground)({});
    }
  }
}

function onlyInDemo(ground: Ground): void {
  if (!ground.demo) throw new Error('only a demo has a clock that can be moved');
}
