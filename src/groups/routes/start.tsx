// Founding a group.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { type Read, readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { newId } from '#kit/id.ts';
import { type Actor, actorOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { startForm } from '../forms.ts';
import { type Alike, foundGroup } from '../found-group.ts';
import { StartPage } from '../pages/start-page.tsx';
import { groupPaths } from '../paths.ts';
import { words } from '../words.ts';

export function startRoutes(app: FastifyInstance, ground: Ground): void {
  const door = { config: { door: 'person' } } as const;

  app.get(groupPaths.start(), door, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const lang = viewOf(request, ground).lang;
    const values: Values = { zone: actor.zone ?? '', language: lang, once: newId() };
    return show(request, reply, { values, guessed: actor.zone === null });
  });

  app.post(groupPaths.start(), door, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const read = readForm(startForm, request.body);
    if (!read.ok) return show(request, reply, { ...refused(request, read), values: read.values });
    // The page's own number: the same form sent twice founds one group.
    const once = String(read.values.once ?? '').slice(0, 40);
    const done = await transact(ground.db, (tx) => foundGroup(tx, actor, ground.now(), read.value), {
      ...(once ? { key: `groups.found ${actor.person_id} ${once} ${read.value.although_alike}` } : {}),
    });
    // Sent again it is another form: the answer kept under this number is a no.
    if ('refused' in done)
      return show(request, reply, { values: { ...read.values, once: newId() }, alike: done.alike });
    flash(reply, words(viewOf(request, ground).lang)('start.done', { name: done.group.name }));
    return reply.redirect(groupPaths.show(done.group), 303);
  });

  type Shown = { values: Values; errors?: Record<string, string>; alike?: Alike[]; guessed?: boolean };

  function show(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { values, errors = {}, alike = [], guessed = false } = shown;
    const wrong = alike.length > 0 || Object.keys(errors).length > 0;
    return sendPage(
      reply,
      <StartPage view={viewOf(request, ground)} values={values} errors={errors} alike={alike} guessed={guessed} />,
      { status: wrong ? 422 : 200 },
    );
  }

  function refused<T>(request: FastifyRequest, read: Read<T> & { ok: false }) {
    return { errors: fieldErrors(viewOf(request, ground).lang, read.errors) };
  }
}
