// A group's old address leads to the new one.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { groupPaths } from './paths.ts';

type Slugged = { slug: string };
type MovedError = Error & { statusCode: number; movedTo: Slugged };

/** Throws what `redirectMoved` catches when a group was found at an address it had before. */
export function stopIfMoved(asked: string, group: Slugged): void {
  if (group.slug !== asked) throw Object.assign(new Error('moved'), { statusCode: 404, movedTo: group });
}

/** Answers a GET at an old address with the same page at the new one; any other error goes on. */
export function redirectMoved(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof Error) || !('movedTo' in error)) throw error;
  const { movedTo } = error as MovedError;
  const rest = request.url.replace(/^\/g\/[^/?]+/, '');
  return reply.redirect(`${groupPaths.show(movedTo)}${rest}`, 301);
}
