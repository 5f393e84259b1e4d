// The outlines a drawn sticker can be cut to, in a square of 100.

/** `d` the cut, `y` where its middle seems to be, `width` how much lettering fits there. */
export type Shape = { d: string; y: number; width: number };

export const shapes: readonly Shape[] = [
  { d: 'M50 11a39 39 0 1 1 0 78a39 39 0 1 1 0-78z', y: 50, width: 56 },
  { d: 'M50 10L85 30V70L50 90L15 70V30z', y: 50, width: 56 },
  { d: 'M31 14H69L90 50L69 86H31L10 50z', y: 50, width: 58 },
  { d: 'M50 12C81 12 88 19 88 50S81 88 50 88S12 81 12 50S19 12 50 12z', y: 50, width: 62 },
  { d: 'M15 17Q50 6 85 17V50C85 71 68 84 50 91C32 84 15 71 15 50z', y: 47, width: 58 },
  { d: 'M16 88V47a34 34 0 0 1 68 0V88z', y: 54, width: 56 },
  { d: 'M34 12H66L88 34V66L66 88H34L12 66V34z', y: 50, width: 60 },
  { d: 'M10 23H90V42a8 8 0 0 0 0 16V77H10V58a8 8 0 0 0 0-16z', y: 50, width: 56 },
  { d: 'M22 15H78Q88 15 88 25V66Q88 76 78 76H46L30 89V76H22Q12 76 12 66V25Q12 15 22 15z', y: 46, width: 62 },
  { d: 'M50 9L91 50L50 91L9 50z', y: 50, width: 46 },
  { d: 'M50 10L89 39L74 86H26L11 39z', y: 53, width: 52 },
  { d: lobes(12, 40, 35.5), y: 50, width: 56 },
  { d: lobes(8, 41, 34), y: 50, width: 54 },
];

/** A biscuit's edge: `count` rounded teeth between two radii. */
function lobes(count: number, outer: number, inner: number): string {
  const at = (turn: number, radius: number) => {
    const angle = (turn / count) * 2 * Math.PI - Math.PI / 2;
    return `${round(50 + radius * Math.cos(angle))} ${round(50 + radius * Math.sin(angle))}`;
  };
  let d = `M${at(-0.5, inner)}`;
  for (let i = 0; i < count; i++) d += `Q${at(i, outer + 5)} ${at(i + 0.5, inner)}`;
  return `${d}z`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
