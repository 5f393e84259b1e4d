// What is said about a question besides its label, and the ids that tie it to the control.
import type { ComponentChildren } from 'preact';

export type Asked = {
  label: string;
  name: string;
  /** Only when two forms of a page ask for the same name. */
  id?: string | undefined;
  /** Already worded. */
  error?: string | null | undefined;
  hint?: ComponentChildren;
  /** Says "optional" beside the label. */
  optional?: boolean | undefined;
  required?: boolean | undefined;
};

/** The id of a field by its name, for links that lead to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`;
}

/** What ties a control to its hint and its error. */
export function wires({ name, id, error, hint }: Pick<Asked, 'name' | 'id' | 'error' | 'hint'>) {
  const own = id ?? fieldId(name);
  const said = [error ? `${own}-error` : '', hint ? `${own}-hint` : ''].filter(Boolean).join(' ');
  return {
    id: own,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': said || undefined,
  };
}

/** Hint and error below a label, with the ids `wires` points to. */
export function Said({ name, id, error, hint }: Pick<Asked, 'name' | 'id' | 'error' | 'hint'>) {
  const own = id ?? fieldId(name);
  return (
    <>
      {hint && (
        <span class="ui-hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="ui-error" id={`${own}-error`}>
          {error}
        </span>
      )}
    </>
  );
}
