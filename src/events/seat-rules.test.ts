// The pure heart of the desk: cases a person can read, then random evenings against what must always hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hold } from './hold-rules.ts';
import type { Book, Enrolment } from './move-rules.ts';
import type { EventState } from './rules.ts';
import type { Ask } from './seat-asks.ts';
import { decideSeats } from './seat-rules.ts';

const nothing = { ask_first: false, offered_until: null, passed: false };

type People = [string, Partial<Enrolment>][];

function book({
  people = [],
  held = [],
  ...rest
}: Partial<Book> & { people?: People; held?: [string, Hold][] } = {}): Book {
  const enrolments = new Map(
    people.map(([person, more]) => [
      person,
      {
        person,
        state: 'going',
        party: 1,
        place: null,
        came_from: null,
        came_place: null,
        ...nothing,
        ...more,
      } as Enrolment,
    ]),
  );
  const waitlist = [...enrolments.values()]
    .filter((e) => e.place !== null)
    .sort((a, b) => Number(a.place) - Number(b.place));
  const seated = [...enrolments.values()].filter((e) => e.state === 'going');
  const taken = [...seated, ...held.map(([, hold]) => hold)].reduce((sum, e) => sum + e.party, 0);
  return {
    state: 'open',
    promoting: true,
    late: false,
    claim_until: 100,
    plus_ones: 3,
    cap: 2,
    taken,
    waiting: waitlist.length,
    next_place: waitlist.length + 1,
    enrolments,
    waitlist: waitlist.map((e) => e.person),
    holds: new Map(held),
    now: 0,
    ...rest,
  };
}

const take = (person: string, party = 1): Ask => ({ kind: 'take', person, party, via: 'page' });
const release = (person: string): Ask => ({ kind: 'release', person, via: 'page' });
const steps = (decision: ReturnType<typeof decideSeats>) =>
  decision.steps.map((s) => `${s.person} ${s.from ?? 'new'}→${s.to}`);

