// What every mail about an evening has in common: the group's name and colour, when, where, how to get in, how to behave.
import { type Block, type Letter, type LetterText, writeLetter } from '#kit/mail/index.ts';
import { type Instant, instantOf, isZone, sayTime, wallClock, zoneCity } from '#kit/time.ts';
import { accents } from '#ui/accent.ts';
import { seatCalendar } from '../calendar.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { arrivalOf, sayDay, sayHours } from '../say-event.ts';
import { hasSeat } from '../state-rules.ts';

export type Writing = {
  subject: string;
  heading: string;
  blocks: Block[];
  small: NonNullable<LetterText['small']>;
  ics?: Letter['ics'];
  /** Set for news: where one click ends it. */
  stop?: string | undefined;
};

/** The letter: the group's name in front, and for news the headers that end it with one click (RFC 8058). */
export function sheet(facts: MailFacts, writing: Writing): Letter {
  const { group, links, lang, origin } = facts;
  const written = writeLetter({
    lang,
    from: { name: group.name, url: links.group, mark_url: links.mark },
    accent: accents(group.color).light.colour,
    heading: writing.heading,
    blocks: writing.blocks,
    small: writing.small,
  });
  const letter: Letter = { subject: oneLine(writing.subject), from_name: oneLine(group.name), ...written };
  if (writing.ics) letter.ics = writing.ics;
  if (writing.stop !== undefined) {
    letter.unsubscribe_url = writing.stop;
    letter.list_id = `${group.slug}.${new URL(origin).hostname.replace(/[^a-z0-9.-]/gi, '')}`;
  }
  return letter;
}

/** Titles may come from a list that was read in: a line break in one would be a header of its own. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 250)
    .toWellFormed();
}

/** Words most sentences ask for. */
export function said({ event, group, lang }: MailFacts) {
  return {
    title: oneLine(event.title),
    group: oneLine(group.name),
    day: sayDay(event, lang),
    short: sayTime(instantOf(event.starts_at), event.zone, lang, 'short'),
  };
}

/** When (on the place's clock and, where it differs, the reader's), where, how to get in, for how many. */
export function whereabouts(facts: MailFacts, options: { before?: string | undefined } = {}): Block {
  const { event, guest, lang } = facts;
  const t = mailWords(lang);
  const elsewhere = otherClock(facts);
  const hours = sayHours(event, lang);
  const isAmbiguous = elsewhere !== null || event.kind !== 'in_person';
  const clock = isAmbiguous ? t('when.zone', { when: hours, zone: zoneCity(event.zone) }) : hours;
  // The day on a line of its own: a phone's width never breaks the hours in two.
  const lines: [string, string][] = [[t('fact.when'), `${sayDay(event, lang)}\n${clock}`]];
  if (elsewhere) {
    const theirs = { ...event, zone: elsewhere };
    const day = sayDay(theirs, lang) === sayDay(event, lang) ? [] : [sayDay(theirs, lang)];
    lines.push([t('fact.your_clock', { zone: zoneCity(elsewhere) }), [...day, sayHours(theirs, lang)].join('\n')]);
  }
  lines.push([t('fact.where'), placeLines(facts)]);
  if (options.before) lines.push([t('fact.before'), options.before]);
  const arrival = arrivalOf(event);
  const comes = event.stage !== 'cancelled' && guest.state !== 'released';
  if (arrival && comes && event.kind !== 'online') lines.push([t('fact.arrival'), arrival]);
  if (guest.party > 1 && isSeated(facts)) lines.push([t('fact.seats'), t('fact.seats.n', { n: guest.party })]);
  if (event.posture !== 'free') {
    lines.push([t('fact.money'), `${t(`fact.money.${event.posture}`)} ${event.posture_note}`.trim()]);
  }
  return { facts: lines };
}

/** `Friday, 27 November at 19:00` on the place's clock; whoever's clock shows another time is told that too. */
export function sayMomentTo(facts: MailFacts, moment: Instant): string {
  const { event, lang } = facts;
  const t = mailWords(lang);
  const when = sayTime(moment, event.zone, lang, 'moment');
  const zone = zoneCity(event.zone);
  const elsewhere = otherClock(facts);
  if (!elsewhere) return event.kind === 'in_person' ? when : t('when.zone', { when, zone });
  const isSameDay = wallClock(moment, event.zone).date === wallClock(moment, elsewhere).date;
  const theirs = sayTime(moment, elsewhere, lang, isSameDay ? 'time' : 'moment');
  return t('when.both', { when, zone, theirs, city: zoneCity(elsewhere) });
}

/** The meeting's link, for those who have a seat. */
export function joining({ event, lang, guest }: MailFacts): Block[] {
  if (event.kind === 'in_person' || !hasSeat(guest.state) || !event.online_url || !URL.canParse(event.online_url))
    return [];
  return [{ link: { label: mailWords(lang)('join_online'), url: event.online_url } }];
}

/** Where the seat is given back, and that the calendar is not the place (practice.md NUM-12). */
export function givingBack(
  { lang, links }: MailFacts,
  line: 'give_back.line' | 'give_back.moved' | 'promoted.give_back',
): Block[] {
  const t = mailWords(lang);
  return [`${t(line)}\n${t('calendar.keep')}`, { link: { label: t('give_back'), url: links.mine } }];
}

/** How people treat each other here, and two to turn to (practice.md COC-1). Nothing for a group that chose no text. */
export function conduct({ group, contacts, lang, links }: MailFacts): Block[] {
  if (group.conduct_version === null) return [];
  const t = mailWords(lang);
  const people = contacts.map(({ name, address }) => (name ? `${name} (${address})` : address));
  const list = new Intl.ListFormat(lang, { type: 'disjunction' }).format(people);
  const lines = [t('conduct.accepted', { group: group.name })];
  if (people.length > 0) lines.push(t('conduct.contacts', { contacts: list }));
  return [lines.join(' '), { link: { label: t('conduct.link'), url: links.conduct } }];
}

/** The calendar part: REQUEST puts the entry in and says where the seat is given back, CANCEL takes it out and says nothing. */
export function calendarPart(facts: MailFacts, method: 'REQUEST' | 'CANCEL'): Letter['ics'] {
  const { event, lang, links } = facts;
  const t = mailWords(lang);
  const giving = `${t('calendar.keep')} ${t('calendar.give_back')} ${links.mine}`;
  const meeting = event.kind === 'both' ? event.online_url : null;
  const lines = method === 'REQUEST' ? [arrivalOf(event), meeting, giving] : [];
  return seatCalendar(method, { ...facts, description: lines.filter(Boolean).join('\n\n') });
}

/** The one it goes to has a seat now. */
export function isSeated({ guest }: MailFacts): boolean {
  return hasSeat(guest.state);
}

/** True once nobody needs to hear of the evening any more. */
export function isOver({ event, now }: MailFacts): boolean {
  return event.ends_at.getTime() <= now.epochMilliseconds;
}

function placeLines({ event, lang }: MailFacts): string {
  const t = mailWords(lang);
  if (event.kind === 'online') return t('where.online');
  const place = event.place_name || t('where.unknown');
  const lines = [event.kind === 'both' ? t('where.both', { place }) : place, event.place_address];
  return lines.filter(Boolean).join('\n');
}

/** The reader's zone when their clock shows another time than the place's. */
function otherClock({ event, guest }: MailFacts): string | null {
  if (!guest.zone || !isZone(guest.zone)) return null;
  const start = instantOf(event.starts_at);
  const here = wallClock(start, event.zone);
  const there = wallClock(start, guest.zone);
  return here.date === there.date && here.time === there.time ? null : guest.zone;
}
