// What this room hangs on the organisers' page of an evening: what is to be done next, and what is late.
import { mayOrganise } from '#groups';
import type { Panel } from '#kit/panels.ts';
import { Section } from '#ui/section.tsx';
import { TaskList, TaskRow } from './pages/task-row.tsx';
import { seasonPaths } from './paths.ts';
import { blockersOf, dueNext } from './rules.ts';
import { tasksOf } from './tasks.ts';
import { words } from './words.ts';

/** How many tasks are shown that are not late yet. The whole list has a page of its own. */
const NEXT = 3;

/** One statement. */
export const checklistPanel: Panel<'events.manage'> = async (db, view, { shown, role }) => {
  const t = words(view.lang);
  const { event, group } = shown;
  const tasks = await tasksOf(db, event);
  // A list is begun for what is still to come.
  if (tasks.length === 0 && (event.stage === 'cancelled' || event.starts_at.getTime() <= view.now.epochMilliseconds))
    return null;
  // Nothing is late any more for an evening that is off.
  const { overdue, soon } = dueNext(event.stage === 'cancelled' ? [] : tasks, view.now, NEXT);
  const done = tasks.filter((task) => task.done_at !== null).length;
  const href = seasonPaths.checklist(group.slug, event.slug);
  const about = { group: group.slug, slug: event.slug, zone: event.zone, language: event.language };
  return (
    <Section
      title={t('checklist.title')}
      action={<a href={href}>{t(tasks.length > 0 ? 'panel.whole' : 'panel.begin')}</a>}
    >
      <p class="ui-soft">
        {tasks.length === 0 ? t('panel.none') : t('checklist.count', { done, all: tasks.length })}{' '}
        {overdue.length > 0 && t('checklist.late', { n: overdue.length })}
      </p>
      {overdue.length + soon.length > 0 && (
        <TaskList>
          {[...overdue, ...soon].map((task) => (
            <TaskRow
              key={task.task_id}
              view={view}
              task={task}
              about={about}
              first={blockersOf(task, tasks).map(({ title }) => title)}
              mayEdit={mayOrganise(role)}
            />
          ))}
        </TaskList>
      )}
    </Section>
  );
};
