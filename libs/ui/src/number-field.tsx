import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { Minus, Plus } from 'lucide-react';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';
import { useWords } from './words.tsx';

export interface NumberFieldProps extends FieldProps {
  id?: string;
  /** `null` while the field is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** What is typed is rounded to it. */
  step?: number;
  disabled?: boolean;
}

/** A count that is set by typing or in steps. */
export function NumberField({ label, hint, error, optional, width = 'short', id, value, onChange, min, max, step = 1, disabled }: NumberFieldProps) {
  const words = useWords();
  // The library tells of a typed number only when the field is left. A complaint that vanishes just then moves the button that is being
  // pressed from under the finger, and the press is lost.
  function handleTyping(typed: string) {
    if (/^\d+$/.test(typed)) onChange(Number(typed));
  }
  return (
    <AriaNumberField
      id={id}
      className="ui-field"
      data-width={width}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      isRequired={!optional}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      incrementAriaLabel={words.increase}
      decrementAriaLabel={words.decrease}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <Group className="ui-number">
        <Button slot="decrement" className="ui-button ui-number-step" data-look="secondary">
          <Minus aria-hidden size={18} />
        </Button>
        <Input className="ui-input" onInput={({ currentTarget }) => handleTyping(currentTarget.value)} />
        <Button slot="increment" className="ui-button ui-number-step" data-look="secondary">
          <Plus aria-hidden size={18} />
        </Button>
      </Group>
      <FieldError>{error}</FieldError>
    </AriaNumberField>
  );
}
