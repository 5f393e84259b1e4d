// Tables as files: written so that no spreadsheet runs them, read whatever separates them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

const body = (text: string) => text.slice(1).split('\r\n').slice(1, -1).join('\r\n');
const write = (cell: string | number) => body(writeCsv(['a'], [[cell]]));

describe('written', () => {
  test('opens as UTF-8 in a spreadsheet, with quotes only where they are needed', () => {
    expect(
      writeCsv(
        ['name', 'seats'],
        [
          ['May, "the" host', 3],
          [null, undefined],
          ['東京', true],
        ],
      ),
    ).toBe('\ufeffname,seats\r\n"May, ""the"" host",3\r\n,\r\n東京,true\r\n');
  });

  test('formulas are disarmed and numbers stay numbers', () => {
    expect(write('=1+1')).toBe("'=1+1");
    expect(write('+49 30 1234')).toBe("'+49 30 1234");
    expect(write('-2')).toBe("'-2");
    expect(write(-2.5)).toBe('-2.5');
    expect(write('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(write('\t=1')).toBe('"\'\t\'=1"');
    expect(write('  =1')).toBe("'  =1");
    expect(write('＝1')).toBe("'＝1");
    expect(write('x;=cmd|calc')).toBe('"x;\'=cmd|calc"');
    expect(write('a-b=c@example.org')).toBe('a-b=c@example.org');
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ',',
        ';',
        '|',
        '"',
        "'",
        ' ',
        '\u200b',
        '＝',
        'a',
        '東',
        '\0',
        '\ufeff',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

test('no cell, and no piece of one after a separator, begins like a formula', () => {
  const danger = /^[\s\p{C}\p{Z}"]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
  // The pattern does find what it must not find.
  expect(danger.test(' =1')).toBe(true);
  fc.assert(
    fc.property(text, (cell) => {
      const written = write(cell);
      const inside = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(inside).not.toMatch(danger);
      for (const piece of inside.split(/[,;|\t\r\n]/).slice(1))
        expect(piece).not.toMatch(/^[\s\p{C}\p{Z}"]*[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});

test('what was written is read back, ends trimmed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = readCsv(
        writeCsv(
          ['one', 'two', 'end'],
          rows.map((row) => [...row, 'x']),
        ),
      );
      const tidy = (cell: string) => cell.replaceAll('\0', '').trim();
      expect(read.ok && read.rows.map(({ cells }) => [cells.one, cells.two])).toEqual(rows.map((row) => row.map(tidy)));
    }),
    { numRuns: 500 },
  );
});

describe('read', () => {
  test('by the names of the columns, with the line each row begins on', () => {
    const read = readCsv('\ufeffname , place\r\n\r\n"Köln\r\n""Dom""",  here \r\n\r\nBonn\r\n');
    expect(read).toEqual({
      ok: true,
      columns: ['name', 'place'],
      rows: [
        { line: 3, cells: { name: 'Köln\r\n"Dom"', place: 'here' } },
        { line: 6, cells: { name: 'Bonn', place: '' } },
      ],
      bad: [],
    });
  });

  test('with semicolons, tabs and old line breaks', () => {
    for (const file of ['a;"b,c"\n1;2', 'a\t"b,c"\r1\t2', '"a";"b,c"\r\n1;2\r\n']) {
      const read = readCsv(file);
      expect(read.ok && read.rows, JSON.stringify(file)).toEqual([{ line: 2, cells: { a: '1', 'b,c': '2' } }]);
    }
    expect(readCsv('a\tb\n\t2\n')).toMatchObject({ rows: [{ line: 2, cells: { a: '', b: '2' } }] });
  });

  test('a row with too many cells is named and the others are kept', () => {
    const read = readCsv('a,b\n1,2,3\n4,5,\n6" disk,7\n');
    expect(read).toMatchObject({ ok: true, bad: [{ line: 2, code: 'csv.too_many_cells' }] });
    expect(read.ok && read.rows.map((row) => row.line)).toEqual([3, 4]);
  });

  test('what is no table is refused with a reason', () => {
    expect(readCsv('')).toEqual({ ok: false, code: 'csv.empty' });
    expect(readCsv('a,b\n1,"2\n3,4')).toEqual({ ok: false, code: 'csv.broken_quote' });
    expect(readCsv('a,b,a\n1,2,3')).toEqual({ ok: false, code: 'csv.same_column_twice' });
  });

  test('a cell that is a whole file of line breaks is read and written in a moment', () => {
    const begun = performance.now();
    const lines = "\n'".repeat(500_000);
    expect(readCsv(`a\n"x${lines}y"`)).toMatchObject({ ok: true, rows: [{ line: 2 }] });
    expect(readCsv(`a\n"x${lines}=y"`)).toMatchObject({ rows: [{ cells: { a: `x${'\n'.repeat(500_000)}=y` } }] });
    expect(write(`x${'\n'.repeat(500_000)}y`)).toHaveLength(500_004);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('a table wider than any is refused before each short row is filled up', () => {
    const wide = (columns: number) => Array.from({ length: columns }, (_, place) => `c${place}`).join(',');
    expect(readCsv(`${wide(1001)}\nx\n`)).toEqual({ ok: false, code: 'csv.too_wide' });
    expect(readCsv(`${wide(1000)}\n${'x\n'.repeat(10_001)}`)).toEqual({ ok: false, code: 'csv.too_wide' });
    expect(readCsv(`${wide(1000)}\nx\n`)).toMatchObject({ ok: true, bad: [] });
  });

  test('a column called __proto__ is a column', () => {
    const read = readCsv('__proto__,b\nx,y\n');
    expect(read.ok && Object.entries(read.rows[0]?.cells ?? {})).toEqual([
      ['__proto__', 'x'],
      ['b', 'y'],
    ]);
  });
});

describe('a file made to be slow', () => {
  test('is refused when it has more columns than anybody writes', () => {
    const names = Array.from({ length: 1001 }, (_, n) => `c${n}`);
    expect(readCsv(`${names.slice(1).join(',')}\n1,2\n`)).toMatchObject({ ok: true });
    expect(readCsv(`${names.join(',')}\n1,2\n`)).toEqual({ ok: false, code: 'csv.too_wide' });
    expect(readCsv(`${'a,'.repeat(400_000)}\n${'1\n'.repeat(400_000)}`, { twins: true })).toMatchObject({ ok: false });
  });

  test('is read as far as it is asked for', () => {
    const rows = (most: { rows: number; cells: number }) => {
      const read = readCsv(`a,b\n\n${'1,2\n'.repeat(20)}`, { most });
      return read.ok && [read.rows.length, read.rows.at(-1)?.line];
    };
    expect(rows({ rows: 20, cells: 100 })).toEqual([20, 22]);
    expect(rows({ rows: 7, cells: 100 })).toEqual([7, 9]);
    expect(rows({ rows: 100, cells: 10 })).toEqual([5, 7]);
  });
});
