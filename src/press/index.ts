// What is printed and projected: from plain things said by other rooms to a finished PDF. Pure: fonts and pictures are handed in.

import type { Room } from '#kit/room.ts';

export const pressRoom: Room = {
  name: 'press',
  says: 'What is printed and projected: slides as a PDF.',
  routes() {},
};

/** Sets slides of 16 : 9, one page each, with their fonts embedded; says which letters no font had. */
export { setSlides, wordsOf } from './set-slides.ts';
/** What a slide says, whoever draws it. */
export type { Slide, SlideDeck, SlideRow } from './slides.ts';
/** The faces something is set in. */
export type { PressFaces, PressFont } from './typeset.ts';
/** Letters of a text that are in none of the fonts. */
export { missingIn } from './typeset.ts';
