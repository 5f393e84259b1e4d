// Reading a list of groups: what each row says, and where that puts the group.
import { describe, expect, test } from 'vitest';
import { readGroups } from './read-groups.ts';
import { whereaboutsOf } from './whereabouts.ts';

const said = {
  name: 'A group',
  place: '',
  city: '',
  state: '',
  country: '',
  latitude: '',
  longitude: '',
  zone: '',
  language: '',
  website: null,
};

describe('where a group is', () => {
  test.each([
    [{ place: 'Tulsa, OK', latitude: '36.16', longitude: '-95.99' }, 'Tulsa, OK', 'US', 'America/Chicago', 'en'],
    [{ place: 'Jackson, Mississippi, USA' }, 'Jackson, Mississippi', 'US', 'America/Chicago', 'en'],
    [{ place: 'India, Surat' }, 'Surat', 'IN', 'Asia/Kolkata', 'en'],
    [{ place: 'Tbilisi, Georgia' }, 'Tbilisi', 'GE', 'Asia/Tbilisi', 'ka'],
    [{ place: 'Atlanta, Georgia, USA' }, 'Atlanta, Georgia', 'US', 'America/New_York', 'en'],
    [{ place: 'Ensenada, México', latitude: '31.9', longitude: '-116.6' }, 'Ensenada', 'MX', 'America/Tijuana', 'es'],
    [{ place: 'Osaka', latitude: '34.7', longitude: '135.5' }, 'Osaka', 'JP', 'Asia/Tokyo', 'ja'],
    [{ place: 'Singapore, Singapore' }, '', 'SG', 'Asia/Singapore', 'en'],
    [{ city: 'Seoul', country: 'Korea (South)' }, 'Seoul', 'KR', 'Asia/Seoul', 'ko'],
    [{ city: 'Albany', state: 'NY', country: 'us' }, 'Albany, NY', 'US', 'America/New_York', 'en'],
    [
      { city: 'Natal', country: 'Brazil', latitude: '-5.8', longitude: '-35.2' },
      'Natal',
      'BR',
      'America/Fortaleza',
      'pt-BR',
    ],
    [{ place: 'Taipei', country: 'Taiwan' }, 'Taipei', 'TW', 'Asia/Taipei', 'zh-Hant'],
    [{ zone: 'Europe/Vienna', language: 'de' }, '', null, 'Europe/Vienna', 'de'],
    [{ place: 'Prishtinë, Kosovo' }, 'Prishtinë, Kosovo', null, 'Europe/Belgrade', 'sq'],
    [{ name: 'Clouds of Malta', place: 'No location' }, '', 'MT', 'Europe/Malta', 'en'],
  ])('%j', (row, place, country, zone, language) => {
    expect(whereaboutsOf({ ...said, ...row })).toMatchObject({ place, country, zone, language });
  });

  test('coordinates that were looked up in the wrong country are dropped', () => {
    const uruguay = { latitude: '-34.74', longitude: '-56.23' };
    expect(whereaboutsOf({ ...said, place: 'La Paz, Bolivia', ...uruguay })).toMatchObject({
      country: 'BO',
      latitude: null,
      zone: 'America/La_Paz',
    });
    const switzerland = { latitude: '46.95', longitude: '7.44' };
    const website = 'https://example.doorkeeper.jp/';
    expect(whereaboutsOf({ ...said, place: 'Aizu', website, ...switzerland })).toMatchObject({
      country: 'JP',
      zone: 'Asia/Tokyo',
    });
  });

  test('coordinates in the very town that is named show that the country was wrong', () => {
    const where = whereaboutsOf({ ...said, place: 'Auckland, Australia', latitude: '-36.86', longitude: '174.72' });
    expect(where).toMatchObject({ country: 'NZ', zone: 'Pacific/Auckland' });
  });

  test('a place looked up from "No location" is no place, and a row that says nothing has none', () => {
    expect(whereaboutsOf({ ...said, place: 'No location', latitude: '59.9', longitude: '10.8' })).toBeNull();
    expect(whereaboutsOf({ ...said, latitude: '0', longitude: '0' })).toBeNull();
    expect(whereaboutsOf({ ...said, latitude: 'x', longitude: '400' })).toBeNull();
  });
});

describe('reading a list', () => {
  test('columns are found by name, whatever their order and spelling', () => {
    const read = readGroups(
      '\ufefflat;LON;Group Name;fullurl;City;Country;created\r\n52.5;13.4;" Some  &amp; Others ";meetup.com/de-DE/Some-Others/?utm_source=x;Berlin;Germany;2017-12-06\r\n',
    );
    expect(read.ok && read.rows[0]).toMatchObject({
      at: 'line 2',
      name: 'Some & Others',
      city: 'Berlin',
      website: 'https://www.meetup.com/Some-Others/',
      founded_on: '2017-12-06',
    });
  });

  test('a JSON list says lines, and entries where a line holds several', () => {
    const one = readGroups('[\n{"name":"A","urlname":"a-b"},\n{"name":""}]');
    expect(one.ok && one.rows[0]).toMatchObject({ at: 'line 2', website: 'https://www.meetup.com/a-b/' });
    expect(one.ok && one.bad).toEqual([{ at: 'line 3', because: 'it has no name' }]);
    const two = readGroups('[{"name":"A"},{"name":"B"},7,{"name":oops}]');
    expect(two.ok && two.rows.map((row) => row.at)).toEqual(['line 1, entry 1', 'line 1, entry 2']);
    expect(two.ok && two.bad.map((row) => row.because)).toEqual([
      'it is not an object with names and values',
      'it is not readable JSON',
    ]);
  });

  test('a file that is no list of groups is refused whole, in words', () => {
    expect(readGroups('')).toEqual({ ok: false, sentence: 'This file is empty.' });
    const read = readGroups('when,who\n1,2\n');
    expect(!read.ok && read.sentence).toContain("no column for a group's name");
    expect(!read.ok && read.sentence).toContain('when, who');
    expect(readGroups('{"a":1}')).toEqual({ ok: false, sentence: 'There is no list in this JSON file.' });
  });

  test('"never" is no day, and what is no address is said', () => {
    const read = readGroups('name,created,url\nA,1970-01-01,not an address\nB,2019-02-31,javascript:alert(1)\n');
    expect(read.ok && read.rows.map((row) => row.founded_on)).toEqual([null, null]);
    expect(read.ok && read.rows.map((row) => row.website)).toEqual([null, null]);
    expect(read.ok && read.rows[0]?.badAddress).toBe('not an address');
  });
});
