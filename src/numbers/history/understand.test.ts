// Every layout organisers bring, read by its columns' names; and files that were cut, re-encoded, or written by nobody we know.
import { describe, expect, it, test } from 'vitest';
import { files } from './for-tests.ts';
import { guessColumns } from './map-columns.ts';
import { dayIn, isThere, numberIn } from './read-cell.ts';
import { type FileTable, readTable } from './read-table.ts';
import { understand } from './understand.ts';

const today = '2026-03-10';
const bytes = (text: string) => Buffer.from(text);

function read(file: Uint8Array, day: string | null = '2026-01-20') {
  const table = readTable(file) as FileTable;
  const guess = guessColumns(table.columns);
  const found = understand(table, { ...guess, day, today });
  return {
    guess,
    found,
    counts: found.evenings.map(({ held_on, signed_up, came }) => [held_on, signed_up, came].join(' ')),
  };
}
const mails = (file: string) => read(bytes(file)).found.contacts.map(({ address }) => address);

describe('a file from', () => {
  it.each([
    ['Luma, 2025', files.luma_2025, 'Luma', ['2026-01-20 2 1']],
    ['Luma, 2026', files.luma_2026_04, 'Luma', ['2026-01-20 2 1']],
    ['Eventbrite', files.eventbrite_2024, 'Eventbrite', ['2026-01-20 2 1']],
    ['Eventbrite of old, which names the day', files.eventbrite_2011, 'Eventbrite', ['2011-03-09 2 ']],
    ['Meetup, with plus-ones and somebody who walked in', files.meetup_evening, 'Meetup (evening)', ['2026-01-20 2 3']],
    ['pretix, a check-in list', files.pretix_checkin, 'pretix (check-in list)', ['2026-01-20 2 1']],
    [
      'pretix, order positions with columns twice',
      files.pretix_positions,
      'pretix (order positions)',
      ['2026-01-20 1 '],
    ],
    ['pretix, quotas of one evening', files.pretix_quotas, 'pretix (quotas)', ['2026-01-20 63 ']],
    ['connpass', files.connpass, 'connpass', ['2026-01-20 38 ', '2026-02-17 21 ']],
    ['one’s own book', files.own_counts, '', ['2025-11-11 80 41', '2025-12-09 60 33']],
    ['Sessionize, talks', files.sessionize_sessions, 'Sessionize (accepted sessions)', []],
    ['Sessionize, a schedule', files.sessionize_schedule, 'Sessionize (schedule)', []],
    ['pretalx, sessions', files.pretalx_sessions, 'pretalx (sessions)', []],
    ['pretalx, speakers', files.pretalx_speakers, 'pretalx (speakers)', []],
    ['Meetup, members', files.meetup_members, 'Meetup (members)', []],
  ])('%s is known and counted', (_from, file, layout, counts) => {
    const { guess, counts: found } = read(bytes(file));
    expect(guess.layout).toBe(layout);
    expect(found).toEqual(counts);
  });

  it('those that have them gives addresses, each once, the guest’s before the payer’s', () => {
    expect(mails(files.luma_2025)).toEqual(['ada@guests.example', 'ben@guests.example', 'cy@guests.example']);
    expect(mails(files.pretix_positions)).toEqual(['jo@guests.example', 'kim@guests.example']);
    expect(mails(files.sessionize_sessions)).toEqual(['lea@guests.example', 'max@guests.example']);
    expect(mails(files.pretalx_speakers)).toEqual(['lea@guests.example']);
    expect(read(bytes(files.eventbrite_2024)).found.contacts[0]).toEqual({
      name: 'Gus Gray',
      address: 'gus@guests.example',
    });
  });

  it('Meetup gives none, and is known to', () => {
    for (const file of [files.meetup_members, files.meetup_evening]) {
      const { found } = read(bytes(file));
      expect(found).toMatchObject({ has_addresses: false, contacts: [] });
    }
    expect(read(bytes(files.luma_2025)).found.has_addresses).toBe(true);
  });

  it('somebody who did not say which evening it was asks for the day, and counts nothing until then', () => {
    const { found } = read(bytes(files.luma_2025), null);
    expect(found).toMatchObject({ needs_day: true, evenings: [] });
    expect(found.contacts).toHaveLength(3);
  });
});

describe('a file nobody knows', () => {
  it('is guessed by the usual names of columns, German ones too', () => {
    const { guess, counts } = read(bytes('Datum;Angemeldet;Gekommen\n11.11.2025;80;41\n09.12.25;60;33\n'));
    expect(guess.kind).toBe('counts');
    expect(counts).toEqual(['2025-11-11 80 41', '2025-12-09 60 33']);
  });

  it('has its bad lines named by number and left out, and the good ones stay', () => {
    const file = 'date,rsvps,came\n2026-01-13,10,5\nsoon,10,5\n2026-02-01,many,5\n2027-01-01,1,1\n2026-02-10,10,5,9\n';
    const { found, counts } = read(bytes(file));
    expect(counts).toEqual(['2026-01-13 10 5']);
    expect(found.troubles.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '3 no_day',
      '4 no_number',
      '5 not_over',
      '6 too_many_cells',
    ]);
  });

  it('with an address nobody can mail counts the guest and says so', () => {
    const { found, counts } = read(
      bytes('name,email,status\nNia,nia@,going\n,,going\nOle,ole@guests.example,vielleicht\n'),
    );
    expect(counts).toEqual(['2026-01-20 2 ']);
    expect(found.troubles.map(({ why }) => why)).toEqual(['bad_address', 'nobody']);
    expect(found.unknown_statuses).toEqual(['vielleicht']);
  });
});

