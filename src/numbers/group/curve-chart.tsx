// How sign-ups came in, a line for each evening, the one ahead on top. Time runs to the right, to the start.
import { CURVE_DAYS, type Curve } from './curve-rules.ts';

const WIDE = 620;
const TALL = 240;
const LEFT = 40;
const TOP = 14;
const BELOW = 34;
const RIGHT = 12;

type Props = { curves: readonly Curve[]; says: string; start: string; days: (n: number) => string };

/** Drawn on the server in the page's own colours; a table stands behind it. */
export function CurveChart({ curves, says, start, days }: Props) {
  const most = Math.max(4, ...curves.flatMap(({ points }) => points.map(({ heads }) => heads)));
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const x = (days_left: number) => LEFT + (WIDE - LEFT - RIGHT) * (1 - days_left / CURVE_DAYS);
  const y = (heads: number) => TOP + (TALL - TOP - BELOW) * (1 - heads / top);
  const path = ({ points }: Curve) =>
    points.map(({ days_left, heads }) => `${x(days_left).toFixed(1)},${y(heads).toFixed(1)}`);
  const [ahead, past] = [curves.filter((one) => one.is_ahead), curves.filter((one) => !one.is_ahead)];
  return (
    <svg class="numbers-curves" viewBox={`0 0 ${WIDE} ${TALL}`} role="img" aria-label={says}>
      {Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step).map((heads) => (
        <g key={heads}>
          <line class="numbers-grid" x1={LEFT} x2={WIDE - RIGHT} y1={y(heads)} y2={y(heads)} />
          <text x={LEFT - 8} y={y(heads) + 4} text-anchor="end">
            {heads}
          </text>
        </g>
      ))}
      {[14, 7].map((n) => (
        <text key={n} x={x(n)} y={TALL - 8} text-anchor="middle">
          {days(n)}
        </text>
      ))}
      <text x={WIDE - RIGHT} y={TALL - 8} text-anchor="end">
        {start}
      </text>
      {past.map((curve) => (
        <polyline key={curve.event_id} class="numbers-curve" points={path(curve).join(' ')} />
      ))}
      {ahead.map((curve) => {
        const now = curve.points.at(-1);
        if (!now) return null;
        return (
          <g key={curve.event_id} class="numbers-ahead">
            <polyline class="numbers-curve" points={path(curve).join(' ')} />
            <circle class="numbers-dot" cx={x(now.days_left)} cy={y(now.heads)} r={5} />
            <text x={x(now.days_left)} y={y(now.heads) - 12} text-anchor="middle">
              {now.heads}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Four or five lines, at round numbers. */
function stepFor(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power;
  return Math.max(1, Math.ceil(step));
}
