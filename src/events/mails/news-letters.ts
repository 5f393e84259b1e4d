// News of an evening: it is announced, its sign-up is open, it moved, it is off. Each kind can be ended with one click.
import type { MailKind } from '#groups';
import type { Letter } from '#kit/mail/index.ts';
import { plainText } from '#kit/markdown.ts';
import { instantOf, shiftDays } from '#kit/time.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { OPENS_DAYS_BEFORE, stateAt } from '../rules.ts';
import { guestStates } from '../state-rules.ts';
import { because, beforeThat, type Was, whatMoved } from './change-letters.ts';
import { isOver, said, sayMomentTo, sheet, whereabouts } from './sheet.ts';

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
    small: [t('news.member', said(facts)), stopping(facts, 'announced')],
    stop: links.stop.announced,
  });
}

/**
 * "Sign-up is open", to members who want it and to whoever pressed Interested. The latter asked for this one mail, so there
 * is nothing to end; a member is told how. Nothing for those who have a seat or wait already. `news`: as which kind of mail
 * a member gets it, because an evening may open as it is announced.
 */
export function openedLetter(facts: MailFacts, news: MailKind = 'opened'): Letter | null {
  const { event, guest, links, lang, now } = facts;
  const isInterested = guest.state === 'interested';
  const isMember = guest.wishes?.[news] === true;
  if (stateAt(event, now) !== 'open' || hasSeatOrPlace(facts) || (!isInterested && !isMember)) return null;
  const t = mailWords(lang);
  const closes = sayMomentTo(facts, instantOf(event.closes_at));
  return sheet(facts, {
    subject: t('opened.subject', said(facts)),
    heading: t('opened.heading'),
    blocks: [
      t('opened.line', { ...said(facts), closes }),
      whereabouts(facts),
      ...about(facts),
      { button: { label: t('opened.button'), url: links.page } },
    ],
    small: [
      t(isInterested ? 'news.interested' : 'news.member', said(facts)),
      ...(isMember ? [stopping(facts, news)] : []),
    ],
    stop: isMember ? links.stop[news] : undefined,
  });
}

/** A new time or place, to a member without a seat who was told the old one. `null` when a later move follows. */
export function movedNewsLetter(facts: MailFacts, was: Was, news: MailKind): Letter | null {
  const { event, links, lang } = facts;
  if (event.sequence > was.sequence || event.stage === 'cancelled' || isOver(facts) || !isNews(facts, news))
    return null;
  const t = mailWords(lang);
  const what = whatMoved(facts, was);
  return sheet(facts, {
    subject: t(`moved.subject.${what}`, said(facts)),
    heading: t(`moved.heading.${what}`),
    blocks: [
      t('moved.line', said(facts)),
      whereabouts(facts, { before: beforeThat(facts, was, what) }),
      { button: { label: t('page'), url: links.page } },
    ],
    small: [t('news.member', said(facts)), stopping(facts, news)],
    stop: links.stop[news],
  });
}

/** It is off, to a member without a seat who was told it is on. */
export function cancelledNewsLetter(facts: MailFacts, news: MailKind): Letter | null {
  const { event, links, lang } = facts;
  if (event.stage !== 'cancelled' || isOver(facts) || !isNews(facts, news)) return null;
  const t = mailWords(lang);
  return sheet(facts, {
    subject: t('cancelled.subject', said(facts)),
    heading: t('cancelled.heading', said(facts)),
    blocks: [
      t('cancelled.line', said(facts)),
      ...because(facts),
      whereabouts(facts),
      { link: { label: t('cancelled.group', said(facts)), url: links.group } },
    ],
    small: [t('news.member', said(facts)), stopping(facts, news)],
    stop: links.stop[news],
  });
}

/** They want this kind of mail still, and none about a seat tells them the same. */
function isNews(facts: MailFacts, news: MailKind): boolean {
  return facts.guest.wishes?.[news] === true && !hasSeatOrPlace(facts) && facts.guest.state !== 'interested';
}

function stopping({ group, lang, links }: MailFacts, news: MailKind) {
  return { label: mailWords(lang)(`news.stop.${news}`, { group: group.name }), url: links.stop[news] };
}

function hasSeatOrPlace({ guest }: MailFacts): boolean {
  return guest.state !== null && guestStates.includes(guest.state);
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
