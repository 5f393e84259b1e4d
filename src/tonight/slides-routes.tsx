// Routes of an evening's slides: on the whole screen, as a PDF, and what is typed for them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShownEvent } from '#events';
import { backRoom, mayDoor, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { deckOf, tellingSlides } from './deck.ts';
import { type AtEvening, findTonight } from './find-tonight.ts';
import { readOpener } from './forms.ts';
import { deckFacts, writeOpener } from './opener.ts';
import { OpenerPage } from './pages/opener-page.tsx';
import { SlidesPage } from './pages/slides-page.tsx';
import { tonightPaths } from './paths.ts';
import { deckFrom, languageOfSlides, missingLetters, slidesPdf } from './slide-deck.ts';
import { words } from './words.ts';

export function slidesRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<AtEvening>('/g/:group/e/:event/slides', backRoom, async (request, reply) => {
    const { shown, role } = await findTonight(ground, request, mayDoor);
    const lang = languageOfSlides(shown, languageOf(request));
    const slides = deckOf(deckFrom(shown, await deckFacts(db, shown.event), lang, config.origin));
    const view = viewOf(request, ground);
    const page = <SlidesPage view={view} shown={shown} slides={slides} lang={lang} mayEdit={mayOrganise(role)} />;
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.get<AtEvening>('/g/:group/e/:event/slides.pdf', backRoom, async (request, reply) => {
    const { shown } = await findTonight(ground, request, mayDoor);
    const lang = languageOfSlides(shown, languageOf(request));
    const from = deckFrom(shown, await deckFacts(db, shown.event), lang, config.origin);
    const pdf = await slidesPdf(db, from, new Date(ground.now().epochMilliseconds));
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${shown.event.slug}-slides.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(pdf);
  });

  app.get<AtEvening>('/g/:group/e/:event/slides/edit', backRoom, async (request, reply) => {
    const { shown } = await findTonight(ground, request, mayOrganise);
    return openerPage(request, reply, shown);
  });

  app.post<AtEvening>('/g/:group/e/:event/slides/edit', backRoom, async (request, reply) => {
    const { shown } = await findTonight(ground, request, mayOrganise);
    const read = readOpener(request.body);
    const lang = languageOf(request);
    if (!read.ok) {
      const show = [read.values.show ?? []].flat();
      const typed = { values: singleValues(read.values), show, errors: fieldErrors(lang, read.errors) };
      return openerPage(request, reply, shown, typed);
    }
    const at = new Date(ground.now().epochMilliseconds);
    await transact(db, (tx) => writeOpener(tx, shown.event, read.value, at));
    flash(reply, words(lang)('opener.saved'));
    return reply.redirect(tonightPaths.slidesEdit(shown.group.slug, shown.event.slug), 303);
  });

  type Typed = { values: Record<string, string>; show: string[]; errors: Record<string, string> };

  async function openerPage(request: FastifyRequest, reply: FastifyReply, shown: ShownEvent, typed?: Typed) {
    const view = viewOf(request, ground);
    const facts = await deckFacts(db, shown.event);
    const from = deckFrom(shown, facts, languageOfSlides(shown, view.lang), config.origin);
    const page = (
      <OpenerPage
        view={view}
        shown={shown}
        facts={facts}
        telling={tellingSlides(from)}
        usual={deckOf({ ...from, facts: { ...facts, opener: { ...facts.opener, speak: '', hidden: [] } } })}
        missing={await missingLetters(from)}
        typed={typed}
      />
    );
    return sendPage(reply, page, { status: typed ? 422 : 200, accent: shown.group.color });
  }
}
