// The code of conduct: reading and choosing it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { transact } from '#kit/db.ts';
import { type FieldError, readForm, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { viewOf } from '#people';
import { flash, sendCached, sendPage } from '#ui/send.ts';
import { bundledText } from '../conduct/texts.ts';
import { type Conduct, conductOf, conductText, setConduct } from '../conduct.ts';
import { conductForm } from '../forms.ts';
import { mayOrganise } from '../may.ts';
import { redirectMoved, stopIfMoved } from '../moved.ts';
import { ConductPage, ConductSettingsPage } from '../pages/conduct-pages.tsx';
import { groupPaths } from '../paths.ts';
import { groupBySlug } from '../queries.ts';
import { decideContacts } from '../rules.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { backRoom, enter, errorTexts } from './back-room.ts';

type At = { Params: { group: string } };

export function conductRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<At>('/g/:group/conduct', { config: { door: 'anyone' } }, async (request, reply) => {
    const { group: slug } = request.params;
    const view = { ...viewOf(request, ground), path: groupPaths.conduct({ slug }) };
    const sent = sendCached(request, reply, ground, `groups.conduct ${slug} ${view.lang}`, async () => {
      const group = await groupBySlug(ground.db, slug);
      if (!group) throw notFound();
      stopIfMoved(slug, group);
      const conduct = (await conductOf(ground.db, group.group_id)) ?? null;
      const text = conduct && conductText(conduct, words(view.lang)('conduct.nobody'));
      return { page: <ConductPage view={view} group={group} conduct={conduct} text={text} />, accent: group.color };
    });
    return sent.catch((error) => redirectMoved(request, reply, error));
  });

  app.get('/g/:group/settings/conduct', backRoom, async (request, reply) => {
    const { group } = await enter(request, ground, mayOrganise);
    return show(request, reply, group, valuesOf(await conductOf(ground.db, group.group_id)));
  });

  app.post('/g/:group/settings/conduct', backRoom, async (request, reply) => {
    const { group, actor } = await enter(request, ground, mayOrganise);
    const read = readForm(conductForm, request.body);
    if (!read.ok) return show(request, reply, group, read.values, read.errors);
    const { choice, own_text, ...people } = read.value;
    const decided = decideContacts(people);
    if ('refused' in decided) {
      return show(request, reply, group, read.values, { [decided.field]: { code: decided.refused } });
    }
    const own = choice === 'own';
    if (own && own_text === '') {
      return show(request, reply, group, read.values, { own_text: { code: 'form.missing' } });
    }
    if (!own && !bundledText(choice)) {
      return show(request, reply, group, read.values, { choice: { code: 'form.not_understood' } });
    }
    const conduct = { bundled: own ? null : choice, own_text: own ? own_text : null, contacts: decided.contacts };
    await transact(ground.db, (tx) => setConduct(tx, actor, ground.now(), group.group_id, conduct));
    flash(reply, words(viewOf(request, ground).lang)('settings.saved'));
    return reply.redirect(groupPaths.settingsConduct(group), 303);
  });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    group: Group,
    values: Values,
    errors: Record<string, FieldError> = {},
  ) {
    const worded = errorTexts(request, ground, errors);
    const page = <ConductSettingsPage view={viewOf(request, ground)} group={group} values={values} errors={worded} />;
    return sendPage(reply, page, { status: Object.keys(worded).length > 0 ? 422 : 200, accent: group.color });
  }
}

function valuesOf(conduct: Conduct | undefined): Values {
  const [first, second] = conduct?.contacts ?? [];
  return {
    choice: conduct?.bundled ?? (conduct ? 'own' : ''),
    own_text: conduct?.own_text ?? '',
    name_1: first?.name ?? '',
    address_1: first?.address ?? '',
    name_2: second?.name ?? '',
    address_2: second?.address ?? '',
  };
}
