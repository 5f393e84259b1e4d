// A text as a part of an address: what of it can be spelt with the twenty-six letters.

/** Longest part of an address made from a text; columns of addresses hold at least 60. */
const longest = 46;

/** Letters that fall apart into nothing under Unicode's own decomposition. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  '&': ' and ',
  '+': ' plus ',
};
/** How German writes its umlauts when it has none. */
const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', '&': ' und ' };

/**
 * Latin text as the part of an address: `Café & Co` → `cafe-and-co`. Whatever has no Latin spelling here is left out;
 * the answer may be empty. At most 46 characters, cut between words where there are any.
 */
export function slugText(text: string, language: string): string {
  const table = language.startsWith('de') ? { ...letters, ...german } : letters;
  const spelt = [...text.normalize('NFC').toLowerCase()].map((letter) => table[letter] ?? letter).join('');
  const plain = spelt
    .normalize('NFKD')
    .replace(/\p{M}|['’`]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return end > longest / 2 ? cut.slice(0, end) : plain.slice(0, longest).replace(/-$/, '');
}

/** Whether what Latin a text has is most of its letters: `c` alone is no name for `梅田ビル C`. */
export function isMostlyLatin(text: string): boolean {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return all === 0 || (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > all;
}
