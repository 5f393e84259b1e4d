// What of a room's tables goes along when its rows leave this server. Each room says it of its own tables, on one page of
// its own; src/archives.ts lists the rooms. test/schema.test.ts fails while a table says nothing.
import type { Row, Tables, Tx } from './tables.ts';
import type { Instant } from './time.ts';

type Table = keyof Tables & string;
type Column<T extends Table> = keyof Row<T> & string;

/** A row as JSON: instants as ISO text, bytes as `\x…`. */
export type JsonRow = Record<string, unknown>;

/** What a row that comes in is told of where it comes to. */
export type Destination = {
  group_id: string;
  /** The address it gets here, and the one it had where it comes from. */
  slug: string;
  old_slug: string;
  now: Instant;
};

type How<T extends Table> = {
  /** The id a row of this table makes; it stays the same where it is free. */
  id?: Column<T>;
  /** Columns that name a row of another travelling table, by that table. */
  of?: { [C in Column<T>]?: Table };
  /**
   * Columns that name somebody. `with`: the row goes where they go, and they go because of it. `blank`: emptied when they do
   * not go. `kept`: stays, and then names nobody.
   */
  people?: { [C in Column<T>]?: 'with' | 'blank' | 'kept' };
  /** Columns that name what no group owns. They stay as they are; `settle` sees to it that what they name is there. */
  shared?: readonly Column<T>[];
  /** SQL over the row `t`: somebody who never proved their address goes because of it. Without it nobody does. */
  unproved?: string;
  /** SQL over the row `t`: whoever goes because of such rows alone goes without the name they gave themselves. */
  unnamed?: string;
  /** SQL over the row `t`: which rows go; all of them without it. */
  only?: string;
  /** Columns left behind, and why. What needs a value is given one by `arrive`, or has a default. */
  without?: { [C in Column<T>]?: string };
  /** What the database does not check by itself and a form would; never asked about null. */
  checks?: { [C in Column<T>]?: (value: unknown) => boolean };
  /** A row whose key is taken here by others stays out, and the rest still comes in. */
  whereFree?: boolean;
  /** Last word on a row that comes in; null: it is not one of ours. */
  arrive?: (row: JsonRow, destination: Destination) => JsonRow | null | Promise<JsonRow | null>;
};

export type Travelling = {
  table: Table;
  id: string | undefined;
  of: Readonly<Record<string, Table>>;
  people: Readonly<Record<string, 'with' | 'blank' | 'kept'>>;
  shared: readonly string[];
  unproved: string | undefined;
  unnamed: string | undefined;
  only: string | undefined;
  without: Readonly<Record<string, string>>;
  checks: Readonly<Record<string, (value: unknown) => boolean>>;
  whereFree: boolean;
  arrive: How<Table>['arrive'];
};
export type Staying = { table: Table; because: string };

export type RoomTravels = {
  /** In the order they are written: what is pointed to first. */
  tables: readonly (Travelling | Staying)[];
  /** After all rows are there, in the same transaction: what follows from them. */
  settle?: (tx: Tx, destination: Destination) => Promise<void>;
};

/** A table that goes along. */
export function travels<T extends Table>(table: T, how: How<T> = {}): Travelling {
  const {
    id,
    of = {},
    people = {},
    shared = [],
    unproved,
    unnamed,
    only,
    without = {},
    checks = {},
    whereFree = false,
    arrive,
  } = how;
  return { table, id, of, people, shared, unproved, unnamed, only, without, checks, whereFree, arrive } as Travelling;
}

/** A table that stays, and why. */
export function stays(table: Table, because: string): Staying {
  return { table, because };
}

let declared: readonly RoomTravels[] = [];

/** Hands over what the rooms said; called once when the program starts. */
export function connectTravels(rooms: readonly RoomTravels[]): void {
  declared = rooms;
}

/** What each room said, low to high. */
export function declaredTravels(): readonly RoomTravels[] {
  return declared;
}

/** Whether a table goes along. */
export function isTravelling(one: Travelling | Staying): one is Travelling {
  return !('because' in one);
}
