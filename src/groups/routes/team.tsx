// The team: roles, invitations, stepping down, handing over.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { type FieldError, readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { isLanguage } from '#kit/words.ts';
import { viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { changeRole, handOver } from '../change-role.ts';
import { handOverForm, inviteForm, revokeForm, roleForm } from '../forms.ts';
import { inviteOrganiser, openInvitations, revokeInvitation } from '../invite-organiser.ts';
import { mayDoor, mayOrganise, mayOwn } from '../may.ts';
import { TeamPage } from '../pages/team-page.tsx';
import { groupPaths } from '../paths.ts';
import { teamOf } from '../team.ts';
import { words } from '../words.ts';
import { backRoom, type Entered, enter, errorTexts, refusalText } from './back-room.ts';

export function teamRoutes(app: FastifyInstance, ground: Ground): void {
  app.get('/g/:group/organisers', backRoom, async (request, reply) => {
    return show(request, reply, await enter(request, ground, mayOrganise));
  });

  app.post('/g/:group/organisers/invite', backRoom, async (request, reply) => {
    const entered = await enter(request, ground, mayOrganise);
    const { group, actor } = entered;
    const read = readForm(inviteForm, request.body);
    if (!read.ok) return show(request, reply, entered, { values: read.values, errors: read.errors });
    // A group has a share of its own, and whoever founds many has no more for it.
    if (!(await ground.limits.count('groups.invited', actor.person_id))) {
      const errors = { address: { code: 'groups.too_many_invitations' } };
      return show(request, reply, entered, { values: read.values, errors });
    }
    // Nobody knows what the invited person reads: most likely what is spoken in the group.
    const spoken = group.language.split('-')[0];
    const lang = isLanguage(spoken) ? spoken : actor.lang;
    const done = await transact(ground.db, (tx) =>
      inviteOrganiser(tx, actor, ground.now(), {
        group_id: group.group_id,
        lang,
        secret: ground.config.secret,
        ...read.value,
      }),
    );
    if ('refused' in done) {
      return show(request, reply, entered, { values: read.values, errors: { address: { code: done.refused } } });
    }
    ground.mailsQueued();
    flash(reply, say(request)('team.invited', { address: read.value.address }));
    return reply.redirect(groupPaths.organisers(group), 303);
  });

  app.post('/g/:group/organisers/revoke', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request, ground, mayOrganise);
    const read = readForm(revokeForm, request.body);
    if (!read.ok || !isId<'groups.invitation'>(read.value.invitation_id)) throw notFound();
    const which = { group_id: group.group_id, invitation_id: read.value.invitation_id };
    await transact(ground.db, (tx) => revokeInvitation(tx, actor, ground.now(), which));
    flash(reply, say(request)('team.revoked'));
    return reply.redirect(groupPaths.organisers(group), 303);
  });

  // Somebody at the door can step down too; the law of the change itself stands in the verb, under the group's lock.
  app.post('/g/:group/organisers/role', backRoom, async (request, reply) => {
    const entered = await enter(request, ground, mayDoor);
    const { group, actor } = entered;
    const read = readForm(roleForm, request.body);
    if (!read.ok || !isId<'people.person'>(read.value.person_id)) throw notFound();
    const { person_id, role } = read.value;
    const change = { group_id: group.group_id, person_id, role };
    const done = await transact(ground.db, (tx) => changeRole(tx, actor, ground.now(), change));
    if ('refused' in done) {
      if (!mayOrganise(entered.role)) throw notFound();
      return show(request, reply, entered, { refusal: refusalText(request, ground, done.refused) });
    }
    ground.mailsQueued();
    const own = person_id === actor.person_id;
    flash(reply, say(request)(own ? 'team.stepped_down' : 'team.changed'));
    return reply.redirect(own ? groupPaths.show(group) : groupPaths.organisers(group), 303);
  });

  app.post('/g/:group/organisers/hand-over', backRoom, async (request, reply) => {
    const entered = await enter(request, ground, mayOwn);
    const { group, actor } = entered;
    const read = readForm(handOverForm, request.body);
    if (!read.ok || !isId<'people.person'>(read.value.person_id)) throw notFound();
    const to = { group_id: group.group_id, person_id: read.value.person_id };
    const done = await transact(ground.db, (tx) => handOver(tx, actor, ground.now(), to));
    if ('refused' in done)
      return show(request, reply, entered, { refusal: refusalText(request, ground, done.refused) });
    ground.mailsQueued();
    flash(reply, say(request)('team.handed_over', { name: done.to.name || done.to.address }));
    return reply.redirect(groupPaths.organisers(group), 303);
  });

  type Shown = { values?: Values; errors?: Record<string, FieldError>; refusal?: string };

  async function show(request: FastifyRequest, reply: FastifyReply, entered: Entered, shown: Shown = {}) {
    const { group, role, actor } = entered;
    const { values = {}, errors = {}, refusal = null } = shown;
    const [team, invitations] = await Promise.all([
      teamOf(ground.db, group.group_id),
      openInvitations(ground.db, group.group_id),
    ]);
    const worded = errorTexts(request, ground, errors);
    const me = { person_id: actor.person_id, role };
    const wrong = refusal !== null || Object.keys(worded).length > 0;
    const view = viewOf(request, ground);
    const rest = { team, invitations, values, errors: worded, refusal };
    return sendPage(reply, <TeamPage view={view} group={group} me={me} {...rest} />, {
      status: wrong ? 422 : 200,
      accent: group.color,
    });
  }

  function say(request: FastifyRequest) {
    return words(viewOf(request, ground).lang);
  }
}
