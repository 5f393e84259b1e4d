// The one to three characters that stand for a name on its sticker, in whatever script the name is written.

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const thaiVowelFirst = /^[\u0e40-\u0e44]/u;
const cased = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const joined = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u;
const small = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'the',
  'to',
  'und',
  'in',
  'für',
  'der',
  'die',
  'das',
  'de',
  'do',
  'da',
  'la',
  'el',
]);

/**
 * `Lakeside Cloud Users` → `LCU`, `Kotlinowcy` → `Ko`, `東京ユーザー会` → `東京`, a name with an emoji → the emoji.
 * Empty when the name has no letter, digit or emoji.
 */
export function initials(name: string): string {
  const all = split(name.normalize('NFC'));
  const picture = all.find((g) => emoji.test(g));
  if (picture) return picture;
  const found = name.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const telling = found.filter((word) => !small.has(word.toLowerCase()));
  const list = telling.length > 0 ? telling : found;
  const first = list[0];
  if (!first) return '';
  if (dense.test(first)) return split(first).slice(0, 2).join('');
  if (joined.test(first)) return split(first.replace(/^ال(?=..)/u, ''))[0] ?? '';
  if (/\p{Script=Thai}/u.test(first)) {
    return split(first)
      .slice(0, thaiVowelFirst.test(first) ? 2 : 1)
      .join('');
  }
  if (list.length === 1) {
    if (/^\d{1,3}$/.test(first)) return first;
    const [one = '', two = ''] = split(first);
    return upper(one) + two;
  }
  return list
    .slice(0, 3)
    .map((word) => upper(split(word)[0] ?? ''))
    .join('');
}

/** How wide the characters stand, in em of a bold face: enough to choose a size by. */
export function roughWidth(text: string): number {
  return split(text).reduce((sum, g) => {
    if (emoji.test(g)) return sum + 1.15;
    if (dense.test(g)) return sum + 1;
    if (/^[WMwm@]/.test(g)) return sum + 0.92;
    if (/^[IJijl1tfr]/.test(g)) return sum + 0.42;
    return sum + 0.68;
  }, 0);
}

function split(text: string): string[] {
  return Array.from(graphemes.segment(text), (s) => s.segment);
}

/** Only where capitals are how a name begins; and one character stays one: ß is not made SS. */
function upper(grapheme: string): string {
  if (!cased.test(grapheme)) return grapheme;
  const big = grapheme.toUpperCase();
  return split(big).length === 1 ? big : grapheme;
}
