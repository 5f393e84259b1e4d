// What a ready text is made from: the evening in the words of its own language.
import { plainText } from '#kit/markdown.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { stateAt } from '../rules.ts';
import { sayMoment, sayWhen } from '../say-event.ts';
import { shareWords } from '../share-words.ts';
import type { ShareFacts } from './share-rules.ts';

const talks = new Set(['talk', 'lightning', 'workshop', 'discussion', 'unconference']);

/** Longest part of an evening's own text that is read for it. */
const ABOUT_MOST = 20_000;

/** In `lang`, as it stands at `now`; `origin` is where the link leads. */
export function shareFacts(
  { event, group, counts, agenda }: ShownEvent,
  { lang, origin, now }: { lang: Lang; origin: string; now: Instant },
): ShareFacts {
  const t = shareWords(lang);
  const state = stateAt(event, now);
  const sign =
    state === 'open' && counts.taken >= counts.cap
      ? 'full'
      : state === 'done' || state === 'cancelled'
        ? 'closed'
        : state;
  return {
    group: group.name,
    title: event.title,
    when: sayWhen(event, lang),
    // Who reads it elsewhere may not even know the town.
    where:
      event.kind === 'online' ? t('where.online') : [event.place_name, event.place_address].filter(Boolean).join(', '),
    sign: t(sign, { when: sayMoment(event.opens_at, event, lang) }),
    url: `${origin}${eventPaths.show(group.slug, event.slug)}`,
    talks: agenda
      .filter(({ type }) => talks.has(type))
      .map(({ title, who }) => (who ? t('by', { title, who }) : title)),
    program: t('program'),
    about: plainText(event.about, ABOUT_MOST),
    elsewhere: t('elsewhere'),
  };
}
