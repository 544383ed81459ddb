import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  /** The element's id, for links of the error summary. */
  id?: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'email' | 'search' | 'url';
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  spellCheck?: boolean;
  lang?: string;
}

export function TextField({ label, hint, error, optional, width = 'full', id, disabled, placeholder, lang, spellCheck, ...props }: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      id={id}
      className="ui-field"
      data-width={width}
      isDisabled={disabled}
      isRequired={!optional}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <Input className="ui-input" placeholder={placeholder} lang={lang} spellCheck={spellCheck} />
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
