// The picture shown where an evening's link is shared: drawn once for what it says, and kept in memory.
import { createHash } from 'node:crypto';
import { drawPreview, type Preview } from '#kit/picture.ts';
import { remembered } from '#kit/remembered.ts';
import type { Db } from '#kit/tables.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { stickerSvg } from '#ui/sticker-art.ts';
import { eventPaths } from './paths.ts';
import type { Event, EventGroup } from './queries.ts';

/** Where the picture is, with the hash of what it says: another title is another address, so it may be kept for a year. */
export function previewPath(event: Shown, group: EventGroup): string {
  return `${eventPaths.preview(group.slug, event.slug)}?v=${previewHash(event, group)}`;
}

/** 16 hex digits of everything that can be seen on the picture. */
export function previewHash(event: Shown, group: EventGroup): string {
  return hashOf(JSON.stringify([wordsOf(event, group), group.mark_hash, drawing]));
}

const hashOf = remembered(
  (seen: string) => createHash('sha256').update(seen).digest('hex').slice(0, 16),
  (seen) => seen,
);

/** The picture, from memory when it was drawn before; whoever asks while it is drawn waits for the same drawing. */
export async function previewPicture(db: Db, event: Shown, group: EventGroup): Promise<Buffer> {
  const hash = previewHash(event, group);
  const kept = pictures.get(hash);
  if (kept) {
    // Moved to the end: the one nobody asked for longest goes first.
    pictures.delete(hash);
    pictures.set(hash, kept);
    return kept;
  }
  const picture = inTurn(() => draw(db, event, group));
  pictures.set(hash, picture);
  if (pictures.size > mostPictures) pictures.delete(pictures.keys().next().value as string);
  picture.catch(() => pictures.delete(hash));
  return picture;
}

type Shown = Pick<Event, 'slug' | 'title' | 'starts_at' | 'zone' | 'kind' | 'place_name' | 'language'>;

/** About 40 kB each. */
const mostPictures = 200;
const pictures = new Map<string, Promise<Buffer>>();

/** Goes up when the drawing itself changes. */
const drawing = 1;

let before: Promise<unknown> = Promise.resolve();

/** One at a time: a drawing takes a processor for a moment, and a page must not wait behind twenty of them. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = before.then(work, work);
  before = turn.catch(() => {});
  return turn;
}

async function draw(db: Db, event: Shown, group: EventGroup): Promise<Buffer> {
  const mark = group.mark_hash
    ? await db
        .selectFrom('groups.mark')
        .select(['kind', 'bytes'])
        .where('group_id', '=', group.group_id)
        .executeTakeFirst()
    : undefined;
  const sticker = mark
    ? mark.kind === 'svg'
      ? { markSvg: mark.bytes.toString('utf8') }
      : { markPng: mark.bytes }
    : { stickerSvg: stickerSvg({ name: group.name, color: group.color }) };
  return drawPreview({ ...wordsOf(event, group), ...sticker });
}

/** In the evening's own language: the picture is the same for everybody. */
function wordsOf(event: Shown, group: EventGroup): Preview {
  const start = instantOf(event.starts_at);
  const lang = isNamed(event.language) ? event.language : 'en';
  const day = sayTime(start, event.zone, lang, 'day');
  const hour = sayTime(start, event.zone, lang, 'time');
  return {
    title: event.title,
    group: group.name,
    when: lang.startsWith('en') || lang.startsWith('de') ? `${day}, ${hour}` : `${day} ${hour}`,
    where: event.kind === 'online' ? 'Online' : event.place_name || group.place || undefined,
    color: group.color,
  };
}

/** Languages come from lists too; `Intl` throws at what is none. */
function isNamed(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
