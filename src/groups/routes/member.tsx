// Joining, leaving, and what a member is mailed about.
import type { FastifyInstance } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { wishesForm } from '../forms.ts';
import { joinGroup, leaveGroup, setWishes, wishesOf } from '../join-group.ts';
import { redirectMoved, stopIfMoved } from '../moved.ts';
import { JoinPage, MyGroupPage } from '../pages/member-pages.tsx';
import { groupPaths } from '../paths.ts';
import { groupBySlug } from '../queries.ts';
import type { Group } from '../tables.ts';
import { setShown, teamOf } from '../team.ts';
import { words } from '../words.ts';

type At = { Params: { group: string } };

export function memberRoutes(app: FastifyInstance, ground: Ground): void {
  const door = { config: { door: 'person' } } as const;
  const found = async (slug: string): Promise<Group> => {
    const group = await groupBySlug(ground.db, slug);
    if (!group) throw notFound();
    return group;
  };

  app.get<At>('/g/:group/join', door, async (request, reply) => {
    const group = await found(request.params.group);
    try {
      stopIfMoved(request.params.group, group);
    } catch (error) {
      return redirectMoved(request, reply, error);
    }
    return sendPage(reply, <JoinPage view={viewOf(request, ground)} group={group} />, { accent: group.color });
  });

  app.post<At>('/g/:group/join', door, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const group = await found(request.params.group);
    await transact(ground.db, (tx) => joinGroup(tx, actor, ground.now(), group.group_id));
    const done = group.state === 'unclaimed' ? 'join.done_unclaimed' : 'join.done';
    flash(reply, words(viewOf(request, ground).lang)(done, { name: group.name }));
    return reply.redirect(groupPaths.show(group), 303);
  });

  app.post<At>('/g/:group/leave', door, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const group = await found(request.params.group);
    await transact(ground.db, (tx) => leaveGroup(tx, actor, group.group_id));
    flash(reply, words(viewOf(request, ground).lang)('leave.done', { name: group.name }));
    return reply.redirect(groupPaths.show(group), 303);
  });

  app.get<At>('/g/:group/me', door, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const group = await found(request.params.group);
    const [wishes, team] = await Promise.all([
      wishesOf(ground.db, { group_id: group.group_id, person_id: actor.person_id }),
      teamOf(ground.db, group.group_id),
    ]);
    const mine = team.find(({ person_id }) => person_id === actor.person_id) ?? null;
    const view = viewOf(request, ground);
    return sendPage(reply, <MyGroupPage view={view} group={group} wishes={wishes ?? null} team={mine} />, {
      accent: group.color,
    });
  });

  app.post<At>('/g/:group/me', door, async (request, reply) => {
    const { person_id } = actorOf(request) as Actor;
    const group = await found(request.params.group);
    const read = readForm(wishesForm, request.body);
    if (!read.ok) throw notFound();
    const { announced, opened, is_shown } = read.value;
    await transact(ground.db, async (tx) => {
      await setWishes(tx, { group_id: group.group_id, person_id }, { announced, opened });
      await setShown(tx, { group_id: group.group_id, person_id }, is_shown);
    });
    flash(reply, words(viewOf(request, ground).lang)('me.saved'));
    return reply.redirect(groupPaths.me(group), 303);
  });
}
