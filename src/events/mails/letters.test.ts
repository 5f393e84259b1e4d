// What each mail about an evening says, in both languages, and what its calendar part does to a calendar.
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Letter } from '#kit/mail/index.ts';
import { languages } from '#kit/words.ts';
import type { MailFacts } from '../mail-facts.ts';
import { cancelledLetter, messageLetter, movedLetter } from './change-letters.ts';
import { at, facts, origin, throughTheWire } from './for-tests.ts';
import { announcedLetter, cancelledNewsLetter, movedNewsLetter, openedLetter } from './news-letters.ts';
import { offerPassedLetter, seatOfferedLetter } from './offer-letters.ts';
import { seatFromWaitlistLetter, seatReleasedLetter, seatTakenLetter, waitlistedLetter } from './seat-letters.ts';

type Changes = Parameters<typeof facts>[0];
const was = { sequence: 1, was_at: new Date('2026-12-08T10:00:00Z'), was_in: '図書館' };
const soon = { stage: 'announced', opens_at: new Date('2026-11-27T10:00:00Z') } as const;

/** Every letter, and facts under which it is true. */
const letters: Record<string, { write: (about: MailFacts) => Letter | null; when: NonNullable<Changes> }> = {
  taken: { write: seatTakenLetter, when: {} },
  promoted: { write: seatFromWaitlistLetter, when: { guest: { via: 'waitlist' } } },
  waiting: { write: waitlistedLetter, when: { guest: { state: 'waitlisted', rank: 4 } } },
  offered: {
    write: seatOfferedLetter,
    when: { guest: { state: 'offered', offered_until: new Date('2026-12-05T10:00:00Z'), party: 2 } },
  },
  passed: { write: offerPassedLetter, when: { guest: { state: 'waitlisted', rank: 4 } } },
  'passed twice': { write: offerPassedLetter, when: { guest: { state: 'released' } } },
  released: { write: seatReleasedLetter, when: { guest: { state: 'released' } } },
  announced: { write: announcedLetter, when: { event: soon, guest: { state: null } } },
  opened: { write: openedLetter, when: { guest: { state: null } } },
  moved: { write: (about) => movedLetter(about, was), when: { event: { sequence: 1 } } },
  cancelled: {
    write: (about) => cancelledLetter(about, 'going'),
    when: { event: { stage: 'cancelled', sequence: 1 } },
  },
  'moved news': {
    write: (about) => movedNewsLetter(about, was, 'announced'),
    when: { event: { sequence: 1 }, guest: { state: null } },
  },
  'cancelled news': {
    write: (about) => cancelledNewsLetter(about, 'opened'),
    when: { event: { stage: 'cancelled', sequence: 1 }, guest: { state: 'released' } },
  },
  message: { write: messageLetter, when: {} },
};

function written(name: string, more: Changes = {}): Letter | null {
  const { write, when } = letters[name]!;
  return write(
    facts({
      ...when,
      ...more,
      event: { ...when.event, ...more.event },
      guest: { ...when.guest, ...more.guest },
    }),
  );
}

describe('every letter', () => {
  test('brings along what it was written from, so that a page can show it as it will look', () => {
    for (const name of Object.keys(letters)) {
      const sheet = written(name)!.sheet;
      expect(sheet?.from?.name, name).toBe('海岸クラウド勉強会');
      expect(sheet?.heading, name).toBeTruthy();
    }
  });

  for (const name of Object.keys(letters)) {
    for (const lang of languages) {
      test(`${name} says in ${lang} what, when and where, from the group, as text and as html`, async () => {
        const { mail } = await throughTheWire(written(name, { lang })!);
        expect(mail.from?.value[0]?.name).toBe('海岸クラウド勉強会');
        for (const part of [mail.text!, String(mail.html)]) {
          expect(part).toContain('待ち行列、その裏側');
          expect(part).toContain(lang === 'de' ? '9. Dezember 2026' : '9 December 2026');
          expect(part).toContain('19:00–21:00');
          expect(part).toContain('港ビル 3階');
          // Who does not come, or to nothing, need not know how to get in.
          const stays = ['cancelled', 'cancelled news', 'released', 'passed twice'].includes(name);
          expect(part.includes('side door beside the bicycle racks')).toBe(!stays);
          expect(part).not.toMatch(/undefined|null|\[object|NaN/);
        }
        expect(String(mail.html)).toContain(`<html lang="${lang}"`);
        expect(mail.subject).toBeTruthy();
      });
    }
  }

  test('keeps one line in its headers whatever stands in a title or a name', async () => {
    for (const name of Object.keys(letters)) {
      const evil = 'Night\r\nBcc: all@example.org\u2028X-Evil: yes';
      const letter = written(name, { event: { title: evil }, group: { name: evil }, guest: { name: evil } })!;
      const { raw, mail } = await throughTheWire(letter);
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Evil):/im);
      expect(mail.headerLines.map(({ key }) => key)).not.toContain('bcc');
      expect(mail.from?.value).toHaveLength(1);
      expect(mail.from?.value[0]?.address).toBe('ugroup@groups.example.org');
    }
  });

  test('shows markup in a title as text', () => {
    for (const name of Object.keys(letters)) {
      const letter = written(name, { event: { title: '<img src=x onerror=alert(1)>' } })!;
      expect(letter.html).not.toContain('<img');
    }
  });
});

