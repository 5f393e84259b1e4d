// What counts as a code, one address, a browser somebody recognises.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from '#kit/form.ts';
import { canonicalAddress } from './address.ts';
import { nameAgent } from './agent.ts';
import { maskAddress } from './change-address.ts';
import { askForm, profileForm } from './forms.ts';
import { isFresh, isToTouch, readCode, showCode } from './rules.ts';

describe('a code', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 123-456 ', '123456'],
    ['１２３４５６', '123456'],
    ['123.456', '123456'],
  ])('is read however it was typed: %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each(['', '12345', '1234567', '12345a', '-1.234', '0x1234', '1e5000'])('is not seen in %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('is read back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
        const code = number.toString().padStart(6, '0');
        expect(readCode(showCode(code))).toBe(code);
      }),
    );
  });
});

describe('an address', () => {
  it('is the same whatever the case of its ASCII letters', () => {
    expect(canonicalAddress('Ada@Example.ORG').key).toBe(canonicalAddress('ada@example.org').key);
    expect(canonicalAddress('Ada@Example.ORG').address).toBe('Ada@example.org');
  });

  it('is not taken for another one whose letters only look alike or lower to the same', () => {
    // The dotless i and the long s upper to I and S; the third has a letter of no width in it.
    for (const twin of ['m\u0131ke@example.org', 'mike\u017f@example.org', 'mi\u200bke@example.org']) {
      expect(canonicalAddress(twin).key).not.toBe(canonicalAddress('mike@example.org').key);
    }
    // The Kelvin sign *is* a K by Unicode's own rule, so it is mailed to the K it is taken for.
    expect(canonicalAddress('mi\u212Ae@example.org')).toEqual({ address: 'miKe@example.org', key: 'mike@example.org' });
  });

  it('is never compared as one mailbox and mailed as another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.domain(), (local, host) => {
        const { address, key } = canonicalAddress(`${local}@${host}`);
        expect(key).toBe(address.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
      }),
    );
  });

  it('is mailed to the very host it is compared by', () => {
    const { address, key } = canonicalAddress('ada@BÜCHER.example');
    expect(address).toBe('ada@xn--bcher-kva.example');
    expect(key).toBe(address);
  });

  it('is masked so that its owner still recognises it', () => {
    expect(maskAddress('ada.lovelace@example.org')).toBe('a…@example.org');
  });
});

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Mac',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      'Chrome',
      'ChromeOS',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Linux',
    ],
    ['curl/8.5.0', '', ''],
  ])('is named in two words: %s', (header, browser, system) => {
    expect(nameAgent(header)).toEqual({ browser, system });
  });

  it('keeps nothing of a header it does not recognise', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(Object.values(nameAgent(header)).join('').length).toBeLessThan(30);
      }),
    );
    expect(nameAgent(undefined)).toEqual({ browser: '', system: '' });
  });
});

describe('a form', () => {
  it('leads nowhere but to this server, whatever `next` says', () => {
    const tricks = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      ' /\t/evil.example',
      '/%0d%0aLocation:%20//evil.example/../..//evil.example',
      '/@evil.example',
      '/..//evil.example',
      '///evil.example',
      '/\r\nSet-Cookie: a=b',
      '/:80@evil.example',
    ];
    const check = (next: string) => {
      const read = readForm(askForm, { address: 'ada@example.org', next });
      if (!read.ok) throw new Error('the form should be fine');
      const { next: to } = read.value;
      expect(new URL(to, 'https://here.example').origin).toBe('https://here.example');
      expect(to).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
    };
    tricks.forEach(check);
    fc.assert(fc.property(fc.constantFrom(...tricks), fc.string(), (trick, more) => check(trick + more)));
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), check));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => check(`/${text}`)));
  });

  it('refuses an address that could not be written to', () => {
    for (const address of [
      'ada',
      'ada@',
      '@example.org',
      'a..b@example.org',
      '"a b"@example.org',
      'a@b@example.org',
      'ada@example.org\nBcc: eve@example.org',
    ]) {
      const read = readForm(askForm, { address });
      expect(read.ok, address).toBe(false);
    }
  });

  it('takes one name in any script, blank pronouns, and languages as they are written down', () => {
    const read = readForm(profileForm, {
      name: '山田 花子',
      pronouns: '',
      languages: 'English, 日本語;Deutsch、English',
      lang: 'de',
      zone: '',
    });
    expect(read.ok && read.value).toEqual({
      name: '山田 花子',
      pronouns: '',
      languages: ['English', '日本語', 'Deutsch'],
      lang: 'de',
      zone: null,
    });
    const wrong = readForm(profileForm, { name: '', lang: 'xx', zone: 'Mars/Olympus' });
    expect(!wrong.ok && Object.keys(wrong.errors).sort()).toEqual(['lang', 'name', 'zone']);
  });
});

describe('a session', () => {
  const at = new Date('2026-12-09T18:00:00Z');
  const later = (minutes: number) => at.getTime() + minutes * 60_000;

  it('is touched at most once an hour', () => {
    expect(isToTouch({ seen_at: at }, later(59))).toBe(false);
    expect(isToTouch({ seen_at: at }, later(61))).toBe(true);
  });

  it('is fresh for a quarter of an hour after a code', () => {
    expect(isFresh({ proved_at: at }, later(14))).toBe(true);
    expect(isFresh({ proved_at: at }, later(15))).toBe(false);
  });
});
