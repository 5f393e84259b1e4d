// Routes of the morning after: three questions on one page, asked once an evening is over.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headsAtDoor } from '#door';
import {
  eventPaths,
  type MorningAnswers,
  morningAfterOf,
  morningRules,
  type ShownEvent,
  settleMorningAfter,
} from '#events';
import { backRoom, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type AtEvening, findTonight } from './find-tonight.ts';
import { readMorning } from './forms.ts';
import { MorningPage } from './pages/morning-page.tsx';
import { NotOverPage } from './pages/not-over-page.tsx';
import { tonightPaths } from './paths.ts';
import { thanksFacts } from './thanks.ts';
import { words } from './words.ts';

export function morningRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<AtEvening>('/g/:group/e/:event/morning-after', backRoom, async (request, reply) => {
    const { shown } = await findTonight(ground, request, mayOrganise);
    return questions(request, reply, shown);
  });

  app.post<AtEvening>('/g/:group/e/:event/morning-after', backRoom, async (request, reply) => {
    const { shown, actor } = await findTonight(ground, request, mayOrganise);
    const read = readMorning(request.body);
    const lang = languageOf(request);
    if (!read.ok) {
      const typed = { values: singleValues(read.values), errors: fieldErrors(lang, read.errors) };
      return questions(request, reply, shown, typed);
    }
    const answers: MorningAnswers = read.value;
    const settled = await transact(db, (tx) =>
      settleMorningAfter(tx, shown.event, actor, ground.now(), answers, read.correcting),
    );
    // Too early, or a correction: the page says so, and keeps what was typed.
    if ('refused' in settled)
      return questions(request, reply, shown, { values: singleValues(read.values), errors: {} });
    flash(reply, words(lang)(settled.corrected ? 'morning.corrected' : 'morning.noted'));
    // What is left is to say thank you, once.
    const facts = await thanksFacts(db, shown.event, ground.now());
    const isLeft = facts && !facts.sent && facts.going > 0 && morningRules.isAskedAbout(shown.event, ground.now());
    const { slug } = shown.event;
    const next = isLeft ? tonightPaths.thanks(shown.group.slug, slug) : eventPaths.manage(shown.group.slug, slug);
    return reply.redirect(next, 303);
  });

  type Typed = { values: Record<string, string>; errors: Record<string, string> };

  async function questions(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent, typed?: Typed) {
    const view = viewOf(request, ground);
    const refused = morningRules.refuse(shown.event, ground.now());
    const how = { status: typed ? 422 : 200, accent: shown.group.color };
    if (refused === 'events.not_over')
      return sendPage(reply, <NotOverPage view={view} shown={shown} what="morning" />, how);
    if (refused) throw notFound();
    const [noted, counted] = await Promise.all([morningAfterOf(db, shown.event), headsAtDoor(db, shown.event)]);
    const page = <MorningPage view={view} shown={shown} noted={noted} counted={counted} typed={typed} />;
    return sendPage(reply, page, how);
  }
}
