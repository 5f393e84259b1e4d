// Unsubscribe links: a page to look at, a POST that acts, with or without a browser behind it (RFC 8058).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { setWishes } from '../join-group.ts';
import { StopPage } from '../pages/stop-page.tsx';
import { groupPaths } from '../paths.ts';
import { groupById } from '../queries.ts';
import { readStop, type Stop } from '../unsubscribe.ts';

type At = { Params: { kind: string; group: string; person: string; signature: string } };

export function stopRoutes(app: FastifyInstance, ground: Ground): void {
  const path = groupPaths.stop(':kind', ':group', ':person', ':signature');
  const door = { config: { door: 'link' } } as const;

  app.get<At>(path, door, async (request, reply) => show(request, reply, await signed(request), false));

  app.post<At>(path, door, async (request, reply) => {
    const stop = await signed(request);
    await transact(ground.db, (tx) => setWishes(tx, stop, { [stop.kind]: false }));
    // No redirect: mail programs that press this for somebody do not follow one.
    return show(request, reply, stop, true);
  });

  async function signed(request: FastifyRequest<At>): Promise<Stop> {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const stop = readStop(ground, request.params);
    if (stop) return stop;
    await ground.limits.count('link.guess', request.ip);
    throw notFound();
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { group_id, kind }: Stop, done: boolean) {
    const group = await groupById(ground.db, group_id);
    if (!group) throw notFound();
    const page = <StopPage view={viewOf(request, ground)} group={group} kind={kind} done={done} />;
    return sendPage(reply, page, { accent: group.color });
  }
}
