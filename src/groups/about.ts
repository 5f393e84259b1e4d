// What a group says of itself, taken apart: the sentence that stands in lists, and the rest of its page.
import { plainText } from '#kit/markdown.ts';

/** Longest lead, in characters; search engines and link previews show about as much. */
const longest = 200;

/** The first paragraph's words on one line, at most 200 characters. Blank for a text without a paragraph. */
export function leadOf(about: string): string {
  const first = blocks(about).find((block) => !/^(#|[*+-] |\d+[.)] |>|```|\||---)/.test(block));
  return first === undefined ? '' : plainText(first, longest);
}

/** The text without what its lead says already; the whole text when the lead is only a part of its first paragraph. */
export function restOf(about: string): string {
  const [first = '', ...rest] = blocks(about);
  return first !== '' && plainText(first, first.length + 1) === leadOf(about) ? rest.join('\n\n') : about;
}

function blocks(about: string): string[] {
  return about
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
}
