// The map as a drawing: land, borders, and a sticker for each group or a number where many lie together.
import { groupPaths } from '#groups';
import type { View } from '#ui/view.ts';
import { drawAtlas } from '../map/atlas.ts';
import { around, type Frame } from '../map/frame.ts';
import { radiusOf, type Spot } from '../map/gather.ts';
import type { Located, MapSearch } from '../map/map-view.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type PictureProps = { view: View; search: MapSearch; frame: Frame; spots: readonly Spot<Located>[] };

/** Every spot is a link, with its words for who doesn't see it; the land is decoration. */
export function MapPicture({ view, search, frame, spots }: PictureProps) {
  const { land, borders } = drawAtlas(frame.at);
  const named = namesThatFit(spots, frame);
  return (
    <svg
      class="site-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      {...asGroup}
      aria-label={words(view.lang)('map.picture')}
    >
      <g class="site-map-all">
        <path class="site-map-land" d={land} />
        <path class="site-map-borders" d={borders} />
        {spots.map((spot) => (
          <SpotLink
            key={`${spot.x} ${spot.y}`}
            view={view}
            search={search}
            frame={frame}
            spot={spot}
            name={named.has(spot) ? townOf(spot.all[0]) : ''}
          />
        ))}
      </g>
    </svg>
  );
}

/** A drawing cannot be a fieldset, which is what holds links together elsewhere. */
const asGroup = { role: 'group' } as const;

type SpotProps = Omit<PictureProps, 'spots'> & { spot: Spot<Located>; name: string };

function SpotLink({ spot, name, ...rest }: SpotProps) {
  const { x, y, all } = spot;
  const [only] = all;
  return (
    <g transform={`translate(${Math.round(x)} ${Math.round(y)})`}>
      {all.length === 1 && only ? <One group={only} name={name} /> : <Many spot={spot} name={name} {...rest} />}
    </g>
  );
}

function One({ group, name }: { group: Located; name: string }) {
  const said = [group.name, group.place].filter(Boolean).join(', ');
  return (
    <a class="site-map-one" href={groupPaths.show(group)} aria-label={said}>
      <title>{said}</title>
      <g>
        <circle class="site-map-touch" r="20" />
        <rect x="-9" y="-9" width="18" height="18" rx="5" fill={group.color} />
        <Name>{name}</Name>
      </g>
    </a>
  );
}

function Many({ view, search, frame, spot, name }: SpotProps) {
  const { all } = spot;
  const closer = closerTo(spot, frame);
  const said = words(view.lang)('map.spot', { where: townsOf(all), n: all.length });
  return (
    <a
      class="site-map-many"
      href={closer ? sitePaths.map({ ...search, at: closer }) : '#groups'}
      aria-label={said}
      data-map={closer ? '' : undefined}
    >
      <title>{said}</title>
      <g>
        <circle class="site-map-touch" r="22" />
        <circle r={radiusOf(all.length)} />
        <text class="site-map-number" y="6">
          {all.length}
        </text>
        <Name>{name}</Name>
      </g>
    </a>
  );
}

function Name({ children }: { children: string }) {
  if (!children) return null;
  return (
    <text class="site-map-name" y="38">
      {children}
    </text>
  );
}

/** The circle that a spot fills; null when one looks that closely already, or when it lies all around the world. */
function closerTo({ all }: Spot<Located>, frame: Frame) {
  const circle = around(all);
  return circle && circle.degrees < (frame.circle?.degrees ?? Number.POSITIVE_INFINITY) ? circle : null;
}

/** "Leipzig", "Leipzig, Dresden", "Leipzig, Dresden …" */
function townsOf(groups: readonly Located[]): string {
  const towns = [...new Set(groups.map(townOf).filter(Boolean))];
  return `${towns.slice(0, 2).join(', ')}${towns.length > 2 ? ' …' : ''}`;
}

function townOf(group: Located | undefined): string {
  return group?.place.split(',')[0]?.trim() ?? '';
}

/** Spots whose town can be written below them without touching anything; a spot over several towns has no name. */
function namesThatFit(spots: readonly Spot<Located>[], { width, height }: Frame): Set<Spot<Located>> {
  const fits = new Set<Spot<Located>>();
  const taken = spots.map(({ x, y, all }) => box(x, y, radiusOf(all.length), radiusOf(all.length)));
  for (const spot of spots) {
    const name = townOf(spot.all[0]);
    if (!name || name.length > 18 || spot.all.some((group) => townOf(group) !== name)) continue;
    const own = box(spot.x, spot.y + 33, name.length * 4.6, 8);
    if (own.left < 0 || own.right > width || own.bottom > height || taken.some((other) => overlaps(own, other)))
      continue;
    taken.push(own);
    fits.add(spot);
  }
  return fits;
}

type Box = { left: number; right: number; top: number; bottom: number };

function box(x: number, y: number, dx: number, dy: number): Box {
  return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
