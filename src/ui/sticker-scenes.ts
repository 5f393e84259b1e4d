// What can be seen on a drawn sticker behind its letters: small landscapes and patterns in four colours.

/** `sky` behind everything, `near` and `far` for what stands in it, `pop` for one bright thing. */
export type Inks = { sky: string; far: string; near: string; pop: string };

/** Seeded; the same sticker every time. */
export type Chance = () => number;

/** `low` scenes keep to the lower third, so the letters move up a little. */
export type Scene = { low: boolean; draw: (inks: Inks, chance: Chance) => string };

export const scenes: readonly Scene[] = [
  { low: true, draw: waves },
  { low: true, draw: hills },
  { low: true, draw: peaks },
  { low: true, draw: skyline },
  { low: true, draw: bridge },
  { low: true, draw: lighthouse },
  { low: true, draw: sprout },
  { low: false, draw: rays },
  { low: false, draw: rings },
  { low: false, draw: halftone },
  { low: false, draw: stripes },
  { low: false, draw: night },
  { low: false, draw: network },
  { low: false, draw: confetti },
  { low: false, draw: quilt },
];

const path = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const disc = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
const whole = (from: number, to: number, chance: Chance) => Math.floor(from + chance() * (to - from + 1));

function waves({ far, near, pop }: Inks, chance: Chance): string {
  const crest = (y: number) => `M0 ${y}q12.5-9 25 0t25 0t25 0t25 0V100H0z`;
  // The sun goes down well below the letters.
  const sun = disc(whole(26, 74, chance), 69, 14, pop);
  return sun + path(crest(66), far) + path(crest(75), near) + path(crest(84), far);
}

function hills({ far, near, pop }: Inks, chance: Chance): string {
  const top = whole(56, 62, chance);
  return (
    disc(whole(30, 70, chance), 58, 17, pop) +
    path(`M0 74Q28 ${top} 58 76T100 66V100H0z`, far) +
    path('M0 84Q40 68 100 86V100H0z', near)
  );
}

function peaks({ far, near, pop }: Inks, chance: Chance): string {
  const x = whole(30, 44, chance);
  return (
    disc(77, 58, 8, pop) +
    path(`M${x + 4} 84L${x + 30} 54L98 90z`, far) +
    path(`M0 92L${x} 56L${x + 36} 92z`, near) +
    path(`M${x} 56l-8 8.2l5-1.5l4 3.6l4-4l4 1.8z`, pop) +
    path('M0 86H100V100H0z', near)
  );
}

function skyline({ far, near, pop }: Inks, chance: Chance): string {
  let out = '';
  for (let x = 4; x < 96; x += 12) out += `M${x} 100V${whole(56, 74, chance)}h11V100z`;
  let front = '';
  let lights = '';
  for (let x = -2; x < 100; x += 17) {
    const top = whole(69, 80, chance);
    front += `M${x} 100V${top}h14V100z`;
    lights += `M${x + 3} ${top + 4}h3v3h-3zM${x + 8} ${top + 4}h3v3h-3z`;
  }
  return path(out, far) + path(front, near) + path(lights, pop);
}

function bridge({ far, near, pop }: Inks): string {
  let cables = '';
  for (let x = 6; x < 98; x += 8) cables += `M${x} 79V62`;
  return (
    disc(50, 62, 20, pop) +
    line(cables, far, 1.2) +
    line('M-10 60Q8 82 28 54Q50 96 72 54Q92 82 110 60', near, 2.6) +
    path('M25 52h6V96h-6zM69 52h6V96h-6zM0 77H100V82H0z', near) +
    path('M0 88q12.5-6 25 0t25 0t25 0t25 0V100H0z', far)
  );
}

function lighthouse({ far, near, pop }: Inks, chance: Chance): string {
  const x = chance() < 0.5 ? 24 : 76;
  const away = x < 50 ? 110 : -10;
  return (
    path(`M${x} 60L${away} 46V76z`, far) +
    path(`M${x - 4} 64H${x + 4}L${x + 6} 96H${x - 6}z`, pop) +
    path(`M${x - 5} 72H${x + 5}l1 7H${x - 6}zM${x - 4} 57h8v7h-8zM${x - 5} 57l5-5l5 5z`, near) +
    path('M0 87q12.5-8 25 0t25 0t25 0t25 0V100H0z', near)
  );
}

function sprout({ far, near, pop }: Inks): string {
  return (
    disc(50, 96, 22, far) +
    line('M50 96V66', near, 3) +
    path('M50 80C34 80 30 68 30 62C42 62 50 68 50 80z', near) +
    path('M50 74C50 62 58 57 69 57C69 66 62 74 50 74z', pop)
  );
}

