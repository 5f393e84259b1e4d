// The questions each audience asks again and again (practice.md END-7, §4.3), and what the group's facts answer.
import { weekdayName } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Usual } from './rules.ts';
import type { Audience } from './tables.ts';
import { answerWords, type SayAnswer } from './words.ts';

const byAudience = {
  guests: ['what', 'when', 'cost', 'many', 'food', 'alone', 'photos', 'conduct', 'cannot'],
  speakers: ['propose', 'length', 'many', 'first', 'photos', 'slides', 'travel', 'conduct'],
  hosts: ['needs', 'when', 'many', 'food', 'thanks', 'list', 'conduct'],
  sponsors: ['many', 'gets', 'talk', 'members', 'price', 'contact', 'conduct'],
} as const satisfies Record<Audience, readonly string[]>;

export type FaqGroup = {
  slug: string;
  name: string;
  place: string;
  /** Whom the code of conduct names, by name. Their addresses stand on its own page. */
  contacts: readonly string[];
  has_conduct: boolean;
  /** Full address of the code of conduct. */
  conduct_url: string;
};

export type Proposed = {
  key: string;
  question: string;
  /** From facts; null where only the organisers know. */
  answer: string | null;
};

/** What is proposed to an audience, in the group's language. Answers are Markdown. */
export function proposedTo(audience: Audience, group: FaqGroup, usual: Usual, lang: Lang): Proposed[] {
  const t = answerWords(lang);
  return byAudience[audience].map((key) => ({
    key,
    question: questionOf(audience, key, group, t),
    answer: answerOf(audience, key, group, usual, t, lang),
  }));
}

type Key = (typeof byAudience)[Audience][number];

function questionOf(audience: Audience, key: Key, { name }: FaqGroup, t: SayAnswer): string {
  if (key === 'when' || key === 'food') return t(audience === 'hosts' ? `ask.hosts.${key}` : `ask.${key}`);
  return t(`ask.${key}`, { group: name });
}

function answerOf(
  audience: Audience,
  key: Key,
  group: FaqGroup,
  usual: Usual,
  t: SayAnswer,
  lang: Lang,
): string | null {
  switch (key) {
    case 'what':
      return usual.talk_minutes === null ? null : t('answer.what', { minutes: usual.talk_minutes });
    case 'when':
      return whenOf(audience, usual, t, lang);
    case 'cost':
      return usual.is_free ? t('answer.cost.free') : null;
    case 'many':
      return manyOf(usual, t);
    case 'food':
      return foodOf(audience, usual, t);
    case 'photos':
      return usual.photos === null ? null : t(`answer.photos.${usual.photos}`);
    case 'conduct':
      return conductOf(group, t);
    case 'length':
      return lengthOf(usual, t);
    case 'needs':
      return needsOf(usual, t);
    case 'gets':
      return usual.sponsor_minutes === null ? null : t('answer.gets', { minutes: usual.sponsor_minutes });
    case 'talk':
      return t('answer.talk', { minutes: usual.sponsor_minutes ?? 0 });
    // Nobody but the organisers knows.
    case 'travel':
    case 'list':
    case 'price':
    case 'contact':
      return null;
    default:
      return t(`answer.${key}`);
  }
}

function whenOf(audience: Audience, { weekday, time, minutes, place, in_a_year }: Usual, t: SayAnswer, lang: Lang) {
  if (weekday === null || time === null) return null;
  const day = weekdayName(weekday, lang);
  if (audience === 'hosts') return t('answer.hosts.when', { day, time, hours: hoursOf(minutes, lang) });
  return [
    t('answer.when', { day, time, place: place || 'none' }),
    in_a_year > 1 ? t('answer.when.often', { n: in_a_year }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Half hours: nobody plans a room by the minute. */
function hoursOf(minutes: number | null, lang: Lang): string {
  return new Intl.NumberFormat(lang).format(Math.max(0.5, Math.round((minutes ?? 120) / 30) / 2));
}

/** A range or nothing: never one number alone. */
function manyOf({ came, cap }: Usual, t: SayAnswer): string | null {
  if (came) {
    const { least, most, evenings } = came;
    return least === most ? t('answer.many.about', { most, evenings }) : t('answer.many', { least, most, evenings });
  }
  return cap === null ? null : t('answer.many.seats', { cap });
}

function foodOf(audience: Audience, { has_food, came, cap }: Usual, t: SayAnswer): string | null {
  if (!has_food) return null;
  if (audience !== 'hosts') return t('answer.food');
  const most = came?.most ?? cap;
  return most === null ? null : t('answer.hosts.food', { most });
}

function conductOf({ has_conduct, contacts, conduct_url }: FaqGroup, t: SayAnswer): string | null {
  if (!has_conduct) return null;
  return t('answer.conduct', { url: conduct_url, names: contacts.join(', ') || 'none' });
}

function lengthOf({ talk_minutes, lightning_minutes }: Usual, t: SayAnswer): string | null {
  if (talk_minutes === null && lightning_minutes === null) return null;
  return [
    talk_minutes === null ? '' : t('answer.length.talk', { minutes: talk_minutes }),
    lightning_minutes === null ? '' : t('answer.length.lightning', { minutes: lightning_minutes }),
  ]
    .filter(Boolean)
    .join(' ');
}

function needsOf({ place_needs, cap }: Usual, t: SayAnswer): string | null {
  if (place_needs.length === 0 && cap === null) return null;
  const seats = cap === null ? [] : [t('answer.needs.seats', { cap })];
  return [...seats, ...place_needs].map((need) => `- ${need}`).join('\n');
}
