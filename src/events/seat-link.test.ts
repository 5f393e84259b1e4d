// The signed link in a mail about a seat.
import { expect, test } from 'vitest';
import { newId } from '#kit/id.ts';
import { readSeatLink, seatLink } from './seat-link.ts';

const ground = { config: { origin: 'https://groups.example.org', secret: 'a secret for tests' } };

test('a link to a seat names one person at one evening, and nobody can make one', () => {
  const [event_id, other, person_id, stranger] = [
    newId<'events.event'>(),
    newId<'events.event'>(),
    newId<'people.person'>(),
    newId<'people.person'>(),
  ];
  const link = seatLink(ground, { group: 'kaigan', event: '2026-12-09' }, { event_id, person_id });
  expect(link).toMatch(/^https:\/\/groups\.example\.org\/g\/kaigan\/e\/2026-12-09\/mine\/[0-9a-f-]{36}\/[\w-]{43}$/);
  const [person, signature] = link.split('/').slice(-2) as [string, string];
  expect(readSeatLink(ground, event_id, { person, signature })).toBe(person_id);
  expect(readSeatLink(ground, other, { person, signature })).toBeNull();
  expect(readSeatLink(ground, event_id, { person: stranger, signature })).toBeNull();
  expect(readSeatLink(ground, event_id, { person, signature: '' })).toBeNull();
  expect(readSeatLink(ground, event_id, { person: 'x', signature })).toBeNull();
  expect(readSeatLink({ config: { ...ground.config, secret: 'another' } }, event_id, { person, signature })).toBeNull();
});
