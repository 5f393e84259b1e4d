// A name is found by a few letters, in any script, with a slip of the finger, at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, openIndex, plainName } from './search-rules.ts';

const names = [
  'Ada Lovelace',
  'Jürgen Müller-Lüdenscheidt',
  'Katharina Schmidt',
  'Katarzyna Łukasiewicz',
  'Søren Ærø',
  'Siobhán O’Brien',
  '山田 太郎',
  '由紀子山田',
  'ﾔﾏﾀﾞ ﾀﾛｳ',
  'やまだ はなこ',
  '김민준',
  'สมชาย ใจดี',
  'محمد الخوارزمي',
  'Владимир Орлов',
  'Nguyễn Thị Hương',
];
const index = openIndex();
for (const name of names) index.put(name, name);
const found = (query: string) => index.find(query).map(({ person_id }) => person_id);

describe('a guest is found', () => {
  it.each([
    ['ada', 'Ada Lovelace'],
    ['LOVE', 'Ada Lovelace'],
    ['lovelace ada', 'Ada Lovelace'],
    ['love a', 'Ada Lovelace'],
    ['muller', 'Jürgen Müller-Lüdenscheidt'],
    ['jurgen ludensch', 'Jürgen Müller-Lüdenscheidt'],
    ['lukas', 'Katarzyna Łukasiewicz'],
    ['soren aero', 'Søren Ærø'],
    ['obrien', 'Siobhán O’Brien'],
    ["o'brien", 'Siobhán O’Brien'],
    ['太郎', '山田 太郎'],
    ['山田', '由紀子山田'],
    ['タロウ', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['やまだ', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['ヤマダ', 'やまだ はなこ'],
    ['김민', '김민준'],
    ['ใจ', 'สมชาย ใจดี'],
    ['الخوار', 'محمد الخوارزمي'],
    ['орлов', 'Владимир Орлов'],
    ['nguyen huong', 'Nguyễn Thị Hương'],
  ])('by %s', (query, name) => expect(found(query)).toContain(name));

  it.each([
    ['katerina', 'Katharina Schmidt'],
    ['schmitd', 'Katharina Schmidt'],
    ['schmitt', 'Katharina Schmidt'],
    ['lovlace', 'Ada Lovelace'],
    ['muler', 'Jürgen Müller-Lüdenscheidt'],
    ['lukaszewicz', 'Katarzyna Łukasiewicz'],
    ['орлв', 'Владимир Орлов'],
  ])('although it was typed %s', (query, name) => expect(found(query)).toContain(name));

  it('with the best first, and not by what does not fit', () => {
    expect(found('katharina')[0]).toBe('Katharina Schmidt');
    expect(found('ada müller')).toEqual([]);
    expect(found('xyz')).toEqual([]);
    expect(found(' ')).toEqual([]);
    // Two letters are no slip of a third.
    expect(found('ab')).toEqual([]);
  });

  it('under the name they have now, and not once they are gone', () => {
    const own = openIndex();
    own.put('1', 'Robin Day');
    own.put('1', 'Robin Night');
    expect([own.find('day').length, own.find('night').length]).toEqual([0, 1]);
    own.remove('1');
    expect(own.find('robin')).toEqual([]);
  });
});

it('counts slips as the long way does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (asked, word, most) => {
      const whole = Array.from({ length: word.length + 1 }, (_, n) => slowly(asked, word.slice(0, n)));
      expect(distance(asked, word, most)).toBe(Math.min(Math.min(...whole), most + 1));
    }),
    { numRuns: 3000 },
  );
});

it('makes plain what is plain already', () => {
  fc.assert(fc.property(fc.string(), (text) => plainName(plainName(text)) === plainName(text)));
});

/** Optimal string alignment, all of it. */
function slowly(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  for (let i = 0; i <= a.length; i++) (d[i] as number[])[0] = i;
  for (let j = 0; j <= b.length; j++) (d[0] as number[])[j] = j;
  const at = (i: number, j: number) => d[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = cost;
    }
  return at(a.length, b.length);
}
