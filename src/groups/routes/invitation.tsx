// Where an invitation into the team leads.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, askForCode, findPeople, peoplePaths, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { acceptInvitation, type Invitation, invitationByToken } from '../invite-organiser.ts';
import { InvitationOverPage, InvitationPage } from '../pages/invitation-page.tsx';
import { groupPaths } from '../paths.ts';
import { groupBySlug } from '../queries.ts';
import { invitationState } from '../rules.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { refusalText } from './back-room.ts';

type At = { Params: { group: string; token: string } };

export function invitationRoutes(app: FastifyInstance, ground: Ground): void {
  const door = { config: { door: 'link' } } as const;

  app.get<At>('/g/:group/invitation/:token', door, async (request, reply) => {
    const { group, invitation } = await named(request.params);
    if (!invitation) return over(request, reply, group);
    const actor = actorOf(request);
    const invited = actor && (await findPeople.byAddress(ground.db, invitation.address));
    const asker = actor && (invited?.person_id === actor.person_id ? 'invited' : { other: actor.address });
    const view = viewOf(request, ground);
    const { token } = request.params;
    const page = <InvitationPage view={view} group={group} token={token} invitation={invitation} asker={asker} />;
    return sendPage(reply, page, { accent: group.color });
  });

  app.post<At>('/g/:group/invitation/:token', door, async (request, reply) => {
    const actor = actorOf(request);
    const { group } = await named(request.params);
    const { token } = request.params;
    if (!actor) return reply.redirect(groupPaths.invitation(group, token), 303);
    const which = { group_id: group.group_id, token };
    const done = await transact(ground.db, (tx) => acceptInvitation(tx, actor, ground.now(), which));
    if ('refused' in done) return over(request, reply, group, refusalText(request, ground, done.refused), 422);
    const t = words(viewOf(request, ground).lang);
    flash(reply, t('invitation.done', { name: group.name, role: t(`role.${done.role}`) }));
    return reply.redirect(groupPaths.show(group), 303);
  });

  app.post<At>('/g/:group/invitation/:token/code', door, async (request, reply) => {
    const { group, invitation } = await named(request.params);
    if (!invitation) return over(request, reply, group);
    const next = groupPaths.invitation(group, request.params.token);
    const { lang } = viewOf(request, ground);
    const asked = await transact(ground.db, (tx) =>
      askForCode(tx, ground, {
        address: invitation.address,
        name: '',
        lang,
        purpose: 'invitation',
        next,
        mail: { title: group.name },
        ip: request.ip,
      }),
    );
    if (!asked.mailed) {
      flash(reply, words(lang)('invitation.too_often'));
      return reply.redirect(next, 303);
    }
    ground.mailsQueued();
    return reply.redirect(peoplePaths.code(asked.token), 303);
  });

  /** The group, and the invitation while it can be accepted. */
  async function named(params: At['Params']): Promise<{ group: Group; invitation: Invitation | null }> {
    const group = await groupBySlug(ground.db, params.group);
    if (!group) throw notFound();
    const invitation = await invitationByToken(ground.db, group.group_id, params.token);
    const isOpen = invitation && invitationState(invitation, ground.now().epochMilliseconds) === 'open';
    return { group, invitation: isOpen ? invitation : null };
  }

  function over(request: FastifyRequest, reply: FastifyReply, group: Group, text?: string, status = 404) {
    const page = <InvitationOverPage view={viewOf(request, ground)} group={group} text={text} />;
    return sendPage(reply, page, { status, accent: group.color });
  }
}
