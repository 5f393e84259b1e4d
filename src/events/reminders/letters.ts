// Reminders as letters: each says only what the one it goes to has use for, and is `null` once it is no longer true.
import type { Block, Letter } from '#kit/mail/index.ts';
import { type Instant, instantOf, sayTime } from '#kit/time.ts';
import type { MailFacts } from '../mail-facts.ts';
import { joining, said, sayMomentTo, sheet, whereabouts } from '../mails/sheet.ts';
import { ticketLine } from '../mails/ticket-part.ts';
import { isPromoting, PROMOTION_STOPS_MINUTES } from '../rules.ts';
import type { ReminderFacts } from './reminder-facts.ts';
import { daysUntil, oddsOf, releasedAt, softAt, wordOf } from './rules.ts';
import type { ReminderStep } from './tables.ts';
import { reminderWords, type SayReminder } from './words.ts';

export type ReminderMail = MailFacts & {
  more: ReminderFacts;
  /** Where the two answers lead. */
  still: { yes: string; no: string };
  /** Seats that reached the waitlist in the last two days of evenings before. */
  past: readonly number[];
};

/** The letter of one step, for where they stand now. */
export function reminderLetter(step: ReminderStep, mail: ReminderMail): Letter | null {
  const { event, guest, now } = mail;
  if (event.stage === 'cancelled' || event.starts_at.getTime() <= now.epochMilliseconds) return null;
  if (guest.state === 'waitlisted')
    return guest.rank === null ? null : (waitingLetters[step]?.(mail, guest.rank) ?? null);
  return guest.state === 'going' ? (seatedLetters[step]?.(mail) ?? null) : null;
}

const seatedLetters: Partial<Record<ReminderStep, (mail: ReminderMail) => Letter | null>> = {
  fortnight: (mail) => ahead(mail, 'fortnight'),
  week: (mail) => ahead(mail, 'week'),
  confirm: (mail) => (hasSaid(mail) ? null : question(mail, 'confirm')),
  second: (mail) => (hasSaid(mail) || mail.event.confirmation !== 'release' ? null : question(mail, 'second')),
  day: today,
};

const waitingLetters: Partial<Record<ReminderStep, (mail: ReminderMail, rank: number) => Letter | null>> = {
  confirm: numberInLine,
  waiting: stillWaiting,
  day: (mail, rank) => (isPromoting(mail.event, mail.now) ? null : noSeat(mail, rank)),
};

/** Two weeks or a week before: when, where, and that a seat can be given back. */
function ahead(mail: ReminderMail, kind: 'fortnight' | 'week'): Letter {
  const t = reminderWords(mail.lang);
  const days = daysUntil(mail.event, mail.now);
  return sheet(mail, {
    subject: t('ahead.subject', { ...said(mail), days }),
    heading: t('ahead.heading', { days }),
    blocks: [
      ...ownWords(mail),
      t(`${kind}.line`, said(mail)),
      whereabouts(mail),
      ...times(mail, t),
      { button: { label: t('page'), url: mail.links.page } },
      ...joining(mail),
      ...ticketLine(mail),
      t('give_back.line'),
      { link: { label: t('give_back'), url: mail.still.no } },
    ],
    small: [t('small.going')],
  });
}

/** "Still coming, or can't make it?", and once more where silence frees the seat (practice.md §11.Q, T-2d). */
function question(mail: ReminderMail, kind: 'confirm' | 'second'): Letter {
  const { event, lang, now, more, still } = mail;
  const t = reminderWords(lang);
  const isSoon = daysUntil(event, now) <= 6;
  const day = isSoon ? sayTime(instantOf(event.starts_at), event.zone, lang, 'weekday') : said(mail).short;
  const until = untilWhen(mail);
  return sheet(mail, {
    subject: t(`${kind}.subject`, said(mail)),
    heading: t(isSoon ? 'confirm.heading' : 'confirm.heading.later', { day }),
    blocks: [
      ...ownWords(mail),
      `${t(`${kind}.line`, said(mail))} ${t('confirm.why', { n: more.waiting })}`,
      { button: { label: t('still'), url: still.yes } },
      { button: { label: t('cannot'), url: still.no, quiet: true } },
      ...(until ? [t(`${kind}.until`, { until: sayMomentTo(mail, until) })] : []),
      whereabouts(mail),
      ...times(mail, t),
      ...joining(mail),
      ...ticketLine(mail),
    ],
    small: [t('small.going')],
  });
}

