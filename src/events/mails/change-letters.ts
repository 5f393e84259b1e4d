// Mails about a change of an evening: moved, cancelled, and what an organiser writes.
import type { Letter } from '#kit/mail/index.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import type { Contact, MailFacts, WrittenMessage } from '../mail-facts.ts';
import { mailWords } from '../mail-words.ts';
import { hasSeat } from '../state-rules.ts';
import type { EnrolmentState } from '../tables.ts';
import { calendarPart, conduct, givingBack, isOver, joining, said, sheet, whereabouts } from './sheet.ts';

/** What an evening was before it moved, and which move it was. */
export type Was = { sequence: number; was_at: Date; was_in: string };

/** How a mail of this kind calls those it goes to. */
type Part = 'going' | 'waiting' | 'interested';

/** The new time or place. `null` when a later move follows, or they have nothing to do with the evening any more. */
export function movedLetter(facts: MailFacts, was: Was): Letter | null {
  const { event, links, lang } = facts;
  const part = partOf(facts.guest.state);
  if (part === null || event.sequence > was.sequence || event.stage === 'cancelled' || isOver(facts)) return null;
  const t = mailWords(lang);
  const what = whatMoved(facts, was);
  return sheet(facts, {
    subject: t(`moved.subject.${what}`, said(facts)),
    heading: t(`moved.heading.${what}`),
    blocks: [
      t('moved.line', said(facts)),
      whereabouts(facts, { before: beforeThat(facts, was, what) }),
      ...(part === 'interested' ? [] : [t(`moved.${part}`)]),
      { button: { label: t('page'), url: links.page } },
      ...joining(facts),
      ...(part === 'going' ? givingBack(facts, 'give_back.moved') : []),
      ...(part === 'waiting' ? [t('leave.line'), { link: { label: t('leave'), url: links.mine } }] : []),
      ...(part === 'interested' ? [] : conduct(facts)),
    ],
    small: [t(`moved.small.${part}`)],
    ics: part === 'going' ? calendarPart(facts, 'REQUEST') : undefined,
  });
}

/** The evening is off. `was` is where they stood when it was cancelled: who had a seat has an entry in their calendar. */
export function cancelledLetter(facts: MailFacts, was: EnrolmentState): Letter | null {
  const { event, links, lang } = facts;
  const part = partOf(was);
  if (part === null || event.stage !== 'cancelled' || isOver(facts)) return null;
  const t = mailWords(lang);
  return sheet(facts, {
    subject: t('cancelled.subject', said(facts)),
    heading: t('cancelled.heading', said(facts)),
    blocks: [
      `${t('cancelled.line', said(facts))}${part === 'going' ? ` ${t('cancelled.calendar')}` : ''}`,
      ...because(facts),
      whereabouts(facts),
      { link: { label: t('cancelled.group', said(facts)), url: links.group } },
    ],
    small: [t(`cancelled.small.${part}`)],
    ics: part === 'going' ? calendarPart(facts, 'CANCEL') : undefined,
  });
}

/** An organiser's own words to those who come, wait or are interested; not to somebody who has left since. */
export function messageLetter(facts: MailFacts): Letter | null {
  const { links, lang, message } = facts;
  const part = partOf(facts.guest.state);
  if (part === null || message === null) return null;
  const t = mailWords(lang);
  const name = message.writer?.name || t('message.somebody');
  const answers = answersTo(message, facts);
  const letter = sheet(facts, {
    subject: message.subject,
    heading: message.subject,
    blocks: [
      { markdown: message.words },
      whereabouts(facts),
      { link: { label: t('page'), url: links.page } },
      // Once it has begun a seat is not given back, and who is in has no use for it.
      ...(part === 'going' && hasYetToBegin(facts) ? givingBack(facts, 'give_back.line') : []),
    ],
    small: [
      t(`message.small.${part}`, { ...said(facts), name }),
      answers ? t('message.answers', { name: answers.name || answers.address }) : t('message.no_answers'),
    ],
  });
  return answers ? { ...letter, reply_to: answers.address } : letter;
}

const hasYetToBegin = ({ event, now }: MailFacts) => now.epochMilliseconds < event.starts_at.getTime();

/** Who answers go to, as it is when the mail leaves; `null` when that is nobody. */
function answersTo({ reply_to, writer }: WrittenMessage, { contacts }: MailFacts): Contact | null {
  if (reply_to === 'me') return writer;
  if (reply_to === 'nobody') return null;
  return contacts[reply_to === 'contact-1' ? 0 : 1] ?? null;
}

/** Why it is off, in the organisers' words. */
export function because(facts: MailFacts): string[] {
  const why = facts.event.cancelled_why.trim();
  return why ? [`${mailWords(facts.lang)('cancelled.why', said(facts))}\n${why}`] : [];
}

function partOf(state: EnrolmentState | null): Part | null {
  if (hasSeat(state)) return 'going';
  if (state === 'waitlisted' || state === 'offered') return 'waiting';
  return state === 'interested' || state === 'entered' ? 'interested' : null;
}

type What = 'time' | 'place' | 'both' | 'other';

/** Which of the two changed. */
export function whatMoved({ event }: MailFacts, was: Was): What {
  const isNewTime = event.starts_at.getTime() !== was.was_at.getTime();
  const isNewPlace = event.place_name !== was.was_in;
  if (isNewTime) return isNewPlace ? 'both' : 'time';
  return isNewPlace ? 'place' : 'other';
}

/** What it was: `Tuesday, 8 December, 18:00, Old Library` */
export function beforeThat({ event, lang }: MailFacts, was: Was, what: What): string | undefined {
  const at = sayTime(instantOf(was.was_at), event.zone, lang, 'moment');
  if (what === 'time') return at;
  if (what === 'place') return was.was_in || undefined;
  return what === 'both' ? [at, was.was_in].filter(Boolean).join('\n') : undefined;
}
