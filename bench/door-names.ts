// Made-up names in the mixture a large evening has: mostly Latin with and without accents, some Cyrillic, Japanese, Thai, Arabic.
const given =
  'Ada Amélie Anke Björn Carlos Chloé Dmitri Elif Fatima Giulia Håkon Ines Jürgen Katarzyna Łukasz Márta Ngọc Olga Paulo Priya Renée Søren Tomáš Uwe Vera Xavier Yasmin Zoë Aiko Kwame'.split(
    ' ',
  );
const parts =
  'an ber bo chen da de el fer gal han iw jan ka kov lin mann mar mo nik o per qui ra ren sen shi ski son ta ti va von wa wer yo zan'.split(
    ' ',
  );
const whole = [
  '山田 太郎',
  'やまだ はなこ',
  'Владимир Орлов',
  'สมชาย ใจดี',
  'محمد الخوارزمي',
  '김민준',
  '李小龙',
  'Ελένη Παππά',
];

/** The same for the same number. */
export function someName(n: number): string {
  if (n % 17 === 0) return `${whole[(n / 17) % whole.length]} ${n}`;
  let seed = (n + 1) * 2654435761;
  const next = (most: number): number => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 374761393) >>> 0;
    return seed % most;
  };
  const surname = Array.from({ length: 2 + next(3) }, () => parts[next(parts.length)]).join('');
  return `${given[next(given.length)]} ${surname[0]?.toUpperCase()}${surname.slice(1)}`;
}
