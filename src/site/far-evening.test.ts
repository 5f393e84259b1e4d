// An evening far from where its group is at home stands on the day it is where it takes place.
import { expect, test } from 'vitest';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { evening, found } from './for-tests.ts';

const house = testHouse();

test('on the first page of its team and in the list of groups', async () => {
  const { db } = house;
  const mei = await makePerson(house, 'Mei');
  const group = await found(db, mei, 'Osaka Users', { place: 'Osaka', country: 'JP', zone: 'Asia/Tokyo' });
  // Seven in the evening of the 10th in Chicago, the 11th in Osaka.
  const starts = Temporal.Instant.from('2031-03-11T00:00:00Z');
  const now = Temporal.Instant.from('2031-03-01T00:00:00Z');
  house.setNow(now);
  const days = (starts.epochMilliseconds - now.epochMilliseconds) / 86_400_000;
  await evening(db, { ...group, zone: 'America/Chicago' }, mei, { title: 'On tour', days, now });
  const home = (await (await visit(house).as(mei)).get('/')).text;
  expect(home).toContain('Next: On tour, Mon 10 Mar');
  expect(home).not.toContain('11 Mar');
  const list = (await visit(house).get('/groups')).text;
  expect(list).toContain('10 Mar');
  expect(list).not.toContain('11 Mar');
});
