// What a room hands to the house: its routes, its mails, its work. src/rooms.ts lists them, low to high.
import type { FastifyInstance } from 'fastify';
import type { Ground } from './ground.ts';
import type { JobKind, Worker } from './jobs.ts';
import type { Templates } from './mail/index.ts';

export type Room = {
  name: string;
  /** One sentence: what the room is for. */
  says: string;
  routes(app: FastifyInstance, ground: Ground): Promise<void> | void;
  /** Mails it writes, by template name (`events.seat-taken`). A function where their links are signed. */
  mails?: Templates | ((ground: Ground) => Templates);
  /** Jobs it does, by kind. */
  workers?: { [K in JobKind]?: (ground: Ground) => Worker<K> };
  /** Jobs that come round by themselves: kind → cron expression (UTC). */
  crons?: Partial<Record<JobKind, string>>;
};
