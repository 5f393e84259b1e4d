// The list of members, as a page and as a table; and the log.
import type { FastifyInstance } from 'fastify';
import { writeCsv } from '#kit/csv.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { auditLines } from '../audit.ts';
import { mayOrganise } from '../may.ts';
import { allMembers, membersPage } from '../members.ts';
import { AuditPage } from '../pages/audit-page.tsx';
import { MembersPage } from '../pages/members-page.tsx';
import { words } from '../words.ts';
import { backRoom, enter } from './back-room.ts';

const most = 50;

export function membersRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<{ Querystring: { q?: unknown; after?: unknown } }>('/g/:group/members', backRoom, async (request, reply) => {
    const { group } = await enter(request, ground, mayOrganise);
    const q = textOf(request.query.q).trim().slice(0, 100);
    const after = textOf(request.query.after) || undefined;
    const { members, next } = await membersPage(ground.db, group.group_id, { q, after, most });
    const view = viewOf(request, ground);
    return sendPage(reply, <MembersPage view={view} group={group} members={members} q={q} next={next} />, {
      accent: group.color,
    });
  });

  app.get('/g/:group/members.csv', backRoom, async (request, reply) => {
    const { group } = await enter(request, ground, mayOrganise);
    const t = words(viewOf(request, ground).lang);
    const members = await allMembers(ground.db, group.group_id);
    const table = writeCsv(
      [t('members.name'), t('members.address'), t('members.joined'), t('members.role')],
      members.map(({ name, address, joined_at, role }) => [
        name,
        address,
        joined_at.toISOString(),
        role ? t(`role.${role}`) : '',
      ]),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${group.slug}-members.csv"`)
      .send(table);
  });

  app.get<{ Querystring: { before?: unknown } }>('/g/:group/audit', backRoom, async (request, reply) => {
    const { group } = await enter(request, ground, mayOrganise);
    const asked = textOf(request.query.before);
    const before = isId<'groups.audit'>(asked) ? asked : undefined;
    const lines = await auditLines(ground.db, group.group_id, { before, most: most + 1 });
    const page = lines.slice(0, most);
    const next: Id<'groups.audit'> | null = lines.length > most ? (page.at(-1)?.audit_id ?? null) : null;
    const view = viewOf(request, ground);
    return sendPage(reply, <AuditPage view={view} group={group} lines={page} next={next} />, { accent: group.color });
  });
}

/** What stands in a query; the first when it stands there more than once. Never a NUL, which no text of the database can hold. */
function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.normalize('NFC').replaceAll('\0', '') : '';
}
