// Routes to a new evening: choose what to make it from, say what it is called, when and where.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventErrors, eventPaths, notesFor } from '#events';
import { backRoom } from '#groups';
import { transact } from '#kit/db.ts';
import type { FieldError, Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { chosenVenue, venueCard, venuesOfGroup } from '#venues';
import { type From, findPlanner, findStart, type Like, type Start } from './find-start.ts';
import { ChoosePage } from './pages/choose-page.tsx';
import { PlanPage } from './pages/plan-page.tsx';
import { planEvening } from './plan-evening.ts';
import { type Asks, planValues, readPlan, withRoom } from './plan-form.ts';
import { proposeDay } from './rhythm.ts';
import { type EveningAhead, eveningsAhead, startingPoints } from './starting-points.ts';
import { shippedTemplates } from './templates/shipped.ts';
import { words } from './words.ts';

/** Evenings to come whose days are not proposed again, and how many of them stand beside the day. */
const AHEAD_MOST = 30;
const AHEAD_SHOWN = 3;

type At = { Params: { group: string } };

export function planRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/new', backRoom, async (request, reply) => {
    const { group } = await findPlanner(db, request);
    const view = viewOf(request, ground);
    const { last, own } = await startingPoints(db, group.group_id, new Date(ground.now().epochMilliseconds));
    const page = <ChoosePage view={view} group={group} last={last} own={own} shipped={shippedTemplates(view.lang)} />;
    return sendPage(reply, page, { accent: group.color });
  });

  app.get<Like>('/g/:group/new/like/:event', backRoom, show);
  app.post<Like>('/g/:group/new/like/:event', backRoom, make);
  app.get<From>('/g/:group/new/from/:template', backRoom, show);
  app.post<From>('/g/:group/new/from/:template', backRoom, make);

  /** The form, filled, with a day proposed. */
  async function show(request: FastifyRequest<Like | From>, reply: FastifyReply) {
    const start = await findStart(db, request);
    const { group, point } = start;
    const today = wallClock(ground.now(), group.zone).date;
    const last = point.from === 'evening' ? wallClock(instantOf(point.starts_at), point.zone).date : null;
    const ahead = await aheadOf(group);
    const taken = new Set(ahead.map(({ starts_at, zone }) => wallClock(instantOf(starts_at), zone).date));
    const proposed = planValues(point.pattern, proposeDay(point.pattern, today, last, taken));
    const chosen = chosenVenue(request.query);
    const values = chosen.venue
      ? withRoom({ ...proposed, ...chosen }, point.pattern, await venueCard(db, chosen.venue))
      : proposed;
    return form(request, reply, start, { values, ahead });
  }

  const aheadOf = ({ group_id }: Start['group']) =>
    eveningsAhead(db, group_id, new Date(ground.now().epochMilliseconds), AHEAD_MOST);

  async function make(request: FastifyRequest<Like | From>, reply: FastifyReply) {
    const start = await findStart(db, request);
    const { group, actor, point } = start;
    const lang = languageOf(request);
    const { venue: named = point.pattern.venue_id } = (request.body ?? {}) as { venue?: unknown };
    const venue = await venueCard(db, named);
    const read = readPlan(request.body, point.pattern, { zone: group.zone, lang, now: ground.now(), venue });
    if (read.is !== 'planned') return form(request, reply, start, { ...read, status: 422 });
    const { draft, tasks } = read;
    const made = await transact(db, (tx) =>
      planEvening(tx, group, actor.person_id, ground.now(), {
        draft,
        tasks,
        pattern: point.pattern,
        template: point.template,
      }),
    );
    flash(reply, words(lang)('flash.planned'));
    return reply.redirect(eventPaths.manage(group.slug, made.slug), 303);
  }

  type Shown = {
    values: Values;
    ahead?: EveningAhead[];
    errors?: Record<string, FieldError>;
    asks?: Asks;
    status?: number;
  };

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    { group, point }: Start,
    { values, ahead, errors = {}, asks, status = 200 }: Shown,
  ) {
    const view = viewOf(request, ground);
    const of = point.notes_of ? { of: point.notes_of } : {};
    const [notes, venues, coming] = await Promise.all([
      notesFor(db, group, { ...of, most: 1 }),
      venuesOfGroup(db, group.group_id),
      ahead ?? aheadOf(group),
    ]);
    const page = (
      <PlanPage
        view={view}
        group={group}
        point={point}
        notes={notes}
        venues={venues}
        ahead={coming.slice(0, AHEAD_SHOWN)}
        action={view.path.split('?')[0] ?? view.path}
        values={{ ...planValues(point.pattern, null), ...values }}
        errors={worded(view.lang, errors)}
        asks={asks}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }
}

function worded(lang: Parameters<typeof words>[0], errors: Record<string, FieldError>): Record<string, string> {
  const said = eventErrors(lang, errors);
  const t = words(lang);
  return Object.fromEntries(
    Object.entries(said).map(([field, text]) => [
      field,
      text === 'season.closed_already' ? t('refused.closed_already') : text,
    ]),
  );
}
