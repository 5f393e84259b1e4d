// One task in a list: a box to tick, what it is, when it is due, whose it is.
import type { ComponentChildren } from 'preact';
import { instantOf, sayTime } from '#kit/time.ts';
import { dot } from '#ui/dotted.ts';
import { Tag } from '#ui/panel.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import { isOverdue } from '../rules.ts';
import { sayDue, sayOffset } from '../say-task.ts';
import type { Task } from '../tasks.ts';
import { words } from '../words.ts';

export type RowAbout = { group: string; slug: string; zone: string; language: string };

type Props = {
  view: View;
  task: Task;
  about: RowAbout;
  /** Titles of what has to be done before. */
  first?: readonly string[] | undefined;
  /** In lists over several evenings: which one. */
  evening?: string | undefined;
  /** Leads to the page where it is changed. */
  mayEdit: boolean;
  /** Instead of the box: one place up, one down. */
  ordering?: boolean | undefined;
};

/** Around rows, on any page that shows some. */
export function TaskList({ children }: { children: ComponentChildren }) {
  return <ul class="season-tasks">{children}</ul>;
}

export function TaskRow({ view, task, about, first = [], evening, mayEdit, ordering }: Props) {
  const t = words(view.lang);
  const isDone = task.done_at !== null;
  const isLate = isOverdue(task, view.now);
  const facts = isDone
    ? [sayDone(task, about.zone, view)]
    : [
        evening,
        `${sayDue(task, about.zone, view.lang)} (${sayOffset(task, t)})`,
        task.owner?.name,
        first.length > 0 ? t('task.after', { first: first.join(', ') }) : '',
      ].filter(Boolean);
  return (
    <li class={isDone ? 'season-task season-task-done' : 'season-task'} id={`task-${task.task_id}`}>
      {ordering ? <Order view={view} task={task} about={about} /> : <Tick view={view} task={task} about={about} />}
      <div class="season-task-text">
        <div class="season-task-title" lang={about.language}>
          {mayEdit ? <a href={seasonPaths.task(about.group, about.slug, task.task_id)}>{task.title}</a> : task.title}
        </div>
        <div class="season-task-facts">
          {isLate && (
            <>
              <Tag>{t('task.overdue')}</Tag>{' '}
            </>
          )}
          {facts.join(dot)}
        </div>
        {task.note && !isDone && (
          <div class="season-task-note" lang={about.language}>
            {task.note}
          </div>
        )}
      </div>
    </li>
  );
}

function sayDone({ done_at, done_by }: Task, zone: string, view: View): string {
  const t = words(view.lang);
  const day = sayTime(instantOf(done_at as Date), zone, view.lang, 'short');
  return done_by ? t('task.done_by', { who: done_by, day }) : t('task.done', { day });
}

type ControlProps = Pick<Props, 'view' | 'task' | 'about'>;

/** A button that looks like a box: without scripts it is one tap all the same. */
function Tick({ view, task, about }: ControlProps) {
  const t = words(view.lang);
  const isDone = task.done_at !== null;
  return (
    <form method="post" action={seasonPaths.done(about.group, about.slug, task.task_id)}>
      <input type="hidden" name="done" value={isDone ? '' : 'yes'} />
      <input type="hidden" name="back" value={view.path} />
      <button type="submit" class="season-tick" aria-label={t(isDone ? 'task.undo' : 'task.do', { title: task.title })}>
        <span class={isDone ? 'season-box season-box-done' : 'season-box'} aria-hidden="true" />
      </button>
    </form>
  );
}

function Order({ view, task, about }: ControlProps) {
  const t = words(view.lang);
  return (
    <form class="season-order" method="post" action={seasonPaths.move(about.group, about.slug, task.task_id)}>
      <button type="submit" class="ui-button" name="to" value="up" aria-label={t('task.up', { title: task.title })}>
        ↑
      </button>
      <button type="submit" class="ui-button" name="to" value="down" aria-label={t('task.down', { title: task.title })}>
        ↓
      </button>
    </form>
  );
}
