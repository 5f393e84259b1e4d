// Claiming an imported group, and the keeper's answers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { answerClaim, claimGroup, waitingClaims } from '../claim-group.ts';
import { answerForm, claimForm } from '../forms.ts';
import { mayClaim } from '../may.ts';
import { ClaimPage, ClaimsPage } from '../pages/claim-pages.tsx';
import { typed } from '../pages/form-values.ts';
import { groupPaths } from '../paths.ts';
import { groupBySlug } from '../queries.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { errorTexts, refusalText } from './back-room.ts';

type At = { Params: { group: string } };

export function claimRoutes(app: FastifyInstance, ground: Ground): void {
  const person = { config: { door: 'person' } } as const;
  const keeper = { config: { door: 'keeper' } } as const;

  app.get<At>('/g/:group/claim', person, async (request, reply) => {
    return show(request, reply, await unclaimed(request.params.group), {});
  });

  app.post<At>('/g/:group/claim', person, async (request, reply) => {
    const group = await unclaimed(request.params.group);
    const read = readForm(claimForm, request.body);
    if (!read.ok) {
      const { says } = errorTexts(request, ground, read.errors);
      return show(request, reply, group, { says: typed(read.values, 'says'), error: says });
    }
    const claim = { group_id: group.group_id, says: read.value.says };
    if (!(await ground.limits.count('groups.claimed', (actorOf(request) as Actor).person_id))) {
      const error = words(viewOf(request, ground).lang)('claim.too_often');
      return show(request, reply, group, { says: claim.says, error });
    }
    const done = await transact(ground.db, (tx) => claimGroup(tx, actorOf(request) as Actor, ground.now(), claim));
    ground.mailsQueued();
    const { lang } = viewOf(request, ground);
    flash(reply, 'refused' in done ? refusalText(request, ground, done.refused) : words(lang)('claim.done'));
    return reply.redirect(groupPaths.show(group), 303);
  });

  app.get('/keeper/claims', keeper, async (request, reply) => {
    const claims = await waitingClaims(ground.db);
    return sendPage(reply, <ClaimsPage view={viewOf(request, ground)} claims={claims} refusal={null} />);
  });

  app.post('/keeper/claims', keeper, async (request, reply) => {
    const read = readForm(answerForm, request.body);
    if (!read.ok) throw notFound();
    const { group_id, claim_id, answer } = read.value;
    if (!isId<'groups.group'>(group_id) || !isId<'groups.claim'>(claim_id)) throw notFound();
    const which = { group_id, claim_id, answer };
    const done = await transact(ground.db, (tx) => answerClaim(tx, actorOf(request) as Actor, ground.now(), which));
    const view = viewOf(request, ground);
    if ('refused' in done) {
      const refusal = refusalText(request, ground, done.refused);
      const claims = await waitingClaims(ground.db);
      return sendPage(reply, <ClaimsPage view={view} claims={claims} refusal={refusal} />, { status: 422 });
    }
    ground.mailsQueued();
    flash(reply, words(view.lang)('claims.answered'));
    return reply.redirect(groupPaths.claims(), 303);
  });

  async function unclaimed(slug: string): Promise<Group> {
    const group = await groupBySlug(ground.db, slug);
    if (!group || !mayClaim(group.state)) throw notFound();
    return group;
  }

  type Shown = { says?: string | undefined; error?: string | undefined };

  function show(request: FastifyRequest, reply: FastifyReply, group: Group, { says = '', error }: Shown) {
    const page = <ClaimPage view={viewOf(request, ground)} group={group} says={says} error={error} />;
    return sendPage(reply, page, { status: error ? 422 : 200, accent: group.color });
  }
}
