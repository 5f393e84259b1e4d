// The letter on the day of an evening: how it stands in three lines, and the way to the page of the night.
import { groupPaths } from '#groups';
import { type Letter, writeLetter } from '#kit/mail/index.ts';
import { instantOf, saySpan } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { accents } from '#ui/accent.ts';
import { tonightPaths } from '../paths.ts';
import type { TodayFacts } from '../today.ts';
import { words } from '../words.ts';
import { oneLine } from './thanks-letter.ts';

/** In the reader's language. */
export function todayLetter(
  { event, group, taken, waiting, due }: TodayFacts,
  { lang, origin }: { lang: Lang; origin: string },
): Letter {
  const t = words(lang);
  const title = oneLine(event.title);
  const mark = groupPaths.markPicture(group);
  const hours = saySpan(instantOf(event.starts_at), instantOf(event.ends_at), event.zone, lang);
  return {
    subject: t('today.subject', { title }),
    from_name: oneLine(group.name),
    ...writeLetter({
      lang,
      from: {
        name: group.name,
        url: `${origin}${groupPaths.show(group)}`,
        mark_url: mark === null ? undefined : `${origin}${mark}`,
      },
      accent: accents(group.color).light.colour,
      heading: t('today.subject', { title }),
      blocks: [
        [hours, event.place_name].filter(Boolean).join(' · '),
        { list: [t('today.seats', { taken, waiting }), t('today.due', { n: due })] },
        t('today.line'),
        { button: { label: t('today.go'), url: `${origin}${tonightPaths.night(group.slug, event.slug)}` } },
        ...(event.door_number ? [] : [t('today.no_door')]),
      ],
      small: [t('today.small', { group: oneLine(group.name) })],
    }),
  };
}
