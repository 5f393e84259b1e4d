// What a group's evenings usually are, and what of a page of questions is somebody's own words.
import { describe, expect, it } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { changesOf, merged, publicEntries } from './merge-rules.ts';
import { proposedTo } from './questions.ts';
import { type FactEvening, usualOf } from './rules.ts';
import { audiences } from './tables.ts';

const now = Temporal.Instant.from('2026-12-01T12:00:00Z');
/** Second Wednesdays at 18:00 in Chicago, so many months ago. */
const evening = (months: number, more: Partial<FactEvening> = {}): FactEvening => {
  const starts = Temporal.PlainDate.from('2026-11-11')
    .subtract({ days: months * 28 })
    .toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '18:00' });
  return {
    starts_at: new Date(starts.epochMilliseconds),
    ends_at: new Date(starts.add({ hours: 2 }).epochMilliseconds),
    zone: 'America/Chicago',
    place_name: 'Harbor Building',
    posture: 'free',
    cap: 80,
    came: null,
    has_food: true,
    items: [
      { type: 'talk', minutes: 25 },
      { type: 'sponsor_segment', minutes: 5 },
    ],
    photos: 'ask',
    place_needs: [],
    ...more,
  };
};
const group = {
  slug: 'lakeside',
  name: 'Lakeside',
  place: 'Milwaukee',
  contacts: ['Ann'],
  has_conduct: true,
  conduct_url: 'https://x/c',
};

describe('the usual', () => {
  it('is what there is most of, on the clock of the place, also over a clock change', () => {
    const evenings = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => evening(n));
    const usual = usualOf([evening(-1), ...evenings, evening(20)], now, 8);
    expect(usual).toMatchObject({ weekday: 3, time: '18:00', minutes: 120, place: 'Harbor Building', cap: 80 });
    expect(usual).toMatchObject({
      in_a_year: 8,
      talk_minutes: 25,
      sponsor_minutes: 5,
      lightning_minutes: null,
      is_free: true,
    });
  });

  it('gives a range of those who came only from three counted evenings on', () => {
    expect(usualOf([evening(0, { came: 60 }), evening(1, { came: 88 })], now, 2).came).toBeNull();
    const counted = [60, 88, 71, 64, 80, 75, 70, 66, 69, 72, 90].map((came, n) => evening(n, { came }));
    expect(usualOf(counted, now, 12).came).toEqual({ least: 64, most: 88, evenings: 11 });
  });

  it('of a group without evenings answers nothing it does not know', () => {
    const usual = usualOf([], now, 0);
    expect(usual).toMatchObject({ weekday: null, came: null, is_free: false, has_food: false, in_a_year: 0 });
    for (const audience of audiences) {
      for (const lang of ['en', 'de'] as const) {
        const bare = { ...group, contacts: [], has_conduct: false };
        const said = proposedTo(audience, bare, usual, lang)
          .map(({ answer }) => answer ?? '')
          .join(' ');
        expect(said).not.toMatch(/null|undefined|NaN|none/);
      }
    }
  });
});

it('says how many come as a range, and a sponsor’s minutes as a sponsor’s', () => {
  const counted = [60, 88, 71].map((came, n) => evening(n, { came }));
  const said = proposedTo('sponsors', group, usualOf(counted, now, 12), 'en');
  const answer = (key: string) => said.find((one) => one.key === key)?.answer;
  expect(answer('many')).toBe('Between 60 and 88, going by our last 3 evenings that were counted at the door.');
  expect(answer('gets')).toContain('5 minutes at the start, when everybody listens, announced as yours');
  expect(answer('talk')).toContain('talks are never part of sponsorship');
  expect(answer('price')).toBeNull();
});

describe('what organisers changed', () => {
  const proposed = [
    { key: 'many', question: 'How many?', answer: 'Between 60 and 88.' },
    { key: 'price', question: 'What does it cost?', answer: null },
  ];
  const entries = merged(proposed, []);
  const row = (key: string, question: string, answer: string, was = '', hidden = false) => ({
    key,
    question,
    answer,
    was,
    hidden,
  });

  it('is nothing when nothing was changed, so that the answer goes on following the facts', () => {
    const same = [
      row('many', 'How many?', 'Between 60 and 88.', 'Between 60 and 88.'),
      row('price', 'What does it cost?', ''),
    ];
    expect(changesOf(entries, same)).toEqual([]);
    // The facts moved on between drawing the page and saving it.
    expect(changesOf(entries, [row('many', 'How many?', 'Between 50 and 70.', 'Between 50 and 70.')])).toEqual([]);
    expect(changesOf(entries, [row('many', '', '')])).toEqual([]);
  });

  it('is kept as their own, and stays when the facts change', () => {
    const kept = changesOf(entries, [row('many', 'How many?', 'Plenty.', 'Between 60 and 88.')]);
    expect(kept).toEqual([{ key: 'many', question: null, answer: 'Plenty.', hidden: false }]);
    const later = merged([{ ...proposed[0]!, answer: 'Between 90 and 99.' }, proposed[1]!], kept);
    expect(later[0]).toMatchObject({ answer: 'Plenty.', from: 'own' });
  });

  it('is public when it is answered and not left out', () => {
    const kept = changesOf(entries, [
      row('many', 'How many?', '', '', true),
      row('x1', 'Dogs?', 'Yes.'),
      row('x2', 'Cats?', ''),
    ]);
    const all = merged(proposed, kept);
    expect(all.map(({ key }) => key)).toEqual(['many', 'price', 'x1', 'x2']);
    expect(publicEntries(all).map(({ key }) => key)).toEqual(['x1']);
    expect(changesOf(all, [row('x1', '', '')])).toEqual([]);
  });
});
