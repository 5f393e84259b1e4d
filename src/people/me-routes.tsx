// Routes of a person's own page: profile, name, sessions.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Read, readForm, safePath, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { panelsAt } from '#kit/panels.ts';
import { notFound } from '#kit/web.ts';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { nameForm, profileForm, sessionForm } from './forms.ts';
import { languageCookie, personOf, viewOf } from './identify.tsx';
import { MePage, NamePage } from './pages/me.tsx';
import { SessionsPage } from './pages/sessions.tsx';
import { peoplePaths } from './paths.ts';
import { profileOf, sessionsOf } from './queries.ts';
import { words } from './words.ts';
import { endOtherSessions, endSession, setName, writeProfile } from './write-me.ts';

const person = { config: { door: 'person' } } as const;

export function meRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get('/me', person, async (request, reply) => {
    const { name, pronouns, languages, lang, zone } = await profileOf(db, personOf(request).person_id);
    return sendMe(request, reply, { name, pronouns, languages: languages.join(', '), lang, zone: zone ?? '' });
  });

  app.post('/me', person, async (request, reply) => {
    const read = readForm(profileForm, request.body);
    if (!read.ok) return sendMe(request, reply, read.values, read);
    await writeProfile(db, personOf(request).person_id, read.value);
    const { lang } = read.value;
    reply.setCookie(languageCookie, lang, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 365 * 86_400 });
    flash(reply, words(lang)('me.saved'));
    return reply.redirect(peoplePaths.me(), 303);
  });

  app.get<{ Querystring: { next?: string } }>('/me/name', person, async (request, reply) => {
    const { name } = personOf(request);
    const next = safePath(request.query.next, '/');
    return sendPage(reply, <NamePage view={viewOf(request, ground)} next={next} values={{ name }} />);
  });

  app.post('/me/name', person, async (request, reply) => {
    const view = viewOf(request, ground);
    const read = readForm(nameForm, request.body);
    if (!read.ok) {
      const next = safePath(read.values.next, '/');
      const { name } = fieldErrors(view.lang, read.errors);
      return sendPage(reply, <NamePage view={view} next={next} values={read.values} error={name} />, { status: 422 });
    }
    await setName(db, personOf(request).person_id, read.value.name);
    return reply.redirect(read.value.next, 303);
  });

  app.get('/me/sessions', person, async (request, reply) => {
    const { person_id, session_id } = personOf(request);
    const sessions = await sessionsOf(db, person_id, ground.now());
    return sendPage(reply, <SessionsPage view={viewOf(request, ground)} sessions={sessions} here={session_id} />);
  });

  app.post('/me/sessions', person, async (request, reply) => {
    const actor = personOf(request);
    const read = readForm(sessionForm, request.body);
    const which = read.ok ? read.value.session_id : '';
    if (which === 'others') await endOtherSessions(db, actor.person_id, actor.session_id);
    else if (isId<'people.session'>(which)) await endSession(db, actor.person_id, which);
    else throw notFound();
    flash(reply, words(actor.lang)(which === 'others' ? 'sessions.ended_others' : 'sessions.ended'));
    return reply.redirect(peoplePaths.sessions(), 303);
  });

  async function sendMe(request: FastifyRequest, reply: FastifyReply, values: Values, refused?: Read<unknown>) {
    const { person_id, address } = personOf(request);
    const view = viewOf(request, ground);
    const panels = await panelsAt('people.me', db, view, { person_id });
    const errors = refused && !refused.ok ? fieldErrors(view.lang, refused.errors) : {};
    const page = <MePage view={view} address={address} values={values} errors={errors} panels={panels} />;
    return sendPage(reply, page, { status: refused ? 422 : 200 });
  }
}
