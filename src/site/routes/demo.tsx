// Routes of the demo town. In a real server there is one page, and it says how to start the town.
import type { FastifyInstance } from 'fastify';
import { transact } from '#kit/db.ts';
import { readForm } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, sessions, viewOf } from '#people';
import { flash, sendPage } from '#ui/send.ts';
import { demoNames, demoPeople } from '../demo.ts';
import { demoForm } from '../forms.ts';
import { DemoPage, NoDemoPage } from '../pages/demo-page.tsx';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

const anyone = { config: { door: 'anyone' } } as const;

export function demoRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get(sitePaths.demo(), anyone, async (request, reply) => {
    const view = viewOf(request, ground);
    if (!ground.demo) return sendPage(reply, <NoDemoPage view={view} />);
    return sendPage(reply, <DemoPage view={view} people={await demoNames(db)} />);
  });

  // Signing in without a code: on a real server this route does not exist.
  if (!ground.demo) return;

  app.post(sitePaths.demoEnter(), anyone, async (request, reply) => {
    const read = readForm(demoForm, request.body);
    if (!read.ok) throw notFound();
    const t = words(languageOf(request));
    const [ids, names] = await Promise.all([demoPeople(db), demoNames(db)]);
    if (!ids || !names) {
      flash(reply, t('demo.empty'));
      return reply.redirect(sitePaths.demo(), 303);
    }
    const { as } = read.value;
    const agent = request.headers['user-agent'];
    const token = await transact(db, (tx) => sessions.start(tx, { person_id: ids[as], agent, now: ground.now() }));
    sessions.carry(reply, ground, token);
    flash(reply, t('demo.entered', { name: names[as] }));
    return reply.redirect(as === 'keeper' ? sitePaths.keeper() : sitePaths.home(), 303);
  });
}
