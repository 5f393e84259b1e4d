// Every "this room hangs this panel on that page", on one page.
import { groupEvenings, myEvenings, organisersNextStep } from '#events';
import { myGroups } from '#groups';
import type { Panels } from '#kit/panels.ts';
import { numbersPanel } from '#numbers';
import { checklistPanel } from '#season';
import { nightPanel, slidesPanel } from '#tonight';

export const panels: Panels = {
  // A group's page: its evenings, to come and before.
  'groups.page': [groupEvenings],
  // A person's own page: their evenings, their groups.
  'people.me': [myEvenings, myGroups],
  // Above a group's page for the team: what to do next.
  'groups.organiser': [organisersNextStep],
  // The organisers' page of one evening: what it needs on the day and the morning after, how many will come, what is to be done
  // next, its slides.
  'events.manage': [nightPanel, numbersPanel, checklistPanel, slidesPanel],
};
