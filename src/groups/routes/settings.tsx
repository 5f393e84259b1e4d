// Settings: what the group says of itself.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { type FieldError, readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { panelsAt } from '#kit/panels.ts';
import { viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { aboutOf, changeSettings } from '../change-settings.ts';
import { settingsForm } from '../forms.ts';
import { mayOrganise } from '../may.ts';
import { SettingsPage } from '../pages/settings-page.tsx';
import { groupPaths } from '../paths.ts';
import type { Group, Role } from '../tables.ts';
import { words } from '../words.ts';
import { backRoom, enter, errorTexts } from './back-room.ts';

export function settingsRoutes(app: FastifyInstance, ground: Ground): void {
  app.get('/g/:group/settings', backRoom, async (request, reply) => {
    const { group, role } = await enter(request, ground, mayOrganise);
    const { name, slug, place, zone, language, color } = group;
    const about = await aboutOf(ground.db, group.group_id);
    const website = group.website ?? '';
    const country = group.country ?? '';
    const values = { name, slug, place, country, zone, language, color, about, website };
    return show(request, reply, { group, role }, values);
  });

  app.post('/g/:group/settings', backRoom, async (request, reply) => {
    const { group, role, actor } = await enter(request, ground, mayOrganise);
    const read = readForm(settingsForm, request.body);
    if (!read.ok) return show(request, reply, { group, role }, read.values, read.errors);
    if (read.values.preview) return show(request, reply, { group, role }, read.values, {}, read.value.color);
    const done = await transact(ground.db, (tx) => changeSettings(tx, actor, ground.now(), group.group_id, read.value));
    if ('refused' in done) return show(request, reply, { group, role }, read.values, { slug: { code: done.refused } });
    flash(reply, words(viewOf(request, ground).lang)('settings.saved'));
    return reply.redirect(groupPaths.settings(done.group), 303);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { group, role }: { group: Group; role: Role },
    values: Values,
    errors: Record<string, FieldError> = {},
    trying: string | null = null,
  ) {
    const worded = errorTexts(request, ground, errors);
    const view = viewOf(request, ground);
    const panels = await panelsAt('groups.settings', ground.db, view, { group, role });
    const page = <SettingsPage {...{ view, group, values, errors: worded, trying, panels }} />;
    const status = Object.keys(worded).length > 0 ? 422 : 200;
    return sendPage(reply, page, { status, accent: trying ?? group.color });
  }
}
