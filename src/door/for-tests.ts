// Phones at the door, without a screen: paired by a code, sending what they saw.
import { randomUUID } from 'node:crypto';
import { type TestHouse, type Visitor, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import type { Scan } from './merge-rules.ts';
import type { SyncAnswer } from './sync.ts';

export type Evening = { world: World; event: Awaited<ReturnType<typeof makeEvent>>; people: string[]; at: string };

/** An evening that begins in an hour, with these on the list. */
export async function evening(house: TestHouse, names: string[], room_capacity: number | null = null) {
  const world = await makeGroup(house);
  const wish = { inDays: 1 / 24, closesHours: 0, cap: 100, plus_ones: 3, room_capacity };
  const event = await makeEvent(house, world, wish);
  const people = await seatPeople(house, event, names);
  return { world, event, people, at: `/g/${world.group.slug}/e/${event.slug}/door` };
}

/** Six figures from the organisers' page, typed on another phone. */
export async function pairedPhone(house: TestHouse, { world, at }: Evening, name: string): Promise<Visitor> {
  const organiser = await visit(house).as(world.organiser);
  const page = await organiser.post(`${at}/code`);
  const code = /class="door-code">\s*(\d{3}) (\d{3})/.exec(page.body)?.slice(1).join('') ?? '';
  const phone = visit(house);
  const paired = await phone.post('/door', { code, name });
  if (paired.location !== '/door') throw new Error(`not paired: ${paired.text}`);
  return phone;
}

export type Sent = Partial<Scan> & { kind: Scan['kind'] };

/** A scan as a phone sends it. */
export function scan(kind: Scan['kind'], more: Record<string, unknown> = {}) {
  return { scan_id: randomUUID(), kind, heads: 1, party: 1, at: Date.now(), ...more };
}

/** Sends scans and hears the answer; a refusal throws with its code. */
export async function sync(
  phone: Visitor,
  scans: unknown[] = [],
  more: { after?: number; guests_since?: string | null; fetched?: string[] } = {},
): Promise<SyncAnswer> {
  const body = Buffer.from(JSON.stringify({ after: 0, scans, ...more }));
  const answer = await phone.post('/door/sync', body, { 'content-type': 'application/json' });
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.parse(answer.body).refused}`);
  return JSON.parse(answer.body) as SyncAnswer;
}
