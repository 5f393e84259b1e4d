// Routes of evenings that were: see what is noted, note several, change one, take one off.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { backRoom, type Group, groupForOrganiser, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { day, type FieldError, readForm, singleValues, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { wallClock } from '#kit/time.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { numberPaths } from '../paths.ts';
import { isWord, words } from '../words.ts';
import { forgetPast, notePast } from './note-past.ts';
import { pastEvenings } from './past-evenings.ts';
import { fieldOf, readPast } from './past-form.ts';
import { PastPage } from './past-page.tsx';

type At = { Params: { group: string }; Querystring: { change?: string | string[] } };
type Typed = { values: Record<string, string>; errors: Record<string, string> };

export function pastRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/numbers/past', backRoom, async (request, reply) => {
    const { group } = await enter(request);
    const { change } = request.query;
    return show(request, reply, group, undefined, typeof change === 'string' ? change : undefined);
  });

  app.post<At>('/g/:group/numbers/past', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    const read = readPast(request.body, wallClock(ground.now(), group.zone).date);
    const values = singleValues(read.values);
    if (!read.ok) return show(request, reply, group, { values, errors: worded(request, read.errors) });
    const rows = read.rows.map(({ row }) => row);
    const noted = await transact(db, (tx) => notePast(tx, actor, group.group_id, rows, ground.now()));
    if ('refused' in noted) {
      const code = { code: noted.refused };
      const wrong = read.rows.filter(({ row }) => noted.days.has(row.day)).map(({ at }) => [fieldOf('day', at), code]);
      return show(request, reply, group, { values, errors: worded(request, Object.fromEntries(wrong)) });
    }
    flash(reply, words(languageOf(request))('past.noted', { n: noted.noted }));
    return reply.redirect(numberPaths.past(group.slug), 303);
  });

  app.post<At>('/g/:group/numbers/past/remove', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    const read = readForm(z.object({ day: day() }), request.body);
    if (read.ok) {
      await transact(db, (tx) => forgetPast(tx, actor, group.group_id, read.value.day, ground.now()));
      flash(reply, words(languageOf(request))('past.removed'));
    }
    return reply.redirect(numberPaths.past(group.slug), 303);
  });

  async function enter(request: FastifyRequest<At>): Promise<{ group: Group; actor: Actor }> {
    const actor = actorOf(request);
    const { group } = await groupForOrganiser(db, request.params.group, actor, mayOrganise);
    return { group, actor: actor as Actor };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, group: Group, typed?: Typed, change?: string) {
    const found = await pastEvenings(db, group.group_id);
    const page = <PastPage view={viewOf(request, ground)} group={group} {...found} change={change} typed={typed} />;
    return sendPage(reply, page, { status: typed ? 422 : 200, accent: group.color });
  }
}

function worded(request: FastifyRequest, errors: Record<string, FieldError>): Record<string, string> {
  const lang = languageOf(request);
  return Object.fromEntries(
    Object.entries(fieldErrors(lang, errors)).map(([field, text]) => {
      const key = `refused.${text}`;
      return [field, isWord(key) ? words(lang)(key) : text];
    }),
  );
}
