import { useId, type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { CharacterCount } from './character-count.tsx';
import { classNames } from './class-names.tsx';

/**
 * Plain HTML with the look of the other components, for the phone's entry: no component library comes with it. `Checkbox`, `RadioGroup`,
 * `Notice`, `Tag`, `Card`, `EmptyState`, `Progress`, `TramLine` and `BarChart` are plain too and may be used there.
 */
export interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'thumb';
  icon?: ReactNode;
  iconOnly?: boolean;
  /** Waiting for an answer: stays focusable, does nothing. */
  pending?: boolean;
}

export function PlainButton({ look = 'primary', size = 'medium', icon, iconOnly, pending, className, onClick, children, ...props }: PlainButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={classNames('ui-button', className)}
      data-look={look}
      data-size={size}
      data-icon-only={iconOnly || undefined}
      data-pending={pending || undefined}
      aria-disabled={pending || props['aria-disabled']}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
    </button>
  );
}

interface PlainFieldProps<Value extends string = string> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** The word for "optional", where the field is. */
  optional?: string | false;
  value: Value;
  onChange: (value: Value) => void;
}

export type PlainTextFieldProps = PlainFieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'>;

export function PlainTextField({ label, hint, error, optional, value, onChange, id, ...props }: PlainTextFieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <div className="ui-field">
      <PlainLabel fieldId={fieldId} label={label} optional={optional} hint={hint} />
      <input
        {...props}
        className="ui-input"
        id={fieldId}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
      <PlainError fieldId={fieldId} error={error} />
    </div>
  );
}

export type PlainTextAreaProps = PlainFieldProps & {
  /** Counted, never cut off: nobody loses what she pasted. */
  max?: { length: number; left: (count: number) => string; over: (count: number) => string };
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'maxLength'>;

export function PlainTextArea({ label, hint, error, optional, value, onChange, id, max, ...props }: PlainTextAreaProps) {
  const own = useId();
  const fieldId = id ?? own;
  const over = max !== undefined && value.length > max.length;
  return (
    <div className="ui-field">
      <PlainLabel fieldId={fieldId} label={label} optional={optional} hint={hint} />
      <textarea
        {...props}
        className="ui-input"
        id={fieldId}
        value={value}
        aria-invalid={error || over ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        onChange={(event) => onChange(event.target.value)}
      />
      {max && <CharacterCount length={value.length} max={max.length} left={max.left} over={max.over} />}
      <PlainError fieldId={fieldId} error={error} />
    </div>
  );
}

export type PlainSelectProps<Value extends string> = PlainFieldProps<Value> & { options: readonly { id: Value; label: string }[]; id?: string; disabled?: boolean };

export function PlainSelect<Value extends string>({ label, hint, error, optional, value, onChange, options, id, disabled }: PlainSelectProps<Value>) {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <div className="ui-field">
      <PlainLabel fieldId={fieldId} label={label} optional={optional} hint={hint} />
      <select
        className="ui-input"
        id={fieldId}
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, hint, error)}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen) onChange(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <PlainError fieldId={fieldId} error={error} />
    </div>
  );
}

const describedBy = (fieldId: string, hint: ReactNode, error: string | null | undefined) =>
  [hint && `${fieldId}-hint`, error && `${fieldId}-error`].filter(Boolean).join(' ') || undefined;

function PlainLabel({ fieldId, label, optional, hint }: { fieldId: string; label: ReactNode; optional?: string | false | undefined; hint: ReactNode }) {
  return (
    <>
      <label className="ui-label" htmlFor={fieldId}>
        {label}
        {optional && <span className="ui-optional"> ({optional})</span>}
      </label>
      {hint && (
        <span className="ui-hint" id={`${fieldId}-hint`}>
          {hint}
        </span>
      )}
    </>
  );
}

function PlainError({ fieldId, error }: { fieldId: string; error: string | null | undefined }) {
  return error ? (
    <span className="ui-field-error" id={`${fieldId}-error`} role="alert">
      {error}
    </span>
  ) : null;
}
