// What a browser may send about a task, as typed values.

import type { Values } from '#kit/form.ts';
import { blankAsNull, line, prose, ticked, whole, z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import type { TaskDraft } from './change-tasks.ts';
import type { Task } from './tasks.ts';

/** How the form asks for side and unit: in one choice. */
export const whens = ['days_before', 'hours_before', 'days_after', 'hours_after'] as const;

const idOf = <T extends string>() => z.custom<Id<T>>((text) => isId<T>(text), 'form.not_understood');

export const taskForm = z
  .object({
    title: line(140),
    amount: whole(0, 365),
    when: z.enum(whens),
    after_opening: ticked(),
    owner: blankAsNull(idOf<'people.person'>()),
    note: prose(1000),
    needs: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((text) => [text].flat().filter((id) => isId(id))),
  })
  .transform(({ when, owner, ...rest }): TaskDraft => {
    const [unit, side] = when.split('_') as [TaskDraft['unit'], TaskDraft['side']];
    return { ...rest, unit, side, owner_id: owner };
  });

/** A task as the fields of its form. */
export function taskValues(task: Task): Values {
  return {
    title: task.title,
    amount: String(task.amount),
    when: `${task.unit}_${task.side}`,
    after_opening: task.after_opening ? 'on' : '',
    owner: task.owner?.person_id ?? '',
    note: task.note,
    needs: task.needs,
  };
}

export const doneForm = z.object({ done: z.enum(['yes', '']).default('yes'), back: z.string().max(500).default('') });
export const moveForm = z.object({ to: z.enum(['up', 'down']) });
