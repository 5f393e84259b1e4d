// Routes of a series for organisers: start one, see its days, leave a day out, end it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notesFor } from '#events';
import { backRoom, mayOrganise, type Role } from '#groups';
import { transact } from '#kit/db.ts';
import { type FieldError, readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { wallClock } from '#kit/time.ts';
import { notFound } from '#kit/web.ts';
import type { Lang } from '#kit/words.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { venueCard, venuesOfGroup } from '#venues';
import { type From, findStart, type Like, type Start } from '../find-start.ts';
import { ManageSeriesPage } from '../pages/manage-series-page.tsx';
import { type SeriesPreview, StartSeriesPage } from '../pages/start-series-page.tsx';
import { seasonPaths } from '../paths.ts';
import { tomorrow } from '../plan-form.ts';
import { daysOf } from '../rhythm.ts';
import { words } from '../words.ts';
import { endForm, newSeriesValues, readNewSeries, readRhythm, skipForm } from './forms.ts';
import { eveningsOfSeries, type FoundSeries, madeDays, seriesAt } from './read-series.ts';
import { sayRhythm } from './say-rhythm.ts';
import { daysAhead } from './series-days.ts';
import { endSeries, skipDay, unskipDay } from './skip-day.ts';
import { startSeries } from './start-series.ts';

type At = { Params: { group: string; series: string } };

/** Days shown before a series is made, and on its organisers' page. */
const PREVIEW = 6;
const SHOWN = 8;

export function seriesRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<Like>('/g/:group/new/like/:event/series', backRoom, begin);
  app.post<Like>('/g/:group/new/like/:event/series', backRoom, start);
  app.get<From>('/g/:group/new/from/:template/series', backRoom, begin);
  app.post<From>('/g/:group/new/from/:template/series', backRoom, start);

  app.get<At>('/g/:group/series/:series/manage', backRoom, async (request, reply) => {
    const { found } = await own(request);
    const { series, group, is_public } = found;
    const { evenings, skips } = await eveningsOfSeries(db, series);
    const today = wallClock(ground.now(), series.pattern.zone ?? group.zone).date;
    const days = daysAhead(series, madeDays(evenings), skips, today, SHOWN).filter(
      ({ is }) => !series.ended_at || is === 'made',
    );
    const view = viewOf(request, ground);
    const page = <ManageSeriesPage {...{ view, group, series, evenings, days, is_public }} />;
    return sendPage(reply, page, { accent: group.color });
  });

  app.post<At>('/g/:group/series/:series/skip', backRoom, async (request, reply) => {
    const { found, actor } = await own(request);
    const read = readForm(skipForm, request.body);
    if (!read.ok) throw notFound();
    const { day, back } = read.value;
    const verb = back === 'yes' ? unskipDay : skipDay;
    const done = await transact(db, (tx) => verb(tx, actor, found.series, day, ground.now()));
    const t = words(languageOf(request));
    if ('is' in done) flash(reply, t(done.is === 'back' ? 'series.flash.back' : 'series.flash.skipped'));
    else flash(reply, t(`refused.${refusal[done.refused]}`));
    return reply.redirect(seasonPaths.seriesManage(found.group.slug, found.series.slug), 303);
  });

  app.post<At>('/g/:group/series/:series/end', backRoom, async (request, reply) => {
    const { found, actor } = await own(request);
    const read = readForm(endForm, request.body);
    if (!read.ok) throw notFound();
    const done = await transact(db, (tx) => endSeries(tx, actor, found.series, read.value.drafts, ground.now()));
    const t = words(languageOf(request));
    flash(reply, 'is' in done ? t('series.flash.ended', { n: done.discarded }) : t('refused.series_over'));
    return reply.redirect(seasonPaths.seriesManage(found.group.slug, found.series.slug), 303);
  });

  /** A series for those who write for its group. Throws the 404 for everybody else. */
  async function own(
    request: FastifyRequest<At>,
  ): Promise<{ found: FoundSeries & { role: Role | null }; actor: Actor }> {
    const actor = actorOf(request);
    const found = actor && (await seriesAt(db, request.params, actor.person_id));
    if (!actor || !found || !mayOrganise(found.role)) throw notFound();
    return { found, actor };
  }

  /** The form, filled; with what stands in the address when its days were asked for. */
  async function begin(request: FastifyRequest<Like | From>, reply: FastifyReply) {
    const start = await findStart(db, request);
    const read = readRhythm({ ...filled(start), ...(request.query as Values) });
    const errors = read.ok ? {} : read.errors;
    return form(request, reply, start, { values: read.values, errors });
  }

  async function start(request: FastifyRequest<Like | From>, reply: FastifyReply) {
    const found = await findStart(db, request);
    const { group, actor, point } = found;
    const typed = (request.body ?? {}) as Values;
    // From the form of one evening: what was typed there comes along, and nothing is made yet.
    if (typed.step === 'begin')
      return form(request, reply, found, { values: { ...filled(found), ...typed }, errors: {} });
    const { venue: named = point.pattern.venue_id } = (request.body ?? {}) as { venue?: unknown };
    const venue = await venueCard(db, named);
    const read = readNewSeries(request.body, point.pattern, venue);
    if (!read.ok) return form(request, reply, found, { ...read, status: 422 });
    const { template } = point;
    const made = await transact(db, (tx) =>
      startSeries(tx, group, actor, ground.now(), { ...read.value, about: point.pattern.about, template }),
    );
    flash(reply, words(languageOf(request))('series.flash.started', { n: made.made }));
    return reply.redirect(seasonPaths.seriesManage(group.slug, made.slug), 303);
  }

  function filled({ group, point }: Start): Values {
    return newSeriesValues(point.pattern, '', tomorrow(ground.now(), group.zone));
  }

  type Shown = { values: Values; errors: Record<string, FieldError>; status?: number };

  async function form(
    request: FastifyRequest,
    reply: FastifyReply,
    { group, point }: Start,
    { values, errors, status = 200 }: Shown,
  ) {
    const view = viewOf(request, ground);
    const of = point.notes_of ? { of: point.notes_of } : {};
    const [notes, venues] = await Promise.all([
      notesFor(db, group, { ...of, most: 1 }),
      venuesOfGroup(db, group.group_id),
    ]);
    const page = (
      <StartSeriesPage
        view={view}
        group={group}
        notes={notes}
        venues={venues}
        point={point}
        action={view.path.split('?')[0] ?? view.path}
        values={values}
        errors={worded(view.lang, errors)}
        preview={previewOf(values, view.lang)}
      />
    );
    return sendPage(reply, page, { status, accent: group.color });
  }
}

const refusal = {
  'season.no_such_series': 'series_over',
  'season.announced_already': 'announced_already',
} as const;

function previewOf(values: Values, lang: Lang): SeriesPreview | null {
  const read = readRhythm(values);
  if (!read.ok) return null;
  const { rhythm, starts_on, ends_on, most } = read.value;
  const days: string[] = [];
  let goes_on = false;
  for (const day of daysOf(rhythm, starts_on)) {
    if ((ends_on !== null && day > ends_on) || days.length === most) break;
    goes_on = days.length === PREVIEW;
    if (goes_on) break;
    days.push(day);
  }
  return { says: sayRhythm(rhythm, lang), days, goes_on };
}

function worded(lang: Lang, errors: Record<string, FieldError>): Record<string, string> {
  const none = words(lang)('refused.no_days');
  return Object.fromEntries(
    Object.entries(fieldErrors(lang, errors)).map(([field, text]) => [field, text === 'season.no_days' ? none : text]),
  );
}
