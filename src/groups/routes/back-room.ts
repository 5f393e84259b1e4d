// How the team's own routes begin: who asks, and whether their role lets them in.
import type { FastifyRequest } from 'fastify';
import type { FieldError } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { type Actor, actorOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { groupForOrganiser } from '../queries.ts';
import type { Group, Role } from '../tables.ts';
import { isWord, words } from '../words.ts';

/** The door of a route for the team. Who is signed out is asked to sign in; everything else the law decides. */
export const backRoom = { config: { door: 'group' } } as const;

export type Entered = { group: Group; role: Role; actor: Actor };

/** The group, the asker and their role; the 404 for everybody the law does not let in. */
export async function enter(
  request: FastifyRequest,
  ground: Ground,
  law: (role: Role | null) => boolean,
): Promise<Entered> {
  const actor = actorOf(request);
  const { group: slug } = request.params as { group: string };
  const entered = await groupForOrganiser(ground.db, slug, actor, law);
  return { ...entered, actor: actor as Actor };
}

/** A refusal of this room in words. */
export function refusalText(request: FastifyRequest, ground: Ground, refused: string): string {
  const key = `refused.${refused}`;
  if (!isWord(key)) throw new Error(`no words for ${refused}`);
  return words(viewOf(request, ground).lang)(key);
}

/** Field errors in words, those of forms and those of this room. */
export function errorTexts(
  request: FastifyRequest,
  ground: Ground,
  errors: Record<string, FieldError>,
): Record<string, string> {
  const { lang } = viewOf(request, ground);
  return Object.fromEntries(
    Object.entries(fieldErrors(lang, errors)).map(([field, text]) => [
      field,
      text.startsWith('groups.') ? refusalText(request, ground, text) : text,
    ]),
  );
}