describe('a seat', () => {
  it('goes to whoever asks first, and the one after the last joins the waitlist', () => {
    const { answers, taken, waiting } = decideSeats(book(), [take('ann'), take('bo'), take('cy')]);
    expect(answers).toEqual([
      { is: 'going', new: true },
      { is: 'going', new: true },
      { is: 'waitlisted', place: 1, new: true },
    ]);
    expect({ taken, waiting }).toEqual({ taken: 2, waiting: 1 });
  });

  it('asked for twice is one seat', () => {
    const { answers, taken } = decideSeats(book(), [take('ann'), take('ann')]);
    expect(answers).toEqual([
      { is: 'going', new: true },
      { is: 'going', new: false },
    ]);
    expect(taken).toBe(1);
  });

  it('given back goes to the first waiting party that fits, past a larger one', () => {
    const decision = decideSeats(
      book({
        people: [
          ['ann', {}],
          ['bo', {}],
          ['pair', { state: 'waitlisted', party: 2, place: 1 }],
          ['cy', { state: 'waitlisted', place: 2 }],
        ],
      }),
      [release('ann')],
    );
    expect(steps(decision)).toEqual(['ann going→released', 'cy waitlisted→going']);
    expect(decision).toMatchObject({ taken: 2, waiting: 1 });
  });

  it('is not handed to the waitlist once it is too late to travel', () => {
    const decision = decideSeats(
      book({
        promoting: false,
        people: [
          ['ann', {}],
          ['bo', {}],
          ['cy', { state: 'waitlisted', place: 1 }],
        ],
      }),
      [release('ann')],
    );
    expect(steps(decision)).toEqual(['ann going→released']);
  });

  it('held for a code is a seat until it lapses, and then goes on', () => {
    const at = (now: number) =>
      decideSeats(
        book({
          now,
          held: [['ann', { party: 1, until: 1000 }]],
          people: [
            ['bo', {}],
            ['cy', { state: 'waitlisted', place: 1 }],
          ],
        }),
        [{ kind: 'tend' }],
      );
    expect(at(999)).toMatchObject({ steps: [], holds: new Map(), taken: 2 });
    expect(steps(at(1000))).toEqual(['cy waitlisted→going']);
    expect(at(1000)).toMatchObject({ holds: new Map([['ann', null]]), taken: 2 });
  });

  it('held before sign-up closed can still be taken after it', () => {
    const { answers } = decideSeats(book({ state: 'closed', held: [['ann', { party: 1, until: 9 }]] }), [
      take('ann'),
      take('bo'),
    ]);
    expect(answers).toEqual([{ is: 'going', new: true }, { refused: 'events.closed' }]);
  });

  const standing: People = [
    ['ann', {}],
    ['wa', { state: 'waitlisted', place: 1 }],
    ['in', { state: 'interested' }],
    ['ex', { state: 'released' }],
  ];

  it.each(['ann', 'wa', 'in', 'ex', 'stranger'])(
    'is held for the address of %s as for any other, and changes nothing of what they have',
    (person) => {
      const hold = (cap: number) =>
        decideSeats(book({ promoting: false, people: standing, cap }), [{ kind: 'hold', person, party: 1, until: 5 }]);
      expect(hold(1)).toMatchObject({ answers: [{ is: 'full' }], steps: [], holds: new Map(), taken: 1 });
      expect(hold(2)).toMatchObject({
        answers: [{ is: 'held', until: 5 }],
        steps: [],
        holds: new Map([[person, { party: 1, until: 5 }]]),
        taken: 2,
      });
    },
  );

  it('held twice for one address is one, until the later moment, and as large as fits', () => {
    const twice = decideSeats(book({ cap: 3, people: standing, promoting: false }), [
      { kind: 'hold', person: 'ann', party: 1, until: 5 },
      { kind: 'hold', person: 'ann', party: 3, until: 8 },
      { kind: 'hold', person: 'ann', party: 2, until: 9 },
    ]);
    expect(twice).toMatchObject({ holds: new Map([['ann', { party: 2, until: 9 }]]), taken: 3 });
  });

  it('that was held besides is given back when the one who has a seat proves the address', () => {
    const proved = decideSeats(
      book({
        people: [
          ['ann', {}],
          ['cy', { state: 'waitlisted', place: 1 }],
        ],
        held: [['ann', { party: 1, until: 9 }]],
      }),
      [take('ann')],
    );
    expect(proved.answers).toEqual([{ is: 'going', new: false }]);
    expect(proved.holds).toEqual(new Map([['ann', null]]));
    expect(steps(proved)).toEqual(['cy waitlisted→going']);
  });

  it('that is held is theirs who wait for more, once they prove the address', () => {
    const proved = decideSeats(
      book({
        people: [
          ['bo', {}],
          ['pair', { state: 'waitlisted', party: 2, place: 1 }],
        ],
        held: [['pair', { party: 1, until: 9 }]],
      }),
      [take('pair', 1)],
    );
    expect(proved).toMatchObject({ answers: [{ is: 'going', new: true }], taken: 2, waiting: 0 });
  });

  it('is not given back any more when the evening is over', () => {
    const over = decideSeats(book({ state: 'done', people: [['ann', {}]] }), [release('ann')]);
    expect(over).toMatchObject({ answers: [{ refused: 'events.over' }], steps: [], taken: 1 });
  });

  it('is as large as the one who proves the address says, whatever a stranger typed with it', () => {
    const held = (party: number) => book({ cap: 5, held: [['ann', { party, until: 9 }]] });
    expect(decideSeats(held(4), [take('ann', 1)])).toMatchObject({ taken: 1 });
    expect(decideSeats(held(1), [take('ann', 4)])).toMatchObject({ taken: 4 });
    const full = book({ cap: 5, people: [['bo', { party: 4 }]], held: [['ann', { party: 1, until: 9 }]] });
    expect(decideSeats(full, [take('ann', 4)])).toMatchObject({ taken: 5 });
  });

  it('can be given by an organiser when all are taken and sign-up is closed', () => {
    const full = book({ state: 'closed', cap: 1, people: [['ann', {}]] });
    const { answers, taken } = decideSeats(full, [{ ...take('vip'), force: true } as Ask]);
    expect(answers).toEqual([{ is: 'going', new: true }]);
    expect(taken).toBe(2);
  });

  it('is lost by nobody when fewer are offered than are taken, and nobody new gets in', () => {
    const three = book({
      cap: 3,
      people: [
        ['ann', {}],
        ['bo', {}],
        ['cy', {}],
      ],
    });
    const decision = decideSeats(three, [{ kind: 'recap', cap: 1 }, release('ann'), take('dee')]);
    expect(decision.answers).toEqual([
      { is: 'recapped', over: 2, moved_up: 0 },
      { is: 'released' },
      { is: 'waitlisted', place: 1, new: true },
    ]);
    expect(decision.taken).toBe(2);
  });

  it('comes free for the waitlist when more are offered', () => {
    const decision = decideSeats(
      book({
        cap: 1,
        people: [
          ['ann', {}],
          ['bo', { state: 'waitlisted', place: 1 }],
        ],
      }),
      [{ kind: 'recap', cap: 2 }],
    );
    expect(steps(decision)).toEqual(['bo waitlisted→going']);
    expect(decision.answers).toEqual([{ is: 'recapped', over: 0, moved_up: 1 }]);
  });
});

