// Routes: signing in by code or link, signing out, choosing a language.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, safePath } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { askForCode } from './ask-for-code.ts';
import { type CodeRefusal, challengeByLink, challengeByToken, mailAgain } from './challenge.ts';
import { againForm, askForm, codeForm, languageForm } from './forms.ts';
import { actorOf, languageCookie, languageOf, viewOf } from './identify.tsx';
import { CodePage, LinkOverPage, LinkPage, SignInPage, TooManyCodesPage } from './pages/sign-in.tsx';
import { peoplePaths } from './paths.ts';
import { type Proved, proveCode, proveLink } from './prove-code.ts';
import { nameByChallenge } from './queries.ts';
import { carrySession, dropSession } from './session.ts';
import { words } from './words.ts';
import { endSession, setLanguage } from './write-me.ts';

const anyone = { config: { door: 'anyone' } } as const;
const link = { config: { door: 'link' } } as const;
type ByToken = { Params: { token: string } };

export function signInRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  const agentOf = (request: FastifyRequest) => request.headers['user-agent'];

  app.get<{ Querystring: { next?: string } }>('/signin', anyone, async (request, reply) => {
    const next = safePath(request.query.next, '/');
    if (actorOf(request)) return reply.redirect(next, 303);
    return sendPage(reply, <SignInPage view={viewOf(request, ground)} next={next} />);
  });

  app.post('/signin', anyone, async (request, reply) => {
    const view = viewOf(request, ground);
    const read = readForm(askForm, request.body);
    if (!read.ok) {
      const next = safePath(read.values.next, '/');
      const errors = fieldErrors(view.lang, read.errors);
      return sendPage(reply, <SignInPage view={view} next={next} values={read.values} errors={errors} />, {
        status: 422,
      });
    }
    const { address, next } = read.value;
    const asked = await transact(db, (tx) =>
      askForCode(tx, ground, { address, name: '', lang: view.lang, purpose: 'signin', next, ip: request.ip }),
    );
    if (!asked.mailed) return sendPage(reply, <TooManyCodesPage view={view} />, { status: 429 });
    ground.mailsQueued();
    return reply.redirect(peoplePaths.code(asked.token), 303);
  });

  app.get<ByToken>('/signin/code/:token', link, async (request, reply) => sendCode(request, reply));

  app.post<ByToken>('/signin/code/:token', link, async (request, reply) => {
    const { token } = request.params;
    const read = readForm(codeForm, request.body);
    const code = read.ok ? read.value.code : '';
    const attempt = { token, code, agent: agentOf(request), ip: request.ip, now: ground.now() };
    const proved = await transact(db, (tx) => proveCode(tx, ground, attempt));
    return 'refused' in proved ? sendCode(request, reply, proved) : welcome(reply, proved);
  });

  app.post('/signin/again', link, async (request, reply) => {
    const read = readForm(againForm, request.body);
    const { token, back } = read.ok ? read.value : { token: '', back: '/' };
    const t = words(languageOf(request));
    const sent = await transact(db, (tx) => mailAgain(tx, ground, { token, ip: request.ip }));
    if (sent) ground.mailsQueued();
    flash(reply, t(sent ? 'code.sent_again' : 'code.not_again'));
    return reply.redirect(back, 303);
  });

  app.get<{ Params: { link: string } }>('/signin/link/:link', link, async (request, reply) => {
    const view = viewOf(request, ground);
    const challenge = await challengeByLink(db, request.params.link, ground.now());
    if (!challenge) return sendPage(reply, <LinkOverPage view={view} />, { status: 404 });
    const { address } = challenge;
    const name = await nameByChallenge(db, challenge);
    return sendPage(reply, <LinkPage view={view} link={request.params.link} address={address} name={name} />);
  });

  app.post<{ Params: { link: string } }>('/signin/link/:link', link, async (request, reply) => {
    const attempt = { link: request.params.link, agent: agentOf(request), ip: request.ip, now: ground.now() };
    const proved = await transact(db, (tx) => proveLink(tx, ground, attempt));
    if ('refused' in proved) return sendPage(reply, <LinkOverPage view={viewOf(request, ground)} />, { status: 422 });
    return welcome(reply, proved);
  });

  app.post('/signout', anyone, async (request, reply) => {
    const actor = actorOf(request);
    if (actor) await endSession(db, actor.person_id, actor.session_id);
    dropSession(reply, ground);
    flash(reply, words(languageOf(request))('signout.done'));
    return reply.redirect('/', 303);
  });

  app.post('/language', anyone, async (request, reply) => {
    const read = readForm(languageForm, request.body);
    if (!read.ok) return reply.redirect(safePath(read.values.next, '/'), 303);
    const { lang, next } = read.value;
    const actor = actorOf(request);
    if (actor) await setLanguage(db, actor.person_id, lang);
    reply.setCookie(languageCookie, lang, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 365 * 86_400 });
    return reply.redirect(next, 303);
  });

  async function sendCode(request: FastifyRequest<ByToken>, reply: FastifyReply, refusal?: CodeRefusal) {
    const view = viewOf(request, ground);
    const { token } = request.params;
    const challenge = await challengeByToken(db, token, ground.now());
    if (!challenge?.link_hash) return sendPage(reply, <LinkOverPage view={view} />, { status: refusal ? 422 : 404 });
    const { address, purpose } = challenge;
    const button = purpose === 'signin' ? words(view.lang)('signin.button') : undefined;
    const form = { address, token, action: peoplePaths.code(token), button, refused: refusal?.refused };
    return sendPage(reply, <CodePage view={view} {...form} />, { status: refusal ? 422 : 200 });
  }

  /** Signed in, on the way to where they wanted; somebody without a name is asked for one first. */
  function welcome(reply: FastifyReply, { session_token, purpose, name, next, is_keeper, lang }: Proved): FastifyReply {
    carrySession(reply, ground, session_token);
    if (purpose === 'keeper') flash(reply, words(lang)(is_keeper ? 'keeper.done' : 'keeper.quicker'));
    return reply.redirect(name === '' ? peoplePaths.name(next) : next, 303);
  }
}
