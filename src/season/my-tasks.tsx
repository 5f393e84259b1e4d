// What this room hangs on one's own page: what is one's to do, over all groups. Nothing where there is nothing.
import type { Panel } from '#kit/panels.ts';
import { PostButton } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { isDigestStopped } from './overdue/stop-digest.ts';
import { TaskRow } from './pages/task-row.tsx';
import { seasonPaths } from './paths.ts';
import { tasksOfPerson } from './tasks.ts';
import { words } from './words.ts';

/** How far ahead one's own list looks. */
const AHEAD_DAYS = 60;

/** Two statements. */
export const myTasks: Panel<'people.me'> = async (db, view, { person_id }) => {
  const t = words(view.lang);
  const until = new Date(view.now.epochMilliseconds + AHEAD_DAYS * 86_400_000);
  const [tasks, stopped] = await Promise.all([
    tasksOfPerson(db, person_id, { now: view.now, until }),
    isDigestStopped(db, person_id),
  ]);
  if (tasks.length === 0) return null;
  return (
    <Section title={t('mine.title')}>
      <ul class="season-tasks">
        {tasks.map((task) => (
          <TaskRow
            key={task.task_id}
            view={view}
            task={task}
            about={{ group: task.group, slug: task.slug, zone: task.zone, language: task.language }}
            evening={task.evening}
            mayEdit={false}
          />
        ))}
      </ul>
      <p class="ui-soft">{t(stopped ? 'mine.mail.off' : 'mine.mail.on')}</p>
      <PostButton action={seasonPaths.myDigest()} kind="link" fields={{ wanted: stopped ? 'yes' : '' }}>
        {t(stopped ? 'mine.mail.start' : 'mine.mail.stop')}
      </PostButton>
    </Section>
  );
};
