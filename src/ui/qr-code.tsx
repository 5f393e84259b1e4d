// A code to hold in front of a camera, drawn as one path. For people it is a picture with a name.
import { encode } from 'uqr';

/** Four modules of quiet around it (ISO/IEC 18004), white in every theme: phones read dark on light. `label`: what it is. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = qrPath(text);
  return (
    <svg class="ui-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark modules as a path, and how wide the whole is, quiet included. Level M: a scratched screen is still read. */
export function qrPath(text: string): { path: string; size: number } {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return { path, size: data.length };
}
