// An evening's agenda from its talks: doors, welcome, the sponsor's five minutes while everybody listens, talks, staying. Pure.
import type { writeAgenda } from '#events';
import { laterBy } from './calendar.ts';
import type { Evening, GroupScript } from './script.ts';

type Item = Parameters<typeof writeAgenda>[2][number];

/** Minutes between two talks: questions, and the cable that does not fit. */
const BETWEEN = 5;

/** Items in order of time, on the place's clock; doors, welcome and staying have no length. */
export function agendaOf({ says, doorsBefore, hours }: GroupScript, evening: Evening): Item[] {
  const [from] = evening.hours ?? hours;
  const items: Item[] = [];
  let at = from;
  const add = (type: Item['type'], title: string, minutes: number, who = '', note = '') => {
    items.push({ time: at, minutes, type, title, who, note });
    at = laterBy(at, minutes);
  };
  /** How long it takes is nobody's business. */
  const mention = (time: string, type: Item['type'], title: string, who = '') =>
    items.push({ time, minutes: null, type, title, who, note: '' });

  if (!evening.online) mention(laterBy(from, -doorsBefore), 'doors', evening.doors ?? says.doors);
  mention(from, 'welcome', says.welcome, says.welcomeBy);
  at = laterBy(at, 5);
  if (evening.sponsor) add('sponsor_segment', evening.sponsor[0], 5, '', evening.sponsor[1]);
  const type = evening.type ?? 'talk';
  for (const [title, who, minutes, note] of evening.talks) {
    add(type, title, minutes, who, note);
    if (type === 'talk') at = laterBy(at, BETWEEN);
  }
  if (!evening.online) mention(at, 'social', says.social);
  return items;
}
