// What every page is told about who looks at it. Pages get it as a prop; nothing is ambient.
import type { Instant } from './time.ts';
import type { Lang } from './words.ts';

export type View = {
  /** Language of the interface; a group's own texts carry their own. */
  lang: Lang;
  /** Canonical base address, without a slash at the end. */
  origin: string;
  /** Path of this page, for the way back after signing in. */
  path: string;
  viewer: { name: string; is_keeper: boolean } | null;
  /** The viewer's own zone when they told us. */
  zone: string | null;
  now: Instant;
  /** A short sentence about what was just done, shown once. */
  flash: string | null;
  /** The demo town says so on every page, and offers ways in. */
  demo: boolean;
};
