// A spot of a page that gets a little script once it is seen; what stands inside works without it.
import type { ComponentChildren } from 'preact';
import { asset, islandModule } from '#kit/assets.ts';

type IslandProps = {
  /** `room/name`, built from `src/room/islands/name.ts`. */
  name: `${string}/${string}`;
  /** Plain JSON. */
  props?: unknown;
  /** What is there before, and without, the script. */
  children?: ComponentChildren;
};

/**
 * Marks the spot and brings the loader; a page without islands ships no script.
 * Expects of the build: every `src/<room>/islands/<name>.{ts,tsx}` as `islandModule('<room>/<name>')`, and
 * `src/ui/islands.ts` as `asset('islands.js')`. A module asked for twice is run once, so each island may bring the loader.
 */
export function Island({ name, props = {}, children }: IslandProps) {
  return (
    <div data-island={name} data-module={islandModule(name)} data-props={JSON.stringify(props)}>
      {children}
      <script type="module" src={asset('islands.js')} />
    </div>
  );
}
