// Counting what guests cannot eat without anybody's name.
import { expect, test } from 'vitest';
import { countDiets, type Diet, meatless } from './diet-rules.ts';

const said = (needs: Diet['needs'], other = '', heads = 1): Diet => ({ needs, other, heads });

test('alike plates are one line, whatever the order of the ticks, the most first', () => {
  const counted = countDiets([
    said(['nuts', 'vegan']),
    said(['halal']),
    said(['vegan', 'nuts'], '', 2),
    said([], 'No coriander'),
    said([], 'no coriander'),
  ]);
  expect(counted).toEqual([said(['vegan', 'nuts'], '', 3), said([], 'No coriander', 2), said(['halal'])]);
});

test('whoever eats no meat is counted once, vegan or vegetarian', () => {
  expect(meatless([said(['vegan', 'vegetarian'], '', 2), said(['vegetarian']), said(['halal'])])).toBe(3);
  expect(meatless([])).toBe(0);
});

test('nothing said is nothing counted, and what was counted is left as it was', () => {
  expect(countDiets([])).toEqual([]);
  const one = said(['egg']);
  countDiets([one, said(['egg'])]);
  expect(one.heads).toBe(1);
});