describe('the clock', () => {
  test("is the place's, and the reader's too when theirs differs", () => {
    const { text } = written('taken', { guest: { zone: 'America/Argentina/Buenos_Aires' } })!;
    expect(text).toContain('When: Wednesday, 9 December 2026\n19:00–21:00 (Tokyo time)\n');
    expect(text).toContain('On your clock (Buenos Aires): 07:00–09:00');
    const honolulu = written('taken', {
      guest: { zone: 'Pacific/Honolulu' },
      event: { starts_at: new Date('2026-12-09T09:00:00Z') },
    })!;
    expect(honolulu.text).toContain('On your clock (Honolulu): Tuesday, 8 December 2026\n23:00');
    expect(written('taken', { guest: { zone: 'Asia/Seoul' } })!.text).not.toContain('On your clock');
    expect(written('taken', { guest: { zone: 'Nowhere/At_All' } })!.text).not.toContain('On your clock');
  });

  test('is both for the moment sign-up opens, and names the day where it is another', () => {
    const text = (zone: string) => written('announced', { guest: { zone } })!.text;
    expect(text('Europe/Berlin')).toContain('opens Friday 27 November at 19:00 (Tokyo time; 11:00 in Berlin)');
    expect(text('Pacific/Auckland')).toContain('(Tokyo time; 23:00 in Auckland)');
    expect(text('Pacific/Kiritimati')).toContain('(Tokyo time; Saturday 28 November at 00:00 in Kiritimati)');
  });

  test('is named for an evening online, where no place says it', () => {
    const { text } = written('taken', { event: { kind: 'online', online_url: 'https://meet.example.org/a' } })!;
    expect(text).toContain('(Tokyo time)');
    expect(text).toContain('Where: Online');
  });
});

describe('a mail about a seat', () => {
  test('says where to give the seat back, that the calendar is not the place, and how people treat each other', () => {
    for (const name of ['taken', 'promoted', 'moved']) {
      const about = facts(letters[name]!.when);
      const { text, html } = letters[name]!.write(about)!;
      for (const part of [text, html]) {
        expect(part, name).toContain(about.links.mine);
        expect(part, name).toContain('Deleting the calendar entry does not cancel your seat.');
        expect(part, name).toContain(about.links.conduct);
        expect(part, name).toContain('佐藤 恵 (megumi@example.org) or Ngozi Okafor (ngozi@example.org)');
      }
    }
    expect(written('taken', { lang: 'de' })!.text).toContain('Wer nur den Kalendereintrag löscht, behält den Platz.');
  });

  test('says nothing of a code of conduct where a group chose none', () => {
    expect(written('taken', { group: { conduct_version: null }, contacts: [] })!.text).not.toContain('conduct');
    expect(written('taken', { contacts: [] })!.text).not.toContain('talk to');
  });

  test("gives the meeting's link to those with a seat, and to nobody else", () => {
    const event = { kind: 'both', online_url: 'https://meet.example.org/secret' } as const;
    expect(written('taken', { event })!.text).toContain('https://meet.example.org/secret');
    for (const kind of ['both', 'online'] as const) {
      expect(written('taken', { event: { ...event, kind } })!.ics!.content.replace(/\r\n /g, '')).toContain('/secret');
      for (const name of ['waiting', 'opened', 'announced', 'released', 'cancelled']) {
        const letter = written(name, {
          event: { ...event, kind },
          guest: { state: letters[name]!.when.guest?.state ?? null },
        });
        expect(JSON.stringify(letter), name).toContain('nline');
        expect(JSON.stringify(letter), name).not.toContain('secret');
      }
    }
    expect(JSON.stringify(written('moved', { event, guest: { state: 'interested' } }))).not.toContain('secret');
  });

  test('is honest about the waitlist', () => {
    expect(written('waiting')!.text).toContain('You are number 4.');
    expect(written('waiting')!.text).toContain('until Wednesday 9 December at 13:00');
    expect(written('waiting', { now: at('2026-12-09T05:00:00Z') })!.text).toContain('No more seats are given');
    expect(written('waiting', { guest: { party: 2 } })!.text).toContain('You asked for 2 seats.');
  });

  test('has no way to end it, because it is not news', () => {
    for (const name of ['taken', 'promoted', 'waiting', 'released', 'moved', 'cancelled', 'message']) {
      expect(written(name)).not.toHaveProperty('unsubscribe_url');
    }
  });
});

