// The rooms, low to high. A room knows only rooms above it in this list, and says in one sentence what it is for.

import { archiveRoom } from '#archive';
import { doorRoom } from '#door';
import { eventsRoom } from '#events';
import { faqRoom } from '#faq';
import { forecastRoom } from '#forecast';
import { groupsRoom } from '#groups';
import type { JobKind } from '#kit/jobs.ts';
import type { Room } from '#kit/room.ts';
import { numbersRoom } from '#numbers';
import { peopleRoom } from '#people';
import { pressRoom } from '#press';
import { seasonRoom } from '#season';
import { siteRoom } from '#site';
import { tonightRoom } from '#tonight';
import { venuesRoom } from '#venues';

export const rooms: readonly Room[] = [
  peopleRoom,
  groupsRoom,
  venuesRoom,
  forecastRoom,
  pressRoom,
  eventsRoom,
  doorRoom,
  numbersRoom,
  seasonRoom,
  tonightRoom,
  faqRoom,
  siteRoom,
  archiveRoom,
];

/** Every kind of job the rooms do, and the house's own sweep. */
export const jobKinds = ['kit.sweep', ...rooms.flatMap((room) => Object.keys(room.workers ?? {}))] as JobKind[];

/** Schemas of the database that are ours. */
export const schemas: readonly string[] = ['kit', ...rooms.map(({ name }) => name)];
