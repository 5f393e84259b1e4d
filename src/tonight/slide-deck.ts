// An evening's slides with what they need from outside: its sticker as a picture, codes to point a phone at, and the PDF.
import { createHash } from 'node:crypto';
import { encode } from 'uqr';
import type { ShownEvent } from '#events';
import { groupPaths } from '#groups';
import { dieCut, squarePng } from '#kit/picture.ts';
import { printFaces } from '#kit/print-faces.ts';
import { remembered } from '#kit/remembered.ts';
import type { Db } from '#kit/tables.ts';
import { isLanguage, type Lang } from '#kit/words.ts';
import { missingIn, type SlideDeck, setSlides, wordsOf } from '#press';
import { accents } from '#ui/accent.ts';
import { stickerSvg } from '#ui/sticker-art.ts';
import { type DeckFrom, deckOf } from './deck.ts';
import type { DeckFacts } from './opener.ts';

/** Slides speak the evening's language where we do, else that of whoever shows them. */
export function languageOfSlides({ event }: Pick<ShownEvent, 'event'>, viewer: Lang): Lang {
  return isLanguage(event.language) ? event.language : viewer;
}

/** All a deck is made from. `origin` is where its codes lead. */
export function deckFrom(shown: ShownEvent, facts: DeckFacts, lang: Lang, origin: string): DeckFrom {
  const { group } = shown;
  return {
    ...shown,
    facts,
    lang,
    codeOf(which, label) {
      const url = `${origin}${which === 'conduct' ? groupPaths.conduct(group) : groupPaths.show(group)}`;
      return { url, label, modules: codeFor(url) };
    },
  };
}

// Medium correction: a code is read from the last row, past somebody's head.
const codeFor = remembered(
  (url: string) => encode(url, { ecc: 'M', border: 0 }).data,
  (url) => url,
  200,
);

/** Letters of the deck that its PDF could only show as boxes, on this machine. */
export async function missingLetters(from: DeckFrom): Promise<string[]> {
  const text = wordsOf({ foot: from.group.name, slides: deckOf(from) }).join(' ');
  return missingIn(text, (await printFaces(text)).regular);
}

/** The deck as a PDF, kept for a while: a second look costs nothing. One statement for the mark. */
export async function slidesPdf(db: Db, from: DeckFrom, now: Date): Promise<Buffer> {
  const { event, group, lang } = from;
  const said = { title: event.title, lang, foot: `${group.name} · ${event.title}`, slides: deckOf(from) };
  const accent = accents(group.color).light;
  const hash = createHash('sha256')
    .update(JSON.stringify([said, accent, group.mark_hash]))
    .digest('hex');
  const known = kept.get(hash);
  if (known) return known;
  const made = inTurn(async () => {
    const deck: SlideDeck = {
      ...said,
      accent: { colour: accent.colour, ink: accent.ink },
      sticker: await stickerPicture(db, group),
      made_at: now,
    };
    return (await setSlides(deck, await printFaces(wordsOf(deck).join(' ')))).pdf;
  });
  kept.set(hash, made);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  made.catch(() => kept.delete(hash));
  return made;
}

/** A few hundred kB each. */
const MOST_KEPT = 30;
const kept = new Map<string, Promise<Buffer>>();
let before: Promise<unknown> = Promise.resolve();

/** One at a time: setting type takes a processor for a moment, and a page must not wait behind ten of them. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = before.then(work, work);
  before = turn.catch(() => {});
  return turn;
}

async function stickerPicture(db: Db, group: ShownEvent['group']): Promise<Buffer> {
  const mark = group.mark_hash
    ? await db.selectFrom('groups.mark').select('png').where('group_id', '=', group.group_id).executeTakeFirst()
    : undefined;
  if (mark) return dieCut(mark.png, true);
  return dieCut(await squarePng(stickerSvg({ name: group.name, color: group.color }), 512), false);
}
