// Every "this goes along when a group leaves", room by room, on one page. A table that says nothing fails test/schema.test.ts.
import { archiveTravels } from '#archive';
import { doorTravels } from '#door';
import { eventTravels } from '#events';
import { faqTravels } from '#faq';
import { groupTravels } from '#groups';
import type { RoomTravels } from '#kit/travels.ts';
import { numbersTravels } from '#numbers';
import { seasonTravels } from '#season';
import { tonightTravels } from '#tonight';
import { venueTravels } from '#venues';

export const archives: readonly RoomTravels[] = [
  groupTravels,
  venueTravels,
  eventTravels,
  doorTravels,
  numbersTravels,
  seasonTravels,
  tonightTravels,
  faqTravels,
  archiveTravels,
];
