// What groups, places and evenings of the growing town are called: words that mean nothing, as rare in a small town as in a large.

/** 400 words that mean nothing; each title has two of them. */
export const words = Array.from({ length: 400 }, (_, n) => {
  const parts = 'ba ke lo mi nu ra se ti vo zu fa ge hi jo pu da we xi yo cu'.split(' ');
  return `${parts[n % 20]}${parts[Math.floor(n / 20) % 20]}${parts[(n * 7 + 3) % 20]}n`;
});
/** A place of its own for each group; none begins as another does. */
export const townOf = (group: number) => `Town${spelt(group * 7919)}`;
/** What a group's evenings are about; five groups have the same. */
export const topicOf = (group: number, groups: number) => `${spelt((group % Math.ceil(groups / 5)) * 7919)}ology`;
/** Four letters for a number, another for each below 456,976. */
const spelt = (n: number) =>
  [1, 26, 676, 17_576].map((unit) => String.fromCharCode(97 + (Math.floor(n / unit) % 26))).join('');
