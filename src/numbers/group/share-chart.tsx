// How many of a hundred came, kind by kind: a bar for where the true share lies, a dot for what was seen.
import type { Kind } from './compare-rules.ts';

const WIDE = 360;
const ROW = 44;
const RIGHT = 44;

type Props = { kinds: readonly (Kind<string> & { label: string })[]; says: string };

/** Drawn on the server in the page's own colours. Its scale runs from none to all. */
export function ShareChart({ kinds, says }: Props) {
  const x = (share: number) => Math.min(1, share) * (WIDE - RIGHT);
  const tall = kinds.length * ROW + 4;
  return (
    <svg class="numbers-shares" viewBox={`0 0 ${WIDE} ${tall}`} role="img" aria-label={says}>
      {[0, 0.5, 1].map((share) => (
        <line key={share} class="numbers-grid" x1={x(share)} x2={x(share)} y1={0} y2={tall} />
      ))}
      {kinds.map(({ kind, label, low, high, share, sure }, row) => {
        const y = row * ROW;
        return (
          <g key={kind} class={sure === 'more' || sure === 'fewer' ? 'numbers-sure' : undefined}>
            <text x={0} y={y + 15} class="numbers-label">
              {label}
            </text>
            <rect class="numbers-bar" x={x(low)} width={Math.max(3, x(high) - x(low))} y={y + 23} height={12} rx={6} />
            <circle class="numbers-dot" cx={x(share)} cy={y + 29} r={5} />
            <text x={WIDE} y={y + 34} text-anchor="end" class="numbers-value">
              {Math.round(share * 100)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
