// An evening as slides: agenda, conduct, pictures, thanks, the room, next dates, how to speak here. What is not known is left out.
import type { ShownEvent } from '#events';
import { instantOf, saySpan, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Slide } from '#press';
import type { DeckFacts } from './opener.ts';
import { inSlides } from './slide-rules.ts';
import { words } from './words.ts';

/** Slides an organiser may leave out, in their order. The cover always stays. */
export const slideKeys = ['agenda', 'conduct', 'photos', 'hosts', 'room', 'more', 'speak', 'next', 'thanks'] as const;
export type SlideKey = (typeof slideKeys)[number];

export type DeckFrom = Pick<ShownEvent, 'event' | 'group' | 'agenda'> & {
  facts: DeckFacts;
  /** Language of the words between what people wrote. */
  lang: Lang;
  /** A code to point a phone at. */
  codeOf(which: 'conduct' | 'group', label: string): Slide['code'];
};

/** The slides, cover first, those left out by the organisers last of all not there. */
export function deckOf(from: DeckFrom): Slide[] {
  const made: Record<SlideKey, Slide[]> = {
    agenda: agendaSlides(from),
    conduct: conductSlide(from),
    photos: photoSlide(from),
    hosts: hostSlide(from),
    room: roomSlide(from),
    more: moreSlide(from),
    speak: speakSlide(from),
    next: nextSlides(from),
    thanks: thanksSlide(from),
  };
  const { hidden } = from.facts.opener;
  return [cover(from), ...slideKeys.filter((key) => !hidden.includes(key)).flatMap((key) => made[key])];
}

/** Which slides there would be something to say on, whether left out or not. */
export function tellingSlides(from: DeckFrom): SlideKey[] {
  const all = deckOf({ ...from, facts: { ...from.facts, opener: { ...from.facts.opener, hidden: [] } } });
  return slideKeys.filter((key) => all.some((slide) => slide.key.split('-')[0] === key));
}

function cover({ event, group, lang }: DeckFrom): Slide {
  const start = instantOf(event.starts_at);
  const when = `${sayTime(start, event.zone, lang, 'day')}, ${saySpan(start, instantOf(event.ends_at), event.zone, lang)}`;
  const where = event.kind === 'online' ? '' : event.place_name;
  return {
    key: 'cover',
    cover: true,
    over: group.name,
    title: event.title,
    lead: [when, where].filter(Boolean).join('\n'),
  };
}

function agendaSlides({ event, agenda, lang }: DeckFrom): Slide[] {
  const t = words(lang);
  const rows = agenda.map((item) => ({
    when: sayTime(instantOf(item.starts_at), event.zone, lang, 'time'),
    title: item.title,
    tag: item.type === 'sponsor_segment' ? t('slides.sponsor', { minutes: item.minutes ?? 0 }) : undefined,
    more: item.type === 'sponsor_segment' ? item.note : item.who,
  }));
  return inSlides({ key: 'agenda', title: t('slides.agenda') }, rows);
}

function conductSlide({ group, facts, lang, codeOf }: DeckFrom): Slide[] {
  if (group.conduct_version === null) return [];
  const t = words(lang);
  const names = facts.contacts.map(({ name }) => name);
  return [
    {
      key: 'conduct',
      title: t('slides.conduct'),
      lead: t('slides.conduct.lead'),
      facts: names.length > 0 ? [{ term: t('slides.conduct.talk'), detail: listed(names, lang) }] : undefined,
      code: codeOf('conduct', t('slides.conduct.code')),
    },
  ];
}

function photoSlide({ facts: { opener }, lang }: DeckFrom): Slide[] {
  const t = words(lang);
  return [
    {
      key: 'photos',
      title: t(`slides.photos.${opener.photos}`),
      lead: [t(`slides.photos.${opener.photos}.lead`), opener.photo_note].filter(Boolean).join('\n'),
    },
  ];
}

