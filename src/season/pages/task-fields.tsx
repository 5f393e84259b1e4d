// The fields of a task: what, when, who. The same where one is added and where one is changed.
import type { Values } from '#kit/form.ts';
import { Checkbox } from '#ui/choice.tsx';
import { Field, Select } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { whens } from '../task-forms.ts';
import type { Say } from '../words.ts';

/** Somebody of the team who may take a task. */
export type TeamName = { person_id: string; name: string };

type Props = { t: Say; values: Values; errors: Record<string, string>; team: readonly TeamName[] };

export function TaskFields({ t, values, errors, team }: Props) {
  const { of } = fieldsOf(values, errors);
  return (
    <>
      <Field label={t('task.title')} {...of('title')} maxlength={140} required />
      <div class="season-two">
        <Field label={t('task.amount')} {...of('amount', '2')} inputmode="numeric" required />
        <Select
          label={t('task.when')}
          {...of('when', 'days_before')}
          options={whens.map((when) => ({ value: when, label: t(`task.when.${when}`) }))}
        />
      </div>
      <Checkbox
        label={t('task.after_opening')}
        name="after_opening"
        checked={values.after_opening === 'on'}
        hint={t('task.after_opening.hint')}
      />
      <Select
        label={t('task.owner')}
        {...of('owner')}
        options={[
          { value: '', label: t('task.nobody') },
          ...team.map(({ person_id, name }) => ({ value: person_id, label: name })),
        ]}
      />
    </>
  );
}
