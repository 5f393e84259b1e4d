// Every table of the database as a type. Rooms add theirs by declaration merging: `interface Tables { 'events.event': … }`.
import type { Generated, Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely';

export type { Generated };

export interface Tables {
  /** Answers already given, kept by the request's key, so a resent request is answered and not repeated. */
  'kit.answer': { key: string; answer: unknown; created_at: Generated<Date> };
  /** Small facts the server keeps about itself. */
  'kit.fact': { name: string; value: unknown; changed_at: Generated<Date> };
}

export type Db = Kysely<Tables>;
/** A function that takes a `Tx` may only run inside a transaction. */
export type Tx = Transaction<Tables>;

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;
export type Change<T extends keyof Tables> = Updateable<Tables[T]>;
