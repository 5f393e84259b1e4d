// The site: the first page, what is on, which groups there are, and the texts a server owes its visitors.
import type { KeepRule } from '#kit/backup/keep-rule.ts';
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { demoRoutes } from './routes/demo.tsx';
import { keeperRoutes } from './routes/keeper.tsx';
import { listRoutes } from './routes/lists.tsx';
import { machineRoutes } from './routes/machines.ts';
import { mapRoutes } from './routes/map.tsx';
import { monthRoutes } from './routes/month.tsx';
import { pausedRoutes } from './routes/paused.tsx';

/** What panels on the keeper's page are told: which backups stay, null when none is taken by itself. */
type KeeperAbout = { backups: KeepRule | null };

declare module '#kit/panels.ts' {
  interface PanelPlaces {
    /** Rows among what waits for the keeper. */
    'site.keeper_todo': KeeperAbout;
    /** Sections of the keeper's page, below the figures. */
    'site.keeper': KeeperAbout;
  }
}

export const siteRoom: Room = {
  name: 'site',
  says: 'The first page, what is on, which groups there are, and the texts a server owes its visitors.',
  routes(app, ground) {
    listRoutes(app, ground);
    mapRoutes(app, ground);
    monthRoutes(app, ground);
    keeperRoutes(app, ground);
    pausedRoutes(app, ground);
    machineRoutes(app, ground);
    demoRoutes(app, ground);
  },
};

/** This room's URLs. */
export { sitePaths } from './paths.ts';