describe('a file that', () => {
  const plain = files.pretix_checkin;
  it.each([
    ['is UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain, 'utf16le')])],
    ['is UTF-16 without one', Buffer.from(plain, 'utf16le')],
    ['is UTF-8 with a mark', bytes(`\ufeff${plain}`)],
    ['has the line breaks of old Macs', bytes(plain.replaceAll('\r\n', '\r'))],
    ['has line feeds alone', bytes(plain.replaceAll('\r\n', '\n'))],
  ])('%s says the same', (_what, file) => {
    const { found, counts } = read(file);
    expect(counts).toEqual(['2026-01-20 2 1']);
    expect(found.contacts.map(({ name }) => name)).toEqual(['Jo "JJ" Jung', 'Kim Koch']);
  });

  it('is Windows-1252 keeps its umlauts', () => {
    const file = Buffer.from('name;email\nJürgen Groß;j@guests.example\n', 'latin1');
    expect(read(file).found.contacts[0]?.name).toBe('Jürgen Groß');
  });

  it('was cut in the middle of a line gives what is whole, and one cut inside quotes is said to be', () => {
    const cut = files.eventbrite_2024.slice(0, files.eventbrite_2024.indexOf('Refunded') - 40);
    expect(read(bytes(cut)).found.contacts.length).toBeGreaterThan(1);
    expect(readTable(bytes('name,email\n"Ada,ada@guests.example\n'))).toEqual({ refused: 'numbers.file_quote' });
    expect(read(bytes(files.connpass.slice(0, -60))).found.evenings).toHaveLength(1);
  });

  it('is a spreadsheet, empty, or a header alone is refused', () => {
    expect(readTable(Buffer.from('PK\u0003\u0004'))).toEqual({ refused: 'numbers.file_spreadsheet' });
    expect(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual({ refused: 'numbers.file_spreadsheet' });
    expect(readTable(bytes(' \n'))).toEqual({ refused: 'numbers.file_empty' });
    expect(readTable(bytes('name,email\n'))).toEqual({ refused: 'numbers.file_no_rows' });
  });
});

test('days are read as programs write them, and nonsense is none', () => {
  const said = [
    '2026-03-11T18:00:00Z',
    '11.03.2026',
    '03/11/26 22:28',
    '13/03/2026',
    'Mar 9, 2011 at 7:00 PM',
    '9 March 2011',
    'Wednesday, March 9, 2011',
  ];
  expect(said.map(dayIn)).toEqual([
    '2026-03-11',
    '2026-03-11',
    '2026-03-11',
    '2026-03-13',
    '2011-03-09',
    '2011-03-09',
    '2011-03-09',
  ]);
  expect(['', 'soon', '2026-02-30', '31.02.2026', '99/99/99', '12'].map(dayIn)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('numbers and ticks too', () => {
  expect(['12', '+1', '1,200', '1.200', '12.0', '-3', 'x', ''].map(numberIn)).toEqual([
    12,
    1,
    1200,
    1200,
    12,
    null,
    null,
    null,
  ]);
  expect(['Y', '2026-01-20', 'true', 'No', '', '0', 'nein', '–'].map(isThere)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a file with columns or rows without end is read in a moment, or refused', () => {
  const began = performance.now();
  const names = Array.from({ length: 1001 }, (_, n) => `"c${n}":1`).join();
  expect(readTable(bytes(`${'a,'.repeat(20_000)}\n${'1\n'.repeat(20_000)}`))).toEqual({
    refused: 'numbers.file_columns',
  });
  expect(readTable(bytes(`[{${names}}]`))).toEqual({ refused: 'numbers.file_columns' });
  for (const file of [`name\n${'Ada\n'.repeat(1_000_000)}`, `[${'{"name":"Ada"},'.repeat(500_000)}]`]) {
    expect((readTable(bytes(file)) as FileTable).rows).toHaveLength(60_000);
  }
  const wide = readTable(
    bytes(`${Array.from({ length: 250 }, (_, n) => `c${n}`).join()}\n${`1${','.repeat(249)}\n`.repeat(20_000)}`),
  );
  expect((wide as FileTable).rows).toHaveLength(8_000);
  // Without a limit one of these alone takes minutes, and more memory than there is.
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('days and numbers no evening has are named by their line, and never reach the database', () => {
  const counts = read(
    bytes('date,signed up,came\n0000-01-01,5,4\n0026-01-20,5,4\n2026-01-20,20000,30\n2026-01-20,1,1\n'),
  );
  expect(counts.counts).toEqual(['2026-01-20 20000 30']);
  expect(counts.found.troubles).toEqual([
    { line: 2, why: 'no_day' },
    { line: 3, why: 'no_day' },
    { line: 5, why: 'too_many' },
  ]);
  const guests = read(bytes(`name,status,guests\n${'Ada,yes,49\n'.repeat(401)}`));
  expect(guests.counts).toEqual(['2026-01-20 20000 ']);
  expect(guests.found.troubles).toEqual([{ line: 402, why: 'too_many' }]);
});
