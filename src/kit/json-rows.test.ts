// Long lists in JSON, entry by entry, also where the file is broken.
import { expect, test } from 'vitest';
import { readJsonRows } from './json-rows.ts';

test('each entry of a list comes with its line', () => {
  const read = readJsonRows('[\n  {"a": 1},\n  {"a": "x, [y] \\"}"}\n]');
  expect(read).toEqual({
    ok: true,
    rows: [
      { line: 2, entry: 1, value: { a: 1 } },
      { line: 3, entry: 2, value: { a: 'x, [y] "}' } },
    ],
  });
});

test('a broken entry is named and the others still count', () => {
  const read = readJsonRows('[{"a": 1},\n{"a": oops},\n{"a": 3}]');
  expect(read.ok && read.rows).toEqual([
    { line: 1, entry: 1, value: { a: 1 } },
    { line: 2, entry: 2, broken: true },
    { line: 3, entry: 3, value: { a: 3 } },
  ]);
});

test('a file that ends too early gives what it held and names the rest as broken', () => {
  const read = readJsonRows('[{"a": 1},\n{"a": {"b": 2');
  expect(read.ok && read.rows).toEqual([
    { line: 1, entry: 1, value: { a: 1 } },
    { line: 2, entry: 2, broken: true },
  ]);
});

test('a list inside an object is found, and brackets in texts before it are not', () => {
  const read = readJsonRows('{"about": "a [list]", "groups": [1, "two", null]}');
  expect(read.ok && read.rows.map((row) => 'value' in row && row.value)).toEqual([1, 'two', null]);
});

test('a file without a list says so', () => {
  expect(readJsonRows('{"a": 1}')).toEqual({ ok: false, code: 'json.no_list' });
  expect(readJsonRows('')).toEqual({ ok: false, code: 'json.no_list' });
  expect(readJsonRows('[]')).toEqual({ ok: true, rows: [] });
});
