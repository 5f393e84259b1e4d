// The site's laws, case by case.
import { describe, expect, test } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { countriesNamed, countryOptions } from './countries.ts';
import { readCursor, readSearch, writeCursor } from './forms.ts';
import { nextStep, pulseOf, searchWords } from './rules.ts';

test.each([
  ['owner', true, true, 'guests'],
  ['organiser', false, true, 'announce'],
  ['organiser', false, false, 'plan'],
  ['door', true, true, 'see'],
  ['door', false, true, 'wait'],
  [null, true, false, 'see'],
  [null, false, false, 'wait'],
] as const)('a %s with an evening to come (%s) and a draft (%s) should %s', (role, next, draft, step) => {
  expect(nextStep({ role, next: next ? {} : null, draft: draft ? {} : null })).toBe(step);
});

test.each([
  ['2026-11-09', null, 'coming'],
  [null, '2026-10-01', 'lately'],
  [null, '2025-11-03', 'lately'],
  [null, '2025-10-31', 'quiet'],
  [null, '2019-03-05', 'quiet'],
  [null, null, 'unknown'],
] as const)('a group with its next evening on %s and its last on %s is %s', (next, last, pulse) => {
  const now = Temporal.Instant.from('2026-11-02T12:00:00Z');
  const date = (day: string | null) => (day ? new Date(day) : null);
  expect(pulseOf({ next_at: date(next), last_at: date(last) }, now)).toBe(pulse);
});

describe('the words of a search', () => {
  test.each([
    ['', []],
    ['  ,.!  ', []],
    ['Café, Köln!', ['cafe', 'koln']],
    ['C++ & Straße', ['c', 'strasse']],
    ['が', ['か']],
    ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
    ["'); drop table", ['drop', 'table']],
  ])('of "%s" are what letters and digits are in it', (q, keys) => {
    expect(searchWords(q).map(({ key }) => key)).toEqual(keys);
  });

  test('name countries in any of our languages', () => {
    expect(countriesNamed('deutschland')).toEqual(['DE']);
    expect(countriesNamed('germany')).toEqual(['DE']);
    expect(countriesNamed('zealand')).toContain('NZ');
    expect(countriesNamed('de')).toEqual([]);
    expect(countryOptions(['AT', 'ZA', 'DE'], 'de').map(({ label }) => label)).toEqual([
      'Deutschland',
      'Österreich',
      'Südafrika',
    ]);
  });
});

describe('an address', () => {
  test('that makes no sense is the plain list', () => {
    const plain = { q: '', country: null, when: 'coming', after: null };
    for (const query of [{}, { country: 'xx', when: 'x' }, { q: ['a', 'b'], after: ['c'] }, null, 'q']) {
      expect(readSearch(query)).toEqual(plain);
    }
    expect(readCursor(writeCursor([8e15, '0199aaaa-0000-7000-8000-000000000000']), 0)).toBeNull();
    expect(readSearch({ q: '  many \n\t words  ', country: 'JP', when: 'before' })).toEqual({
      q: 'many words',
      country: 'JP',
      when: 'before',
      after: null,
    });
  });

  test('carries where a page begins, and nothing else', () => {
    const id = '0190a1b2-0000-7000-8000-000000000000';
    expect(readCursor(writeCursor([17, 'ö', id]), 1)).toEqual({ rank: 17, texts: ['ö'], id });
    for (const wrong of [
      writeCursor([17, id]),
      writeCursor(['x', 'ö', id]),
      writeCursor([1.5, 'ö', id]),
      writeCursor([1, '\0', id]),
      writeCursor([1, 'ö', "'"]),
      '%',
      '',
      'e30',
      null,
    ]) {
      expect(readCursor(wrong, 1)).toBeNull();
    }
  });
});
