import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { CharacterCount } from './character-count.tsx';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';
import { useWords } from './words.tsx';

export interface TextAreaProps extends FieldProps {
  id?: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Counted, never cut off: nobody loses what she pasted. */
  maxLength?: number;
  rows?: number;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  lang?: string;
}

export function TextArea({ label, hint, error, optional, width = 'full', id, disabled, maxLength, rows = 4, placeholder, lang, ...props }: TextAreaProps) {
  const words = useWords();
  const over = maxLength !== undefined && props.value.length > maxLength;
  return (
    <TextField
      {...props}
      id={id}
      className="ui-field"
      data-width={width}
      isDisabled={disabled}
      isRequired={!optional}
      isInvalid={Boolean(error) || over}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <AriaTextArea className="ui-input" rows={rows} placeholder={placeholder} lang={lang} />
      {maxLength !== undefined && (
        <CharacterCount length={props.value.length} max={maxLength} left={words.charactersLeft} over={words.charactersOver} />
      )}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
