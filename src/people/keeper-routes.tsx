// Routes of the one-time link that makes the first keeper.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { fieldErrors } from '#ui/form-words.ts';
import { sendPage } from '#ui/send.ts';
import { askForCode } from './ask-for-code.ts';
import { keeperForm } from './forms.ts';
import { actorOf, viewOf } from './identify.tsx';
import { keeperLinkState } from './keeper.ts';
import { KeeperPage, KeeperUsedPage } from './pages/keeper.tsx';
import { TooManyCodesPage } from './pages/sign-in.tsx';
import { peoplePaths } from './paths.ts';

const link = { config: { door: 'link' } } as const;
type ByToken = { Params: { token: string } };

export function keeperRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<ByToken>('/keeper/:token', link, async (request, reply) => {
    if (await isUsed(request)) return sendUsed(request, reply);
    const { name, address } = actorOf(request) ?? {};
    const { token } = request.params;
    return sendPage(reply, <KeeperPage view={viewOf(request, ground)} token={token} values={{ name, address }} />);
  });

  app.post<ByToken>('/keeper/:token', link, async (request, reply) => {
    if (await isUsed(request)) return sendUsed(request, reply);
    const view = viewOf(request, ground);
    const read = readForm(keeperForm, request.body);
    if (!read.ok) {
      const errors = fieldErrors(view.lang, read.errors);
      const { token } = request.params;
      return sendPage(reply, <KeeperPage view={view} token={token} values={read.values} errors={errors} />, {
        status: 422,
      });
    }
    const { name, address } = read.value;
    const asked = await transact(db, (tx) =>
      askForCode(tx, ground, { address, name, lang: view.lang, purpose: 'keeper', next: '/', ip: request.ip }),
    );
    if (!asked.mailed) return sendPage(reply, <TooManyCodesPage view={view} />, { status: 429 });
    ground.mailsQueued();
    return reply.redirect(peoplePaths.code(asked.token), 303);
  });

  /** A link that was never ours is not there. */
  async function isUsed(request: FastifyRequest<ByToken>): Promise<boolean> {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const state = await keeperLinkState(db, request.params.token);
    if (state === 'unknown') {
      await ground.limits.count('link.guess', request.ip);
      throw notFound();
    }
    return state === 'used';
  }

  function sendUsed(request: FastifyRequest, reply: FastifyReply) {
    return sendPage(reply, <KeeperUsedPage view={viewOf(request, ground)} />, { status: 410 });
  }
}
