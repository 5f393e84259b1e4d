// A clock change between the announcement of an evening and its night: the place's clock wins, in the series and on the list.
import { expect, it } from 'vitest';
import { eventPaths } from '#events';
import { instantOf, Temporal, wallClock } from '#kit/time.ts';
import { testHouse, visit } from '../../../test/visit.ts';
import { makeGroup } from '../../../test/world.ts';
import { seasonPaths } from '../paths.ts';
import { tasksOf } from '../tasks.ts';
import { eveningsOfSeries, seriesAt } from './read-series.ts';

const house = testHouse();

it.each([
  ['ahead', 'Europe/Berlin', '2027-03-01', '2027-04-07', 1],
  ['back', 'America/Chicago', '2027-10-15', '2027-11-10', 2],
] as const)(
  'the clock goes %s in %s: the evening is at 18:00 as announced, and its tasks are due at 18:00',
  async (_, zone, now, day, nth) => {
    house.setNow(Temporal.Instant.from(`${now}T12:00Z`));
    const world = await makeGroup(house, { zone });
    const organiser = await visit(house).as(world.organiser);
    const made = await organiser.post(seasonPaths.seriesFrom(world.group.slug, 'chicago-classic'), {
      title: 'Wednesdays',
      which: String(nth),
      weekday: '3',
      starts_on: now,
      starts: '18:00',
      ends: '20:00',
      place_name: 'Harbor Building',
    });
    const slug = /\/series\/([^/]+)\/manage/.exec(made.location ?? '')?.[1] ?? '';
    const found = await seriesAt(house.db, { group: world.group.slug, series: slug }, world.organiser);
    if (!found) throw new Error('no series');
    const night = (await eveningsOfSeries(house.db, found.series)).evenings.find(({ series_on }) => series_on === day);
    if (!night) throw new Error('no evening');
    await organiser.post(eventPaths.announce(world.group.slug, night.slug));

    const said = async () => (await visit(house).get(eventPaths.show(world.group.slug, night.slug))).text;
    const before = await said();
    house.setNow(Temporal.Instant.from(`${day}T08:00Z`));
    const after = await said();
    for (const text of [before, after]) expect(text).toMatch(/18:00|6:00/);
    const { offsetNanoseconds: announced } = Temporal.Instant.from(`${now}T12:00Z`).toZonedDateTimeISO(zone);
    const { offsetNanoseconds: that } = instantOf(night.starts_at).toZonedDateTimeISO(zone);
    expect(that).not.toBe(announced);
    expect(wallClock(instantOf(night.starts_at), zone)).toEqual({ date: day, time: '18:00' });
    const clocks = (await tasksOf(house.db, { group_id: found.series.group_id, event_id: night.event_id })).map(
      ({ due_at, side }) => `${side} ${wallClock(instantOf(due_at), zone).time}`,
    );
    expect(new Set(clocks)).toEqual(new Set(['before 18:00', 'after 20:00']));
  },
);
