// How much goes on a slide.
import { describe, expect, it } from 'vitest';
import { fullness, inSlides, ROWS_MOST } from './slide-rules.ts';

const rows = (many: number, more?: string) =>
  Array.from({ length: many }, (_, at) => ({ when: '18:00', title: `Item ${at + 1}`, more }));
const sizes = (many: number, more?: string) =>
  inSlides({ key: 'agenda', title: 'Tonight' }, rows(many, more)).map((slide) => slide.rows?.length);

describe('a list on slides', () => {
  it.each([
    [0, undefined, []],
    [1, undefined, [1]],
    [9, undefined, [9]],
    [12, undefined, [6, 6]],
    [12, 'Somebody, 5 minutes', [6, 6]],
    [40, 'Somebody, 5 minutes', [6, 6, 5, 6, 6, 5, 6]],
  ])('of %i rows (%s) is spread evenly', (many, more, expected) => {
    expect(sizes(many, more)).toHaveLength(expected.length);
    expect(sizes(many, more).reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(many);
    expect(Math.max(0, ...sizes(many, more).map(Number)) - Math.min(99, ...sizes(many, more).map(Number))).toBeLessThan(
      3,
    );
  });

  it('loses no row, keeps their order, and is never fuller than a slide holds', () => {
    for (const many of [1, 5, 9, 10, 13, 23, 40]) {
      const slides = inSlides({ key: 'agenda', title: 'Tonight', lead: 'A word before.' }, rows(many, 'Somebody'));
      expect(slides.flatMap((slide) => slide.rows?.map(({ title }) => title))).toEqual(
        rows(many).map(({ title }) => title),
      );
      for (const slide of slides) expect(fullness(slide)).toBeLessThanOrEqual(ROWS_MOST + 0.01);
      expect(slides.map(({ key }) => key).slice(0, 2)).toEqual(['agenda', 'agenda-2'].slice(0, slides.length));
      expect(slides.filter(({ lead }) => lead)).toHaveLength(1);
    }
  });

  it('counts a long title as the lines it takes, and Japanese letters as two', () => {
    const of = (title: string) => fullness({ key: 'x', title: '', rows: [{ title }] });
    expect(of('Short')).toBeLessThan(of('A title that goes on and on until it does not fit on one line any more'));
    expect(of('待ち行列、その裏側で何が起きているのかを夜明けまで調べた人')).toBeGreaterThan(of('Short'));
  });
});
