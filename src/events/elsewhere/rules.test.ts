// What a pasted list says, and who of it is here already.
import { describe, expect, it } from 'vitest';
import { readList } from './read-list.ts';
import { nameKey, readLine, sortSignups, writeLine } from './rules.ts';

describe('a line', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace', null, 1],
    ['  Ada   Lovelace <ada@example.org> +2 ', 'Ada Lovelace', 'ada@example.org', 3],
    ['ada@example.org', 'ada@example.org', 'ada@example.org', 1],
    ['"Lovelace, Ada"; ada@example.org', 'Lovelace Ada', 'ada@example.org', 1],
    ['山田 太郎 ＋1', '山田 太郎', null, 2],
    ['Jürgen (jw@example.org), +1', 'Jürgen', 'jw@example.org', 2],
    ['Agent +99', 'Agent', null, 10],
  ])('%s', (line, name, address, party) => {
    expect(readLine(line)).toEqual({ name, address, party });
  });

  it.each(['', '   ', ';;', '+1'])('"%s" names nobody', (line) => {
    expect(readLine(line)).toBeNull();
  });

  it('without an end is read as fast as any other', () => {
    const begun = performance.now();
    expect(readLine('a'.repeat(500_000))).toEqual({ name: 'a'.repeat(120), address: null, party: 1 });
    // Looked through from each of its letters on it took minutes.
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('is written so that it reads the same again', () => {
    for (const line of ['Ada Lovelace', 'Ada Lovelace <ada@example.org> +2', 'ada@example.org'])
      expect(writeLine(readLine(line)!)).toBe(line);
  });
});

describe('a table', () => {
  it('as Meetup gives it leaves out who does not come, and counts guests', () => {
    const text =
      'Name\tUser ID\tRSVP\tGuests\nAda\tuser 1\tYes\t1\nBea\tuser 2\tNo\t0\nCy\tuser 3\tWaiting List\t0\nDee\tuser 4\tYes\t\n';
    expect(readList(text)).toEqual([
      { name: 'Ada', address: null, party: 2 },
      { name: 'Dee', address: null, party: 1 },
    ]);
  });

  it('of a German spreadsheet is read by its columns', () => {
    const text = '\ufeffVollständiger Name;E-Mail;Begleitung\r\n"Müller; Ida";ida@example.org;2\r\n';
    expect(readList(text)).toEqual([{ name: 'Müller Ida', address: 'ida@example.org', party: 3 }]);
  });

  it('without a header that says names is a list of lines', () => {
    expect(readList('Ada Lovelace, ada@example.org\nBea, bea@nowhere')).toEqual([
      { name: 'Ada Lovelace', address: 'ada@example.org', party: 1 },
      { name: 'Bea bea@nowhere', address: null, party: 1 },
    ]);
  });
});

describe('who is here already', () => {
  const here = { addresses: new Set(['ADA']), names: new Set([nameKey('Grace Hopper')]) };
  const sort = (lines: string[], although = false) => {
    const sorted = sortSignups(
      lines.map((line) => readLine(line)!),
      here,
      (address) => (address.startsWith('ada@') ? 'ADA' : address),
      although,
    );
    return Object.fromEntries(Object.entries(sorted).map(([kind, list]) => [kind, list.map(({ name }) => name)]));
  };

  it('is known by their address, whatever they are called', () => {
    expect(sort(['Countess <ada@example.org>', 'Ida <ida@example.org>', 'Ida K. <ida@example.org>'])).toEqual({
      fresh: ['Ida'],
      known: ['Countess', 'Ida K.'],
      alike: [],
    });
  });

  it('may be the one of that name, until the organiser says otherwise', () => {
    const lines = ['HOPPER, Grace', 'José Núñez', 'Nunez José'];
    expect(sort(lines)).toEqual({ fresh: ['José Núñez'], known: [], alike: ['HOPPER Grace', 'Nunez José'] });
    expect(sort(lines, true)).toEqual({ fresh: ['HOPPER Grace', 'José Núñez', 'Nunez José'], known: [], alike: [] });
  });
});
