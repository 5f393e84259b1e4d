// The words of the shared look, and the language a piece is being drawn in.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { catalogue, type Lang, languages, type Say } from '#kit/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export const words = catalogue('ui', { en, de });

/** Set once by `Page`, so that a field deep in a form can say "optional" without being handed the language. */
export const Speaking = createContext<Lang>(languages[0]);

/** The look's words in the language of the page around it; English outside a page. */
export function useWords(): Say<keyof typeof en> {
  return words(useContext(Speaking));
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'ckb', 'dv']);

/** Which way a language is written, for `dir`. */
export function direction(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
