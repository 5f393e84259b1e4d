// What this room does when an evening goes, and when a person wants their part of it, or leaves.
import type { Reaction } from '#kit/announce.ts';

/** A draft that is thrown away takes what was typed for its slides along. */
export const letGoOfDraft: Reaction<'events.discarded'> = async (tx, { event }) => {
  const { group_id, event_id } = event;
  await tx.deleteFrom('tonight.opener').where('group_id', '=', group_id).where('event_id', '=', event_id).execute();
};
