// How this room's routes begin: the evening a path names, for the team of its group.
import type { FastifyRequest } from 'fastify';
import { findEvening, type ShownEvent } from '#events';
import type { Role } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf } from '#people';

export type AtEvening = { Params: { group: string; event: string } };

/** The evening, the asker and their role; the 404 for everybody the law does not let in. One statement. */
export async function findTonight(
  ground: Ground,
  request: FastifyRequest,
  law: (role: Role | null) => boolean,
): Promise<{ shown: ShownEvent; role: Role; actor: Actor }> {
  const actor = actorOf(request);
  if (!actor) throw notFound();
  const { shown, role } = await findEvening(ground, request, request.params as AtEvening['Params']);
  if (role === null || !law(role)) throw notFound();
  return { shown, role, actor };
}
