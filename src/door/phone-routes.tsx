// What a phone at the door asks for: the page it works with, being paired, and putting its scans with those of the others.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ticketKey } from '#events';
import { transact } from '#kit/db.ts';
import { singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { readName, readPairing, readSync } from './forms.ts';
import { LinkPage } from './pages/link-page.tsx';
import { PairPage } from './pages/pair-page.tsx';
import { PhonePage } from './pages/phone-page.tsx';
import { codeHash, isGoodLink, pairPhone, revokePhone } from './pair-phone.ts';
import { doorPaths } from './paths.ts';
import { carryPhone, dropPhone, type NoPhone, phoneOf } from './phone-session.ts';
import { serveApp } from './serve-app.ts';
import { answerSync } from './sync.ts';
import { words } from './words.ts';

const anyone = { config: { door: 'anyone' } } as const;
const link = { config: { door: 'link' } } as const;
type ByToken = { Params: { token: string } };

/** A thousand scans are a fifth of this. */
const SYNC_BYTES = 1024 * 1024;

export function phoneRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config, limits } = ground;

  app.get('/door', anyone, async (request, reply) => {
    const phone = await phoneOf(ground, request);
    if ('refused' in phone) return askForCode(request, reply, phone);
    const view = viewOf(request, ground);
    return sendPage(reply, <PhonePage view={view} phone={phone} ticketKey={ticketKey(config.secret)} />);
  });

  app.post('/door', anyone, async (request, reply) => {
    const read = readPairing(request.body);
    if (!read.ok) return askForCode(request, reply, { refused: 'door.wrong_code' }, singleValues(read.values));
    // Counted before it is looked up: a thousand guesses at once would all find that there had been none.
    if (!(await limits.count('pair.address', request.ip)) || !(await limits.count('pair.all', 'all')))
      return askForCode(request, reply, { refused: 'door.too_many' }, singleValues(read.values));
    const { code, name } = read.value;
    const hash = codeHash(config.secret, code);
    const paired = await transact(db, (tx) => pairPhone(tx, { code_hash: hash }, name, ground.now()));
    if ('refused' in paired) return askForCode(request, reply, paired, singleValues(read.values));
    await limits.giveBack('pair.address', request.ip);
    await limits.giveBack('pair.all', 'all');
    return work(reply, paired);
  });

  app.get<ByToken>('/door/link/:token', link, async (request, reply) => {
    const { token } = request.params;
    if (!(await isGoodLink(db, token, ground.now()))) throw notFound();
    return sendPage(reply, <LinkPage view={viewOf(request, ground)} token={token} />);
  });

  app.post<ByToken>('/door/link/:token', link, async (request, reply) => {
    const read = readName(request.body);
    const { token } = request.params;
    const name = read.ok ? read.value.name : '';
    const paired = await transact(db, (tx) => pairPhone(tx, { token }, name, ground.now()));
    return 'refused' in paired ? askForCode(request, reply, paired) : work(reply, paired);
  });

  app.post('/door/sync', { ...link, bodyLimit: SYNC_BYTES }, async (request, reply) => {
    const phone = await phoneOf(ground, request);
    if ('refused' in phone) return reply.code(401).send(phone);
    const sync = readSync(request.body, phone.device_id, ground.now().epochMilliseconds);
    if (!sync) return reply.code(422).send({ refused: 'door.not_understood' });
    return answerSync(ground, request, reply, phone, sync);
  });

  /** The phone says that it is done; what it carried is worth nothing from now on. */
  app.post('/door/away', link, async (request, reply) => {
    const phone = await phoneOf(ground, request);
    if (!('refused' in phone)) {
      await transact(db, (tx) => revokePhone(tx, phone, phone.device_id, null, ground.now()));
    }
    dropPhone(reply, ground);
    return reply.redirect(doorPaths.phone, 303);
  });

  serveApp(app);

  function work(reply: FastifyReply, { carried, ends_at }: { carried: string; ends_at: Date }) {
    carryPhone(reply, ground, carried, { ends_at });
    return reply.redirect(doorPaths.phone, 303);
  }

  async function askForCode(
    request: FastifyRequest,
    reply: FastifyReply,
    { refused }: NoPhone | { refused: 'door.wrong_code' | 'door.too_many' },
    values?: Record<string, string>,
  ) {
    const said = refused === 'door.no_phone' ? undefined : words(languageOf(request))(`refused.${refused}`);
    // A phone that was let go or is too late carries nothing on.
    if (request.method === 'GET' && said) dropPhone(reply, ground);
    const page = <PairPage view={viewOf(request, ground)} refusal={said} values={values ?? {}} />;
    return sendPage(reply, page, { status: request.method === 'GET' ? 200 : 422 });
  }
}
