// The laws of questions to guests as tables: what may change once somebody answered, who reads, until when.
import { describe, expect, it } from 'vitest';
import { readAnswers, readQuestion } from './forms.ts';
import { keptUntil, mayReadAnswers, type Question, type QuestionDraft, refuseChange } from './rules.ts';

const diet: QuestionDraft = {
  label: 'What do you eat?',
  purpose: 'So that there is enough of everything.',
  kind: 'choice',
  options: ['Everything', 'Vegan'],
  is_required: false,
  is_private: false,
  readers: 'organisers',
  kept_days: 14,
};

describe('once somebody answered', () => {
  it.each<[string, Partial<QuestionDraft>, boolean]>([
    ['nothing changes', {}, true],
    ['it must be answered', { is_required: true }, true],
    ['there is more to choose from', { options: ['Everything', 'Vegetarian', 'Vegan'] }, true],
    ['the answers go sooner', { kept_days: 3 }, true],
    ['the words are others', { label: 'What do you not eat?' }, false],
    ['it is for something else', { purpose: 'Out of interest.' }, false],
    ['it is answered in another way', { kind: 'text', options: [] }, false],
    ['it is private all of a sudden', { is_private: true }, false],
    ['what somebody chose is gone', { options: ['Everything', 'Nothing'] }, false],
    ['more people read it', { readers: 'team' }, false],
    ['the answers are kept longer', { kept_days: 15 }, false],
  ])('and %s', (_what, change, isAllowed) => {
    expect(refuseChange(diet, { ...diet, ...change })).toBe(isAllowed ? null : 'events.question_answered');
  });

  it('fewer may read it than before', () => {
    expect(refuseChange({ ...diet, readers: 'team' }, diet)).toBeNull();
  });
});

it('answers are for those who need them', () => {
  const reads = (readers: 'organisers' | 'team') =>
    (['owner', 'organiser', 'door', null] as const).filter((role) => mayReadAnswers(role, { readers }));
  expect(reads('organisers')).toEqual(['owner', 'organiser']);
  expect(reads('team')).toEqual(['owner', 'organiser', 'door']);
});

it('answers are kept so many times 24 hours after the end', () => {
  expect(keptUntil({ kept_days: 14 }, { ends_at: new Date('2027-03-20T20:00Z') })).toEqual(
    new Date('2027-04-03T20:00Z'),
  );
});

describe('a question that is sent', () => {
  const sent = {
    label: 'Diet?',
    purpose: 'Food.',
    kind: 'choice',
    options: 'Vegan\n\n Everything \nVegan',
    kept_days: '7',
  };
  it('has each thing to choose from once, and is optional, open and for organisers unless told', () => {
    expect(readQuestion(sent)).toMatchObject({
      ok: true,
      value: {
        options: ['Vegan', 'Everything'],
        is_required: false,
        is_private: false,
        readers: 'organisers',
        kept_days: 7,
      },
    });
    expect(readQuestion({ ...sent, kind: 'text' })).toMatchObject({ ok: true, value: { options: [] } });
  });
  it.each([
    ['purpose', { purpose: ' ' }],
    ['label', { label: '' }],
    ['kind', { kind: 'number' }],
    ['options', { options: 'Only this' }],
    ['options', { options: Array.from({ length: 21 }, (_, n) => `no ${n}`).join('\n') }],
    ['options', { options: `a\n${'b'.repeat(81)}` }],
    ['kept_days', { kept_days: '0' }],
    ['kept_days', { kept_days: '367' }],
    ['readers', { readers: 'everybody' }],
  ])('is refused at %s', (field, wrong) => {
    const read = readQuestion({ ...sent, ...wrong });
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field]);
  });
});

describe('answers that are sent', () => {
  const one = { ...diet, question_id: '01890000-0000-7000-8000-000000000001' } as Question;
  const field = `q-${one.question_id}`;
  it.each<[string, Partial<Question>, string | undefined, string | null | 'refused']>([
    ['a choice', {}, 'Vegan', 'Vegan'],
    ['a choice nobody offered', {}, 'Steak', 'refused'],
    ['nothing where nothing must be', {}, '', null],
    ['nothing at all', {}, undefined, null],
    ['nothing where something must be', { is_required: true }, '', 'refused'],
    ['words', { kind: 'text' }, ' Nuts ', 'Nuts'],
    ['a novel', { kind: 'text' }, 'x'.repeat(501), 'refused'],
    ['blanks where words must be', { kind: 'text', is_required: true }, '  ', 'refused'],
    ['yes', { kind: 'yes_no' }, 'yes', 'yes'],
    ['maybe', { kind: 'yes_no' }, 'maybe', 'refused'],
  ])('%s', (_what, more, sent, expected) => {
    const read = readAnswers([{ ...one, ...more }], sent === undefined ? {} : { [field]: sent });
    expect(read.ok ? read.value[0]?.answer : 'refused').toBe(expected);
  });
});
