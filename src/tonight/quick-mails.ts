// Short mails to everybody coming that stand ready on the night, in the evening's language; an organiser reads before sending.
import type { Event } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { Placed } from './night-rules.ts';
import { words } from './words.ts';

export type QuickMail = { is: 'door' | 'late' | 'call'; subject: string; text: string };

/** How late it is when nobody has said yet. */
const USUAL_LATE = 15;

type Night = {
  event: Pick<Event, 'starts_at' | 'ends_at' | 'zone' | 'door_number'>;
  /** What is to come, where it has come to lie. */
  items: readonly Placed<{ type: string }>[];
  late_minutes: number;
};

/** Minutes the mail about a late start speaks of. */
export const lateBy = (late_minutes: number): number => (late_minutes > 0 ? late_minutes : USUAL_LATE);

/** Those that make sense now: nobody is told about the beginning once it has begun, nor anything after the end. */
export function quickMails({ event, items, late_minutes }: Night, now: number, lang: Lang): QuickMail[] {
  const t = words(lang);
  const { zone, door_number: number } = event;
  const minutes = lateBy(late_minutes);
  // Said late when the welcome should have begun, it is what comes after it that people must be there for.
  const isWaiting = ({ item, starts }: Night['items'][number]) =>
    item.type === 'doors' || (item.type === 'welcome' && late_minutes > 0 && starts <= now);
  const first = items.find((placed) => !isWaiting(placed));
  const planned = first?.starts ?? event.starts_at.getTime();
  // What was said already has moved the beginning; otherwise the mail does.
  const begins = late_minutes > 0 ? planned : planned + minutes * 60_000;
  const time = sayTime(instantOf(new Date(begins)), zone, lang, 'time');
  const call = number ? t('quick.call', { number }) : '';
  const about = (is: QuickMail['is'], text: string): QuickMail => ({
    is,
    subject: t(`quick.${is}.subject`, { time, number }),
    text: is === 'call' ? text : [text, call].filter(Boolean).join('\n\n'),
  });
  if (now >= event.ends_at.getTime()) return [];
  return [
    about('door', t('quick.door.text')),
    ...(now < begins ? [about('late', t('quick.late.text', { minutes, time }))] : []),
    ...(number ? [about('call', t('quick.call.text', { number }))] : []),
  ];
}
