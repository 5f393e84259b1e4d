// What of this room goes along when a group leaves the server.
import { isLineOf } from '#kit/form.ts';
import { type RoomTravels, stays, travels } from '#kit/travels.ts';
import { patternShape } from './pattern.ts';
import { rhythmShape } from './rhythm.ts';

const isPattern = (value: unknown): boolean => patternShape.safeParse(value).success;
const isRhythm = (value: unknown): boolean => rhythmShape.safeParse(value).success;
const ofEvent = { event_id: 'events.event' } as const;
const ofSeries = { series_id: 'season.series' } as const;

export const seasonTravels: RoomTravels = {
  tables: [
    travels('season.template', {
      id: 'template_id',
      people: { made_by: 'blank' },
      checks: { name: isLineOf(300), pattern: isPattern },
    }),
    travels('season.series', {
      id: 'series_id',
      people: { made_by: 'blank' },
      checks: {
        slug: (slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(slug)) && String(slug).length <= 120,
        title: isLineOf(300),
        rhythm: isRhythm,
        pattern: isPattern,
      },
    }),
    travels('season.skip', { of: ofSeries }),
    travels('season.evening', { of: { ...ofEvent, ...ofSeries } }),
    travels('season.regular', { of: ofSeries, people: { person_id: 'with' } }),
    travels('season.task', {
      id: 'task_id',
      of: ofEvent,
      people: { owner_id: 'blank', done_by: 'blank' },
      checks: { title: isLineOf(300) },
    }),
    stays('season.joining', 'it waits for a code that was mailed from this server'),
  ],
};
