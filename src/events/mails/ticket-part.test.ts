// The picture of the ticket and the line about it: in a mail together or not at all, in text and in HTML, in every language.
import { describe, expect, it } from 'vitest';
import { newId } from '#kit/id.ts';
import type { MailFacts } from '../mail-facts.ts';
import { type ReminderMail, reminderLetter } from '../reminders/letters.ts';
import { at, facts, origin } from './for-tests.ts';
import { seatFromWaitlistLetter, seatReleasedLetter, seatTakenLetter, waitlistedLetter } from './seat-letters.ts';
import { withTicket } from './ticket-part.ts';

const secret = 'a secret of at least thirty-two letters';
const lines = { en: 'Your ticket is attached as a picture.', de: 'Dein Ticket hängt als Bild an.' };
const seated = (more: Parameters<typeof facts>[0] = {}) => facts(more);
const reminder = (mail: MailFacts): ReminderMail => ({
  ...mail,
  more: {
    text: '',
    doors_at: null,
    first_at: null,
    waiting: 0,
    asked_at: null,
    second_at: null,
    changed_at: null,
    confirmed_at: null,
    via: null,
  },
  still: { yes: `${origin}/yes`, no: `${origin}/no` },
  past: [],
});

describe.each(['en', 'de'] as const)('in %s', (lang) => {
  const sent = (mail: MailFacts, letter: ReturnType<typeof seatTakenLetter>) => {
    const whole = withTicket(secret, mail, newId(), letter);
    if (!whole) throw new Error('there is no such letter now');
    return {
      picture: whole.attachments?.map(({ filename }) => filename) ?? [],
      text: whole.text.includes(lines[lang]),
      html: whole.html.includes(lines[lang]),
    };
  };
  const both = { picture: ['ticket.png'], text: true, html: true };
  const neither = { picture: [], text: false, html: false };

  it('a seat taken, given by the waitlist, or reminded of comes with both', () => {
    const mail = seated({ lang });
    expect(sent(mail, seatTakenLetter(mail))).toEqual(both);
    const given = seated({ lang, guest: { via: 'waitlist' } });
    expect(sent(given, seatFromWaitlistLetter(given))).toEqual(both);
    for (const step of ['fortnight', 'week', 'confirm', 'day'] as const)
      expect(sent(mail, reminderLetter(step, reminder(mail))), step).toEqual(both);
  });

  it('a seat online has no door, and a place in line or a seat given back no ticket', () => {
    const online = seated({ lang, event: { kind: 'online', online_url: 'https://meet.example.org/x' } });
    expect(sent(online, seatTakenLetter(online))).toEqual(neither);
    expect(sent(online, reminderLetter('day', reminder(online)))).toEqual(neither);
    const waiting = seated({ lang, guest: { state: 'waitlisted', rank: 4 } });
    expect(sent(waiting, waitlistedLetter(waiting))).toEqual(neither);
    const soon = seated({ lang, guest: { state: 'waitlisted', rank: 4 }, now: at('2026-12-07T09:00:00Z') });
    expect(sent(soon, reminderLetter('waiting', reminder(soon)))).toEqual(neither);
    const released = seated({ lang, guest: { state: 'released' } });
    expect(sent(released, seatReleasedLetter(released))).toEqual(neither);
  });
});
