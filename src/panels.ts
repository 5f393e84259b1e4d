// Every "this room hangs this panel on that page", on one page.
import { backupAlarm, backupsPanel, wayIn, wayOut } from '#archive';
import { buildingAlong, doorPanel, guestDoorPanel } from '#door';
import {
  answersPanel,
  groupEvenings,
  myEvenings,
  organisersNextStep,
  questionsPanel,
  remindersPanel,
  venueEvenings,
} from '#events';
import { faqPanel, faqSettings } from '#faq';
import { myGroups } from '#groups';
import type { Panels, ReadAlongs } from '#kit/panels.ts';
import { groupNumbersPanel, guestFoodPanel, kitchenAlong, numbersPanel } from '#numbers';
import { checklistPanel, myTasks, seriesPanels } from '#season';
import { howWasItPanel, nightPanel, slidesPanel } from '#tonight';
import { venueSettings } from '#venues';

export const panels: Panels = {
  // A group's page: its evenings, to come and before, and the series they belong to.
  'groups.page': [groupEvenings, seriesPanels.groupSeries, faqPanel],
  // A venue's page: the evenings ahead there.
  'venues.page': [venueEvenings],
  // A person's own page: their evenings, what is theirs to do, the series they joined, their groups.
  'people.me': [myEvenings, myTasks, seriesPanels.mySeries, myGroups],
  // Above a group's page for the team: how the last evening was while nobody said,
  // what to do next, and the way to its numbers.
  'groups.organiser': [howWasItPanel, organisersNextStep, groupNumbersPanel],
  // Below a group's settings: its venues; taking it along.
  'groups.settings': [venueSettings, faqSettings, wayOut],
  // The keeper's page: what is wrong with the backups; how they are doing; bringing a group in.
  'site.keeper_todo': [backupAlarm],
  'site.keeper': [backupsPanel, wayIn],
  // An evening's own page: what guests are asked, the ticket of who has a seat, ringing outside, the way to the door for the
  // team; what they don't eat; the series it is one of.
  'events.page': [answersPanel, guestDoorPanel, guestFoodPanel, seriesPanels.eveningSeries],
  // The form of an evening: how far a change reaches in its series.
  'events.edit': [seriesPanels.reachPanel],
  // The organisers' page of one evening: what it needs on the day and the morning after; the door, how many will come, what is to
  // be done next, what guests are asked and reminded of, its slides.
  'events.manage_next': [nightPanel],
  'events.manage': [doorPanel, numbersPanel, checklistPanel, questionsPanel, remindersPanel, slidesPanel],
  // The team's page of the night, beside how many have a seat: how many are in, and the way to the door.
  'tonight.page': [(db, view, about) => doorPanel(db, view, about)],
};

/** What panels must know of whatever they hang on, read along with it. */
export const alongs: ReadAlongs = {
  // With every reading of an evening for its pages: the series it is one of, whether its guests are asked for what they don't eat
  // or for their name as on a card.
  'events.shown': {
    'season.series': seriesPanels.seriesAlong,
    'numbers.kitchen': kitchenAlong,
    'door.wants_id_name': buildingAlong,
  },
};
