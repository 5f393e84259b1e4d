// Land and borders as drawn lines, from Natural Earth (public domain) as the package world-atlas brings it: nothing is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { remembered } from '#kit/remembered.ts';
import { type At, frameOf, writeAt } from './frame.ts';

/** As the `d` of SVG paths, in the units of the frame, to the whole unit. */
export type Drawn = { land: string; borders: string };

/** Below this many degrees the coarse coast looks like a mistake, and what is seen of the fine one is little enough. */
const FINE_BELOW = 15;

/** Land and borders in a frame; worked out once and kept: up to 0.15 s for a view nobody has looked at yet. */
export const drawAtlas = remembered(
  (at: At): Drawn => {
    const { projection, circle } = frameOf(at);
    const { land, borders } = circle && circle.degrees < FINE_BELOW ? fine() : coarse();
    const path = geoPath(projection.precision(0.5)).digits(0);
    return { land: path(land) ?? '', borders: path(borders) ?? '' };
  },
  (at) => writeAt(at) ?? '',
  200,
);

type Lines = { land: ReturnType<typeof feature>; borders: ReturnType<typeof mesh> };

const coarse = once('countries-110m.json');
const fine = once('countries-50m.json');

function once(file: string): () => Lines {
  let read: Lines | undefined;
  return () => {
    read ??= open(file);
    return read;
  };
}

function open(file: string): Lines {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    land: GeometryCollection;
    countries: GeometryCollection;
  }>;
  const { land, countries } = atlas.objects;
  return { land: feature(atlas, land), borders: mesh(atlas, countries, (one, other) => one !== other) };
}
