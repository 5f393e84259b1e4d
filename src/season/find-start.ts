// What a new evening, or a series of them, is to be made from, as its address says: like one that was, or from a template.
import type { FastifyRequest } from 'fastify';
import { type Group, groupForOrganiser, mayOrganise } from '#groups';
import type { Db } from '#kit/tables.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage } from '#kit/words.ts';
import { type Actor, actorOf } from '#people';
import { fromTemplate, likeEvening, type StartingPoint } from './starting-points.ts';

export type Like = { Params: { group: string; event: string } };
export type From = { Params: { group: string; template: string } };
export type Start = { group: Group; actor: Actor; point: StartingPoint };

/** The group, for whoever writes for it. Throws the 404 for everybody else. */
export async function findPlanner(
  db: Db,
  request: FastifyRequest<{ Params: { group: string } }>,
): Promise<Pick<Start, 'group' | 'actor'>> {
  const actor = actorOf(request);
  const { group } = await groupForOrganiser(db, request.params.group, actor, mayOrganise);
  return { group, actor: actor as Actor };
}

/** The same with the evening or template the address names. Throws the 404 where there is none, too. */
export async function findStart(db: Db, request: FastifyRequest<Like | From>): Promise<Start> {
  const { group, actor } = await findPlanner(db, request);
  const { params } = request;
  const lang = isLanguage(group.language) ? group.language : 'en';
  const point =
    'event' in params
      ? await likeEvening(db, group.group_id, params.event)
      : await fromTemplate(db, group.group_id, params.template, lang);
  if (!point) throw notFound();
  return { group, actor, point };
}
