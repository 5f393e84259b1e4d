// Finds the venue a path names, for the one who asks: what they may not do does not exist.
import type { FastifyRequest } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf } from '#people';
import { type Standing, type Venue, venueFor } from './queries.ts';

export type VenueAt = { Params: { venue: string } };

/** The venue and how the asker stands to it, if `law` lets them. Throws the 404. */
export async function findVenue(
  { db }: Pick<Ground, 'db'>,
  request: FastifyRequest<VenueAt>,
  law: (standing: Standing) => boolean,
): Promise<{ venue: Venue; standing: Standing; actor: Actor }> {
  const actor = actorOf(request);
  const there = actor && (await venueFor(db, request.params.venue, actor.person_id));
  if (!there || !law(there.standing)) throw notFound();
  return { ...there, actor };
}
