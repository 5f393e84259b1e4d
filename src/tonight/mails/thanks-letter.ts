// The letter that thanks those who had a seat or came without one: the organisers' words, where the slides are, when the next evening is.
import { eventPaths } from '#events';
import { groupPaths } from '#groups';
import { type Block, type Letter, writeLetter } from '#kit/mail/index.ts';
import { instantOf, saySpan, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { accents } from '#ui/accent.ts';
import type { Standing, ThanksFacts } from '../thanks.ts';
import { words } from '../words.ts';

/** In the reader's language; `text` in the organisers'. Nobody who was there reads what they missed, and nobody is blamed. */
export function thanksLetter(
  { event, group, talks, next }: ThanksFacts,
  text: string,
  standing: Standing,
  { lang, origin }: { lang: Lang; origin: string },
): Letter {
  const t = words(lang);
  const page = `${origin}${groupPaths.show(group)}`;
  const mark = groupPaths.markPicture(group);
  const title = oneLine(event.title);
  const day = sayTime(instantOf(event.starts_at), event.zone, lang, 'day');
  const given = talks.filter(({ slides_url }) => slides_url !== null);
  const blocks: Block[] = [
    t(`thanks.mail.line.${standing}`, { title, day }),
    ...(text ? [{ markdown: text }] : []),
    ...given.map(({ title: talk, who, slides_url }) => ({
      link: {
        label: who ? t('thanks.mail.slides_by', { talk, who }) : t('thanks.mail.slides', { talk }),
        url: slides_url as string,
      },
    })),
    ...(next ? nextEvening(next, group.slug, lang, origin) : [{ link: { label: oneLine(group.name), url: page } }]),
  ];
  return {
    subject: t('thanks.mail.subject', { title }),
    from_name: oneLine(group.name),
    ...writeLetter({
      lang,
      from: { name: group.name, url: page, mark_url: mark === null ? undefined : `${origin}${mark}` },
      accent: accents(group.color).light.colour,
      heading: t('thanks.mail.heading'),
      blocks,
      small: [t(standing === 'came' ? 'thanks.mail.small.came' : 'thanks.mail.small', { title })],
    }),
  };
}

function nextEvening(next: NonNullable<ThanksFacts['next']>, group: string, lang: Lang, origin: string): Block[] {
  const t = words(lang);
  const start = instantOf(next.starts_at);
  const hours = saySpan(start, instantOf(next.ends_at), next.zone, lang);
  const when = `${sayTime(start, next.zone, lang, 'day')}, ${hours}`;
  return [
    { facts: [[t('thanks.mail.next'), [next.title, when, next.place_name].filter(Boolean).join('\n')]] },
    { button: { label: t('thanks.mail.next.button'), url: `${origin}${eventPaths.show(group, next.slug)}` } },
  ];
}

/** Titles may come from a list that was read in: a line break in one would be a header of its own. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 250)
    .toWellFormed();
}
