// Routes of a group's questions and answers: the team's overview, changing one audience's, and the public page.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { backRoom, type Group, groupBySlug, groupForOrganiser, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { newId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendCached, sendPage } from '#ui/send.ts';
import { faqOf, faqsOf, languageOfAnswers, saveFaq } from './faq.ts';
import { readFaq } from './forms.ts';
import { changesOf } from './merge-rules.ts';
import { EditPage } from './pages/edit-page.tsx';
import { FaqPage } from './pages/faq-page.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { faqPaths } from './paths.ts';
import { type Audience, audiences } from './tables.ts';
import { words } from './words.ts';

type OfGroup = { Params: { group: string } };
type OfAudience = { Params: { group: string; audience: string } };

export function faqRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<OfGroup>('/g/:group/faq', backRoom, async (request, reply) => {
    const { group } = await groupForOrganiser(db, request.params.group, actorOf(request), mayOrganise);
    const view = viewOf(request, ground);
    const faqs = await faqsOf(db, group, toldOf(request, group));
    return sendPage(reply, <OverviewPage view={view} group={group} faqs={faqs} />, { accent: group.color });
  });

  app.get<OfAudience>('/g/:group/faq/:audience', { config: { door: 'anyone' } }, async (request, reply) => {
    const audience = audienceOf(request);
    const { group: slug } = request.params;
    const view = { ...viewOf(request, ground), path: faqPaths.show(slug, audience) };
    const group = await groupBySlug(db, slug);
    if (!group) throw notFound();
    if (group.slug !== slug) return reply.redirect(faqPaths.show(group.slug, audience), 301);
    const actor = actorOf(request);
    const isTeam = actor !== null && (await groupForOrganiser(db, slug, actor, mayOrganise).then(Boolean, () => false));
    return sendCached(request, reply, ground, `faq.page ${slug} ${audience} ${view.lang}`, async () => {
      const told = toldOf(request, group);
      const faq = await faqOf(db, group, audience, told);
      // What is not published does not exist, but for the team.
      if (faq.published_at === null && !isTeam) throw notFound();
      const page = <FaqPage view={view} group={group} faq={faq} lang={told.lang} isTeam={isTeam} />;
      return { page, accent: group.color };
    });
  });

  app.get<OfAudience>('/g/:group/faq/:audience/edit', backRoom, async (request, reply) => {
    const { group } = await groupForOrganiser(db, request.params.group, actorOf(request), mayOrganise);
    return edit(request, reply, group);
  });

  app.post<OfAudience>('/g/:group/faq/:audience/edit', backRoom, async (request, reply) => {
    const actor = actorOf(request);
    const { group } = await groupForOrganiser(db, request.params.group, actor, mayOrganise);
    if (!actor) throw notFound();
    const audience = audienceOf(request);
    const { entries } = await faqOf(db, group, audience, toldOf(request, group));
    const read = readFaq(request.body, entries, newId());
    const t = words(languageOf(request));
    if (!read.ok) {
      const worded = Object.entries(fieldErrors(languageOf(request), read.errors));
      const errors = worded.map(
        ([field, said]) => [field, said === 'faq.too_many' ? t('faq.too_many') : said] as const,
      );
      return edit(request, reply, group, { values: singleValues(read.values), errors: Object.fromEntries(errors) });
    }
    const kept = changesOf(entries, read.rows);
    const isPublic = read.step === 'save' ? null : read.step === 'publish';
    await transact(db, (tx) => saveFaq(tx, actor, group, audience, kept, isPublic, ground.now()));
    flash(reply, t(read.step === 'save' ? 'edit.saved' : isPublic ? 'edit.published' : 'edit.unpublished'));
    return reply.redirect(faqPaths.edit(group.slug, audience), 303);
  });

  function toldOf(request: FastifyRequest, group: Group) {
    const { origin, lang, now } = viewOf(request, ground);
    return { lang: languageOfAnswers(group, lang), origin, now };
  }

  type Typed = { values: Record<string, string>; errors: Record<string, string> };

  async function edit(request: FastifyRequest<OfAudience>, reply: FastifyReply, group: Group, typed?: Typed) {
    const faq = await faqOf(db, group, audienceOf(request), toldOf(request, group));
    const page = <EditPage view={viewOf(request, ground)} group={group} faq={faq} typed={typed} />;
    return sendPage(reply, page, { status: typed ? 422 : 200, accent: group.color });
  }
}

/** Throws the 404 for an audience there is not. */
function audienceOf(request: FastifyRequest<OfAudience>): Audience {
  const found = audiences.find((one) => one === request.params.audience);
  if (!found) throw notFound();
  return found;
}
