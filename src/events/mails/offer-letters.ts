// Mails about a seat that is offered: that it is there for a while, and that it passed on. Each is `null` once it is no longer true.
import type { Letter } from '#kit/mail/index.ts';
import { instantOf } from '#kit/time.ts';
import type { MailFacts } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { isPromoting } from '../rules.ts';
import { isOver, said, sayMomentTo, sheet, whereabouts } from './sheet.ts';

/** "A seat came free. Do you want it?": until when, and what happens without an answer. */
export function seatOfferedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, lang } = facts;
  if (guest.state !== 'offered' || !guest.offered_until || event.stage === 'cancelled' || isOver(facts)) return null;
  const t = mailWords(lang);
  const until = sayMomentTo(facts, instantOf(guest.offered_until));
  return sheet(facts, {
    subject: t('offered.subject', { ...said(facts), until }),
    heading: t('offered.heading'),
    blocks: [
      t('offered.line', { ...said(facts), n: guest.party, until }),
      { button: { label: t('offered.answer'), url: links.mine } },
      t(guest.passed ? 'offered.silence.again' : 'offered.silence'),
      whereabouts(facts),
      { link: { label: t('page'), url: links.page } },
    ],
    small: [t('offered.small')],
  });
}

/** "The seat went on": they are at the end of the line, or off it the second time. */
export function offerPassedLetter(facts: MailFacts): Letter | null {
  const { event, guest, links, lang, now } = facts;
  const isInLine = guest.state === 'waitlisted' && guest.rank !== null;
  if ((!isInLine && guest.state !== 'released') || event.stage === 'cancelled' || isOver(facts)) return null;
  const t = mailWords(lang);
  return sheet(facts, {
    subject: t('passed.subject', said(facts)),
    heading: t('passed.heading'),
    blocks: [
      isInLine
        ? t(isPromoting(event, now) ? 'passed.in_line' : 'passed.no_more', { ...said(facts), rank: guest.rank ?? 1 })
        : t('passed.off', said(facts)),
      whereabouts(facts),
      { button: { label: t('page'), url: links.page } },
      ...(isInLine ? [t('leave.line'), { link: { label: t('leave'), url: links.mine } }] : []),
    ],
    small: [t('waiting.small')],
  });
}
