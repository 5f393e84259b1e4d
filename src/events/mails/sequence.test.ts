// Whatever happens to a seat, the guest's calendar ends up saying what is true (RFC 5546 §2.1.4).
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Letter } from '#kit/mail/index.ts';
import type { EnrolmentState } from '../tables.ts';
import { cancelledLetter, movedLetter } from './change-letters.ts';
import { at, facts } from './for-tests.ts';
import { seatReleasedLetter, seatTakenLetter } from './seat-letters.ts';

type Happening = 'take' | 'release' | 'move' | 'cancel' | 'deliver';
type Queued = { write: (about: ReturnType<typeof facts>) => Letter | null };

/** The evening, one seat and its stream of mails, as the verbs of this room change them. */
function openWorld(sequenceOf: (world: World) => { sequence: number; changes: number }) {
  const world: World = {
    stage: 'open',
    sequence: 0,
    hours: 0,
    state: null,
    changes: 0,
    seconds: 0,
    mails: [],
    sent: [],
  };
  const queue = (write: Queued['write']) => world.mails.push({ write });
  const change = (state: EnrolmentState) => Object.assign(world, { state, changes: world.changes + 1 });
  const verbs: Record<Happening, () => void> = {
    take() {
      if (world.state === 'going' || world.stage === 'cancelled') return;
      change('going');
      queue(seatTakenLetter);
    },
    release() {
      if (world.state !== 'going') return;
      change('released');
      queue(seatReleasedLetter);
    },
    move() {
      if (world.stage === 'cancelled') return;
      const was = { sequence: ++world.sequence, was_at: new Date(0), was_in: '' };
      world.hours++;
      if (world.state === 'going') queue((about) => movedLetter(about, was));
    },
    cancel() {
      if (world.stage === 'cancelled') return;
      Object.assign(world, { stage: 'cancelled', sequence: world.sequence + 1 });
      const was = world.state;
      if (was === 'going') queue((about) => cancelledLetter(about, was));
    },
    deliver() {
      const mail = world.mails.shift();
      const { sequence, changes } = sequenceOf(world);
      const starts = Date.parse('2026-12-09T10:00:00Z') + world.hours * 3_600_000;
      const letter = mail?.write(
        facts({
          event: { stage: world.stage, sequence, starts_at: new Date(starts), ends_at: new Date(starts + 7_200_000) },
          guest: { state: world.state, changes },
          now: at('2026-11-26T09:00:00Z').add({ seconds: ++world.seconds }),
        }),
      );
      if (letter?.ics) world.sent.push(letter.ics.content);
    },
  };
  return { world, happen: (what: Happening) => verbs[what]() };
}

type World = {
  stage: 'open' | 'cancelled';
  sequence: number;
  /** How far it was moved. */
  hours: number;
  state: EnrolmentState | null;
  changes: number;
  seconds: number;
  mails: Queued[];
  sent: string[];
};

const asRead = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(component);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toJSDate().getTime(),
  };
};

/** A calendar that keeps to the letter: lower numbers are old news, and it does not look at DTSTAMP but for the same method. */
function strictCalendar(texts: string[]): number | null {
  let entry: { sequence: number; starts: number; method: string } | null = null;
  for (const { sequence, starts, method } of texts.map(asRead)) {
    const isNews: boolean =
      entry === null || sequence > entry.sequence || (sequence === entry.sequence && method === entry.method);
    if (isNews) entry = { sequence, starts, method };
  }
  return entry?.method === 'REQUEST' ? entry.starts : null;
}

const happenings = fc.array(fc.constantFrom<Happening>('take', 'release', 'move', 'cancel', 'deliver', 'deliver'), {
  maxLength: 30,
});
const ours = ({ sequence, changes }: World) => ({ sequence, changes });

function play(list: Happening[], sequenceOf = ours) {
  const { world, happen } = openWorld(sequenceOf);
  for (const what of list) happen(what);
  while (world.mails.length > 0) happen('deliver');
  const truth =
    world.state === 'going' && world.stage === 'open'
      ? Date.parse('2026-12-09T10:00:00Z') + world.hours * 3_600_000
      : null;
  return { truth, shown: strictCalendar(world.sent), read: world.sent.map(asRead) };
}

test('in any order of taking, releasing, moving, cancelling and delivering, the number never goes down and the calendar is right', () => {
  fc.assert(
    fc.property(happenings, (list) => {
      const { truth, shown, read } = play(list);
      expect(new Set(read.map(({ uid }) => uid)).size).toBeLessThanOrEqual(1);
      read.slice(1).forEach((part, place) => {
        expect(part.sequence).toBeGreaterThanOrEqual(read[place]!.sequence);
        if (part.method !== read[place]!.method) expect(part.sequence).toBeGreaterThan(read[place]!.sequence);
      });
      expect(shown).toBe(truth);
    }),
    { numRuns: 1000 },
  );
});

test("with the evening's own number alone a seat given back would stay in the calendar", () => {
  const alone = ({ sequence }: World) => ({ sequence, changes: 0 });
  const back: Happening[] = ['take', 'deliver', 'release', 'deliver'];
  expect(play(back, alone)).toMatchObject({ truth: null, shown: expect.any(Number) });
  expect(play(back)).toMatchObject({ truth: null, shown: null });
});
