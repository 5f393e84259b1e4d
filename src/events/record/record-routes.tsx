// The route of one's own record; nobody else has a way to it.
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { eventPaths } from '../paths.ts';
import { myRecord } from './my-record.ts';
import { RecordPage } from './record-page.tsx';

export function recordRoutes(app: FastifyInstance, ground: Ground): void {
  app.get(eventPaths.record(), { config: { door: 'person' } }, async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const record = await myRecord(ground.db, actor.person_id, ground.now());
    return sendPage(reply, <RecordPage view={viewOf(request, ground)} {...record} />);
  });
}
