// The room's routes, by what they are about.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { claimRoutes } from './routes/claim.tsx';
import { conductRoutes } from './routes/conduct.tsx';
import { invitationRoutes } from './routes/invitation.tsx';
import { markRoutes } from './routes/mark.tsx';
import { memberRoutes } from './routes/member.tsx';
import { membersRoutes } from './routes/members.tsx';
import { pageRoutes } from './routes/page.tsx';
import { settingsRoutes } from './routes/settings.tsx';
import { startRoutes } from './routes/start.tsx';
import { stopRoutes } from './routes/stop.tsx';
import { teamRoutes } from './routes/team.tsx';

export function routes(app: FastifyInstance, ground: Ground): void {
  startRoutes(app, ground);
  pageRoutes(app, ground);
  markRoutes(app, ground);
  conductRoutes(app, ground);
  memberRoutes(app, ground);
  stopRoutes(app, ground);
  settingsRoutes(app, ground);
  membersRoutes(app, ground);
  teamRoutes(app, ground);
  invitationRoutes(app, ground);
  claimRoutes(app, ground);
}
