// A code to point a phone at, drawn as one path, with what it leads to in words below.
import type { Slide } from '#press';

/** Four modules of quiet around it (ISO/IEC 18004), white in every theme: phones read dark on light. */
export function QrCode({ code: { url, modules, label } }: { code: NonNullable<Slide['code']> }) {
  const size = modules.length + 8;
  const d = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : []))).join('');
  return (
    <figure class="tonight-code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={url} shape-rendering="crispEdges">
        <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <path d={d} fill="#000" />
      </svg>
      <figcaption>
        {label}
        <small>{url.replace(/^https?:\/\//, '')}</small>
      </figcaption>
    </figure>
  );
}
