// One question of a form: its label, a hint, what was typed, and what is wrong with it in one sentence.
import type { ComponentChildren } from 'preact';
import { type Asked, fieldId, Said, wires } from './said.tsx';
import { useWords } from './words.ts';

export { Checkbox, Choice } from './choice.tsx';
export { ErrorSummary } from './error-summary.tsx';
export { fieldId } from './said.tsx';

type FieldProps = Asked & {
  value?: string | number | null | undefined;
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'search'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'password'
    | 'color'
    | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined;
  maxlength?: number | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  placeholder?: string | undefined;
  pattern?: string | undefined;
  /** Id of a `<datalist>`. */
  list?: string | undefined;
  autofocus?: boolean | undefined;
  disabled?: boolean | undefined;
  readonly?: boolean | undefined;
  /** Stands before the input and is not typed: `ugroup.example/`. */
  prefix?: string | undefined;
};

/** A line of text, an address, a number, a day, a time. */
export function Field({ label, name, id, error, hint, optional, prefix, value, type = 'text', ...rest }: FieldProps) {
  const input = (
    <input
      class={rest.autocomplete === 'one-time-code' ? 'ui-input ui-code' : `ui-input ui-${type}`}
      // The typings ask for one kind of input at a time; the attributes are the same for all of ours.
      type={type as 'date'}
      name={name}
      value={value ?? ''}
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      spellcheck={type === 'email' || type === 'url' ? false : undefined}
      autocapitalize={type === 'email' || type === 'url' ? ('none' as const) : undefined}
      {...wires({ name, id, error, hint })}
      {...rest}
    />
  );
  return (
    <Frame label={label} name={name} id={id} error={error} hint={hint} optional={optional}>
      {prefix ? (
        <span class="ui-affix" dir="ltr">
          <span aria-hidden="true">{prefix}</span>
          {input}
        </span>
      ) : (
        input
      )}
    </Frame>
  );
}

type TextAreaProps = Asked & {
  value?: string | null | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  placeholder?: string | undefined;
};

/** Several lines of text. */
export function TextArea({ label, name, id, error, hint, optional, value, rows = 5, ...rest }: TextAreaProps) {
  return (
    <Frame label={label} name={name} id={id} error={error} hint={hint} optional={optional}>
      <textarea class="ui-input" name={name} rows={rows} dir="auto" {...wires({ name, id, error, hint })} {...rest}>
        {value ?? ''}
      </textarea>
    </Frame>
  );
}

type SelectProps = Asked & {
  value?: string | null | undefined;
  options: readonly { value: string; label: string }[];
  autocomplete?: string | undefined;
};

/** One of many, in the browser's own list. */
export function Select({ label, name, id, error, hint, optional, value, options, ...rest }: SelectProps) {
  return (
    <Frame label={label} name={name} id={id} error={error} hint={hint} optional={optional}>
      <select class="ui-input ui-select" name={name} {...wires({ name, id, error, hint })} {...rest}>
        {options.map((o) => (
          <option key={o.value} value={o.value} selected={o.value === (value ?? '')}>
            {o.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type FileFieldProps = Asked & { accept?: string | undefined; multiple?: boolean | undefined };

/** A file from the person's machine. The form around it needs `enctype="multipart/form-data"`. */
export function FileField({ label, name, id, error, hint, optional, ...rest }: FileFieldProps) {
  return (
    <Frame label={label} name={name} id={id} error={error} hint={hint} optional={optional}>
      <input class="ui-input ui-file" type="file" name={name} {...wires({ name, id, error, hint })} {...rest} />
    </Frame>
  );
}

function Frame({ label, name, id, error, hint, optional, children }: Asked & { children: ComponentChildren }) {
  const say = useWords();
  return (
    <div class={error ? 'ui-field ui-field-wrong' : 'ui-field'}>
      <label class="ui-label" for={id ?? fieldId(name)}>
        {label}
        {optional && <span class="ui-optional"> {say('field.optional')}</span>}
      </label>
      <Said name={name} id={id} error={error} hint={hint} />
      {children}
    </div>
  );
}
