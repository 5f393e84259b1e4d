// The letter of the next day: asks the organisers for what only they know, once.
import { groupPaths } from '#groups';
import { type Letter, writeLetter } from '#kit/mail/index.ts';
import type { Lang } from '#kit/words.ts';
import { accents } from '#ui/accent.ts';
import { tonightPaths } from '../paths.ts';
import type { ThanksFacts } from '../thanks.ts';
import { words } from '../words.ts';
import { oneLine } from './thanks-letter.ts';

/** In the reader's language. */
export function askLetter(
  { event, group }: Pick<ThanksFacts, 'event' | 'group'>,
  { lang, origin }: { lang: Lang; origin: string },
): Letter {
  const t = words(lang);
  const title = oneLine(event.title);
  const mark = groupPaths.markPicture(group);
  return {
    subject: t('ask.subject', { title }),
    from_name: oneLine(group.name),
    ...writeLetter({
      lang,
      from: {
        name: group.name,
        url: `${origin}${groupPaths.show(group)}`,
        mark_url: mark === null ? undefined : `${origin}${mark}`,
      },
      accent: accents(group.color).light.colour,
      heading: t('ask.subject', { title }),
      blocks: [
        t('ask.line'),
        { list: [t('ask.list.door'), t('ask.list.food'), t('ask.list.remember')] },
        { button: { label: t('panel.to_note.go'), url: `${origin}${tonightPaths.morning(group.slug, event.slug)}` } },
        t('ask.thanks'),
      ],
      small: [t('ask.small', { group: oneLine(group.name) })],
    }),
  };
}
