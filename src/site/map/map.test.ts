// The map: what an address asks for, what lies together, and the page with two thousand groups on it.
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareKey } from '#kit/compare-key.ts';
import { newId } from '#kit/id.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { drawAtlas } from './atlas.ts';
import { around, frameOf, placeIn, readAt, step, writeAt } from './frame.ts';
import { APART, gather, radiusOf } from './gather.ts';
import { mapView } from './map-view.ts';
import type { MappedGroup } from './mapped-groups.ts';
import { regionNames, regionOf } from './regions.ts';

const leipzig = { latitude: 51.34, longitude: 12.37 };
const osaka = { latitude: 34.69, longitude: 135.5 };

describe('which piece of the world', () => {
  test.each([
    ['europe', 'europe'],
    ['51.3,12.4,6', { latitude: 51.3, longitude: 12.4, degrees: 6 }],
    ['51.3,12.4,7', { latitude: 51.3, longitude: 12.4, degrees: 8 }],
    ['-33,-180,48', { latitude: -33, longitude: -180, degrees: 48 }],
    ['91,0,6', null],
    ['51.3,12.4', null],
    ['51.34,12.4,6', null],
    ['atlantis', null],
    [['europe'], null],
    [undefined, null],
  ])('%j', (text, at) => {
    expect(readAt(text)).toEqual(at);
    expect(readAt(writeAt(readAt(text)))).toEqual(at);
  });

  test('a circle holds its points and no world more', () => {
    const circle = around([leipzig, { latitude: 48.1, longitude: 11.6 }]);
    expect(circle).toMatchObject({ degrees: 2 });
    for (const point of [leipzig, { latitude: 48.1, longitude: 11.6 }])
      expect(placeIn(frameOf(circle), point)).not.toBeNull();
    expect(placeIn(frameOf(circle), osaka)).toBeNull();
    expect(around([leipzig, osaka, { latitude: -33.9, longitude: 18.4 }])).toBeNull();
    expect(around([])).toBeNull();
  });

  test('the middle between Fiji and Samoa lies between them, over the date line', () => {
    const circle = around([
      { latitude: -18, longitude: 178 },
      { latitude: -14, longitude: -172 },
    ]);
    expect(Math.abs(circle?.longitude ?? 0)).toBeGreaterThan(170);
  });

  test('closer and wider end somewhere', () => {
    expect(step({ ...leipzig, degrees: 6 }, 'closer')).toMatchObject({ degrees: 3 });
    expect(step({ ...leipzig, degrees: 1.5 }, 'closer')).toBeNull();
    expect(step({ ...leipzig, degrees: 48 }, 'wider')).toBeNull();
  });

  test('every part of the world is drawn, and towns lie in theirs', () => {
    for (const name of regionNames) expect(drawAtlas(name).land.length).toBeGreaterThan(1000);
    expect(placeIn(frameOf(regionOf('DE')), leipzig)).not.toBeNull();
    expect(placeIn(frameOf(regionOf('JP')), osaka)).not.toBeNull();
    expect(placeIn(frameOf(regionOf('BR')), leipzig)).toBeNull();
    expect(placeIn(frameOf(null), osaka)).not.toBeNull();
  });
});

describe('what lies together', () => {
  test('no two spots are closer than a finger, and nobody is lost', () => {
    const placed = Array.from({ length: 2000 }, (_, n) => ({ x: (n * 37) % 640, y: (n * 91) % 284, it: n }));
    const spots = gather(placed);
    expect(spots.flatMap(({ all }) => all).sort((a, b) => a - b)).toEqual(placed.map(({ it }) => it));
    for (const [i, one] of spots.entries()) {
      for (const other of spots.slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(APART - 0.001);
      }
    }
  });

  test('a spot grows with what it holds, and never into its neighbour', () => {
    expect(radiusOf(1)).toBeLessThan(radiusOf(20));
    expect(radiusOf(100_000) * 2).toBeLessThanOrEqual(APART);
  });
});