describe("an organiser's message", () => {
  const message = facts().message!;

  test('says how to give the seat back until the evening begins, and not to people in the room', () => {
    const before = messageLetter(facts({ now: at('2026-12-09T09:59:00Z') }))?.text;
    expect(before).toContain('Give my seat back');
    expect(messageLetter(facts({ now: at('2026-12-09T10:05:00Z') }))?.text).not.toContain('Give my seat back');
  });

  test('never shows the address of who wrote it, unless they chose so', async () => {
    const { raw, mail } = await throughTheWire(written('message')!);
    expect(raw).not.toContain('ngozi.private');
    expect(mail.replyTo).toBeUndefined();
    expect(mail.text).toContain('Nobody reads answers to this mail.');
    const open = await throughTheWire(written('message', { message: { ...message, reply_to: 'me' } })!);
    expect(open.mail.replyTo?.value[0]?.address).toBe('ngozi.private@example.org');
    expect(open.mail.text).toContain('Answers to this mail go to Ngozi Okafor.');
  });

  test('has its answers go to the contact there is when it leaves, or to nobody', async () => {
    const to = async (more: Changes) =>
      (await throughTheWire(written('message', more)!)).mail.replyTo?.value[0]?.address;
    expect(await to({ message: { ...message, reply_to: 'contact-2' } })).toBe('ngozi@example.org');
    expect(await to({ message: { ...message, reply_to: 'contact-2' }, contacts: [] })).toBeUndefined();
    expect(await to({ message: { ...message, reply_to: 'me', writer: null } })).toBeUndefined();
  });
});

describe('news', () => {
  test('ends with one click, by kind and group', async () => {
    for (const [name, path] of [
      ['announced', '/stop/announced/'],
      ['opened', '/stop/opened/'],
      ['moved news', '/stop/announced/'],
      ['cancelled news', '/stop/opened/'],
    ] as const) {
      const { raw } = await throughTheWire(written(name)!);
      expect(raw).toContain(`\r\nList-Unsubscribe: <${origin}${path}`);
      expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
      expect(raw).toMatch(/^List-Id: <kaigan\.groups\.example\.org>\r$/im);
    }
  });

  test('says two weeks only when it is two weeks', () => {
    const usual = {
      ...soon,
      opens_at: new Date('2026-11-28T10:00:00Z'),
      starts_at: new Date('2026-12-12T10:00:00Z'),
      ends_at: new Date('2026-12-12T12:00:00Z'),
    };
    expect(written('announced', { event: usual })!.text).toContain('two weeks before, so a yes means yes');
    expect(written('announced', { event: { opens_at: new Date('2026-12-01T10:00:00Z') } })!.text).not.toContain(
      'two weeks',
    );
  });

  test('tells somebody interested who is no member why it came, and that it is the only one', () => {
    const letter = written('opened', { guest: { state: 'interested', wishes: null } })!;
    expect(letter.text).toContain('because you are interested in this evening. We tell you once.');
    expect(letter).not.toHaveProperty('unsubscribe_url');
  });
});

