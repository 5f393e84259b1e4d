// A chart of ranges: for each evening a bar from low to high, a line in its middle, and a dot for what happened.

export type RangeBar = {
  key: string;
  /** Below the bar: "Mar". */
  label: string;
  low: number;
  high: number;
  middle: number;
  /** `null`: not yet. */
  happened: number | null;
};

type RangeChartProps = {
  bars: readonly RangeBar[];
  /** Read instead of the picture; a table with the figures stands behind it. */
  says: string;
  /** A dotted line across, with its word: the room. */
  limit?: { at: number; label: string } | undefined;
};

const WIDE = 620;
const TALL = 200;
const LEFT = 40;
const TOP = 22;
const BELOW = 30;

/** Drawn on the server, in the page's own colours; scales to its place. */
export function RangeChart({ bars, says, limit }: RangeChartProps) {
  const highest = Math.max(1, limit?.at ?? 0, ...bars.map(({ high, happened }) => Math.max(high, happened ?? 0)));
  const step = stepFor(highest);
  const top = Math.ceil(highest / step) * step;
  const y = (heads: number) => TOP + (TALL - TOP - BELOW) * (1 - heads / top);
  const each = (WIDE - LEFT) / Math.max(1, bars.length);
  const wide = Math.min(18, each * 0.5);
  const dot = Math.min(4.5, Math.max(2.5, each * 0.4));
  const labelled = labelsFor(bars, each);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  return (
    <svg class="ui-range-chart" viewBox={`0 0 ${WIDE} ${TALL}`} role="img" aria-label={says}>
      {lines.map((heads) => (
        <g key={heads}>
          <line class="ui-range-grid" x1={LEFT} x2={WIDE} y1={y(heads)} y2={y(heads)} />
          <text x={LEFT - 6} y={y(heads) + 4} text-anchor="end">
            {heads}
          </text>
        </g>
      ))}
      {limit && (
        <g>
          <line class="ui-range-limit" x1={LEFT} x2={WIDE} y1={y(limit.at)} y2={y(limit.at)} />
          <text x={WIDE} y={y(limit.at) - 6} text-anchor="end">
            {limit.label}
          </text>
        </g>
      )}
      {bars.map((bar, i) => {
        const x = LEFT + each * (i + 0.5);
        const hasLabel = labelled.has(i);
        const isAhead = bar.happened === null;
        return (
          <g key={bar.key} class={isAhead ? 'ui-range-ahead' : undefined}>
            <rect
              class="ui-range-bar"
              x={x - wide / 2}
              width={wide}
              y={y(bar.high)}
              height={Math.max(2, y(bar.low) - y(bar.high))}
              rx={Math.min(6, wide / 2)}
            />
            <line class="ui-range-middle" x1={x - wide / 2} x2={x + wide / 2} y1={y(bar.middle)} y2={y(bar.middle)} />
            {bar.happened !== null && <circle class="ui-range-dot" cx={x} cy={y(bar.happened)} r={dot} />}
            {hasLabel && (
              <text x={x} y={TALL - 6} text-anchor="middle">
                {bar.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A word this wide stays clear of the next one, on a phone too. */
const WORD = 42;

/** Where bars stand close, a label shows where it is a new one and has room; the last bar keeps its own. */
function labelsFor(bars: readonly RangeBar[], each: number): Set<number> {
  if (each >= WORD) return new Set(bars.keys());
  const last = bars.length - 1;
  const shown = new Set<number>();
  let until = Number.NEGATIVE_INFINITY;
  for (const [i, { label }] of bars.entries()) {
    const isNew = i === 0 || label !== bars[i - 1]?.label;
    const isClear = i * each >= until && (last - i) * each >= WORD;
    if (!isNew || !isClear) continue;
    shown.add(i);
    until = i * each + WORD;
  }
  return shown.add(last);
}

/** Four or five lines, at round numbers. */
function stepFor(highest: number): number {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power;
  return Math.max(1, Math.ceil(step));
}
