// What slides say, as plain things: the page on the screen and the page on paper are both drawn from it.

export type SlideRow = {
  /** An hour or a day, at the start of the row. */
  when?: string | undefined;
  title: string;
  /** Second voice: who, how long. */
  more?: string | undefined;
  /** A word that must not be missed: "Sponsor, 5 minutes". */
  tag?: string | undefined;
};

export type Slide = {
  /** Which one it is, also its place in an address: `agenda`, `agenda-2`. */
  key: string;
  /** The first one carries the group's colour over the whole of it. */
  cover?: boolean | undefined;
  /** A small word above the title of a cover. */
  over?: string | undefined;
  title: string;
  /** One or two sentences, large. */
  lead?: string | undefined;
  rows?: SlideRow[] | undefined;
  /** Short answers: the name of the wifi and its password. */
  facts?: { term: string; detail: string }[] | undefined;
  /** Something to point a phone at, with what is behind it. */
  code?: { url: string; modules: boolean[][]; label: string } | undefined;
};

export type SlideDeck = {
  /** What the file is called by those who open it. */
  title: string;
  /** BCP 47. */
  lang: string;
  /** At the foot of every slide. */
  foot: string;
  /** The group's colour, dark enough to be read on paper, and what is written on it: `#rrggbb`. */
  accent: { colour: string; ink: string };
  /** The group's sticker as a square PNG. */
  sticker: Uint8Array | null;
  /** Written into the file as the moment it was made. */
  made_at: Date;
  slides: Slide[];
};
