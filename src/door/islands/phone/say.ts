// The phone's own words: short texts with gaps, filled in here because there may be nobody to ask.
import type { PhoneTexts } from './props.ts';

export type Say = (key: keyof PhoneTexts, gaps?: Record<string, string | number>) => string;

/** Says a text with its gaps filled. */
export function sayText(texts: PhoneTexts): Say {
  return (key, gaps = {}) => texts[key].replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}

/** A moment as a clock shows it at the evening's place. */
export function clockAt({ lang, zone }: { lang: string; zone: string }, at: number): string {
  // Making a clock costs a hundred times what reading it does.
  clock ??= new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return clock.format(at);
}

let clock: Intl.DateTimeFormat | undefined;
