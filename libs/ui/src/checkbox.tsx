import { useId, type ReactNode } from 'react';

export interface CheckboxProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  look?: 'plain' | 'tile';
  name?: string;
}

/** A native checkbox with a target big enough for a thumb; also used by the phone. */
export function Checkbox({ id, label, hint, checked, onChange, disabled, look = 'plain', name }: CheckboxProps) {
  const hintId = useId();
  return (
    <label className="ui-choice" data-look={look}>
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
      {hint && (
        <span className="ui-choice-hint" id={hintId}>
          {hint}
        </span>
      )}
    </label>
  );
}

export interface CheckboxGroupProps<Value extends string> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  options: readonly { id: Value; label: string; hint?: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  direction?: 'column' | 'row';
  /** The id of the first box, for links of the error summary. */
  id?: string;
}

/** Any number of a closed list. */
export function CheckboxGroup<Value extends string>({ label, hint, error, options, value, onChange, direction = 'column', id }: CheckboxGroupProps<Value>) {
  const own = useId();
  return (
    <fieldset className="ui-field" aria-describedby={[hint && `${own}h`, error && `${own}e`].filter(Boolean).join(' ') || undefined}>
      <legend className="ui-label">{label}</legend>
      {hint && <span className="ui-hint" id={`${own}h`}>{hint}</span>}
      {error && <span className="ui-field-error" id={`${own}e`}>{error}</span>}
      <div className="ui-choices" data-direction={direction}>
        {options.map((option, i) => (
          <Checkbox
            key={option.id}
            id={i === 0 ? id : undefined}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.id)}
            onChange={(checked) => onChange(checked ? [...value, option.id] : value.filter((v) => v !== option.id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
