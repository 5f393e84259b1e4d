// Every "this room hangs this panel on that page", on one page.
import type { Panels } from '#kit/panels.ts';

export const panels: Panels = {};
