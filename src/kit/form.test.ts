// What a browser sent, read field by field.
import { expect, test } from 'vitest';
import { isLineOf, line, prose, readForm, z } from './form.ts';

const shape = z.object({ title: line(40), text: prose(200) });

test('a field of one line lets no line break through, however it is spelt', () => {
  for (const broken of ['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029']) {
    const read = readForm(shape, { title: `one${broken}two`, text: `one${broken}two` });
    expect(read).toMatchObject({ ok: false, errors: { title: { code: 'form.one_line' } } });
    expect(read.values.text).toBe('one\ntwo');
  }
  expect(readForm(shape, { title: 'one\u2028', text: '' })).toMatchObject({ ok: true, value: { title: 'one' } });
});

test('letters are put together, and what nobody can see is dropped', () => {
  expect(readForm(shape, { title: ' Cafe\u0301\u0000\u0007 ', text: 'a\tb' })).toMatchObject({
    ok: true,
    value: { title: 'Caf\u00e9', text: 'a\tb' },
  });
});

test('what came another way than by a form is one line by the same measure', () => {
  for (const broken of ['\n', '\r', '\u000b', '\u0085', '\u2028', '\u2029', '\0'])
    expect(isLineOf(40)(`one${broken}two`), JSON.stringify(broken)).toBe(false);
  expect(isLineOf(40)('one\ttwo')).toBe(true);
  expect(isLineOf(2)('one')).toBe(false);
});
