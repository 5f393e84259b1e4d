// Every word in every language: the same keys, the same arguments, none empty, none unused, and German says "du".
import { describe, expect, it } from 'vitest';
import { languages } from '#kit/words.ts';
import { argumentsOf, catalogues, forgottenArguments, formalAddress, saidIn, unusedKeys } from './house/catalogues.ts';
import { readHouse } from './house/source.ts';

const sources = readHouse(['src']);
const all = catalogues(sources);
const others = languages.filter((lang) => lang !== 'en');

/** The same in both languages, and meant so. */
const alike: Record<string, string> = {};

describe.each(all)('the words of $name', ({ name, room, texts }) => {
  const english = texts.en ?? {};

  it('are there in every language, with the same keys in the same order', () => {
    expect(Object.keys(texts).sort()).toEqual([...languages].sort());
    for (const lang of others) expect(Object.keys(texts[lang] ?? {})).toEqual(Object.keys(english));
  });

  it('can be read, and ask for the same in every language', () => {
    for (const lang of others) {
      const different = Object.entries(english).flatMap(([key, message]) => {
        const [here, there] = [argumentsOf(message), argumentsOf(texts[lang]?.[key] ?? '')];
        return here.join() === there.join() ? [] : [{ key, here, there }];
      });
      expect(different).toEqual([]);
    }
  });

  it('are never empty, and never left in English', () => {
    for (const lang of languages) {
      const messages = Object.entries(texts[lang] ?? {});
      expect(
        messages.filter(([, message]) => message.trim() === '' || message !== message.trim()).map(([key]) => key),
      ).toEqual([]);
    }
    for (const lang of others) {
      const same = Object.entries(english).filter(
        ([key, message]) =>
          texts[lang]?.[key] === message && /\p{L}+\s\p{L}+\s\p{L}+/u.test(message.replace(/\{[^}]*\}/g, '')),
      );
      expect(same.map(([key]) => `${name}: ${key}`).filter((key) => !(key in alike))).toEqual([]);
    }
  });

  it('are all said somewhere', () => {
    // Why a field was refused is said by any room's form.
    const said = saidIn(sources, name === 'ui/form' ? undefined : [room]);
    expect(unusedKeys(Object.keys(english), said)).toEqual([]);
  });

  it('say "du" in German', () => {
    const formal = Object.entries(texts.de ?? {}).flatMap(([key, message]) => {
      const found = formalAddress(message);
      return found ? [`${key}: ${found}`] : [];
    });
    expect(formal).toEqual([]);
  });
});

describe('between words and source', () => {
  it('no call leaves out what a message asks for', () => {
    expect(forgottenArguments(sources, all)).toEqual([]);
  });

  it('every code a form can refuse with has words', () => {
    const form = all.find(({ name }) => name === 'ui/form')?.texts.en ?? {};
    const codes = [...saidIn(sources.filter(({ path }) => path === 'src/kit/form.ts')).texts].filter((text) =>
      /^form\.\w/.test(text),
    );
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => !(code in form))).toEqual([]);
  });

  it('there is a catalogue for every room that has pages', () => {
    expect(all.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ui', 'ui/form', 'people', 'groups', 'events', 'site']),
    );
  });
});

describe('what is looked for is found', () => {
  it('an argument of another name, of another kind, or inside a choice', () => {
    expect(argumentsOf('{n, plural, one {# seat for {name}} other {# seats}}')).toEqual(['n: number', 'name: text']);
    expect(argumentsOf('{n} seats')).toEqual(['n: text']);
    expect(argumentsOf('{who, select, you {you} other {them}}')).toEqual(['who: one of other, you']);
  });

  it('a key nobody says, beside one said as it stands and one put together', () => {
    const text = `// X.\nt('seat.taken');\nt(\`kind.\${kind}\`);\nt('state.' + state);`;
    const said = saidIn([{ path: 'src/events/x.ts', text }], ['events']);
    expect(unusedKeys(['seat.taken', 'kind.online', 'state.open', 'seat.lost'], said)).toEqual(['seat.lost']);
    expect(unusedKeys(['seat.taken'], saidIn([{ path: 'src/groups/x.ts', text }], ['events']))).toEqual(['seat.taken']);
  });

  it('an argument that was forgotten', () => {
    const catalogue = { name: 'events', room: 'events', texts: { en: { 'seats.left': '{n} seats left' } } };
    const look = (call: string) =>
      forgottenArguments([{ path: 'src/events/x.ts', text: `// X.\n${call}` }], [catalogue]);
    expect(look("t('seats.left');")).toHaveLength(1);
    expect(look("t('seats.left', { m: 3 });")).toHaveLength(1);
    expect(look("t('seats.left', { n: 3 });")).toEqual([]);
    expect(look("t('seats.left', args);")).toEqual([]);
  });

  it('"Sie" said to somebody, and not "sie" said of somebody', () => {
    expect(formalAddress('Bitte geben Sie Ihre Adresse ein.')).not.toBeNull();
    expect(formalAddress('Wir haben Ihnen geschrieben.')).not.toBeNull();
    expect(formalAddress('Prüfen Sie das.')).not.toBeNull();
    expect(formalAddress('Du hast einen Platz. Sie warten noch.')).toBeNull();
    expect(formalAddress('Sie erfahren es zuerst, und wir schreiben ihnen.')).toBeNull();
  });
});
