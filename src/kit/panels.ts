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

/** Hangs the panels; called once when the program starts. */
export function connectPanels(panels: Panels): void {
  hung = panels;
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
