// Routes of writing to guests: to whom and what, how it will look, and off it goes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm, refuseField, safePath, singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId, newId } from '#kit/id.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from '../find-event.ts';
import { messageForm } from '../forms.ts';
import { MessagePage, type Typed } from '../pages/message-page.tsx';
import { MessagePreview } from '../pages/message-preview.tsx';
import { eventPaths } from '../paths.ts';
import { words } from '../words.ts';
import { messageFacts } from './message-facts.ts';
import { messageReaders, writeToGuests } from './write-to-guests.ts';

const door = { config: { door: 'event' } } as const;
type Own = Awaited<ReturnType<typeof findOwnEvent>>;

export function messageRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: EventParams; Querystring: { back?: unknown } }>(
    '/g/:group/e/:event/guests/mail',
    door,
    async (request, reply) => {
      const own = await findOwnEvent(ground, request, request.params);
      return formPage(request, reply, own, { back: safePath(request.query.back, '') });
    },
  );

  app.post<{ Params: EventParams }>('/g/:group/e/:event/guests/mail', door, async (request, reply) => {
    const own = await findOwnEvent(ground, request, request.params);
    const { shown, actor } = own;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const chosen = [body.chosen ?? []].flat().filter((id): id is string => isId(id));
    // Where the organiser came from, and goes back to.
    const back = safePath(body.back, '');
    if (body.step === 'choose') return formPage(request, reply, own, { chosen });
    let read = readForm(messageForm, body);
    const values = singleValues(read.values);
    if (body.step === 'change') return formPage(request, reply, own, { chosen, values, back });
    const { contacts } = await messageFacts(ground.db, shown.event, actor.person_id);
    const at = read.ok ? /^contact-(\d)$/.exec(read.value.reply)?.[1] : undefined;
    // They may have been changed while this was written.
    if (at && !contacts[Number(at) - 1]) read = refuseField(read, 'reply', 'form.not_understood');
    if (!read.ok) {
      const errors = fieldErrors(languageOf(request), read.errors);
      return formPage(request, reply, own, { chosen, values, errors, back }, 422);
    }

    const message = { ...read.value, chosen };
    if (body.step !== 'send' || !isId<'events.message'>(body.message_id)) {
      const readers = await messageReaders(ground.db, shown.event, message);
      const page = (
        <MessagePreview
          view={viewOf(request, ground)}
          shown={shown}
          message={{ ...message, message_id: newId<'events.message'>() }}
          told={readers.length}
          replies={at ? (contacts[Number(at) - 1]?.name ?? '') : null}
          writer={actor}
          back={back}
        />
      );
      return sendPage(reply, page, { accent: shown.group.color });
    }

    const { message_id } = body;
    const { told } = await transact(ground.db, async (tx) => {
      const written = await writeToGuests(tx, shown.event, actor.person_id, ground.now(), { ...message, message_id });
      await audit(tx, {
        group_id: shown.event.group_id,
        actor,
        what: 'events.guests.written_to',
        about: { event: shown.event.slug, title: shown.event.title, told: written.told },
        now: ground.now(),
      });
      return written;
    });
    ground.mailsQueued();
    flash(reply, words(languageOf(request))('flash.mailed', { n: told }));
    return reply.redirect(back || eventPaths.manage(shown.group.slug, shown.event.slug), 303);
  });

  async function formPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { shown, actor }: Own,
    typed: Typed,
    status = 200,
  ) {
    const facts = await messageFacts(ground.db, shown.event, actor.person_id);
    const page = <MessagePage view={viewOf(request, ground)} shown={shown} facts={facts} typed={typed} />;
    return sendPage(reply, page, { status, accent: shown.group.color });
  }
}
