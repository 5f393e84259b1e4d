// Finds the evening a path names, for the one who asks: what they may not see does not exist.
import type { FastifyRequest } from 'fastify';
import { mayOrganise, type Role } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf } from '#people';
import { maySeeEvent } from './may.ts';
import { eventKeyAt, type ShownEvent } from './queries.ts';
import { stateAt } from './rules.ts';
import { shownEvent } from './shown-event.ts';
import type { EventKey } from './take-seats.ts';

export type EventParams = { group: string; event: string };

/** A public evening, or a draft for its organisers. Throws the 404. */
export async function findEvent(
  ground: Ground,
  request: FastifyRequest,
  params: EventParams,
): Promise<{ shown: ShownEvent; role: Role | null }> {
  const actor = actorOf(request);
  const shown = await shownEvent(ground.db, params.group, params.event, actor?.person_id ?? null);
  if (!shown) throw notFound();
  const { role } = shown;
  if (!maySeeEvent(role, stateAt(shown.event, ground.now()))) throw notFound();
  return { shown, role };
}

/** An evening for those who look after its group. Throws the 404 for everybody else. */
export async function findOwnEvent(
  ground: Ground,
  request: FastifyRequest,
  params: EventParams,
): Promise<{ shown: ShownEvent; role: Role; actor: NonNullable<ReturnType<typeof actorOf>> }> {
  const actor = actorOf(request);
  if (!actor) throw notFound();
  const { shown, role } = await findEvent(ground, request, params);
  if (role === null || !mayOrganise(role)) throw notFound();
  return { shown, role, actor };
}

/** Most addresses kept in memory. */
const KEPT = 20_000;
const keys = new WeakMap<Ground, Map<string, EventKey>>();

/**
 * The ids behind an evening's address, kept in memory because they never change; in a rush a seat then costs no look-up.
 * Says nothing about who may see it: the desk refuses a draft. Throws the 404.
 */
export async function findEventKey(ground: Ground, { group, event }: EventParams): Promise<EventKey> {
  const known = keys.get(ground) ?? new Map<string, EventKey>();
  keys.set(ground, known);
  const address = `${group} ${event}`;
  const kept = known.get(address);
  if (kept) return kept;
  const found = await eventKeyAt(ground.db, group, event);
  if (!found) throw notFound();
  if (known.size >= KEPT) known.clear();
  known.set(address, found);
  return found;
}
