import { useId, type ReactNode } from 'react';

export interface RadioGroupProps<Value extends string> {
  label: ReactNode;
  /** The label is for ears only, where a heading above already says it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string | null;
  optional?: string | false;
  options: readonly { id: Value; label: ReactNode; hint?: ReactNode }[];
  value: Value | null;
  onChange: (value: Value) => void;
  direction?: 'column' | 'row';
  look?: 'plain' | 'tile';
  disabled?: boolean;
  /** The id of the first choice, for links of the error summary. */
  id?: string;
}

/** One of a few, all in sight: native radios, so arrow keys and screen readers do what people know; also used by the phone. */
export function RadioGroup<Value extends string>({ label, labelHidden, hint, error, optional, options, value, onChange, direction = 'column', look = 'plain', disabled, id }: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className="ui-field"
      disabled={disabled}
      aria-describedby={[hint && `${name}h`, error && `${name}e`].filter(Boolean).join(' ') || undefined}
    >
      <legend className={labelHidden ? 'visually-hidden' : 'ui-label'}>
        {label}
        {optional && <span className="ui-optional"> ({optional})</span>}
      </legend>
      {hint && <span className="ui-hint" id={`${name}h`}>{hint}</span>}
      {error && <span className="ui-field-error" id={`${name}e`}>{error}</span>}
      <div className="ui-choices" data-direction={direction}>
        {options.map((option, i) => (
          <label className="ui-choice" data-look={look} key={option.id}>
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={name}
              value={option.id}
              checked={value === option.id}
              aria-describedby={option.hint ? `${name}${i}` : undefined}
              onChange={() => onChange(option.id)}
            />
            <span>{option.label}</span>
            {option.hint && (
              <span className="ui-choice-hint" id={`${name}${i}`}>
                {option.hint}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
