import { parseDate, type CalendarDate } from '@internationalized/date';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';

export interface DateFieldProps extends FieldProps {
  id?: string;
  /** `YYYY-MM-DD`, or null while no whole date is typed. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/** A calendar day, typed part by part in the order of the viewer's language. */
export function DateField({ label, hint, error, optional, width = 'short', id, value, onChange, min, max, disabled }: DateFieldProps) {
  return (
    <AriaDateField<CalendarDate>
      id={id}
      className="ui-field"
      data-width={width}
      value={value ? parseDate(value) : null}
      onChange={(next) => onChange(next ? next.toString() : null)}
      minValue={min ? parseDate(min) : undefined}
      maxValue={max ? parseDate(max) : undefined}
      isDisabled={disabled}
      isRequired={!optional}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <DateInput className="ui-input ui-date">{(segment) => <DateSegment segment={segment} className="ui-date-part" />}</DateInput>
      <FieldError>{error}</FieldError>
    </AriaDateField>
  );
}
