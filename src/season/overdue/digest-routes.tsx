// Where the stop link of the mail about overdue tasks leads, and the switch on one's own page.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { actorOf, languageOf, peoplePaths, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { DigestPage } from '../pages/digest-page.tsx';
import { seasonPaths } from '../paths.ts';
import { words } from '../words.ts';
import { isDigestStopped, readDigestLink, setDigest } from './stop-digest.ts';

type At = { Params: { person: string; signature: string } };

export function digestRoutes(app: FastifyInstance, ground: Ground): void {
  const path = seasonPaths.digest(':person', ':signature');
  const door = { config: { door: 'link' } } as const;

  app.get<At>(path, door, async (request, reply) => show(request, reply, await signed(request)));

  app.post<At>(path, door, async (request, reply) => {
    const person_id = await signed(request);
    await transact(ground.db, (tx) => setDigest(tx, person_id, isWanted(request), ground.now()));
    // No redirect: mail programs that press this for somebody do not follow one.
    return show(request, reply, person_id);
  });

  app.post(seasonPaths.myDigest(), { config: { door: 'person' } }, async (request, reply) => {
    const actor = actorOf(request);
    if (!actor) throw notFound();
    const wanted = isWanted(request);
    await transact(ground.db, (tx) => setDigest(tx, actor.person_id, wanted, ground.now()));
    flash(reply, words(languageOf(request))(wanted ? 'digest.flash.on' : 'digest.flash.off'));
    return reply.redirect(peoplePaths.me(), 303);
  });

  async function signed(request: FastifyRequest<At>): Promise<Id<'people.person'>> {
    if (!(await ground.limits.within('link.guess', request.ip))) throw notFound();
    const person_id = readDigestLink(ground, request.params);
    if (person_id) return person_id;
    await ground.limits.count('link.guess', request.ip);
    throw notFound();
  }

  async function show(request: FastifyRequest, reply: FastifyReply, person_id: Id<'people.person'>) {
    const stopped = await isDigestStopped(ground.db, person_id);
    return sendPage(reply, <DigestPage view={viewOf(request, ground)} stopped={stopped} />);
  }
}

/** A mail program that presses the link sends no such field: it stops. */
function isWanted(request: FastifyRequest): boolean {
  return (request.body as { wanted?: unknown } | undefined)?.wanted === 'yes';
}
