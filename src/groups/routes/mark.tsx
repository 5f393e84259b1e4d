// The group's mark: put it on, take it off, and its bytes for everybody.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import { squarePicture, squarePng } from '#kit/picture.ts';
import { cleanSvg } from '#kit/svg.ts';
import { notFound, readUpload } from '#kit/web.ts';
import { viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { mayOrganise } from '../may.ts';
import { MarkPage } from '../pages/mark-page.tsx';
import { groupPaths } from '../paths.ts';
import { markBySlug, setMark } from '../set-mark.ts';
import type { Group, MarkKind } from '../tables.ts';
import { isWord, type WordKey, words } from '../words.ts';
import { backRoom, enter } from './back-room.ts';

type Mark = { kind: MarkKind; bytes: Buffer; png: Buffer };

export function markRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Params: { group: string; file: string } }>(
    '/g/:group/mark-:file',
    { config: { door: 'anyone' } },
    async (request, reply) => {
      const [, hash, kind] = /^([0-9a-f]{16})\.(svg|png)$/.exec(request.params.file) ?? [];
      if (!hash) throw notFound();
      const mark = await markBySlug(ground.db, request.params.group, hash);
      if (!mark || (kind === 'svg' && mark.kind !== 'svg')) throw notFound();
      return (
        reply
          .type(kind === 'svg' ? 'image/svg+xml' : 'image/png')
          .header('cache-control', 'public, max-age=31536000, immutable')
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          // A mail reader shows it on a page that is not ours.
          .header('cross-origin-resource-policy', 'cross-origin')
          .send(kind === 'svg' ? mark.bytes : mark.png)
      );
    },
  );

  app.get('/g/:group/settings/mark', backRoom, async (request, reply) => {
    const { group } = await enter(request, ground, mayOrganise);
    return show(request, reply, group);
  });

  app.post('/g/:group/settings/mark', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request, ground, mayOrganise);
    const bytes = await uploaded(request);
    if (!(await ground.limits.count('upload', actor.person_id))) return show(request, reply, group, 'mark.too_often');
    if (bytes === 'too_big') return show(request, reply, group, 'mark.picture.too_big');
    if (bytes.length === 0) return show(request, reply, group, 'mark.no_file');
    const mark = await readMark(bytes);
    if ('wrong' in mark) return show(request, reply, group, mark.wrong);
    await transact(ground.db, (tx) => setMark(tx, actor, ground.now(), group.group_id, mark));
    flash(reply, words(viewOf(request, ground).lang)('mark.saved'));
    return reply.redirect(groupPaths.settingsMark(group), 303);
  });

  app.post('/g/:group/settings/mark/off', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request, ground, mayOrganise);
    await transact(ground.db, (tx) => setMark(tx, actor, ground.now(), group.group_id, null));
    flash(reply, words(viewOf(request, ground).lang)('mark.removed'));
    return reply.redirect(groupPaths.settingsMark(group), 303);
  });

  function show(request: FastifyRequest, reply: FastifyReply, group: Group, wrong?: WordKey) {
    const view = viewOf(request, ground);
    const page = <MarkPage view={view} group={group} error={wrong && words(view.lang)(wrong)} />;
    return sendPage(reply, page, { status: wrong ? 422 : 200, accent: group.color });
  }
}

/** The file's bytes; none for a form without a file, or one that is not a form with files. */
async function uploaded(request: FastifyRequest): Promise<Buffer | 'too_big'> {
  if (!request.isMultipart()) return Buffer.alloc(0);
  return readUpload(async () => {
    const part = await request.file({ throwFileSizeLimit: false });
    if (!part) return Buffer.alloc(0);
    const bytes = await part.toBuffer();
    return part.file.truncated ? 'too_big' : bytes;
  });
}

/** By what is in the file, not by what it calls itself. */
async function readMark(bytes: Buffer): Promise<Mark | { wrong: WordKey }> {
  const picture = await squarePicture(bytes);
  if (picture.ok) return { kind: 'png', bytes: picture.png, png: picture.png };
  const looksDrawn = /<svg[\s>]/i.test(bytes.subarray(0, 4000).toString('utf8'));
  if (!looksDrawn) return { wrong: wordFor(picture.code) };
  const drawing = cleanSvg(bytes.toString('utf8'));
  if (!drawing.ok) return { wrong: wordFor(drawing.code) };
  try {
    return { kind: 'svg', bytes: Buffer.from(drawing.svg), png: await squarePng(drawing.svg, 512) };
  } catch {
    return { wrong: 'mark.svg.not_svg' };
  }
}

function wordFor(code: string): WordKey {
  const key = `mark.${code}`;
  return isWord(key) ? key : 'mark.picture.not_a_picture';
}
