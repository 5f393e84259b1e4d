// A higher room hangs a piece on a lower room's page. Which piece hangs where stands in src/panels.ts, nowhere else.
import type { VNode } from 'preact';
import type { Db } from './tables.ts';
import type { View } from './view.ts';

/** Places where panels can hang, and what a panel there is told. Rooms add theirs by declaration merging. */
export interface PanelPlaces {}
export type PanelPlace = keyof PanelPlaces & string;

export type Panel<P extends PanelPlace> = (db: Db, view: View, about: PanelPlaces[P]) => Promise<VNode | null>;
export type Panels = { [P in PanelPlace]?: Panel<P>[] };

let hung: Panels = {};
let along: Readonly<Record<string, string>> = {};

/**
 * What panels must know each time the thing they hang on is read, by a name that begins with the room; rooms add theirs by
 * declaration merging. The lower room's statement reads it along, so that a piece most pages go without costs none of its own.
 */
export interface ReadAlong {}
/** By the name of the statement that reads it: an expression of SQL over that statement's aliases, which gives JSON. */
export type ReadAlongs = Record<string, { readonly [Name in keyof ReadAlong]?: string }>;

/** Hangs the panels, and has read along what they must know; called once when the program starts. */
export function connectPanels(panels: Panels, alongs: ReadAlongs = {}): void {
  hung = panels;
  along = Object.fromEntries(Object.entries(alongs).map(([statement, facts]) => [statement, objectOf(facts)]));
}

function objectOf(facts: ReadAlongs[string]): string {
  const pairs = Object.entries<string | undefined>(facts).map(([name, text]) => `'${name}', ${text}`);
  return `json_build_object(${pairs.join(', ')})`;
}

/** What a statement reads along: SQL for one JSON object, a `ReadAlong` of which any name may be missing. */
export function readAlong(statement: string): string {
  return along[statement] ?? `'{}'::json`;
}

/** The pieces that hang in a place, in order, each with at most one statement of its own. */
export async function panelsAt<P extends PanelPlace>(
  place: P,
  db: Db,
  view: View,
  about: PanelPlaces[P],
): Promise<VNode[]> {
  const panels = hung[place];
  if (!panels) return [];
  const made = await Promise.all(panels.map((panel) => panel(db, view, about)));
  return made.filter((piece) => piece !== null);
}
