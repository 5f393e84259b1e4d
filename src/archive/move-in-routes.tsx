// Routes of bringing a group in: the keeper hands in its archive.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { groupPaths } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { readUpload } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { type Brought, bringIn, type NotBrought } from './group/bring-in.ts';
import { passThrough } from './group/pass-through.ts';
import { MoveInPage } from './pages/move-in-page.tsx';
import { archivePaths } from './paths.ts';
import { sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

const keeper = { config: { door: 'keeper' } } as const;

/** What comes through a browser in the time a request may take. The command line takes any size. */
export const MOST_MEGABYTES = 20;

type HandedIn = { file: 'none' | 'too_big' | 'there'; slug: string };
type Wrong = { archive?: string; slug?: string };

export function moveInRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, config, limits } = ground;

  app.get(archivePaths.moveIn(), keeper, async (request, reply) => show(request, reply, ''));

  app.post(archivePaths.moveIn(), keeper, async (request, reply) => {
    const actor = actorOf(request) as Actor;
    const t = words(languageOf(request));
    if (!(await limits.count('archive', actor.person_id))) {
      return show(request, reply, '', { archive: t('move_in.too_often') });
    }
    const { slug, file, done } = await brought(request, actor);
    if (file === 'too_big') return show(request, reply, slug, { archive: t('move_in.too_big', { n: MOST_MEGABYTES }) });
    if (done === undefined) return show(request, reply, slug, { archive: t('move_in.no_file') });
    if ('refused' in done) return show(request, reply, slug, wrongOf(request, done));
    flash(reply, sayBrought(request, done));
    return reply.redirect(groupPaths.show(done), 303);
  });

  /** On disk only until it has been brought in or refused; without a usable file nothing is done. */
  async function brought(request: FastifyRequest, actor: Actor) {
    return passThrough(config.data, async (folder) => {
      const path = join(folder, 'group.zip');
      const handed = await readUpload(() => handedIn(request, path));
      const wish = { file: path, slug: handed.slug || undefined, actor, now: ground.now() };
      return { ...handed, done: handed.file === 'there' ? await bringIn(db, wish) : undefined };
    });
  }

  function show(request: FastifyRequest, reply: FastifyReply, slug: string, wrong?: Wrong) {
    const page = <MoveInPage view={viewOf(request, ground)} slug={slug} most={MOST_MEGABYTES} errors={wrong ?? {}} />;
    return sendPage(reply, page, { status: wrong ? 422 : 200 });
  }
}

/** Whatever order a browser sends them in. What is not a form with a file in it has none. */
async function handedIn(request: FastifyRequest, path: string): Promise<HandedIn> {
  const handed: HandedIn = { file: 'none', slug: '' };
  if (!request.isMultipart()) return handed;
  const limits = { fileSize: MOST_MEGABYTES * 1024 * 1024, files: 1, fields: 5, fieldSize: 1000 };
  // A file that is too large is cut and said to be, not thrown.
  const options = { limits, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      if (part.fieldname === 'slug' && typeof part.value === 'string') handed.slug = part.value.trim().toLowerCase();
      continue;
    }
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.bytesRead > 0) handed.file = part.file.truncated ? 'too_big' : 'there';
  }
  return handed;
}

/** A refusal stands at the field it is about; the file has to be chosen again either way, and is said to. */
function wrongOf(request: FastifyRequest, refused: NotBrought): Wrong {
  const lang = languageOf(request);
  const sentence = sayRefusal(refused, lang);
  const isSlug = refused.refused === 'archive.slug_taken' || refused.refused === 'archive.slug_shape';
  if (!isSlug) return { archive: `${sentence} ${words(lang)('move_in.nothing')}` };
  return { slug: `${sentence} ${words(lang)('move_in.other_slug')}` };
}

function sayBrought(request: FastifyRequest, { is_new, name, counts, newcomers, left_out }: Brought): string {
  const t = words(languageOf(request));
  if (!is_new) return t('move_in.before', { name });
  const n = (table: string) => counts[table] ?? 0;
  const came = t('move_in.done', { name, members: n('groups.member'), evenings: n('events.event') });
  const rest = left_out > 0 ? ` ${t('move_in.left_out', { n: left_out })}` : '';
  return `${came} ${t('move_in.newcomers', { n: newcomers })}${rest}`;
}
