// What a mailed code is for, carried before its token in the path: a held seat, a place in line, or an interest.
import { notFound } from '#kit/web.ts';

export type CodeWish = {
  wish: 'seat' | 'wait' | 'interest';
  /** How many they bring. */
  guests: number;
  /** Should it be a place in line: they want to be asked before a seat is theirs. */
  ask_first: boolean;
  token: string;
};

const letters = { seat: '', wait: 'w', interest: 'i' } as const;

/** `w1a`: what is wished for, without the token; the `a` for who wants to be asked first. */
export function wishLetters({ wish, guests, ask_first }: Omit<CodeWish, 'token'>): string {
  return `${letters[wish]}${guests}${ask_first ? 'a' : ''}`;
}

/** `w1a.<token>` */
export function writeCodeWish({ token, ...wished }: CodeWish): string {
  return `${wishLetters(wished)}.${token}`;
}

/** Reads it back. Throws the 404 for anything else. */
export function readCodeWish(text: string): CodeWish {
  const found = /^([wi]?)(\d)(a?)\.([\w-]{20,100})$/.exec(text);
  if (!found) throw notFound();
  const wish = found[1] === 'w' ? 'wait' : found[1] === 'i' ? 'interest' : 'seat';
  return { wish, guests: Number(found[2]), ask_first: found[3] === 'a', token: found[4] as string };
}
