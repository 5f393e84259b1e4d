// News of an evening: it is announced, its sign-up is open. Each kind can be ended with one click.
import type { Letter } from '#kit/mail/index.ts';
import { plainText } from '#kit/markdown.ts';
import { instantOf, shiftDays } from '#kit/time.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { OPENS_DAYS_BEFORE, stateAt } from '../rules.ts';
import { said, sayMomentTo, sheet, whereabouts } from './sheet.ts';

/** "Save the date". Nothing once sign-up is open: the mail that says so follows. */
export function announcedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, lang, now } = facts;
  if (stateAt(event, now) !== 'announced' || !guest.wishes?.announced || hasSeatOrPlace(facts)) return null;
  const t = mailWords(lang);
  const opens = sayMomentTo(facts, instantOf(event.opens_at));
  const line = isTwoWeeksBefore(facts) ? 'announced.line' : 'announced.line.other';
  return sheet(facts, {
    subject: t('announced.subject', said(facts)),
    heading: t('announced.heading'),
    blocks: [
      t(line, { ...said(facts), opens }),
      whereabouts(facts),
      ...about(facts),
      { button: { label: t('announced.button'), url: links.page } },
    ],
    small: [t('news.member', said(facts)), { label: t('news.stop.announced', said(facts)), url: links.stop.announced }],
    stop: links.stop.announced,
  });
}

/**
 * "Sign-up is open", to members who want it and to whoever pressed Interested. The latter asked for this one mail, so there
 * is nothing to end; a member is told how. Nothing for those who have a seat or wait already.
 */
export function openedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, lang, now } = facts;
  const isInterested = guest.state === 'interested';
  const isMember = guest.wishes?.opened === true;
  if (stateAt(event, now) !== 'open' || hasSeatOrPlace(facts) || (!isInterested && !isMember)) return null;
  const t = mailWords(lang);
  const closes = sayMomentTo(facts, instantOf(event.closes_at));
  const stopping = { label: t('news.stop.opened', said(facts)), url: links.stop.opened };
  return sheet(facts, {
    subject: t('opened.subject', said(facts)),
    heading: t('opened.heading'),
    blocks: [
      t('opened.line', { ...said(facts), closes }),
      whereabouts(facts),
      ...about(facts),
      { button: { label: t('opened.button'), url: links.page } },
    ],
    small: [t(isInterested ? 'news.interested' : 'news.member', said(facts)), ...(isMember ? [stopping] : [])],
    stop: isMember ? links.stop.opened : undefined,
  });
}

function hasSeatOrPlace({ guest }: MailFacts): boolean {
  return guest.state === 'going' || guest.state === 'waitlisted';
}

/** To the day, on the place's clock. */
function isTwoWeeksBefore({ event }: MailFacts): boolean {
  const usual = shiftDays(instantOf(event.starts_at), -OPENS_DAYS_BEFORE, event.zone);
  return Math.abs(usual.epochMilliseconds - event.opens_at.getTime()) < 86_400_000;
}

/** The first words of the text; the rest is on the page. */
function about({ event }: MailFacts): string[] {
  const words = plainText(event.about, 400);
  return words ? [words] : [];
}