describe('what is listed below', () => {
  const group = (name: string, more: Partial<MappedGroup>): MappedGroup => ({
    ...{ slug: name, name, place: '', country: null, latitude: null, longitude: null, color: '#336699' },
    ...more,
  });
  const groups = [
    group('Leipzig', { ...leipzig, country: 'DE' }),
    group('Somewhere in Germany', { country: 'DE' }),
    group('Osaka', { ...osaka, country: 'JP' }),
    group('Nowhere', {}),
  ];
  const names = (at: ReturnType<typeof readAt>) =>
    mapView(groups, { q: '', country: null, at }).listed.map(({ name }) => name);

  test('in the world everybody, in a part of it who belongs there, in a circle who is in it', () => {
    expect(names(null)).toHaveLength(4);
    expect(names('europe')).toEqual(['Leipzig', 'Somewhere in Germany']);
    expect(names({ ...leipzig, degrees: 6 })).toEqual(['Leipzig']);
  });

  test('a search without a place goes where its groups are', () => {
    const map = mapView(groups.slice(0, 2), { q: '', country: 'DE', at: null });
    expect(map.frame.circle).toMatchObject({ latitude: 51.3, degrees: 4 });
    expect(map).toMatchObject({ total: 2, unplaced: 1 });
  });
});

describe('the page', () => {
  const house = testHouse();
  const page = (path: string) => visit(house).get(path);

  test('says what to do when there is no group yet', async () => {
    // In a language nobody asks for below: a page is kept for a moment.
    const map = await visit(house).get('/map', { 'accept-language': 'de' });
    expect(map.status).toBe(200);
    expect(map.links).toContain('/start');
  });

  describe('with two thousand groups', () => {
    beforeAll(async () => {
      const rows = Array.from({ length: 2000 }, (_, n) => {
        const name = `${['Cloud', 'Data', 'Rust', 'Agile', 'Design'][n % 5]} Users ${n.toString(36)}`;
        return {
          ...{ group_id: newId<'groups.group'>(), slug: `users-${n}`, name, place: `Town ${n % 700}`, website: null },
          ...{
            name_key: compareKey(name),
            place_key: `town ${n % 700}`,
            zone: 'UTC',
            language: 'en',
            color: '#336699',
          },
          country: ['DE', 'JP', 'BR', 'US', 'IN', 'ZA', 'AU'][n % 7] as string,
          latitude: n % 10 === 0 ? null : ((n * 7.31) % 130) - 55,
          longitude: n % 10 === 0 ? null : ((n * 13.7) % 360) - 180,
          ...{ mark_kind: null, mark_hash: null, conduct_version: null, created_at: new Date() },
        };
      });
      await house.db.insertInto('groups.group').values(rows).execute();
    });

    test('is light, and every group can be reached from it without the map', async () => {
      const { body, links, text } = await page('/map');
      expect(text).toContain('2,000 groups here');
      expect(text).toContain('200 of them have not said exactly where they are');
      for (const n of [0, 1, 1999]) expect(links).toContain(`/g/users-${n}`);
      expect(gzipSync(body).length).toBeLessThan(100_000);
    });

    test('each spot is a link that says what is there', async () => {
      const { body } = await page('/map?at=europe');
      const spots = [...body.matchAll(/<a class="site-map-(?:one|many)" href="([^"]+)" aria-label="([^"]+)"/g)];
      expect(spots.length).toBeGreaterThan(5);
      for (const [, href, label] of spots) {
        expect(href).toMatch(/^(\/g\/users-|\/map\?at=|#groups)/);
        expect(label).toMatch(/Town \d+/);
      }
      const closer = spots.find(([, href]) => href?.startsWith('/map'))?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect((await page(closer)).status).toBe(200);
    });

    test('a search is kept on the way between list and map', async () => {
      const map = await page('/map?q=rust&country=DE');
      expect(map.links).toContain('/groups?q=rust&country=DE');
      expect(map.body).toContain('noindex');
      expect((await page('/groups?q=rust&country=DE')).links).toContain('/map?q=rust&country=DE');
      expect((await page('/map?q=nothinglikeit')).text).toContain('No group found');
    });
  });
});
