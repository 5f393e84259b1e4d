// Texts as parts of addresses: letters with marks, other scripts, and where a long one is cut.
import { expect, test } from 'vitest';
import { isMostlyLatin, slugText } from './slug-text.ts';

test.each([
  ['Lakeside Cloud Users', 'en', 'lakeside-cloud-users'],
  ['AWS  User Group Timișoara', 'ro', 'aws-user-group-timisoara'],
  ['Nürnberger Käse & Code', 'de', 'nuernberger-kaese-und-code'],
  ['Nürnberg', 'en', 'nurnberg'],
  ['Łódź Straße Ærø', 'pl', 'lodz-strasse-aero'],
  ["R-Ladies St. John's", 'en', 'r-ladies-st-johns'],
  ['C++ London', 'en', 'c-plus-plus-london'],
  ['東京', 'ja', ''],
  ['../../etc/passwd', 'en', 'etc-passwd'],
])('%s (%s) reads %s in an address', (name, language, slug) => {
  expect(slugText(name, language)).toBe(slug);
});

test('a long name is cut between words', () => {
  const slug = slugText('The quite extraordinarily long named user group of a small town', 'en');
  expect(slug.length).toBeLessThanOrEqual(46);
  expect(slug).toBe('the-quite-extraordinarily-long-named-user');
});

test.each([
  ['勉強会 #12 Kubernetes', true],
  ['梅田ビル C', false],
  ['42', true],
])('%s is mostly Latin: %s', (text, is) => {
  expect(isMostlyLatin(text)).toBe(is);
});
