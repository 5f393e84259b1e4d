// Names and addresses of groups: how they are chosen, compared and told apart.
import { expect, test } from 'vitest';
import { firstColor, isCloseBy, oneLine, slugCandidates } from './naming.ts';

const id = '01960000-0000-7000-8000-00000000abcd';
const somewhere = { latitude: null, longitude: null };

test.each([
  ['Lakeside Cloud Users', 'Milwaukee', 'lakeside-cloud-users'],
  ['東京クラウド会', 'Tokyo, Japan', 'tokyo'],
  ['JAWS-UG 大阪の集まり', 'Osaka', 'jaws-ug-osaka'],
  ['大阪', '大阪', 'group-0000abcd'],
  ['!!!', '', 'group-0000abcd'],
])('%s in %s gets the address %s first', (name, place, first) => {
  expect(slugCandidates(name, place, 'en', id)[0]).toBe(first);
});

test('every candidate is an address the database takes, and the last one is always free', () => {
  for (const [name, place] of [
    ['x', ''],
    ['A'.repeat(100), 'B'.repeat(100)],
    ['日本', 'ü'],
  ] as const) {
    const candidates = slugCandidates(name, place, 'en', id);
    for (const slug of candidates) expect(slug).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(candidates.at(-1)).toBe('group-0000abcd');
  }
});

test('close by is 50 km, or the same words of a place', () => {
  const milwaukee = { place: 'Milwaukee', latitude: 43.04, longitude: -87.91 };
  expect(isCloseBy(milwaukee, { place: 'x', latitude: 43.07, longitude: -87.95 })).toBe(true);
  expect(isCloseBy(milwaukee, { place: 'Chicago', latitude: 41.88, longitude: -87.63 })).toBe(false);
  expect(isCloseBy({ place: 'Milwaukee', ...somewhere }, { place: 'Milwaukee, WI', ...somewhere })).toBe(true);
  expect(isCloseBy({ place: 'Ulm', ...somewhere }, { place: 'Ulmen', ...somewhere })).toBe(false);
  expect(isCloseBy({ place: '', ...somewhere }, { place: 'Ulm', ...somewhere })).toBe(false);
});

test('a colour is the same for the same name', () => {
  expect(firstColor('Lakeside')).toBe(firstColor('lakeside'));
  expect(firstColor('Lakeside')).toMatch(/^#[0-9a-f]{6}$/);
});

test('a name stays on one line whatever breaks were typed', () => {
  expect(oneLine('a\u2028b\r\nc\u0085d\te ')).toBe('a b c d e');
});
