// Routes of bringing a group's history along: hand a file in, see what it says, correct it, bring it in; invite, or forget.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { backRoom, type Group, groupForOrganiser, groupPaths, mayOrganise } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { wallClock } from '#kit/time.ts';
import { notFound, readUpload } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { numberPaths } from '../paths.ts';
import { isWord, words } from '../words.ts';
import { bringInHistory } from './bring-in.ts';
import { contactsOf, forgetContacts, inviteContacts } from './contacts.ts';
import { dropFile, handedIn, handIn } from './handed-in.ts';
import { readChosen } from './history-forms.ts';
import { HistoryPage } from './history-page.tsx';
import { guessColumns } from './map-columns.ts';
import { PreviewPage } from './preview-page.tsx';
import { type FileTable, readTable } from './read-table.ts';
import { understand } from './understand.ts';

type At = { Params: { group: string } };
type AtFile = { Params: { group: string; file: string } };

/** What a browser may hand in; the command line takes any size. */
export const MOST_MEGABYTES = 16;

export function historyRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config } = ground;

  app.get<At>('/g/:group/numbers/history', backRoom, async (request, reply) => {
    const { group } = await enter(request);
    return start(request, reply, group);
  });

  app.post<At>('/g/:group/numbers/history', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    const file = await uploaded(request);
    if (!(await ground.limits.count('upload', actor.person_id))) return start(request, reply, group, 'too_often');
    if (file === 'too_big') return start(request, reply, group, 'too_big');
    if (file === null) return start(request, reply, group, 'no_file');
    const table = readTable(file.bytes);
    if ('refused' in table) return start(request, reply, group, table.refused);
    const key = await transact(db, (tx) => handIn(tx, actor, group.group_id, file, ground.now()));
    return reply.redirect(numberPaths.historyFile(group.slug, key.file_id), 303);
  });

  app.get<AtFile>('/g/:group/numbers/history/:file', backRoom, async (request, reply) => {
    const found = await enterFile(request);
    return preview(request, reply, found);
  });

  app.post<AtFile>('/g/:group/numbers/history/:file', backRoom, async (request, reply) => {
    const found = await enterFile(request);
    const { group, actor, table, key } = found;
    const chosen = readChosen(request.body, table.columns, guessColumns(table.columns));
    const t = words(languageOf(request));
    if (chosen.step === 'drop') {
      await transact(db, (tx) => dropFile(tx, key));
      flash(reply, t('history.dropped'));
      return reply.redirect(numberPaths.history(group.slug), 303);
    }
    const understood = understand(table, { ...chosen, today: todayOf(group) });
    const isNothing = understood.evenings.length === 0 && understood.contacts.length === 0;
    if (chosen.step === 'look' || isNothing || understood.needs_day) return preview(request, reply, found, chosen);
    const brought = await transact(db, async (tx) => {
      const how = { now: ground.now(), secret: config.secret };
      const done = await bringInHistory(tx, actor, group.group_id, understood, how);
      await dropFile(tx, key);
      return done;
    });
    const { evenings, contacts } = brought;
    const counted = { new: evenings.made, changed: evenings.changed, same: evenings.same };
    flash(reply, t('history.done', { ...counted, contacts: contacts.made, known: contacts.known }));
    return reply.redirect(numberPaths.history(group.slug), 303);
  });

  app.post<At>('/g/:group/numbers/history/invite', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    const how = { now: ground.now(), secret: config.secret };
    const n = await transact(db, (tx) => inviteContacts(tx, actor, group, how));
    if (n > 0) ground.mailsQueued();
    flash(reply, words(languageOf(request))('history.invited', { n }));
    return reply.redirect(numberPaths.history(group.slug), 303);
  });

  app.post<At>('/g/:group/numbers/history/forget', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request);
    const n = await transact(db, (tx) => forgetContacts(tx, actor, group.group_id, ground.now()));
    flash(reply, words(languageOf(request))('history.forgotten', { n }));
    return reply.redirect(numberPaths.history(group.slug), 303);
  });

  const todayOf = ({ zone }: Group) => wallClock(ground.now(), zone).date;

  async function enter(request: FastifyRequest<At>): Promise<{ group: Group; actor: Actor }> {
    const actor = actorOf(request);
    const { group } = await groupForOrganiser(db, request.params.group, actor, mayOrganise);
    return { group, actor: actor as Actor };
  }

  type Found = Awaited<ReturnType<typeof enterFile>>;

  /** The file, for whoever handed it in. Throws the 404, also for one that is a day old. */
  async function enterFile(request: FastifyRequest<AtFile>) {
    const { group, actor } = await enter(request);
    const { file: file_id } = request.params;
    if (!isId<'numbers.handed_in'>(file_id)) throw notFound();
    const key = { group_id: group.group_id, file_id: file_id as Id<'numbers.handed_in'> };
    const file = await handedIn(db, key, actor, ground.now());
    if (!file) throw notFound();
    const table = readTable(file.bytes);
    if ('refused' in table) throw notFound();
    return { group, actor, key, file_name: file.file_name, table: table as FileTable };
  }

  async function start(request: FastifyRequest, reply: FastifyReply, group: Group, wrong?: string) {
    const view = viewOf(request, ground);
    const contacts = await contactsOf(db, group.group_id, ground.now());
    const key = `refused.${wrong}`;
    const error = wrong && isWord(key) ? words(view.lang)(key, { n: MOST_MEGABYTES }) : undefined;
    const page = <HistoryPage view={view} group={group} contacts={contacts} most={MOST_MEGABYTES} error={error} />;
    return sendPage(reply, page, { status: wrong ? 422 : 200, accent: group.color });
  }

  function preview(request: FastifyRequest, reply: FastifyReply, found: Found, said?: ReturnType<typeof readChosen>) {
    const { group, table, key, file_name } = found;
    const guess = guessColumns(table.columns);
    const chosen = said ?? { kind: guess.kind, mapping: guess.mapping, day: null, step: 'look' as const };
    const understood = understand(table, { ...chosen, today: todayOf(group) });
    const join_url = `${config.origin}${groupPaths.join(group)}`;
    const props = { group, file_name, table, guess, chosen, understood, file_id: key.file_id };
    const isRefused = said?.step === 'bring';
    const page = <PreviewPage view={viewOf(request, ground)} {...props} join_url={join_url} isRefused={isRefused} />;
    return sendPage(reply, page, { status: isRefused ? 422 : 200, accent: group.color });
  }
}

async function uploaded(request: FastifyRequest): Promise<{ file_name: string; bytes: Buffer } | 'too_big' | null> {
  if (!request.isMultipart()) return null;
  const limits = { fileSize: MOST_MEGABYTES * 1024 * 1024, files: 1, fields: 5, fieldSize: 1000 };
  return readUpload(async () => {
    const part = await request.file({ limits, throwFileSizeLimit: false });
    if (!part) return null;
    const bytes = await part.toBuffer();
    if (part.file.truncated) return 'too_big';
    return bytes.length === 0 ? null : { file_name: part.filename.toWellFormed().slice(0, 200), bytes };
  });
}
