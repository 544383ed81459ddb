import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Check, ChevronDown } from 'lucide-react';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';
import { useWords } from './words.tsx';

export interface Option<Value extends string = string> {
  id: Value;
  label: string;
  hint?: string;
}

export interface SelectProps<Value extends string> extends FieldProps {
  id?: string;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  disabled?: boolean;
}

/** One of a closed list. With up to five choices prefer a `RadioGroup`: everything is seen at once. */
export function Select<Value extends string>({ label, hint, error, optional, width = 'full', id, options, value, onChange, placeholder, disabled }: SelectProps<Value>) {
  const words = useWords();
  return (
    <AriaSelect
      className="ui-field"
      data-width={width}
      value={value}
      onChange={(key) => key !== null && onChange(key as Value)}
      isDisabled={disabled}
      isRequired={!optional}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      placeholder={placeholder ?? words.choose}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <Button className="ui-input ui-select-button" id={id} data-invalid={error ? true : undefined}>
        <SelectValue className="ui-select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown aria-hidden size={20} />
      </Button>
      <FieldError>{error}</FieldError>
      <Popover className="ui-popover">
        <ListBox className="ui-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ui-list-item">
              <Check aria-hidden size={18} className="ui-list-check" />
              <span>
                {option.label}
                {option.hint && <span className="ui-hint ui-block">{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
