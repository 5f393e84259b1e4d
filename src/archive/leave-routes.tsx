// Routes of taking a group along: what will be in the file, and the file.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { backRoom, type Group, groupForOrganiser, mayOwn } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { type Actor, actorOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { leavingOf } from './group/leaving.ts';
import { packGroup } from './group/pack-group.ts';
import { passThrough } from './group/pass-through.ts';
import { LeavePage } from './pages/leave-page.tsx';
import { archivePaths } from './paths.ts';
import { type WordKey, words } from './words.ts';

type At = { Params: { group: string } };

/** Each holds a connection of the database and a piece of the disk while it is made. */
const AT_ONCE = 2;

export function leaveRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config, limits } = ground;
  const path = archivePaths.leave({ slug: ':group' }).replace('%3A', ':');
  let packing = 0;

  app.get<At>(path, backRoom, async (request, reply) => {
    const { group } = await enter(request);
    return show(request, reply, group);
  });

  app.post<At>(path, backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    if (packing >= AT_ONCE) return show(request, reply, group, 'leave.busy');
    if (!(await limits.count('archive', actor.person_id))) return show(request, reply, group, 'leave.too_often');
    packing++;
    try {
      const { bytes, stream } = await packed(group, actor);
      return reply
        .type('application/zip')
        .header('content-length', bytes)
        .header('cache-control', 'private, no-store')
        .header(
          'content-disposition',
          `attachment; filename="${group.slug}-${ground.now().toString().slice(0, 10)}.zip"`,
        )
        .send(stream);
    } finally {
      packing--;
    }
  });

  async function enter(request: FastifyRequest<At>): Promise<{ group: Group; actor: Actor }> {
    const actor = actorOf(request);
    const { group } = await groupForOrganiser(db, request.params.group, actor, mayOwn);
    return { group, actor: actor as Actor };
  }

  /** The archive as a stream; on disk only until it is opened, or until whoever takes it has it. */
  async function packed({ group_id }: Group, actor: Actor) {
    return passThrough(config.data, async (folder) => {
      const file = join(folder, 'group.zip');
      await packGroup(db, { group_id, actor, origin: config.origin, now: ground.now(), file });
      const opened = await open(file);
      const { size: bytes } = await opened.stat();
      return { bytes, stream: opened.createReadStream() };
    });
  }

  async function show(request: FastifyRequest, reply: FastifyReply, group: Group, wrong?: WordKey) {
    const view = viewOf(request, ground);
    const leaving = await leavingOf(db, group.group_id);
    const error = wrong && words(view.lang)(wrong);
    const page = <LeavePage view={view} group={group} leaving={leaving} error={error} />;
    return sendPage(reply, page, { status: wrong ? 429 : 200, accent: group.color });
  }
}
