// Which piece of the world a map shows: all of it, a part with a name, or a circle around a point.
import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import { type Circle, type RegionName, regionNames, regionViews } from './regions.ts';

export type Point = { latitude: number; longitude: number };
/** What an address asks for; null is the whole world. */
export type At = RegionName | Circle | null;

export type Frame = {
  at: At;
  /** Null for the whole world. */
  circle: Circle | null;
  /** In the units of the drawing: as many as are readable on a phone. */
  width: number;
  height: number;
  projection: GeoProjection;
};

/** A circle takes one of these radii, so that views are shared by whoever looks there. */
const ladder = [1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48];
const WIDTH = 640;
/** Without Antarctica, where nobody meets. */
const WORLD_HEIGHT = 284;
const CIRCLE_HEIGHT = 420;

/** `europe`, or `51.3,12.4,6`; anything else is the whole world. */
export function readAt(text: unknown): At {
  if (typeof text !== 'string') return null;
  const region = regionNames.find((name) => name === text);
  if (region) return region;
  const [, latitude, longitude, degrees] =
    /^(-?\d{1,2}(?:\.\d)?),(-?\d{1,3}(?:\.\d)?),(\d{1,2}(?:\.5)?)$/.exec(text)?.map(Number) ?? [];
  if (latitude === undefined || longitude === undefined || degrees === undefined) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return circleOf({ latitude, longitude }, degrees);
}

/** The same, to stand in an address. */
export function writeAt(at: At): string | null {
  if (at === null || typeof at === 'string') return at;
  return `${at.latitude},${at.longitude},${at.degrees}`;
}

/** A tidy circle of at least so many degrees. */
export function circleOf({ latitude, longitude }: Point, degrees: number): Circle {
  const tenth = (value: number) => Math.round(value * 10) / 10 + 0;
  return {
    latitude: tenth(latitude),
    longitude: tenth(longitude),
    degrees: ladder.find((step) => step >= degrees - 0.01) ?? (ladder.at(-1) as number),
  };
}

/** Half or double the circle around the same point; null when there is none, or the world is wider. */
export function step(circle: Circle, by: 'closer' | 'wider'): Circle | null {
  const wanted = by === 'wider' ? circle.degrees * 2 : circle.degrees / 2;
  const [closest, widest] = [ladder[0] as number, ladder.at(-1) as number];
  if (by === 'closer' ? circle.degrees <= closest : circle.degrees >= widest) return null;
  return circleOf(circle, Math.min(wanted, widest));
}

/** The smallest circle of the ladder with all points in it; null, the world, when they are far apart or there are none. */
export function around(points: readonly Point[], least = 1.5): Circle | null {
  if (points.length === 0) return null;
  const middle = middleOf(points);
  const far = Math.max(...points.map((point) => (geoDistance(pair(middle), pair(point)) * 180) / Math.PI));
  const wanted = Math.max(far * 1.15, least);
  return wanted > (ladder.at(-1) as number) ? null : circleOf(middle, wanted);
}

/** What of the world lies within an address: its circle on the globe, or the whole world. */
export function frameOf(at: At): Frame {
  const circle = typeof at === 'string' ? regionViews[at] : at;
  if (!circle) {
    const projection = geoEqualEarth().fitWidth(WIDTH - 4, { type: 'Sphere' });
    const [x, y] = projection.translate();
    projection.translate([x + 2, y + 2]).clipExtent(boxOf(WORLD_HEIGHT));
    return { at, circle: null, width: WIDTH, height: WORLD_HEIGHT, projection };
  }
  const half = CIRCLE_HEIGHT / 2;
  const projection = geoAzimuthalEqualArea()
    .rotate([-circle.longitude, -circle.latitude])
    .scale(half / (2 * Math.sin((circle.degrees * Math.PI) / 360)))
    .translate([WIDTH / 2, half])
    // What lies far outside need not be worked out.
    .clipAngle(Math.min(150, circle.degrees * 2.2))
    .clipExtent(boxOf(CIRCLE_HEIGHT));
  return { at, circle, width: WIDTH, height: CIRCLE_HEIGHT, projection };
}

/** A little more than is seen, so that no coast is drawn along the edge. */
function boxOf(height: number): [[number, number], [number, number]] {
  return [
    [-3, -3],
    [WIDTH + 3, height + 3],
  ];
}

/** Where a point comes to lie; null outside of the frame. */
export function placeIn(frame: Frame, point: Point): { x: number; y: number } | null {
  const { circle, projection, width, height } = frame;
  if (circle && geoDistance(pair(circle), pair(point)) > Math.min(150, circle.degrees * 2.2) * (Math.PI / 180))
    return null;
  const at = projection(pair(point));
  if (!at) return null;
  const [x, y] = at;
  return x >= 0 && y >= 0 && x <= width && y <= height ? { x, y } : null;
}

/** On the sphere, so that Fiji and Samoa have their middle between them and not in Africa. */
function middleOf(points: readonly Point[]): Point {
  let [x, y, z] = [0, 0, 0];
  for (const point of points) {
    const [latitude, longitude] = [(point.latitude * Math.PI) / 180, (point.longitude * Math.PI) / 180];
    x += Math.cos(latitude) * Math.cos(longitude);
    y += Math.cos(latitude) * Math.sin(longitude);
    z += Math.sin(latitude);
  }
  return { latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, longitude: (Math.atan2(y, x) * 180) / Math.PI };
}

function pair({ latitude, longitude }: Point): [number, number] {
  return [longitude, latitude];
}