describe('an evening that is not open', () => {
  const said: [EventState, string][] = [
    ['draft', 'events.not_public'],
    ['announced', 'events.not_open_yet'],
    ['closed', 'events.closed'],
    ['live', 'events.over'],
    ['done', 'events.over'],
    ['cancelled', 'events.cancelled'],
  ];
  it.each(said)('%s refuses a seat with %s', (state, refused) => {
    expect(decideSeats(book({ state }), [take('ann')]).answers).toEqual([{ refused }]);
  });

  it('announced takes interest once, and lets it go', () => {
    const announced = book({ state: 'announced' });
    const { answers, steps: done } = decideSeats(announced, [
      { kind: 'interest', person: 'ann', on: true },
      { kind: 'interest', person: 'ann', on: true },
      { kind: 'interest', person: 'ann', on: false },
    ]);
    expect(answers.map((a) => ('is' in a ? a.is : a.refused))).toEqual(['interested', 'interested', 'not_interested']);
    expect(done.map((s) => s.to)).toEqual(['interested', 'released']);
  });

  it('refuses a party larger than may be brought', () => {
    expect(decideSeats(book({ plus_ones: 1 }), [take('ann', 3)]).answers).toEqual([
      { refused: 'events.party_too_big', most: 2 },
    ]);
  });
});

describe('whatever people do, in any order and any batches', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const ask: fc.Arbitrary<Ask> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        person,
        party: fc.integer({ min: 1, max: 4 }),
        via: fc.constant('page' as const),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('release' as const), person, via: fc.constant('page' as const) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('hold' as const),
        person,
        party: fc.integer({ min: 1, max: 4 }),
        until: fc.integer({ min: 0, max: 60 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'tend' as const }) },
  );

  it('no seat is granted beyond the cap, nobody who fits waits, and the counters are what the rows say', () => {
    const recap: fc.Arbitrary<Ask[]> = fc
      .record({ kind: fc.constant('recap' as const), cap: fc.integer({ min: 0, max: 8 }) })
      .map((one) => [one]);
    const batch = fc.oneof(
      { weight: 6, arbitrary: fc.array(ask, { minLength: 1, maxLength: 5 }) },
      { weight: 1, arbitrary: recap },
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 14 }), (batches) => {
        const world = book({ cap: 4 });
        batches.forEach((asks, at) => {
          world.now = at * 5;
          const most = Math.max(world.taken, world.cap);
          const decision = decideSeats(world, asks);
          expect(decision.answers).toHaveLength(asks.length);
          check(world, most);
        });
      }),
      { numRuns: 2000 },
    );
  });

  function check(world: Book, most: number): void {
    const rows = [...world.enrolments.values()];
    const seats = [...rows.filter((e) => e.state === 'going'), ...world.holds.values()];
    const taken = seats.reduce((sum, e) => sum + e.party, 0);
    const waiting = rows.filter((e) => e.state === 'waitlisted');
    expect(world.taken).toBe(taken);
    expect(world.waiting).toBe(waiting.length);
    // More than the cap stays only where the cap was lowered under people already seated; nobody is added to them.
    if (taken > world.cap) expect(taken).toBeLessThanOrEqual(most);
    for (const e of waiting) expect(world.taken + e.party).toBeGreaterThan(world.cap);
  }
});
