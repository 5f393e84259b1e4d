// Routes of what is rare and weighty: another address, taking everything along, going.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTaken, transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { writeCalendar } from '#kit/ics.ts';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type CodeRefusal, type CodeTry, challengeByToken } from './challenge.ts';
import { askForAddress, changeAddress } from './change-address.ts';
import { erasePerson, obstaclesTo } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { addressForm, codeForm, eraseForm, proofForm } from './forms.ts';
import { personOf, viewOf } from './identify.tsx';
import { AddressPage, AddressTakenPage } from './pages/address.tsx';
import { ErasedPage, ErasePage, ExportPage } from './pages/leave.tsx';
import { CodePage, LinkOverPage, TooManyCodesPage } from './pages/sign-in.tsx';
import { peoplePaths } from './paths.ts';
import { askForProof, isProved, proveAgain } from './prove-again.ts';
import { dropSession } from './session.ts';
import { words } from './words.ts';

const person = { config: { door: 'person' } } as const;
type ByToken = { Params: { token: string } };

export function leaveRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get('/me/address', person, async (request, reply) => {
    const fresh = await isProved(db, ground, personOf(request));
    const { address } = personOf(request);
    return sendPage(reply, <AddressPage view={viewOf(request, ground)} address={address} fresh={fresh} />);
  });

  app.post('/me/address', person, async (request, reply) => {
    const actor = personOf(request);
    const view = viewOf(request, ground);
    // Who moves the address has everything from then on, so a browser left open is not enough.
    if (!(await isProved(db, ground, actor))) {
      const error = words(view.lang)('erase.stale');
      const page = <AddressPage view={view} address={actor.address} fresh={false} error={error} />;
      return sendPage(reply, page, { status: 422 });
    }
    const read = readForm(addressForm, request.body);
    if (!read.ok) {
      const error = fieldErrors(view.lang, read.errors).address;
      const page = <AddressPage view={view} address={actor.address} fresh values={read.values} error={error} />;
      return sendPage(reply, page, { status: 422 });
    }
    const asked = await transact(db, (tx) => askForAddress(tx, ground, actor, read.value.address));
    if (!asked.mailed) return sendPage(reply, <TooManyCodesPage view={view} />, { status: 429 });
    ground.mailsQueued();
    return reply.redirect(peoplePaths.addressCode(asked.token), 303);
  });

  app.get<ByToken>('/me/address/:token', person, async (request, reply) => sendCodePage(request, reply, addressCode));

  app.post<ByToken>('/me/address/:token', person, async (request, reply) => {
    const actor = personOf(request);
    const attempt = codeTry(request);
    const change = () => transact(db, (tx) => changeAddress(tx, ground, actor, attempt));
    // Somebody asked for a first code at the new address in the same moment: look again.
    const changed = await change().catch((error) => {
      if (isTaken(error, 'person_address_key')) return change();
      throw error;
    });
    if (!('refused' in changed)) {
      ground.mailsQueued();
      flash(reply, words(actor.lang)('address.changed'));
      return reply.redirect(peoplePaths.me(), 303);
    }
    if (changed.refused === 'people.address_taken') {
      const page = <AddressTakenPage view={viewOf(request, ground)} address={changed.address} />;
      return sendPage(reply, page, { status: 409 });
    }
    return sendCodePage(request, reply, addressCode, changed.refused);
  });

  app.get('/me/export', person, async (request, reply) =>
    sendPage(reply, <ExportPage view={viewOf(request, ground)} />),
  );

  app.get('/me/export.json', person, async (request, reply) => {
    const { calendar: _calendar, ...everything } = await gather(request);
    return download(reply, 'ugroup.json', 'application/json', JSON.stringify(everything, null, 2));
  });

  app.get('/me/export.ics', person, async (request, reply) => {
    const { calendar } = await gather(request);
    const text = writeCalendar({ method: 'PUBLISH', events: calendar, name: 'Ugroup' });
    return download(reply, 'ugroup.ics', 'text/calendar; charset=utf-8', text);
  });

  app.get('/me/erase', person, async (request, reply) => sendErase(request, reply));

  app.post('/me/erase', person, async (request, reply) => {
    const actor = personOf(request);
    const now = ground.now();
    const read = readForm(eraseForm, request.body);
    if (!read.ok) return sendErase(request, reply, 'erase.tick');
    const refused = await transact(db, async (tx) => {
      if (!(await isProved(tx, ground, actor))) return 'erase.stale' as const;
      // Something came up since the page was opened: nobody loses a group over a page that was an hour old.
      const obstacles = await obstaclesTo(tx, actor.person_id, actor.lang);
      if (obstacles.length > read.value.seen) return 'erase.news' as const;
      await erasePerson(tx, actor.person_id, now);
      return undefined;
    });
    if (refused) return sendErase(request, reply, refused);
    dropSession(reply, ground);
    return reply.redirect(peoplePaths.erased(), 303);
  });

  app.get('/signin/erased', { config: { door: 'anyone' } }, async (request, reply) =>
    sendPage(reply, <ErasedPage view={viewOf(request, ground)} />),
  );

  app.post('/me/erase/proof', person, async (request, reply) => {
    const actor = personOf(request);
    const read = readForm(proofForm, request.body);
    const next = read.ok && read.value.before === 'address' ? peoplePaths.address() : peoplePaths.erase();
    const asked = await transact(db, (tx) => askForProof(tx, ground, actor, next));
    if (!asked.mailed) return sendPage(reply, <TooManyCodesPage view={viewOf(request, ground)} />, { status: 429 });
    ground.mailsQueued();
    return reply.redirect(peoplePaths.eraseCode(asked.token), 303);
  });

  app.get<ByToken>('/me/erase/proof/:token', person, async (request, reply) => sendCodePage(request, reply, eraseCode));

  app.post<ByToken>('/me/erase/proof/:token', person, async (request, reply) => {
    const actor = personOf(request);
    const proved = await transact(db, (tx) => proveAgain(tx, ground, actor, codeTry(request)));
    if ('refused' in proved) return sendCodePage(request, reply, eraseCode, proved.refused);
    return reply.redirect(proved.next, 303);
  });

  const addressCode = {
    purpose: 'address',
    action: peoplePaths.addressCode,
    title: 'address.code',
    button: 'address.button',
  } as const;
  const eraseCode = {
    purpose: 'erase',
    action: peoplePaths.eraseCode,
    title: 'erase.code',
    button: 'code.button',
  } as const;

  async function sendCodePage(
    request: FastifyRequest<ByToken>,
    reply: FastifyReply,
    { purpose, action, title, button }: typeof addressCode | typeof eraseCode,
    refused?: CodeRefusal['refused'],
  ) {
    const view = viewOf(request, ground);
    const t = words(view.lang);
    const { token } = request.params;
    const challenge = await challengeByToken(db, token, ground.now());
    if (challenge?.purpose !== purpose || challenge.person_id !== personOf(request).person_id) {
      return sendPage(reply, <LinkOverPage view={view} />, { status: refused ? 422 : 404 });
    }
    const form = { token, action: action(token), title: t(title), button: t(button), refused };
    return sendPage(reply, <CodePage view={view} address={challenge.address} {...form} />, {
      status: refused ? 422 : 200,
    });
  }

  async function sendErase(
    request: FastifyRequest,
    reply: FastifyReply,
    refused?: 'erase.tick' | 'erase.stale' | 'erase.news',
  ) {
    const actor = personOf(request);
    const { person_id, lang } = actor;
    const view = viewOf(request, ground);
    const obstacles = await transact(db, (tx) => obstaclesTo(tx, person_id, lang));
    const fresh = await isProved(db, ground, actor);
    const error = refused && words(lang)(refused);
    const page = <ErasePage view={view} obstacles={obstacles} fresh={fresh} error={error} />;
    return sendPage(reply, page, { status: refused ? 422 : 200 });
  }

  function codeTry(request: FastifyRequest<ByToken>): CodeTry {
    const read = readForm(codeForm, request.body);
    return { token: request.params.token, code: read.ok ? read.value.code : '', ip: request.ip, now: ground.now() };
  }

  function gather(request: FastifyRequest) {
    return transact(db, (tx) => exportPerson(tx, personOf(request).person_id, ground.now(), ground.config.secret));
  }
}

function download(reply: FastifyReply, filename: string, type: string, text: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('cache-control', 'private, no-store')
    .send(text);
}
