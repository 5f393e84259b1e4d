// Finds guests by a few letters of their names, in any script and with a slip of the finger. Pure, and quick enough to be
// asked at every letter with 25,000 names on a slow phone.

export type Found = { person_id: string; score: number };

export type NameIndex = {
  /** Puts a name in, or in place of the one it had. */
  put(person_id: string, name: string): void;
  remove(person_id: string): void;
  /** Best first: every word of the query fits a word of the name. `most` at most. */
  find(query: string, most?: number): Found[];
};

/** How a name is compared: without case, accents, width, and with both kana as one (Unicode NFKD; katakana U+30A1–30F6). */
export function plainName(text: string): string {
  // Most names need none of it, and a phone makes thousands plain before it can begin.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ßøłđðþæœıħ]/g, (letter) => spelt[letter] ?? letter);
}

const spelt: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** Words of a name or of a query. */
export function wordsIn(text: string): string[] {
  return (
    plainName(text)
      .replace(/['’ʼ`]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

// Scripts written without blanks: a name is one word there, and people type any part of it.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What is typed wrongly now and then: no letter in a short word, one in a longer, two in a long one. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** A word that some names have: its letters as bits, and whose names have it, by the number they have here. */
type Entry = { word: string; bits: number; people: Set<number> };

/** An empty index. */
export function openIndex(): NameIndex {
  const entries = new Map<string, Entry>();
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const names: string[][] = [];
  let list: Entry[] | null = null;

  const remove = (person_id: string) => {
    const n = numbers.get(person_id) ?? -1;
    for (const word of names[n] ?? []) {
      const entry = entries.get(word);
      entry?.people.delete(n);
      if (entry?.people.size === 0) {
        entries.delete(word);
        list = null;
      }
    }
    if (n >= 0) names[n] = [];
  };

  return {
    remove,
    put(person_id, name) {
      remove(person_id);
      const n = numbers.get(person_id) ?? ids.push(person_id) - 1;
      numbers.set(person_id, n);
      const words = [...new Set(wordsIn(name))];
      names[n] = words;
      for (const word of words) {
        let entry = entries.get(word);
        if (!entry) {
          entry = { word, bits: bitsOf(word), people: new Set() };
          entries.set(word, entry);
          list = null;
        }
        entry.people.add(n);
      }
    },
    find(query, most = 30) {
      const asked = wordsIn(query);
      if (asked.length === 0) return [];
      list ??= [...entries.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
      let found = scoresOf(list, asked[0] as string, ids.length);
      for (const word of asked.slice(1)) found = together(found, scoresOf(list, word, ids.length));
      return best(found, most).map(([n, score]) => ({ person_id: ids[n] as string, score }));
    },
  };
}

/** A score for each number, none is 0, and the numbers that have one. */
type Scores = { of: Uint8Array; who: number[] };

/** Where the words begin that come with or after `asked`. */
function firstFrom(list: readonly Entry[], asked: string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] as Entry).word < asked) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Who fits a word of the query and all those before. */
function together(before: Scores, now: Scores): Scores {
  const who = before.who.filter((n) => now.of[n] !== 0);
  for (const n of who) before.of[n] = (before.of[n] as number) + (now.of[n] as number);
  return { of: before.of, who };
}

/** The best, without sorting the thousands that one letter finds. */
function best({ of, who }: Scores, most: number): [n: number, score: number][] {
  const found: [number, number][] = [];
  const highest = who.reduce((high, n) => Math.max(high, of[n] as number), 0);
  for (let score = highest; score > 0 && found.length < most; score--) {
    for (const n of who) {
      if (of[n] === score) found.push([n, score]);
      if (found.length === most) break;
    }
  }
  return found;
}

/** Whose names fit one word, and how well: the whole word, its beginning, a part of it, nearly. */
function scoresOf(list: readonly Entry[], asked: string, people: number): Scores {
  const scores: Scores = { of: new Uint8Array(people), who: [] };
  const keep = (entry: Entry, score: number) => {
    for (const n of entry.people) {
      const before = scores.of[n] as number;
      if (before === 0) scores.who.push(n);
      if (before < score) scores.of[n] = score;
    }
  };
  const anywhere = unspaced.test(asked);
  for (let at = firstFrom(list, asked); list[at]?.word.startsWith(asked); at++) {
    const entry = list[at] as Entry;
    keep(entry, entry.word.length === asked.length ? 8 : 6);
  }
  if (anywhere) for (const entry of list) if (entry.word.includes(asked)) keep(entry, 5);
  const most = slips(asked.length);
  // Somebody is spelt like that: nobody wants those who are spelt nearly so, too.
  if (most === 0 || scores.who.length >= 5) return scores;
  const bits = bitsOf(asked);
  for (const entry of list) {
    // Letters that are asked for and missing each cost a slip at least.
    if (ones(bits & ~entry.bits) > most || entry.word.length < asked.length - most) continue;
    if (!beginsAlike(asked, entry.word)) continue;
    const off = distance(asked, entry.word, most);
    if (off <= most) keep(entry, 4 - off);
  }
  return scores;
}

/** One slip at the beginning of a word still leaves one of its first two letters; two there are rare, and looking costs. */
function beginsAlike(asked: string, word: string): boolean {
  const [a, b] = [asked.charCodeAt(0), asked.charCodeAt(1)];
  const [c, d] = [word.charCodeAt(0), word.charCodeAt(1)];
  return a === c || b === c || a === d || b === d;
}

/**
 * How many letters of `asked` are missing, wrong, too many or swapped, against the beginning of `word`; more than `most` is
 * `most + 1` (optimal string alignment, only the diagonal band that could still be within `most`).
 */
export function distance(asked: string, word: string, most: number): number {
  const [n, m] = [asked.length, Math.min(word.length, asked.length + most)];
  let [older, old, row] = [rows[0] as Uint8Array, rows[1] as Uint8Array, rows[2] as Uint8Array];
  if (m + 2 > old.length || n > 200) return most + 1;
  for (let j = 0; j <= m; j++) old[j] = j;
  for (let i = 1; i <= n; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      const same = asked.charCodeAt(i - 1) === word.charCodeAt(j - 1);
      const above = j > i - 1 + most ? most + 1 : (old[j] as number);
      let cost = Math.min((old[j - 1] as number) + (same ? 0 : 1), above + 1, (row[j - 1] as number) + 1);
      const isSwapped =
        i > 1 &&
        j > 1 &&
        asked.charCodeAt(i - 1) === word.charCodeAt(j - 2) &&
        asked.charCodeAt(i - 2) === word.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (older[j - 2] as number) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [older, old, row] = [old, row, older];
  }
  // The rest of the word has not been typed yet: what counts is its best beginning.
  let best = most + 1;
  for (let j = Math.max(0, n - most); j <= Math.min(m, n + most); j++) best = Math.min(best, old[j] as number);
  return best;
}

// Kept from call to call: a search asks thousands of times.
const rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];

/** A word's letters as bits; letters far apart in Unicode may share one, which only lets a few more words through. */
function bitsOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function ones(bits: number): number {
  let n = 0;
  for (let left = bits; left !== 0; left &= left - 1) n++;
  return n;
}
