// Everything the house knows about a person, for themselves.
import { announce } from '#kit/announce.ts';
import type { CalendarEvent } from '#kit/ics.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { profileOf, sessionsOf } from './queries.ts';

export type Everything = { exported_at: string; rooms: Record<string, unknown>; calendar: CalendarEvent[] };

/** Each room adds its part under its own name. Secrets (token and code hashes) are not part of it; what is theirs and lies sealed is opened with `secret`. */
export async function exportPerson(
  tx: Tx,
  person_id: Id<'people.person'>,
  now: Instant,
  secret: string,
): Promise<Everything> {
  const rooms: Record<string, unknown> = {};
  const calendar: CalendarEvent[] = [];
  rooms.people = { person: await profileOf(tx, person_id), sessions: await sessionsOf(tx, person_id, now) };
  rooms.mail = await tx
    .selectFrom('kit.mail')
    .select(['template', 'to_address', 'state', 'created_at', 'sent_at'])
    .where('person_id', '=', person_id)
    .orderBy('mail_id')
    .execute();
  await announce(tx, 'people.export', { person_id, into: rooms, calendar, secret });
  return { exported_at: now.toString(), rooms, calendar };
}
