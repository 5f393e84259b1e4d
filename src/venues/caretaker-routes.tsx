// Routes of those who look after a venue, and of those who may tell them something.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, singleValues, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { addCaretaker, candidatesFor, stepBack, takeOn } from './caretakers.ts';
import { findVenue, type VenueAt } from './find-venue.ts';
import { mayChange, mayUse } from './may.ts';
import { CaretakersPage } from './pages/caretakers-page.tsx';
import { CorrectPage } from './pages/correct-page.tsx';
import { venuePaths } from './paths.ts';
import { proposeCorrection } from './propose-correction.ts';
import { words } from './words.ts';

const person = { config: { door: 'person' } } as const;

const addForm = z.object({ person_id: z.string().min(1).max(100) });
const correctForm = z.object({ words: z.string().min(1).max(2000) });

export function caretakerRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, limits } = ground;

  app.get<VenueAt>('/venues/:venue/caretakers', person, (request, reply) => show(request, reply));

  app.post<VenueAt>('/venues/:venue/caretakers', person, async (request, reply) => {
    const { venue, actor } = await findVenue(ground, request, mayChange);
    const read = readForm(addForm, request.body);
    const lang = languageOf(request);
    const t = words(lang);
    if (!read.ok) return show(request, reply, fieldErrors(lang, read.errors).person_id);
    const added = await transact(db, (tx) =>
      addCaretaker(tx, actor, ground.now(), venue.venue_id, read.value.person_id),
    );
    if ('refused' in added) return show(request, reply, t('caretakers.not_among_them'));
    ground.mailsQueued();
    flash(reply, t('caretakers.added', { name: added.name }));
    return reply.redirect(venuePaths.caretakers(venue.slug), 303);
  });

  app.post<VenueAt>('/venues/:venue/caretakers/leave', person, async (request, reply) => {
    const { venue, actor } = await findVenue(ground, request, mayChange);
    const left = await transact(db, (tx) => stepBack(tx, actor, venue.venue_id));
    flash(reply, words(languageOf(request))('caretakers.left', { n: left }));
    return reply.redirect(venuePaths.show(venue.slug), 303);
  });

  app.post<VenueAt>('/venues/:venue/caretakers/take', person, async (request, reply) => {
    const { venue, actor } = await findVenue(ground, request, mayUse);
    const taken = await transact(db, (tx) => takeOn(tx, actor, ground.now(), venue.venue_id));
    flash(reply, words(languageOf(request))('is' in taken ? 'caretakers.taken' : 'caretakers.looked_after'));
    return reply.redirect(venuePaths.show(venue.slug), 303);
  });

  app.get<VenueAt>('/venues/:venue/correct', person, async (request, reply) => {
    const { venue, standing } = await findVenue(ground, request, mayUse);
    return sendPage(reply, <CorrectPage view={viewOf(request, ground)} venue={venue} standing={standing} value="" />);
  });

  app.post<VenueAt>('/venues/:venue/correct', person, async (request, reply) => {
    const { venue, standing, actor } = await findVenue(ground, request, mayUse);
    const read = readForm(correctForm, request.body);
    const lang = languageOf(request);
    const t = words(lang);
    const isOften = read.ok && !(await limits.count('venues.corrected', actor.person_id));
    if (!read.ok || isOften) {
      const error = read.ok ? t('correct.too_often') : fieldErrors(lang, read.errors).words;
      const { words: value = '' } = singleValues(read.values);
      const parts = { view: viewOf(request, ground), venue, standing, value, error };
      return sendPage(reply, <CorrectPage {...parts} />, { status: 422 });
    }
    const told = await transact(db, (tx) => proposeCorrection(tx, actor, venue.venue_id, read.value.words));
    ground.mailsQueued();
    flash(reply, t('correct.sent', { n: told }));
    return reply.redirect(venuePaths.show(venue.slug), 303);
  });

  async function show(request: FastifyRequest<VenueAt>, reply: FastifyReply, error?: string) {
    const { venue, standing, actor } = await findVenue(ground, request, mayChange);
    const candidates = await candidatesFor(db, venue.venue_id, actor);
    const parts = { view: viewOf(request, ground), venue, standing, candidates, error };
    return sendPage(reply, <CaretakersPage {...parts} />, { status: error === undefined ? 200 : 422 });
  }
}