function rays({ far, pop }: Inks, chance: Chance): string {
  const count = whole(9, 13, chance);
  const y = chance() < 0.5 ? 50 : 96;
  let d = '';
  for (let i = 0; i < count; i++) {
    const at = (turn: number) => {
      const angle = ((i + turn) / count) * 2 * Math.PI;
      return `${Math.round(50 + 110 * Math.cos(angle))} ${Math.round(y + 110 * Math.sin(angle))}`;
    };
    d += `M50 ${y}L${at(0)}L${at(0.5)}z`;
  }
  return path(d, far) + (y > 50 ? disc(50, 96, 17, pop) : '');
}

function rings({ far, near, pop }: Inks, chance: Chance): string {
  const x = whole(20, 80, chance);
  const y = whole(78, 92, chance);
  const ring = (r: number, stroke: string) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${stroke}" stroke-width="5"/>`;
  return [20, 32, 44, 56, 68, 80].map((r, i) => ring(r, i % 2 ? near : far)).join('') + disc(x, y, 11, pop);
}

function halftone({ far }: Inks): string {
  let out = '';
  for (let row = 0; row < 10; row++) {
    const r = 0.7 + row * 0.46;
    for (let x = row % 2 ? 5 : 0; x <= 100; x += 10)
      out += `M${x - r} ${8 + row * 9}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0`;
  }
  return path(
    out.replaceAll(/\d+\.\d{2,}/g, (n) => Number(n).toFixed(1)),
    far,
  );
}

function stripes({ far, near, pop }: Inks, chance: Chance): string {
  const lean = chance() < 0.5 ? 60 : -60;
  const band = (x: number, w: number) => `M${x} 0h${w}l${lean} 100h-${w}z`;
  let d = '';
  for (let x = -80; x < 170; x += 18) d += band(x, 9);
  const x = lean > 0 ? -14 : 74;
  return path(d, far) + path(band(x, 9), pop) + path(band(x + 18, 9), near);
}

function night({ far, near, pop }: Inks, chance: Chance): string {
  let stars = '';
  for (let i = 0; i < 14; i++) stars += star(whole(8, 92, chance), whole(10, 90, chance), 1.5 + chance() * 2);
  return (
    path(stars, far) +
    path('M70 16a14 14 0 1 0 13 19a11 11 0 0 1-13-19z', pop) +
    path('M0 90Q50 72 100 90V100H0z', near)
  );
}

function star(x: number, y: number, r: number): string {
  const s = Math.round(r * 10) / 10;
  return `M${x} ${y - s}q0 ${s} ${s} ${s}q-${s} 0-${s} ${s}q0-${s}-${s}-${s}q${s} 0 ${s}-${s}z`;
}

function network({ far, near, pop }: Inks, chance: Chance): string {
  const dots = Array.from({ length: 8 }, (_, i) => {
    const angle = (i / 8) * 2 * Math.PI + chance() * 0.5;
    const r = 30 + chance() * 10;
    return [Math.round(50 + r * Math.cos(angle)), Math.round(50 + r * Math.sin(angle))] as const;
  });
  const lines = dots.map(([x, y], i) => {
    const [a, b] = dots[(i + 3) % 8] ?? [50, 50];
    return `M${x} ${y}L${a} ${b}`;
  });
  return (
    line(lines.join(''), far, 1.8) + dots.map(([x, y], i) => disc(x, y, i % 3 ? 4 : 6, i % 3 ? near : pop)).join('')
  );
}

function confetti({ far, near, pop }: Inks, chance: Chance): string {
  const inks = [far, near, pop];
  let out = '';
  for (let i = 0; i < 26; i++) {
    const [x, y] = [whole(6, 94, chance), whole(6, 94, chance)];
    const ink = inks[i % 3] ?? far;
    out += i % 2 ? disc(x, y, 2.4, ink) : line(`M${x} ${y}l${whole(-6, 6, chance)} ${whole(3, 6, chance)}`, ink, 3);
  }
  return out;
}

function quilt({ far, near, pop }: Inks, chance: Chance): string {
  const inks = [far, near, far, pop, near, far];
  let out = '';
  for (let y = 8; y < 92; y += 14) {
    for (let x = 8; x < 92; x += 14) {
      const turn = whole(0, 3, chance);
      const d =
        [`M${x} ${y}h14v14z`, `M${x} ${y}v14h14z`, `M${x} ${y}h14l-14 14z`, `M${x} ${y + 14}h14v-14z`][turn] ?? '';
      out += path(d, inks[whole(0, 5, chance)] ?? far);
    }
  }
  return out;
}
