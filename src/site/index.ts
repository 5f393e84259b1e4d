// The site: the first page, what is on, which groups there are, and the texts a server owes its visitors.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { demoRoutes } from './routes/demo.tsx';
import { keeperRoutes } from './routes/keeper.tsx';
import { listRoutes } from './routes/lists.tsx';
import { machineRoutes } from './routes/machines.ts';

export const siteRoom: Room = {
  name: 'site',
  says: 'The first page, what is on, which groups there are, and the texts a server owes its visitors.',
  routes(app, ground) {
    listRoutes(app, ground);
    keeperRoutes(app, ground);
    machineRoutes(app, ground);
    demoRoutes(app, ground);
  },
};

/** This room's URLs. */
export { sitePaths } from './paths.ts';
