// Too little or left over: what each size of an order comes to on average, and the one that was chosen.
import type { FoodOrder } from './food-rules.ts';

const WIDE = 620;
const TALL = 250;
const LEFT = 40;
const TOP = 34;
const BELOW = 34;
const RIGHT = 16;

type Props = {
  line: readonly { portions: number; left_over: number; missing: number }[];
  chosen: FoodOrder;
  says: string;
  left: string;
  missing: string;
  order: string;
};

/** Drawn on the server in the page's own colours; a table stands behind it. */
export function TradeOffChart({ line, chosen, says, left, missing, order }: Props) {
  const [first, last] = [line[0]?.portions ?? 0, Math.max((line[0]?.portions ?? 0) + 1, line.at(-1)?.portions ?? 1)];
  const most = Math.max(1, ...line.map((one) => Math.max(one.left_over, one.missing)));
  const x = (portions: number) => LEFT + ((WIDE - LEFT - RIGHT) * (portions - first)) / (last - first);
  const y = (portions: number) => TOP + (TALL - TOP - BELOW) * (1 - portions / most);
  const points = (of: 'left_over' | 'missing') =>
    line.map((one) => `${x(one.portions).toFixed(1)},${y(one[of]).toFixed(1)}`).join(' ');
  const at = x(Math.min(last, Math.max(first, chosen.portions)));
  const ticks = [0, Math.round(most / 2), Math.round(most)].filter((tick, i, all) => all.indexOf(tick) === i);
  return (
    <svg class="numbers-trade" viewBox={`0 0 ${WIDE} ${TALL}`} role="img" aria-label={says}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="numbers-grid" x1={LEFT} x2={WIDE - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      <line class="numbers-chosen" x1={at} x2={at} y1={TOP - 12} y2={TALL - BELOW} />
      <polyline class="numbers-missing" points={points('missing')} />
      <polyline class="numbers-left" points={points('left_over')} />
      <circle class="numbers-dot" cx={at} cy={y(chosen.missing)} r={5} />
      <circle class="numbers-dot" cx={at} cy={y(chosen.left_over)} r={5} />
      <text x={Math.min(WIDE - 60, Math.max(LEFT + 60, at))} y={TOP - 18} text-anchor="middle" class="numbers-value">
        {order}
      </text>
      <text x={LEFT + 8} y={y(line[0]?.missing ?? 0) - 8} text-anchor="start">
        {missing}
      </text>
      <text x={WIDE - RIGHT} y={y(line.at(-1)?.left_over ?? 0) - 8} text-anchor="end">
        {left}
      </text>
      <text x={LEFT} y={TALL - 8}>
        {first}
      </text>
      <text x={WIDE - RIGHT} y={TALL - 8} text-anchor="end">
        {last}
      </text>
    </svg>
  );
}
