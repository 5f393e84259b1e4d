// Somebody looking at a page, for the look page's own tests and specimens.
import { Temporal } from '#kit/time.ts';
import type { View } from './view.ts';

/** A guest at noon on 1 December 2026, English; overridden piece by piece. */
export function view(changes: Partial<View> = {}): View {
  return {
    lang: 'en',
    origin: 'http://127.0.0.1:3000',
    path: '/house/look',
    viewer: null,
    zone: null,
    now: Temporal.Instant.from('2026-12-01T12:00Z'),
    flash: null,
    demo: false,
    ...changes,
  };
}
