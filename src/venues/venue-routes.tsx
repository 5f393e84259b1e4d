// Routes of venues: find one, read it, add it, change it, use it for a group.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { groupForOrganiser, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm, type Values, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { newId } from '#kit/id.ts';
import { panelsAt } from '#kit/panels.ts';
import type { Tx } from '#kit/tables.ts';
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
import { type Plan, readPlan } from './plan.ts';
import { heldVenue, isOrganiser, type ListedVenue, venueFor, venuesFound } from './queries.ts';
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
    const plan = planOf(request);
    const view = { ...viewOf(request, ground), path: venuePaths.list({ ...search, plan: plan?.path }) };
    return sendCached(request, reply, ground, `venues.list ${view.lang} ${view.path}`, async () => {
      const found = await venuesFound(db, search);
      return { page: <VenuesPage view={view} q={search.q} {...found} plan={plan?.path} mayAdd={mayAdd} /> };
    });
  });

  app.get('/venues/new', person, async (request, reply) => {
    await organiser(request);
    // Looked for and not found: nobody types it again.
    const { q: name } = readVenueSearch({ q: (request.query as { name?: unknown }).name });
    return form(request, reply, { venue: null, values: { once: newId(), plan: planOf(request)?.path ?? '', name } });
  });

  app.post('/venues/new', person, async (request, reply) => {
    const actor = await organiser(request);
    const read = readVenue(request.body);
    const plan = readPlan(request.body);
    const values: Values = { ...read.values, plan: plan?.path ?? '' };
    if (!read.ok) {
      return form(request, reply, { venue: null, values, errors: fieldErrors(languageOf(request), read.errors) });
    }
    // The page's own number: the same form sent twice adds one venue.
    const once = String(values.once ?? '').slice(0, 40);
    const planning = plan && (await groupForOrganiser(db, plan.group, actor, mayOrganise));
    const adding = async (tx: Tx) => {
      const added = await addVenue(tx, actor, ground.now(), read.value);
      const card = planning && !('refused' in added) && (await heldVenue(tx, added.venue_id));
      if (card) await noteUse(tx, planning.group.group_id, card, ground.now());
      return added;
    };
    const added = await transact(db, adding, {
      ...(once ? { key: `venues.add ${actor.person_id} ${once} ${read.value.although_alike}` } : {}),
    });
    // Sent again it is another form: the answer kept under this number is a no.
    if ('refused' in added)
      return form(request, reply, { venue: null, values: { ...values, once: newId() }, alike: added.alike });
    flash(reply, words(languageOf(request))(plan ? 'form.added.chosen' : 'form.added'));
    return reply.redirect(plan ? venuePaths.chosen(plan.path, added.venue_id) : venuePaths.show(added.slug), 303);
  });

  app.get<VenueAt>('/venues/:venue', anyone, async (request, reply) => {
    const { venue: slug } = request.params;
    const plan = planOf(request);
    const view = { ...viewOf(request, ground), path: venuePaths.show(slug, plan?.path) };
    return sendCached(request, reply, ground, `venues.page ${view.lang} ${slug}`, async () => {
      const { venue, standing } = await found(request);
      const panels = await panelsAt('venues.page', db, view, { venue_id: venue.venue_id });
      return { page: <VenuePage view={view} venue={venue} standing={standing} plan={plan} panels={panels} /> };
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
    const plan = readPlan(request.body);
    const t = words(languageOf(request));
    flash(reply, plan ? t('page.chosen', { venue: venue.name }) : t('page.used', { group: group.name }));
    return reply.redirect(plan ? venuePaths.chosen(plan.path, venue.venue_id) : venuePaths.show(venue.slug), 303);
  });

  /** The form this visitor came from; nobody signed out has one, so that a page is the same for all of them. */
  function planOf(request: FastifyRequest): Plan | null {
    return actorOf(request) && readPlan(request.query);
  }

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
