// Questions answered with a tick: one box, or one of a few.
import type { ComponentChildren } from 'preact';
import { type Asked, fieldId, Said, wires } from './said.tsx';
import { useWords } from './words.ts';

type CheckboxProps = Omit<Asked, 'label' | 'optional'> & {
  label: ComponentChildren;
  /** What the form sends when it is ticked; `on` unless told. */
  value?: string | undefined;
  checked?: boolean | undefined;
};

/** One box to tick. */
export function Checkbox({ label, name, id, error, hint, value = 'on', checked, required }: CheckboxProps) {
  const wired = wires({ name, id, error, hint });
  return (
    <div class={error ? 'ui-field ui-field-wrong' : 'ui-field'}>
      <label class="ui-tick">
        <input type="checkbox" name={name} value={value} checked={checked} required={required} {...wired} />
        <span>{label}</span>
      </label>
      <Said name={name} id={id} error={error} hint={hint} />
    </div>
  );
}

type ChoiceProps = Asked & {
  value?: string | null | undefined;
  options: readonly { value: string; label: ComponentChildren; hint?: ComponentChildren }[];
};

/** One of a few, each with room for a sentence. The first option carries the id an error links to. */
export function Choice({ label, name, id, error, hint, optional, required, value, options }: ChoiceProps) {
  const say = useWords();
  const own = id ?? fieldId(name);
  const wired = wires({ name, id, error, hint });
  return (
    <fieldset
      class={error ? 'ui-field ui-choice ui-field-wrong' : 'ui-field ui-choice'}
      aria-describedby={wired['aria-describedby']}
    >
      <legend class="ui-label">
        {label}
        {optional && <span class="ui-optional"> {say('field.optional')}</span>}
      </legend>
      <Said name={name} id={id} error={error} hint={hint} />
      {options.map((option, i) => {
        const each = i === 0 ? own : `${own}-${i}`;
        return (
          <div key={option.value}>
            <label class="ui-tick">
              <input
                type="radio"
                id={each}
                name={name}
                value={option.value}
                checked={option.value === value}
                required={required}
                aria-describedby={option.hint ? `${each}-about` : undefined}
              />
              <span>{option.label}</span>
            </label>
            {option.hint && (
              <span class="ui-hint ui-tick-hint" id={`${each}-about`}>
                {option.hint}
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
