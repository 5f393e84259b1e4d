// The room's routes, by what they are about.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { memberRoutes } from './routes/member.tsx';
import { pageRoutes } from './routes/page.tsx';
import { startRoutes } from './routes/start.tsx';

export function routes(app: FastifyInstance, ground: Ground): void {
  startRoutes(app, ground);
  pageRoutes(app, ground);
  memberRoutes(app, ground);
}
