// How many a room holds, when the next evening is planned like the last one and in another house.
import { expect, it } from 'vitest';
import type { Values } from '#kit/form.ts';
import { patternShape } from './pattern.ts';
import { planValues, withRoom } from './plan-form.ts';

const pattern = patternShape.parse({
  starts: '18:00',
  minutes: 120,
  place_name: 'Harbor Building',
  venue_id: 'harbor',
  room_capacity: 149,
  cap: 180,
});
type Venue = Parameters<typeof withRoom>[2];
const venue = (venue_id: string, capacity: number | null) => ({ venue_id, capacity }) as Venue;
const as = (typed: Values, held: Venue) => {
  const { room_capacity, cap } = withRoom({ ...planValues(pattern, null), ...typed }, pattern, held);
  return [room_capacity, cap];
};

it.each([
  ['there again, as last time', {}, venue('harbor', 149), ['149', '180']],
  ['what the other house holds, and no more seats than that', {}, venue('cellar', 40), ['40', '40']],
  ['nobody’s guess where the other house does not say', {}, venue('attic', null), ['', '180']],
  ['nobody’s guess at a place that was typed', { place_name: 'Elsewhere' }, null, ['', '180']],
  ['what somebody typed', { room_capacity: '35', cap: '50' }, venue('cellar', 40), ['35', '50']],
] as const)('is %s', (_, typed, held, expected) => {
  expect(as(typed, held)).toEqual(expected);
});
