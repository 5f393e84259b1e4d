// Every "this room hangs this panel on that page", on one page.
import { groupEvenings, myEvenings, organisersNextStep } from '#events';
import type { Panels } from '#kit/panels.ts';

export const panels: Panels = {
  // A group's page: its evenings, to come and before.
  'groups.page': [groupEvenings],
  // A person's own page.
  'people.me': [myEvenings],
  // Above a group's page for the team: what to do next.
  'groups.organiser': [organisersNextStep],
};
