// What a map shows, from groups and an address: its frame, its spots, and the same groups as a list.
import type { Search } from '../forms.ts';
import { type At, around, type Frame, frameOf, type Point, placeIn } from './frame.ts';
import { gather, type Placed, type Spot } from './gather.ts';
import type { MappedGroup } from './mapped-groups.ts';
import { regionOf } from './regions.ts';

export type MapSearch = Pick<Search, 'q' | 'country'> & { at: At };
export type Located = MappedGroup & Point;

export type MapView = {
  frame: Frame;
  spots: Spot<Located>[];
  /** Those in the frame and those that belong there but say no more than their country. */
  listed: MappedGroup[];
  /** How many of the listed are not on the map. */
  unplaced: number;
  /** All that fit the search, wherever. */
  total: number;
};

/** A search without a place of its own is shown where its groups are. */
export function mapView(groups: readonly MappedGroup[], search: MapSearch): MapView {
  const located = groups.filter(isLocated);
  const at = search.at ?? (search.q || search.country ? around(located, 4) : null);
  const frame = frameOf(at);
  const inside = new Map<MappedGroup, Placed<Located>>();
  for (const group of located) {
    const place = placeIn(frame, group);
    if (place) inside.set(group, { ...place, it: group });
  }
  const belongs = belongsTo(at, search);
  const listed = groups.filter((group) => inside.has(group) || (!isLocated(group) && belongs(group)));
  return {
    frame,
    spots: gather([...inside.values()]),
    listed,
    unplaced: listed.length - inside.size,
    total: groups.length,
  };
}

/** Whether a group without coordinates is listed: in its part of the world, in the whole world, in its country. */
function belongsTo(at: At, { at: asked }: MapSearch): (group: MappedGroup) => boolean {
  if (typeof at === 'string') return ({ country }) => country !== null && regionOf(country) === at;
  return () => asked === null;
}

function isLocated(group: MappedGroup): group is Located {
  return group.latitude !== null && group.longitude !== null;
}
