// One task: what it is, when, whose, what must be done before it; and the way to take it off the list.
import type { ShownEvent } from '#events';
import type { Values } from '#kit/form.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import type { Task } from '../tasks.ts';
import { words } from '../words.ts';
import { TaskFields, type TeamName } from './task-fields.tsx';

type Props = {
  view: View;
  shown: ShownEvent;
  task: Task;
  others: readonly Task[];
  team: readonly TeamName[];
  values: Values;
  errors?: Record<string, string> | undefined;
};

export function TaskPage({ view, shown, task, others, team, values, errors = {} }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const needs = [values.needs ?? []].flat();
  return (
    <Page view={view} title={task.title} accent={group.color} width="form">
      <Masthead
        over={<a href={seasonPaths.checklist(g, e)}>{t('checklist.title')}</a>}
        title={task.title}
        lang={event.language}
      />
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({
          field,
          label: labels[field] ? t(labels[field]) : field,
          error,
        }))}
      />
      <form class="ui-form" method="post" action={seasonPaths.task(g, e, task.task_id)}>
        <TaskFields t={t} values={values} errors={errors} team={team} />
        <TextArea
          label={t('task.note')}
          name="note"
          value={[values.note].flat()[0] ?? ''}
          error={errors.note}
          rows={3}
          optional
        />
        {others.length > 0 && (
          <fieldset class="ui-field season-needs" id="f-needs">
            <legend class="ui-label">{t('task.needs')}</legend>
            {errors.needs && <span class="ui-error">{errors.needs}</span>}
            {others.map((other) => (
              <label class="ui-tick" key={other.task_id} lang={event.language}>
                <input type="checkbox" name="needs" value={other.task_id} checked={needs.includes(other.task_id)} />
                <span>{other.title}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Button>{t('task.save')}</Button>
      </form>
      <Actions>
        <PostButton action={seasonPaths.remove(g, e, task.task_id)}>{t('task.remove')}</PostButton>
      </Actions>
    </Page>
  );
}

const labels = {
  title: 'task.title',
  amount: 'task.amount',
  when: 'task.when',
  owner: 'task.owner',
  note: 'task.note',
  needs: 'task.needs',
} as const as Record<string, 'task.title' | 'task.amount' | 'task.when' | 'task.owner' | 'task.note' | 'task.needs'>;
