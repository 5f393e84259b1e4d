// What a mailed code is for, carried before its token in the path: a held seat, a place in line, or an interest.
import { notFound } from '#kit/web.ts';

export type CodeWish = {
  wish: 'seat' | 'wait' | 'interest';
  /** How many they bring. */
  guests: number;
  token: string;
};

const letters = { seat: '', wait: 'w', interest: 'i' } as const;

/** `w1`: what is wished for, without the token. */
export function wishLetters({ wish, guests }: Omit<CodeWish, 'token'>): string {
  return `${letters[wish]}${guests}`;
}

/** `w1.<token>` */
export function writeCodeWish({ token, ...wished }: CodeWish): string {
  return `${wishLetters(wished)}.${token}`;
}

/** Reads it back. Throws the 404 for anything else. */
export function readCodeWish(text: string): CodeWish {
  const found = /^([wi]?)(\d)\.([\w-]{20,100})$/.exec(text);
  if (!found) throw notFound();
  const wish = found[1] === 'w' ? 'wait' : found[1] === 'i' ? 'interest' : 'seat';
  return { wish, guests: Number(found[2]), token: found[3] as string };
}