/** The same day: doors, how to get in, and the number nobody should need. */
function today(mail: ReminderMail): Letter {
  const t = reminderWords(mail.lang);
  const days = daysUntil(mail.event, mail.now);
  const time = sayTime(instantOf(mail.event.starts_at), mail.event.zone, mail.lang, 'time');
  return sheet(mail, {
    subject: t('day.subject', { ...said(mail), days, time }),
    heading: t('day.heading', { days }),
    blocks: [
      ...ownWords(mail),
      t('day.line', said(mail)),
      ...times(mail, t),
      whereabouts(mail),
      ...joining(mail),
      ...ticketLine(mail),
      { button: { label: t('page'), url: mail.links.page } },
      t('day.give_back'),
      { link: { label: t('cannot'), url: mail.still.no } },
    ],
    small: [t('small.going')],
  });
}

/** To the waitlist, on the day everybody with a seat is asked: their number, and how it went before. */
function numberInLine(mail: ReminderMail, rank: number): Letter | null {
  if (!isPromoting(mail.event, mail.now)) return null;
  const t = reminderWords(mail.lang);
  const odds = oddsOf(rank, mail.past);
  return sheet(mail, {
    subject: t('waiting.subject', { ...said(mail), rank }),
    heading: t('waiting.heading', { rank }),
    blocks: [
      t('waiting.line', said(mail)),
      ...(odds ? [t('waiting.odds', { ...odds, rank })] : []),
      t(mail.guest.ask_first ? 'waiting.until.ask' : 'waiting.until', {
        until: sayMomentTo(mail, promotionEnds(mail)),
      }),
      whereabouts(mail),
      { button: { label: t('page'), url: mail.links.page } },
      t('leave.line'),
      { link: { label: t('leave'), url: mail.still.no } },
    ],
    small: [t('small.waiting')],
  });
}

/** "Still want a seat?": nothing to do but to leave, with one tap (practice.md NUM-5). */
function stillWaiting(mail: ReminderMail, rank: number): Letter | null {
  if (!isPromoting(mail.event, mail.now)) return null;
  const t = reminderWords(mail.lang);
  return sheet(mail, {
    subject: t('want.subject', said(mail)),
    heading: t('want.heading'),
    blocks: [
      t('want.line', { ...said(mail), rank, until: sayMomentTo(mail, promotionEnds(mail)) }),
      t('want.stay'),
      whereabouts(mail),
      { button: { label: t('leave'), url: mail.still.no, quiet: true } },
      { link: { label: t('page'), url: mail.links.page } },
    ],
    small: [t('small.waiting')],
  });
}

/** No more seats are given: they may plan their evening. */
function noSeat(mail: ReminderMail, rank: number): Letter {
  const t = reminderWords(mail.lang);
  return sheet(mail, {
    subject: t('none.subject', said(mail)),
    heading: t('none.heading'),
    blocks: [
      t('none.line', { ...said(mail), rank }),
      { link: { label: t('none.group', said(mail)), url: mail.links.group } },
    ],
    small: [t('small.waiting')],
  });
}

function ownWords({ more }: ReminderMail): Block[] {
  return more.text.trim() ? [{ markdown: more.text }] : [];
}

/** "Doors open at 18:00. The first talk is at 18:30. It ends at 20:30." */
function times({ event, lang, more }: ReminderMail, t: SayReminder): Block[] {
  const say = (at: Date) => sayTime(instantOf(at), event.zone, lang, 'time');
  return [
    [
      more.doors_at && t('times.doors', { at: say(more.doors_at) }),
      more.first_at && t('times.first', { at: say(more.first_at) }),
      t('times.end', { at: say(event.ends_at) }),
    ]
      .filter(Boolean)
      .join(' '),
  ];
}

function hasSaid({ guest, more }: ReminderMail): boolean {
  const { changed_at, confirmed_at, via, asked_at } = more;
  if (guest.state === null || !changed_at || !via) return false;
  return wordOf({ state: guest.state, confirmed_at, changed_at, via }, asked_at) === 'confirmed';
}

/** When silence has a consequence: asked once more, then the seat goes on. Only where organisers chose so. */
function untilWhen({ event, more }: ReminderMail): Instant | null {
  if (event.confirmation !== 'release') return null;
  if (more.second_at) return releasedAt(more.second_at);
  return more.asked_at ? softAt(event, more.asked_at) : null;
}

function promotionEnds({ event }: ReminderMail): Instant {
  return instantOf(event.starts_at).subtract({ minutes: PROMOTION_STOPS_MINUTES });
}
