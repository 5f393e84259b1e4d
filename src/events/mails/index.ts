// The mails of this room by name: each reads how things stand when it leaves and hands that to its letter.
import { groupPaths, unsubscribeLink } from '#groups';
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { type Letter, type LetterContext, mailTemplate, type Templates } from '#kit/mail/index.ts';
import { type MailFacts, type MailLinks, type StandingFacts, standingFacts } from '../mail-facts.ts';
import { eventPaths } from '../paths.ts';
import { seatLink } from '../seat-link.ts';
import { enrolmentStates } from '../state-rules.ts';
import type { EventKey } from '../take-seats.ts';
import { cancelledLetter, messageLetter, movedLetter } from './change-letters.ts';
import { announcedLetter, cancelledNewsLetter, movedNewsLetter, openedLetter } from './news-letters.ts';
import { offerPassedLetter, seatOfferedLetter } from './offer-letters.ts';
import { seatFromWaitlistLetter, seatReleasedLetter, seatTakenLetter, waitlistedLetter } from './seat-letters.ts';
import { withTicket } from './ticket-part.ts';

export type Signing = { config: { origin: string; secret: string } };

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const about = z.object({
  group_id: id<'groups.group'>(),
  event_id: id<'events.event'>(),
  person_id: id<'people.person'>(),
});
/** `at`: epoch milliseconds of the change told. A later change has a mail of its own, and this one is dropped. */
const change = about.extend({ at: z.number() });
const moved = about.extend({ sequence: z.int(), was_at: z.coerce.date(), was_in: z.string() });
const cancelled = about.extend({ was: z.enum(enrolmentStates) });
const news = z.enum(['announced', 'opened']);
const opened = about.extend({ news: news.optional() });
const message = about.extend({ message_id: id<'events.message'>() });

/** The templates. They sign links, so they are made once the secret is known: `signing` is the ground, or its `config` alone. */
export function eventMails(signing: Signing): Templates {
  const simple = (write: (facts: MailFacts) => Letter | null) =>
    mailTemplate(about, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && write(facts);
    });
  const ofSeat = (write: (facts: MailFacts) => Letter | null, hasTicket = false) =>
    mailTemplate(change, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      const isLatest = facts?.guest.seat_changed_at == null || facts.guest.seat_changed_at.getTime() <= args.at;
      if (!facts || !isLatest) return null;
      return hasTicket ? withTicket(signing.config.secret, facts, args.person_id, write(facts)) : write(facts);
    });
  return {
    'events.seat-taken': ofSeat(seatTakenLetter, true),
    'events.seat-from-waitlist': ofSeat(seatFromWaitlistLetter, true),
    'events.waitlisted': ofSeat(waitlistedLetter),
    'events.seat-offered': ofSeat(seatOfferedLetter),
    'events.offer-passed': ofSeat(offerPassedLetter),
    'events.seat-released': ofSeat(seatReleasedLetter),
    'events.announced': simple(announcedLetter),
    'events.opened': mailTemplate(opened, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && openedLetter(facts, args.news);
    }),
    'events.moved': mailTemplate(moved, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && movedLetter(facts, args);
    }),
    'events.cancelled': mailTemplate(cancelled, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && cancelledLetter(facts, args.was);
    }),
    'events.moved-news': mailTemplate(moved.extend({ news }), async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && movedNewsLetter(facts, args, args.news);
    }),
    'events.cancelled-news': mailTemplate(about.extend({ news }), async (context, args) => {
      const facts = await factsFor(signing, context, args);
      return facts && cancelledNewsLetter(facts, args.news);
    }),
    'events.message': mailTemplate(message, async (context, args) => {
      const facts = await factsFor(signing, context, args, args.message_id);
      return facts && messageLetter(facts);
    }),
  };
}

/** Everything a letter to somebody about an evening is written from, as it is now; `null` when either is gone. */
export async function factsFor(
  signing: Signing,
  { db, lang, now, origin, from: mailbox, mail }: LetterContext,
  args: EventKey & { person_id: Id<'people.person'> },
  message: Id<'events.message'> | null = null,
): Promise<MailFacts | null> {
  const standing = await standingFacts(db, args, args.person_id, message);
  if (!standing) return null;
  const links = linksFor(signing, origin, standing, args.person_id);
  return { ...standing, to: mail.to, mailed_from: mailbox.address, lang, now, origin, links };
}

function linksFor(
  signing: Signing,
  origin: string,
  { event, group }: StandingFacts,
  person: Id<'people.person'>,
): MailLinks {
  const at = { group: group.slug, event: event.slug };
  // Mail readers do not draw SVG.
  const mark = groupPaths.markPicture(group);
  return {
    page: `${origin}${eventPaths.show(at.group, at.event)}`,
    group: `${origin}${groupPaths.show(group)}`,
    mine: seatLink(signing, at, { event_id: event.event_id, person_id: person }),
    conduct: `${origin}${groupPaths.conduct(group)}`,
    mark: mark === null ? undefined : `${origin}${mark}`,
    stop: {
      announced: unsubscribeLink(signing, group.group_id, person, 'announced'),
      opened: unsubscribeLink(signing, group.group_id, person, 'opened'),
    },
  };
}
