// Routes of sign-ups made elsewhere: bring a list in, take a name off.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm, singleValues, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { readUpload } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from '../find-event.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { refusedWords } from '../refused-words.ts';
import { bringElsewhere, dropElsewhere, elsewhereOf } from './elsewhere.ts';
import { ElsewherePage } from './elsewhere-page.tsx';
import { likelyPairs } from './likely-pairs.ts';
import { readList } from './read-list.ts';
import { MOST_LINES, refuseElsewhere, writeLine } from './rules.ts';
import { elsewhereWords } from './words.ts';

const door = { config: { door: 'event' } } as const;

/** A list of people is far below; what is longer is no list. */
const MOST_TEXT = 500_000;
const bringForm = z.object({
  list: z.string().max(MOST_TEXT).default(''),
  source: z.string().trim().max(60).default(''),
  although_alike: z.string().optional(),
});

export function elsewhereRoutes(app: FastifyInstance, ground: Ground): void {
  type At = { Params: EventParams };

  app.get<At>('/g/:group/e/:event/guests/elsewhere', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    return show(request, reply, shown);
  });

  app.post<At>('/g/:group/e/:event/guests/elsewhere', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const lang = languageOf(request);
    const t = elsewhereWords(lang);
    const { fields, file, isTooBig } = await handedIn(request);
    const read = readForm(bringForm, fields);
    const values = singleValues(read.values);
    const refuse = (errors: Record<string, string>) => show(request, reply, shown, { values, errors }, 422);
    const tooMany = t('wrong.too_many', { most: MOST_LINES });
    if (isTooBig) return refuse({ file: t('wrong.too_big') });
    if (!read.ok) return refuse({ ...fieldErrors(lang, read.errors), ...(read.errors.list && { list: tooMany }) });
    const { list, source, although_alike } = read.value;
    const signups = readList(file || list);
    if (signups.length === 0) return refuse({ list: t('wrong.nobody') });
    if (signups.length > MOST_LINES) return refuse({ list: tooMany });
    const brought = await transact(ground.db, (tx) =>
      bringElsewhere(tx, shown.event, actor, ground.now(), {
        signups,
        source,
        although_alike: although_alike === 'yes',
        lang,
      }),
    );
    ground.mailsQueued();
    const { group, event } = shown;
    if ('refused' in brought) {
      flash(reply, refusedWords(lang, brought));
      return reply.redirect(eventPaths.elsewhere(group.slug, event.slug), 303);
    }
    const { fresh, known, alike } = brought;
    const said = t('done', { fresh: fresh.length, known: known.length }).trim();
    if (alike.length > 0) {
      const left = alike.map(writeLine).join('\n');
      return show(request, reply, shown, { values: { list: left, source }, alike: alike.length });
    }
    flash(reply, said);
    return reply.redirect(eventPaths.elsewhere(group.slug, event.slug), 303);
  });

  app.post<At>('/g/:group/e/:event/guests/elsewhere/drop', door, async (request, reply) => {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const id = (request.body as { signup_id?: unknown } | undefined)?.signup_id;
    const page = eventPaths.elsewhere(shown.group.slug, shown.event.slug);
    if (!isId<'events.elsewhere'>(id)) return reply.redirect(page, 303);
    const row = (await elsewhereOf(ground.db, shown.event)).find(({ signup_id }) => signup_id === id);
    const isPair = (await likelyPairs(ground.db, shown.event)).some(({ signup_id }) => signup_id === id);
    const dropped = await transact(ground.db, (tx) => dropElsewhere(tx, shown.event, actor, ground.now(), id));
    ground.mailsQueued();
    const t = elsewhereWords(languageOf(request));
    if ('refused' in dropped) flash(reply, refusedWords(languageOf(request), dropped));
    else if (row && dropped.is === 'dropped') flash(reply, t(isPair ? 'same.joined' : 'dropped', { name: row.name }));
    return reply.redirect(page, 303);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: ShownEvent,
    more: Partial<Parameters<typeof ElsewherePage>[0]> = {},
    status = 200,
  ) {
    const [rows, pairs] = await Promise.all([elsewhereOf(ground.db, shown.event), likelyPairs(ground.db, shown.event)]);
    const isAhead = refuseElsewhere(shown.event, ground.now()) === null;
    const page = <ElsewherePage {...{ view: viewOf(request, ground), shown, rows, pairs, isAhead }} {...more} />;
    return sendPage(reply, page, { status, accent: shown.group.color });
  }
}

/** What was typed, and the text of a file when one came along; fields stand before the file in the form. */
async function handedIn(
  request: FastifyRequest,
): Promise<{ fields: Record<string, unknown>; file: string; isTooBig: boolean }> {
  if (!request.isMultipart())
    return { fields: (request.body ?? {}) as Record<string, unknown>, file: '', isTooBig: false };
  const fields: Record<string, unknown> = {};
  return readUpload(async () => {
    let file = '';
    let isTooBig = false;
    const limits = { fileSize: 2 * 1024 * 1024, files: 1, fields: 5, fieldSize: MOST_TEXT };
    const options = { limits, throwFileSizeLimit: false };
    for await (const part of request.parts(options)) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else {
        file = (await part.toBuffer()).toString('utf8').toWellFormed();
        isTooBig ||= part.file.truncated;
      }
    }
    return { fields, file: file.trim(), isTooBig };
  });
}
