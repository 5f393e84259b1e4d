// Routes of an evening's checklist: see it, tick, add, change, put in order, take off; and notes for next time.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findEvening } from '#events';
import { audit, backRoom, mayDoor, mayOrganise, type Role, teamOf } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm, safePath, type Values } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { notFound } from '#kit/web.ts';
import { type Actor, actorOf, languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { addTask, type Changed, changeTask, moveTask, removeTask, setTaskDone } from './change-tasks.ts';
import { ChecklistPage } from './pages/checklist-page.tsx';
import { TaskPage } from './pages/task-page.tsx';
import { seasonPaths } from './paths.ts';
import { doneForm, moveForm, taskForm, taskValues } from './task-forms.ts';
import { placeNeedsOf, tasksOf } from './tasks.ts';
import { addUsualTasks } from './usual-list.ts';
import { words } from './words.ts';

type At = { Params: { group: string; event: string }; Querystring: { order?: string | string[] } };
type AtTask = { Params: { group: string; event: string; task: string } };

export function checklistRoutes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  app.get<At>('/g/:group/e/:event/checklist', backRoom, async (request, reply) => {
    const { shown, role } = await enter(request, mayDoor);
    return list(request, reply, shown, role, { ordering: request.query.order === 'yes' && mayOrganise(role) });
  });

  app.post<At>('/g/:group/e/:event/checklist', backRoom, async (request, reply) => {
    const { shown, role } = await enter(request, mayOrganise);
    const lang = languageOf(request);
    const read = readForm(taskForm, request.body);
    if (!read.ok)
      return list(request, reply, shown, role, { values: read.values, errors: fieldErrors(lang, read.errors) });
    const added = await transact(db, (tx) => addTask(tx, shown.event, read.value));
    if ('refused' in added) {
      const errors = { title: words(lang)('refused.too_many') };
      return list(request, reply, shown, role, { values: read.values, errors });
    }
    flash(reply, words(lang)('flash.added'));
    return reply.redirect(`${seasonPaths.checklist(shown.group.slug, shown.event.slug)}#task-${added.task_id}`, 303);
  });

  app.post<At>('/g/:group/e/:event/checklist/usual', backRoom, async (request, reply) => {
    const { shown } = await enter(request, mayOrganise);
    await transact(db, (tx) => addUsualTasks(tx, shown.event));
    return reply.redirect(seasonPaths.checklist(shown.group.slug, shown.event.slug), 303);
  });

  app.get<AtTask>('/g/:group/e/:event/checklist/:task', backRoom, async (request, reply) => {
    const { shown } = await enter(request, mayOrganise);
    return one(request, reply, shown);
  });

  app.post<AtTask>('/g/:group/e/:event/checklist/:task', backRoom, async (request, reply) => {
    const { shown } = await enter(request, mayOrganise);
    const lang = languageOf(request);
    const read = readForm(taskForm, request.body);
    if (!read.ok) return one(request, reply, shown, read.values, fieldErrors(lang, read.errors));
    const done: Changed = await transact(db, (tx) => changeTask(tx, shown.event, idOf(request), read.value));
    if ('refused' in done) {
      if (done.refused !== 'season.in_a_circle') throw notFound();
      return one(request, reply, shown, read.values, { needs: words(lang)('refused.in_a_circle') });
    }
    return reply.redirect(`${seasonPaths.checklist(shown.group.slug, shown.event.slug)}#task-${done.task_id}`, 303);
  });

  app.post<AtTask>('/g/:group/e/:event/checklist/:task/done', backRoom, async (request, reply) => {
    const { shown, actor } = await enter(request, mayDoor);
    const read = readForm(doneForm, request.body);
    if (!read.ok) throw notFound();
    const t = words(languageOf(request));
    const task_id = idOf(request);
    const done = await transact(db, (tx) =>
      setTaskDone(tx, actor, shown.event, task_id, read.value.done === 'yes', ground.now()),
    );
    if ('refused' in done) {
      if (done.refused === 'season.no_such_task') throw notFound();
      flash(reply, t('refused.waits_for', { first: done.first.join(', ') }));
    }
    const back = safePath(read.value.back, seasonPaths.checklist(shown.group.slug, shown.event.slug));
    return reply.redirect(`${back.split('#')[0]}#task-${task_id}`, 303);
  });

  app.post<AtTask>('/g/:group/e/:event/checklist/:task/move', backRoom, async (request, reply) => {
    const { shown } = await enter(request, mayOrganise);
    const read = readForm(moveForm, request.body);
    if (!read.ok) throw notFound();
    const task_id = idOf(request);
    await transact(db, (tx) => moveTask(tx, shown.event, task_id, read.value.to));
    return reply.redirect(`${seasonPaths.order(shown.group.slug, shown.event.slug)}#task-${task_id}`, 303);
  });

  app.post<AtTask>('/g/:group/e/:event/checklist/:task/remove', backRoom, async (request, reply) => {
    const { shown, actor } = await enter(request, mayOrganise);
    const { group_id, slug, title } = shown.event;
    const removed = await transact(db, async (tx) => {
      const task = await removeTask(tx, shown.event, idOf(request));
      if (!task) return null;
      const about = { event: slug, title, task: task.title };
      await audit(tx, { group_id, actor, what: 'season.task.removed', about, now: ground.now() });
      return task;
    });
    if (removed) flash(reply, words(languageOf(request))('flash.removed', { title: removed.title }));
    return reply.redirect(seasonPaths.checklist(shown.group.slug, slug), 303);
  });

  type Entered = { shown: Awaited<ReturnType<typeof findEvening>>['shown']; role: Role; actor: Actor };

  /** An evening for those of its team whom the law lets in. Throws the 404 for everybody else. */
  async function enter(
    request: FastifyRequest<{ Params: { group: string; event: string } }>,
    law: (role: Role | null) => boolean,
  ): Promise<Entered> {
    const actor = actorOf(request);
    const { shown, role } = await findEvening(ground, request, request.params);
    if (!actor || role === null || !law(role)) throw notFound();
    return { shown, role, actor };
  }

  type Typed = { values?: Values; errors?: Record<string, string>; ordering?: boolean };

  async function list(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Entered['shown'],
    role: Role,
    { values, errors, ordering = false }: Typed,
  ) {
    const [tasks, needs, team] = await Promise.all([
      tasksOf(db, shown.event),
      placeNeedsOf(db, shown.event),
      teamOf(db, shown.event.group_id),
    ]);
    const page = (
      <ChecklistPage
        view={viewOf(request, ground)}
        shown={shown}
        tasks={tasks}
        needs={needs}
        team={team}
        mayEdit={mayOrganise(role)}
        ordering={ordering}
        values={values}
        errors={errors}
      />
    );
    return sendPage(reply, page, { status: errors ? 422 : 200, accent: shown.group.color });
  }

  async function one(
    request: FastifyRequest<AtTask>,
    reply: FastifyReply,
    shown: Entered['shown'],
    values?: Values,
    errors?: Record<string, string>,
  ) {
    const [tasks, team] = await Promise.all([tasksOf(db, shown.event), teamOf(db, shown.event.group_id)]);
    const task = tasks.find(({ task_id }) => task_id === request.params.task);
    if (!task) throw notFound();
    const page = (
      <TaskPage
        view={viewOf(request, ground)}
        shown={shown}
        task={task}
        others={tasks.filter((other) => other !== task)}
        team={team}
        values={values ?? taskValues(task)}
        errors={errors}
      />
    );
    return sendPage(reply, page, { status: errors ? 422 : 200, accent: shown.group.color });
  }
}

function idOf(request: FastifyRequest<AtTask>): Id<'season.task'> {
  const { task } = request.params;
  if (!isId<'season.task'>(task)) throw notFound();
  return task;
}
