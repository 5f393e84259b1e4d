// A room says what happened, inside the transaction that did it. Who hears it stands in src/reactions.ts, nowhere else.
import type { Tx } from './tables.ts';

/** What can be announced, by name. Rooms add theirs by declaration merging. */
export interface Announcements {}
export type Announcement = keyof Announcements & string;

export type Reaction<A extends Announcement> = (tx: Tx, what: Announcements[A]) => Promise<void>;
export type Reactions = { [A in Announcement]?: Reaction<A>[] };

let heard: Reactions = {};

/** Connects the switchboard; called once when the program starts. */
export function connectReactions(reactions: Reactions): void {
  heard = reactions;
}

/** Tells every room that listens, in order. Each reaction joins `tx`; if one throws, nothing happened. */
export async function announce<A extends Announcement>(tx: Tx, name: A, what: Announcements[A]): Promise<void> {
  for (const react of heard[name] ?? []) await react(tx, what);
}
