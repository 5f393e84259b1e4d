// Every "when this happens there, then that here", on one page.
import { archiveReactions } from '#archive';
import { doorReactions } from '#door';
import { eventReactions } from '#events';
import { groupReactions } from '#groups';
import type { Reactions } from '#kit/announce.ts';
import { numbersReactions } from '#numbers';
import { seasonReactions } from '#season';
import { tonightReactions } from '#tonight';
import { venueReactions } from '#venues';

export const reactions: Reactions = {
  // Somebody wants everything known about them.
  'people.export': [
    groupReactions.exportPerson,
    venueReactions.exportPerson,
    eventReactions.exportPerson,
    doorReactions.exportPerson,
    numbersReactions.exportPerson,
    seasonReactions.exportPerson,
    tonightReactions.exportPerson,
    archiveReactions.exportPerson,
  ],
  // Somebody thinks about leaving: what they may want to settle first.
  'people.before_erasing': [groupReactions.warnLastOwner],
  // Somebody signs in: if they came along with a group, or stood on a list one brought, they have arrived.
  'people.proved': [archiveReactions.welcome, numbersReactions.letGoOfContact, seasonReactions.finishJoining],
  // Somebody who never proved their address is to be forgotten, unless an organiser put them on a list, or they came along
  // with a group.
  'people.before_forgetting': [eventReactions.countOn, archiveReactions.countOn],
  // Somebody leaves. Seats first: giving one back may seat the next in line.
  'people.erased': [
    tonightReactions.erasePerson,
    seasonReactions.erasePerson,
    doorReactions.erasePerson,
    eventReactions.erasePerson,
    numbersReactions.erasePerson,
    venueReactions.erasePerson,
    groupReactions.erasePerson,
    archiveReactions.erasePerson,
  ],
  // What stands about a venue is written anew: evenings ahead that are held there follow.
  'venues.changed': [eventReactions.followVenue],
  // An evening is announced: whoever joined its series is interested, and its checklist knows.
  'events.announced': [seasonReactions.tellRegulars, seasonReactions.tickAnnounced],
  // Its guests were thanked: its checklist knows.
  'tonight.thanked': [seasonReactions.tickThanked],
  // An evening moves: what is to be done for it moves along, and its building gets the list of the new day.
  'events.changed': [seasonReactions.followEvening, doorReactions.followEvening],
  // An evening, or its agenda, was changed with its form: others of its series change along, where that was asked for.
  'events.edited': [seasonReactions.carryEdit],
  'events.agenda_written': [seasonReactions.carryAgenda],
  // A draft is thrown away, and its checklist and what was typed for its slides with it.
  'events.discarded': [
    seasonReactions.letGoOfDraft,
    doorReactions.letGoOfDraft,
    numbersReactions.letGoOfDraft,
    tonightReactions.letGoOfDraft,
  ],
};