describe('a letter that is no longer true is not written', () => {
  const over = at('2026-12-09T12:00:00Z');
  const cases: [string, string, Changes][] = [
    ['taken', 'the seat was given back since', { guest: { state: 'released' } }],
    ['taken', 'the evening is cancelled', { event: { stage: 'cancelled' } }],
    ['taken', 'the evening is over', { now: over }],
    ['taken', 'they got it from the waitlist since', { guest: { via: 'waitlist' } }],
    ['promoted', 'the seat was given back since', { guest: { state: 'released' } }],
    ['waiting', 'they have a seat by now', { guest: { state: 'going', rank: null } }],
    ['waiting', 'the evening is cancelled', { event: { stage: 'cancelled' } }],
    ['released', 'they took it again', { guest: { state: 'going' } }],
    ['announced', 'sign-up is open', { event: { opens_at: new Date('2026-11-26T08:00:00Z') } }],
    ['announced', 'the evening is cancelled', { event: { stage: 'cancelled' } }],
    ['announced', 'they want no such mail any more', { guest: { wishes: { announced: false, opened: true } } }],
    ['announced', 'they left the group', { guest: { wishes: null } }],
    ['opened', 'sign-up is closed again', { event: { stage: 'closed' } }],
    ['opened', 'they have a seat', { guest: { state: 'going' } }],
    ['opened', 'they left the group', { guest: { wishes: null } }],
    ['moved', 'it moved again since', { event: { sequence: 2 } }],
    ['moved', 'the seat was given back since', { guest: { state: 'released' } }],
    ['moved', 'the evening is cancelled', { event: { stage: 'cancelled', sequence: 1 } }],
    ['moved news', 'it moved again since', { event: { sequence: 2 } }],
    ['moved news', 'they took a seat since, at the new time', { guest: { state: 'going' } }],
    ['moved news', 'they want no such mail any more', { guest: { wishes: { announced: false, opened: true } } }],
    ['moved news', 'the evening is cancelled', { event: { stage: 'cancelled', sequence: 1 } }],
    ['cancelled news', 'they left the group', { guest: { wishes: null } }],
    ['cancelled', 'it is over anyway', { now: over }],
    ['message', 'they have left', { guest: { state: 'released' } }],
  ];
  for (const [name, why, changes] of cases) {
    test(`${name}: ${why}`, () => {
      expect(written(name)).not.toBeNull();
      expect(written(name, changes)).toBeNull();
    });
  }

  test('but a seat given back is still told when the evening is cancelled: its entry must go', () => {
    expect(written('released', { event: { stage: 'cancelled' } })?.ics?.method).toBe('CANCEL');
  });
});

describe('the calendar part', () => {
  const read = (letter: Letter | null) => {
    const calendar = new ICAL.Component(ICAL.parse(letter!.ics!.content));
    const component = calendar.getFirstSubcomponent('vevent')!;
    return { method: calendar.getFirstPropertyValue('method'), component, event: new ICAL.Event(component) };
  };

  test('asks nothing back, and names the group and the guest alike in request and cancellation', () => {
    const request = read(written('taken'));
    const cancel = read(written('cancelled'));
    expect([request.method, cancel.method]).toEqual(['REQUEST', 'CANCEL']);
    expect(cancel.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(request.event.uid).toBe('01960000-0000-7000-8000-00000000000e@ugroup');
    for (const { component, event } of [request, cancel]) {
      expect(event.uid).toBe(request.event.uid);
      const organizer = component.getFirstProperty('organizer')!;
      expect([organizer.getFirstValue(), organizer.getFirstParameter('cn')]).toEqual([
        'mailto:ugroup@groups.example.org',
        '海岸クラウド勉強会',
      ]);
      const guest = component.getFirstProperty('attendee')!;
      expect([guest.getFirstValue(), guest.getFirstParameter('partstat'), guest.getFirstParameter('rsvp')]).toEqual([
        'mailto:guest@example.org',
        'ACCEPTED',
        'FALSE',
      ]);
    }
    expect(request.event.description).toContain('Deleting the calendar entry does not cancel your seat.');
  });

  test('comes with seats alone', () => {
    const parts = Object.fromEntries(Object.keys(letters).map((name) => [name, written(name)!.ics?.method]));
    expect(parts).toEqual({
      taken: 'REQUEST',
      promoted: 'REQUEST',
      released: 'CANCEL',
      moved: 'REQUEST',
      cancelled: 'CANCEL',
    });
    expect(written('moved', { guest: { state: 'waitlisted' } })!.ics).toBeUndefined();
    expect(cancelledLetter(facts(letters.cancelled!.when), 'interested')!.ics).toBeUndefined();
  });
});
