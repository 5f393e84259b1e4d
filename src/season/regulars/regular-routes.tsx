// Routes of whoever likes a series: see it, join it, leave it, subscribe to its calendar.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendCalendar } from '#events';
import { mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import { address, line, readForm, singleValues, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, askForCode, languageOf, peoplePaths, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { seasonPaths } from '../paths.ts';
import { type FoundSeries, seriesAt } from '../series/read-series.ts';
import { words } from '../words.ts';
import { joinSeries, leaveSeries } from './join-series.ts';
import { publicEvenings } from './read-regulars.ts';
import { SeriesPage } from './series-page.tsx';

const anyone = { config: { door: 'anyone' } } as const;
const person = { config: { door: 'person' } } as const;
type At = { Params: { group: string; series: string } };

const joinForm = z.object({ name: line(120), address: address() });

export function regularRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/series/:series', anyone, async (request, reply) => page(request, reply, await find(request)));

  app.get<At>('/g/:group/series/:series/feed.ics', anyone, async (request, reply) => {
    const { series, group, is_public } = await find(request);
    if (!is_public) throw notFound();
    const { origin } = ground.config;
    const url = `${origin}${seasonPaths.seriesFeed(group.slug, series.slug)}`;
    const events = await publicEvenings(db, series, nowDate());
    return sendCalendar(request, reply, { name: series.title, url, group, events, origin, now: ground.now() });
  });

  app.post<At>('/g/:group/series/:series/join', anyone, async (request, reply) => {
    const found = await find(request);
    const { series, group } = found;
    const t = words(languageOf(request));
    const actor = actorOf(request);
    if (!actor) return joinWithAddress(request, reply, found);
    const done = await transact(db, (tx) => joinSeries(tx, series, actor.person_id, ground.now()));
    flash(reply, 'refused' in done ? t('refused.series_over') : t('regular.flash.joined'));
    return reply.redirect(seasonPaths.series(group.slug, series.slug), 303);
  });

  app.post<At>('/g/:group/series/:series/leave', person, async (request, reply) => {
    const { series, group } = await find(request);
    const actor = actorOf(request);
    if (!actor) throw notFound();
    await transact(db, (tx) => leaveSeries(tx, series, actor.person_id, ground.now()));
    flash(reply, words(languageOf(request))('regular.flash.left'));
    return reply.redirect(seasonPaths.series(group.slug, series.slug), 303);
  });

  /** Not signed in: who it was is known once the mailed code is typed; known and unknown addresses get the same answer. */
  async function joinWithAddress(request: FastifyRequest<At>, reply: FastifyReply, found: FoundSeries) {
    const { series, group } = found;
    const lang = languageOf(request);
    const read = readForm(joinForm, request.body);
    if (!read.ok) {
      const form = { values: singleValues(read.values), errors: fieldErrors(lang, read.errors) };
      return page(request, reply, found, form, 422);
    }
    const next = seasonPaths.series(group.slug, series.slug);
    const ask = { ...read.value, lang, purpose: 'signin' as const, next, ip: request.ip };
    const asked = await transact(db, async (tx) => {
      const code = await askForCode(tx, ground, { ...ask, mail: { title: series.title } });
      const { group_id, series_id } = series;
      const { challenge_id, person_id } = code;
      const joining = { group_id, series_id, challenge_id, person_id, asked_at: nowDate() };
      if (code.mailed && !series.ended_at) await tx.insertInto('season.joining').values(joining).execute();
      return code;
    });
    if (!asked.mailed) {
      const errors = { address: words(lang)('regular.too_many_mails') };
      return page(request, reply, found, { values: singleValues(read.values), errors }, 429);
    }
    ground.mailsQueued();
    return reply.redirect(peoplePaths.code(asked.token), 303);
  }

  /** A series everybody may know of, or one of one's own group. Throws the 404. */
  async function find(request: FastifyRequest<At>): Promise<FoundSeries> {
    const found = await seriesAt(db, request.params, actorOf(request)?.person_id ?? null);
    if (!found || !(found.is_public || mayOrganise(found.role))) throw notFound();
    return found;
  }

  type Typed = { values?: Record<string, string>; errors?: Record<string, string> };

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { series, group, role, is_regular: isRegular }: FoundSeries,
    typed: Typed = {},
    status = 200,
  ) {
    const all = await publicEvenings(db, series, nowDate());
    const evenings = all.filter(({ ends_at }) => ends_at > nowDate());
    const view = viewOf(request, ground);
    const props = { view, group, series, evenings, isRegular, mayManage: mayOrganise(role), ...typed };
    return sendPage(reply, <SeriesPage {...props} />, { status, accent: group.color });
  }

  function nowDate(): Date {
    return new Date(ground.now().epochMilliseconds);
  }
}