/** Sponsors with their minutes, and who lends the room, said plainly (practice.md SPON-1). */
function hostSlide({ event, agenda, lang }: DeckFrom): Slide[] {
  const t = words(lang);
  const sponsors = agenda.filter(({ type }) => type === 'sponsor_segment');
  const rows = sponsors.map(({ title, minutes, note }) => ({
    title,
    tag: t('slides.sponsor', { minutes: minutes ?? 0 }),
    more: note,
  }));
  if (event.kind !== 'online' && event.place_name)
    rows.push({ title: event.place_name, tag: t('slides.host'), more: '' });
  if (rows.length === 0) return [];
  return inSlides({ key: 'hosts', title: t('slides.hosts') }, rows);
}

function roomSlide({ facts: { opener }, lang }: DeckFrom): Slide[] {
  const t = words(lang);
  const known = [
    { term: t('slides.wifi'), detail: opener.wifi_name },
    { term: t('slides.wifi.password'), detail: opener.wifi_password },
    { term: t('slides.toilets'), detail: opener.toilets },
    { term: t('slides.exits'), detail: opener.exits },
  ].filter(({ detail }) => detail !== '');
  return known.length === 0 ? [] : [{ key: 'room', title: t('slides.room'), facts: known }];
}

function moreSlide({ facts: { opener }, lang }: DeckFrom): Slide[] {
  const rows = opener.more
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((title) => ({ title }));
  return inSlides({ key: 'more', title: words(lang)('slides.more') }, rows);
}

function speakSlide({ facts: { opener, team }, lang, codeOf }: DeckFrom): Slide[] {
  const t = words(lang);
  const whom = team.length > 0 ? t('slides.speak.whom', { names: listed(team, lang) }) : t('slides.speak.us');
  return [
    {
      key: 'speak',
      title: t('slides.speak'),
      lead: opener.speak || `${t('slides.speak.lead')} ${whom}`,
      code: codeOf('group', t('slides.group.code')),
    },
  ];
}

function nextSlides({ facts, group, lang, codeOf }: DeckFrom): Slide[] {
  const t = words(lang);
  const rows = facts.next.map((date) => ({
    when: sayTime(instantOf(date.starts_at), date.zone, lang, 'short'),
    title: date.title,
    more: [date.is_own ? '' : date.group, sayTime(instantOf(date.starts_at), date.zone, lang, 'time'), date.place_name]
      .filter(Boolean)
      .join(' · '),
  }));
  // The group's own stand first: whoever is here comes back here.
  const own = rows.filter((_, at) => facts.next[at]?.is_own);
  const near = rows.filter((_, at) => !facts.next[at]?.is_own);
  const code = codeOf('group', t('slides.group.code'));
  return [
    ...inSlides({ key: 'next', title: t('slides.next'), code }, own),
    ...inSlides({ key: 'next-near', title: t('slides.next.near', { place: group.place }) }, near),
  ];
}

function thanksSlide({ event, agenda, facts, lang }: DeckFrom): Slide[] {
  const t = words(lang);
  const speaking = ['talk', 'lightning', 'workshop', 'discussion', 'unconference'];
  const speakers = [...new Set(agenda.filter(({ type, who }) => speaking.includes(type) && who).map(({ who }) => who))];
  const sponsors = agenda.filter(({ type }) => type === 'sponsor_segment').map(({ title }) => title);
  const known = [
    { term: t('slides.thanks.speakers'), detail: listed(speakers, lang) },
    { term: t('slides.thanks.helpers'), detail: facts.opener.thanks },
    { term: t('slides.thanks.sponsors'), detail: listed(sponsors, lang) },
    { term: t('slides.thanks.host'), detail: event.kind === 'online' ? '' : event.place_name },
  ].filter(({ detail }) => detail !== '');
  return [
    {
      key: 'thanks',
      title: t('slides.thanks'),
      lead: known.length === 0 ? t('slides.thanks.all') : undefined,
      facts: known,
    },
  ];
}

/** `Anna, Bert and Chris`, in the words of the slides. */
function listed(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang).format(names);
}
