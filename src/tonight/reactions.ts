// What this room does when an evening goes, and when a person wants their part of it, or leaves.
import { sql } from 'kysely';
import type { Reaction } from '#kit/announce.ts';

/** A draft that is thrown away takes what was typed for its slides along. */
export const letGoOfDraft: Reaction<'events.discarded'> = async (tx, { event }) => {
  const { group_id, event_id } = event;
  await tx.deleteFrom('tonight.opener').where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
  await tx.deleteFrom('tonight.delay').where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
};

/** Which evenings' guests a person thanked. */
export const exportPerson: Reaction<'people.export'> = async (tx, { person_id, into }) => {
  const thanks = await sql<{ group: string; evening: string; text: string; sent_at: Date }>`
    select g.slug as "group", e.slug as evening, x.text, x.sent_at from tonight.thanks x
    join events.event e on e.group_id = x.group_id and e.event_id = x.event_id
    join groups."group" g on g.group_id = x.group_id
    where x.sent_by = ${person_id} order by x.sent_at`.execute(tx);
  into.tonight = { thanks: thanks.rows };
};

/** What was sent stays and forgets who sent it. */
export const erasePerson: Reaction<'people.erased'> = async (tx, { person_id }) => {
  await tx.updateTable('tonight.thanks').set({ sent_by: null }).where('sent_by', '=', person_id).execute();
};
