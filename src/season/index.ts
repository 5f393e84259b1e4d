// The season: what evenings are made from and what is to be done for them: templates, series, checklists.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { checklistRoutes } from './checklist-routes.tsx';
import { digestRoutes } from './overdue/digest-routes.tsx';
import { seasonMails } from './overdue/mails.ts';
import { sendDigests } from './overdue/send-digests.ts';
import { planEvening } from './plan-evening.ts';
import { planRoutes } from './plan-routes.tsx';
import { erasePerson, exportPerson, followEvening, letGoOfDraft, tickAnnounced, tickThanked } from './reactions.ts';
import { finishJoining, tellRegulars } from './regulars/join-series.ts';
import { eveningSeries, groupSeries, mySeries, seriesAlong } from './regulars/panels.tsx';
import { regularRoutes } from './regulars/regular-routes.tsx';
import { carryAgenda } from './series/carry-agenda.ts';
import { carryEdit } from './series/carry-edit.ts';
import { reachPanel } from './series/reach-panel.tsx';
import { seriesRoutes } from './series/series-routes.tsx';
import { topUpAll } from './series/top-up.ts';
import { fromTemplate } from './starting-points.ts';

declare module '#kit/jobs.ts' {
  interface JobKinds {
    /** Makes the evenings of every series that should be there by now. */
    'season.top_up': Record<string, never>;
  }
}

export const seasonRoom: Room = {
  name: 'season',
  says: 'What evenings are made from and what is to be done for them: templates, series, checklists.',
  routes(app, ground) {
    planRoutes(app, ground);
    checklistRoutes(app, ground);
    seriesRoutes(app, ground);
    regularRoutes(app, ground);
    digestRoutes(app, ground);
  },
  mails: seasonMails,
  workers: {
    'season.top_up': (ground) => () => topUpAll(ground),
    'season.digest': (ground) => () => sendDigests(ground),
  },
  crons: { 'season.top_up': '7 * * * *', 'season.digest': '12 * * * *' },
};

/** Ticks a task of an evening, or takes the tick back. */
export { setTaskDone, type Ticked } from './change-tasks.ts';
/** Hung on the organisers' page of an evening: what is to be done next. */
export { checklistPanel } from './manage-panel.tsx';
/** Hung on an evening's page, a group's and one's own: series one can join, or did; in its form, how far a change reaches. */
export const seriesPanels = { eveningSeries, groupSeries, mySeries, reachPanel, seriesAlong } as const;
/** Hung on one's own page: what is one's to do, over all groups. */
export { myTasks } from './my-tasks.tsx';
/** Tasks as rows with a box to tick; which others one waits for. */
export { TaskList, TaskRow } from './pages/task-row.tsx';
/** This room's URLs. */
export { seasonPaths } from './paths.ts';
/** What this room does when evenings change, and when a person wants what is known about them, or leaves. */
export const seasonReactions = {
  followEvening,
  tickAnnounced,
  tickThanked,
  letGoOfDraft,
  exportPerson,
  erasePerson,
  tellRegulars,
  finishJoining,
  carryEdit,
  carryAgenda,
} as const;
export { blockersOf } from './rules.ts';
/** An evening's checklist. */
export { type Task, tasksOf } from './tasks.ts';
/** For the demo town, whose evenings are made from templates as organisers make them. */
export const townSeason = { fromTemplate, planEvening } as const;
/** What of this room goes along when a group leaves. */
export { seasonTravels } from './travels.ts';
