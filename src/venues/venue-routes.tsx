// Routes of venues: find one, read it, add it, change it, use it for a group.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, type Values, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { newId } from '#kit/id.ts';
import { panelsAt } from '#kit/panels.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendCached, sendPage } from '#ui/send.ts';
import { findVenue, type VenueAt } from './find-venue.ts';
import { formOfVenue, readVenue, readVenueSearch } from './forms.ts';
import { mayChange, mayUse } from './may.ts';
import { noteUse } from './note-use.ts';
import { VenueForm } from './pages/venue-form.tsx';
import { VenuePage } from './pages/venue-page.tsx';
import { VenuesPage } from './pages/venues-page.tsx';
import { venuePaths } from './paths.ts';
import { isOrganiser, type ListedVenue, venueFor, venuesFound } from './queries.ts';
import { words } from './words.ts';
import { addVenue, changeVenue } from './write-venue.ts';

const anyone = { config: { door: 'anyone' } } as const;
const person = { config: { door: 'person' } } as const;

const useForm = z.object({ group: z.string().max(100).default('') });

export function venueRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, limits } = ground;

  app.get('/venues', anyone, async (request, reply) => {
    const search = readVenueSearch(request.query);
    if (search.q && !(await limits.count('search', request.ip))) {
      throw Object.assign(new Error('too many searches'), { statusCode: 429 });
    }
    const actor = actorOf(request);
    const mayAdd = actor !== null && (await isOrganiser(db, actor.person_id));
    const view = { ...viewOf(request, ground), path: venuePaths.list(search) };
    return sendCached(request, reply, ground, `venues.list ${view.lang} ${view.path}`, async () => {
      const found = await venuesFound(db, search);
      return { page: <VenuesPage view={view} q={search.q} {...found} mayAdd={mayAdd} /> };
    });
  });

  app.get('/venues/new', person, async (request, reply) => {
    await organiser(request);
    return form(request, reply, { venue: null, values: { once: newId() } });
  });

  app.post('/venues/new', person, async (request, reply) => {
    const actor = await organiser(request);
    const read = readVenue(request.body);
    const { values } = read;
    if (!read.ok) {
      return form(request, reply, { venue: null, values, errors: fieldErrors(languageOf(request), read.errors) });
    }
    // The page's own number: the same form sent twice adds one venue.
    const once = String(values.once ?? '').slice(0, 40);
    const added = await transact(db, (tx) => addVenue(tx, actor, ground.now(), read.value), {
      ...(once ? { key: `venues.add ${actor.person_id} ${once} ${read.value.although_alike}` } : {}),
    });
    if ('refused' in added) return form(request, reply, { venue: null, values, alike: added.alike });
    flash(reply, words(languageOf(request))('form.added'));
    return reply.redirect(venuePaths.show(added.slug), 303);
  });

  app.get<VenueAt>('/venues/:venue', anyone, async (request, reply) => {
    const { venue: slug } = request.params;
    const view = { ...viewOf(request, ground), path: venuePaths.show(slug) };
    return sendCached(request, reply, ground, `venues.page ${view.lang} ${slug}`, async () => {
      const { venue, standing } = await found(request);
      const panels = await panelsAt('venues.page', db, view, { venue_id: venue.venue_id });
      return { page: <VenuePage view={view} venue={venue} standing={standing} panels={panels} /> };
    });
  });

  app.get<VenueAt>('/venues/:venue/edit', person, async (request, reply) => {
    const { venue } = await findVenue(ground, request, mayChange);
    return form(request, reply, { venue, values: formOfVenue(venue) });
  });

  app.post<VenueAt>('/venues/:venue/edit', person, async (request, reply) => {
    const { venue, actor } = await findVenue(ground, request, mayChange);
    const read = readVenue(request.body);
    if (!read.ok) {
      const errors = fieldErrors(languageOf(request), read.errors);
      return form(request, reply, { venue, values: read.values, errors });
    }
    await transact(db, (tx) => changeVenue(tx, actor, ground.now(), venue.venue_id, read.value.draft));
    flash(reply, words(languageOf(request))('form.saved'));
    return reply.redirect(venuePaths.show(venue.slug), 303);
  });

  app.post<VenueAt>('/venues/:venue/use', person, async (request, reply) => {
    const { venue, standing } = await findVenue(ground, request, mayUse);
    const read = readForm(useForm, request.body);
    const group = standing.mine.find(({ slug }) => read.ok && slug === read.value.group);
    if (!group) throw notFound();
    await transact(db, (tx) => noteUse(tx, group.group_id, venue, ground.now()));
    flash(reply, words(languageOf(request))('page.used', { group: group.name }));
    return reply.redirect(venuePaths.show(venue.slug), 303);
  });

  /** Whoever organises a group here. Throws the 404 for everybody else. */
  async function organiser(request: FastifyRequest) {
    const actor = actorOf(request);
    if (!actor || !(await isOrganiser(db, actor.person_id))) throw notFound();
    return actor;
  }

  async function found(request: FastifyRequest<VenueAt>) {
    const there = await venueFor(db, request.params.venue, actorOf(request)?.person_id ?? null);
    if (!there) throw notFound();
    return there;
  }

  type Shown = {
    venue: { slug: string; name: string } | null;
    values: Values;
    errors?: Record<string, string>;
    alike?: readonly ListedVenue[];
  };

  function form(request: FastifyRequest, reply: FastifyReply, { venue, values, errors = {}, alike = [] }: Shown) {
    const wrong = alike.length > 0 || Object.keys(errors).length > 0;
    const view = viewOf(request, ground);
    const page = <VenueForm view={view} venue={venue} values={values} errors={errors} alike={alike} />;
    return sendPage(reply, page, { status: wrong ? 422 : 200 });
  }
}
