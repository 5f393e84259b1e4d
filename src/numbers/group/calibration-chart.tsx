// Where in its range each evening's count fell: in the band eight in ten should lie, half of all left of the middle.
import type { JudgedEvening } from './group-rules.ts';

const WIDE = 420;
const MIDDLE = WIDE / 2;
/** Half the band. */
const HALF = 126;
/** Dots of like place stand on one another. */
const SLOT = 14;
const DOT = 5.5;

type Props = { judged: readonly JudgedEvening[]; says: string; fewer: string; more: string; middle: string };

/** Drawn on the server in the page's own colours; the table of the last year stands behind it. */
export function CalibrationChart({ judged, says, fewer, more, middle }: Props) {
  const slots = new Map<number, JudgedEvening[]>();
  for (const one of judged) {
    const slot = Math.round((placeOf(one) * HALF) / SLOT);
    slots.set(slot, [...(slots.get(slot) ?? []), one]);
  }
  const highest = Math.max(3, ...[...slots.values()].map((dots) => dots.length));
  const ground = 26 + highest * SLOT;
  const tall = ground + 30;
  return (
    <svg class="numbers-calibration" viewBox={`0 0 ${WIDE} ${tall}`} role="img" aria-label={says}>
      <rect
        class="numbers-bar"
        x={MIDDLE - HALF - SLOT / 2}
        width={2 * HALF + SLOT}
        y={8}
        height={ground - 8}
        rx={10}
      />
      <line class="numbers-middle" x1={MIDDLE} x2={MIDDLE} y1={8} y2={ground} />
      <line class="numbers-grid" x1={0} x2={WIDE} y1={ground} y2={ground} />
      {[...slots].flatMap(([slot, dots]) =>
        dots.map(({ night }, at) => (
          <circle key={night} class="numbers-dot" cx={MIDDLE + slot * SLOT} cy={ground - 10 - at * SLOT} r={DOT} />
        )),
      )}
      <text x={0} y={tall - 6}>
        {fewer}
      </text>
      <text x={MIDDLE} y={tall - 6} text-anchor="middle">
        {middle}
      </text>
      <text x={WIDE} y={tall - 6} text-anchor="end">
        {more}
      </text>
    </svg>
  );
}

/** −1 to 1 within the range, 0 at its middle; further out it is cut off where the picture ends. */
function placeOf({ low, middle, high, came }: JudgedEvening): number {
  const isIn = came >= low && came <= high;
  const raw =
    came >= middle ? (came - middle) / Math.max(1, high - middle) : (came - middle) / Math.max(1, middle - low);
  const place = isIn ? Math.max(-1, Math.min(1, raw)) : Math.sign(raw) * Math.max(1.12, Math.abs(raw));
  return Math.max(-1.55, Math.min(1.55, place));
}
