// Reads a list of groups, CSV or JSON, by the names of its columns, whoever made it.
import { readCsv } from '#kit/csv.ts';
import { foreignLine, foreignMarkdown } from '#kit/foreign-text.ts';
import { readJsonRows } from '#kit/json-rows.ts';
import { addressKey, tidyAddress } from './address.ts';
import type { Said } from './whereabouts.ts';

/** A row as the list says it, tidied: texts without stray blanks and entities, '' where it says nothing; its address canonical. */
export type GroupRow = Said & {
  /** Where it stands in the file, as the report names it: "line 12", or "line 1, entry 37" when lines hold several. */
  at: string;
  /** What the row gave when that was no web address. */
  badAddress: string | null;
  /** Markdown. */
  about: string;
  /** `2017-03-01` or null. */
  founded_on: string | null;
};

export type BadRow = { at: string; because: string };
export type GroupsRead = { ok: true; rows: GroupRow[]; bad: BadRow[] } | { ok: false; sentence: string };

/** Takes CSV with a header or a JSON list of objects, whichever `text` begins like. */
export function readGroups(text: string): GroupsRead {
  return /^\ufeff?\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
}

const meanings = {
  name: ['name', 'groupname', 'group', 'chapter', 'title'],
  place: ['place', 'location', 'town', 'where'],
  city: ['city'],
  state: ['state', 'province'],
  country: ['countryacronym', 'countrycode', 'iso2', 'country', 'countryname', 'nation'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  zone: ['timezone', 'zone', 'tz'],
  language: ['language', 'lang'],
  url: ['url', 'website', 'fullurl', 'link', 'homepage', 'web', 'meetup'],
  urlname: ['urlname'],
  about: ['about', 'description'],
  founded: ['founded', 'foundedon', 'created', 'since'],
} as const;

type Meaning = keyof typeof meanings;
type Cells = Partial<Record<Meaning, string>>;

/** Which columns mean what: `Latitude`, `lat` and `LAT` are one, and of two that mean the same the first that says something counts. */
function cellsOf(row: Record<string, unknown>): Cells {
  const bySpelling = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    const said = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    if (said.trim() !== '') bySpelling.set(name.toLowerCase().replace(/[^a-z0-9]/g, ''), said);
  }
  const cells: Cells = {};
  for (const meaning of Object.keys(meanings) as Meaning[]) {
    const spelling = meanings[meaning].find((name) => bySpelling.has(name));
    if (spelling) cells[meaning] = bySpelling.get(spelling) ?? '';
  }
  return cells;
}

function fromCsv(text: string): GroupsRead {
  const read = readCsv(text);
  if (!read.ok) return { ok: false, sentence: csvSentences[read.code] };
  const columns = read.columns.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (!meanings.name.some((name) => columns.includes(name))) return noName(read.columns);
  const bad = read.bad.map(({ line }) => ({ at: `line ${line}`, because: 'it has more cells than the header' }));
  return sorted(
    read.rows.map(({ line, cells }) => ({ at: `line ${line}`, cells: cellsOf(cells) })),
    bad,
  );
}

function fromJson(text: string): GroupsRead {
  const read = readJsonRows(text);
  if (!read.ok) return { ok: false, sentence: 'There is no list in this JSON file.' };
  const oneEach = new Set(read.rows.map((row) => row.line)).size === read.rows.length;
  const bad: BadRow[] = [];
  const rows: { at: string; cells: Cells }[] = [];
  for (const row of read.rows) {
    const at = oneEach ? `line ${row.line}` : `line ${row.line}, entry ${row.entry}`;
    if ('broken' in row) bad.push({ at, because: 'it is not readable JSON' });
    else if (typeof row.value !== 'object' || row.value === null || Array.isArray(row.value)) {
      bad.push({ at, because: 'it is not an object with names and values' });
    } else rows.push({ at, cells: cellsOf(row.value as Record<string, unknown>) });
  }
  if (rows.length > 0 && !rows.some(({ cells }) => cells.name)) return noName([]);
  return sorted(rows, bad);
}

function noName(columns: string[]): GroupsRead {
  const has = columns.length > 0 ? ` It has: ${columns.slice(0, 12).join(', ')}.` : '';
  return { ok: false, sentence: `This file has no column for a group's name (${meanings.name.join(', ')}).${has}` };
}

const csvSentences = {
  'csv.empty': 'This file is empty.',
  'csv.broken_quote': 'This is not a CSV file that can be read: a quote is opened and never closed.',
  'csv.same_column_twice': 'This CSV file has two columns of the same name.',
  'csv.too_wide': 'This CSV file has too many columns.',
};

function sorted(rows: { at: string; cells: Cells }[], bad: BadRow[]): GroupsRead {
  const read: GroupRow[] = [];
  for (const { at, cells } of rows) {
    const name = foreignLine(cells.name ?? '').replace(/^[\s|,;·-]+|[\s|,;·-]+$/g, '');
    if (name === '') bad.push({ at, because: 'it has no name' });
    else if (name.length > 160) bad.push({ at, because: 'its name is longer than 160 characters' });
    else read.push(rowOf(at, name, cells));
  }
  return { ok: true, rows: read, bad };
}

function rowOf(at: string, name: string, cells: Cells): GroupRow {
  const line = (meaning: Meaning) => foreignLine(cells[meaning] ?? '');
  const given = line('url') || (cells.urlname ? `https://www.meetup.com/${line('urlname')}/` : '');
  const website = tidyAddress(given);
  const founded = /^\d{4}-\d\d-\d\d/.exec(line('founded'))?.[0] ?? null;
  return {
    at,
    name,
    place: line('place'),
    city: line('city'),
    state: line('state'),
    country: line('country'),
    latitude: line('latitude'),
    longitude: line('longitude'),
    zone: line('zone'),
    language: line('language'),
    website,
    badAddress: website === null && given !== '' ? given : null,
    about: foreignMarkdown(cells.about ?? '').slice(0, 20_000),
    // 1970-01-01 is what programs write for "never".
    founded_on: founded === null || founded.startsWith('1970-01-01') || !isDay(founded) ? null : founded,
  };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** What the row is called in its list for good: its page where a page is one group's, otherwise what it says of itself. */
export function sourceKey(row: GroupRow, nameKey: string, placeKey: string): string {
  const key = row.website === null ? null : addressKey(row.website);
  return key?.isOwn ? key.key : [key?.key, nameKey, placeKey].filter(Boolean).join(' | ');
}
