// Mails about one's own seat: taken, given by the waitlist, a place on it, given back. Each is `null` once it is no longer true.
import type { Letter } from '#kit/mail/index.ts';
import { instantOf } from '#kit/time.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { isPromoting, PROMOTION_STOPS_MINUTES, stateAt } from '../rules.ts';
import { hasSeat } from '../state-rules.ts';
import type { Via } from '../tables.ts';
import { calendarPart, conduct, givingBack, isOver, joining, said, sayMomentTo, sheet, whereabouts } from './sheet.ts';
import { ticketLine } from './ticket-part.ts';

/** "You have a seat", with the entry for the calendar. Not for one the waitlist gave since: that has a mail of its own. */
export function seatTakenLetter(facts: MailFacts): Letter | null {
  if (facts.guest.via === 'waitlist') return null;
  return seatLetter(facts, 'taken', 'give_back.line');
}

/** "A seat came free, and it is yours". */
export function seatFromWaitlistLetter(facts: MailFacts): Letter | null {
  if (facts.guest.via !== 'waitlist') return null;
  return seatLetter(facts, 'promoted', 'promoted.give_back');
}

function seatLetter(
  facts: MailFacts,
  kind: 'taken' | 'promoted',
  line: 'give_back.line' | 'promoted.give_back',
): Letter | null {
  const { event, guest, links } = facts;
  if (!hasSeat(guest.state) || event.stage === 'cancelled' || isOver(facts)) return null;
  const t = mailWords(facts.lang);
  return sheet(facts, {
    subject: t(`${kind}.subject`, said(facts)),
    heading: t(`${kind}.heading`),
    blocks: [
      t(`${kind}.line`, said(facts)),
      whereabouts(facts),
      { button: { label: t('page'), url: links.page } },
      ...joining(facts),
      ...ticketLine(facts),
      ...givingBack(facts, line),
      ...conduct(facts),
    ],
    small: [t(`${kind}.small`)],
    ics: calendarPart(facts, 'REQUEST'),
  });
}

/** "You are number 4", and what happens when a seat comes free. */
export function waitlistedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, lang, now } = facts;
  const state = stateAt(event, now);
  if (guest.state !== 'waitlisted' || guest.rank === null || (state !== 'open' && state !== 'closed')) return null;
  const t = mailWords(lang);
  const until = instantOf(event.starts_at).subtract({ minutes: PROMOTION_STOPS_MINUTES });
  const how = guest.ask_first ? 'waiting.how.ask' : guest.party > 1 ? 'waiting.how.party' : 'waiting.how';
  return sheet(facts, {
    subject: t('waiting.subject', { ...said(facts), rank: guest.rank }),
    heading: t('waiting.heading', { rank: guest.rank }),
    blocks: [
      t('waiting.line', said(facts)),
      isPromoting(event, now) ? t(how, { until: sayMomentTo(facts, until), n: guest.party }) : t('waiting.done'),
      whereabouts(facts),
      { button: { label: t('page'), url: links.page } },
      t('leave.line'),
      { link: { label: t('leave'), url: links.mine } },
      ...conduct(facts),
    ],
    small: [t('waiting.small')],
  });
}

/**
 * "Your seat is free again", and the calendar's entry goes. True for as long as they have none, also when the evening is
 * cancelled meanwhile: that mail goes to those with a seat only.
 */
export function seatReleasedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, now } = facts;
  if (hasSeat(guest.state) || guest.state === null || isOver(facts)) return null;
  const t = mailWords(facts.lang);
  const isOrganisers = guest.via === 'organiser';
  return sheet(facts, {
    subject: t('released.subject', said(facts)),
    heading: t('released.heading'),
    blocks: [
      `${t(releasedBy[guest.via ?? 'page'] ?? 'released.line', said(facts))} ${t('released.calendar')}`,
      whereabouts(facts),
      ...(stateAt(event, now) === 'open' && !isOrganisers ? [t('released.again')] : []),
      { link: { label: t('page'), url: links.page } },
    ],
    small: [t('released.small')],
    ics: calendarPart(facts, 'CANCEL'),
  });
}

/** Who freed a seat, where it was not the one who had it. */
const releasedBy: Partial<Record<Via, 'released.line.organiser' | 'released.line.clock'>> = {
  organiser: 'released.line.organiser',
  // Nobody confirmed it (reminders/release-unconfirmed.ts).
  clock: 'released.line.clock',
};
