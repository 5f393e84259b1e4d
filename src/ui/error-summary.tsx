// At the top of a form that came back: what needs another look, each line a way to its field.
import { fieldId } from './said.tsx';
import type { View } from './view.ts';
import { words } from './words.ts';

type ErrorSummaryProps = { view: View; errors: readonly { field: string; label: string; error: string }[] };

/** Nothing when nothing is wrong. `field` is the field's name, or its id when it was given one. */
export function ErrorSummary({ view, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="ui-wrong" role="alert" tabIndex={-1}>
      <p class="ui-wrong-title">{words(view.lang)('errors.title', { n: errors.length })}</p>
      <ul>
        {errors.map(({ field, label, error }) => (
          <li key={field}>
            <a href={`#${field.startsWith('f-') ? field : fieldId(field)}`}>{label}</a>: {error}
          </li>
        ))}
      </ul>
    </div>
  );
}
