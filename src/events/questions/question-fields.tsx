// The fields of a question: what is asked, what for, how it is answered, who reads it and until when.
import type { Values } from '#kit/form.ts';
import { Checkbox, Choice, Field, TextArea } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { KEPT_DAYS } from './rules.ts';
import { questionKinds, readerCircles } from './tables.ts';
import type { SayQuestion } from './words.ts';

type Props = { t: SayQuestion; values: Values; errors: Record<string, string> };

export function QuestionFields({ t, values, errors }: Props) {
  const { value, of } = fieldsOf(values, errors);
  return (
    <>
      <Field label={t('field.label')} {...of('label')} maxlength={200} required />
      <Field label={t('field.purpose')} hint={t('field.purpose.hint')} {...of('purpose')} maxlength={300} required />
      <Choice
        label={t('field.kind')}
        {...of('kind', 'text')}
        options={questionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextArea label={t('field.options')} hint={t('field.options.hint')} {...of('options')} rows={4} optional />
      <Checkbox
        label={t('field.required')}
        hint={t('field.required.hint')}
        name="required"
        checked={value('required') !== ''}
      />
      <Checkbox
        label={t('field.private')}
        hint={t('field.private.hint')}
        name="private"
        checked={value('private') !== ''}
      />
      <Choice
        label={t('field.readers')}
        {...of('readers', 'organisers')}
        options={readerCircles.map((readers) => ({ value: readers, label: t(`readers.${readers}`) }))}
      />
      <Field
        label={t('field.kept_days')}
        {...of('kept_days', String(KEPT_DAYS.usual))}
        inputmode="numeric"
        maxlength={3}
        required
      />
    </>
  );
}

const named = ['label', 'purpose', 'kind', 'options', 'readers', 'kept_days'] as const;

/** What was wrong, by field, as the list above a form. */
export function wrongFields(t: SayQuestion, errors: Record<string, string>) {
  return named.flatMap((field) => {
    const error = errors[field];
    return error ? [{ field, label: t(`field.${field}`), error }] : [];
  });
}
