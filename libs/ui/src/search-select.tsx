import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { FieldError, FieldHint, FieldLabel, type FieldProps } from './field.tsx';
import type { Option } from './select.tsx';

export interface SearchSelectProps extends FieldProps {
  id?: string;
  /** What was found for `typed`: no more than fit a list one looks through. */
  options: readonly Option[];
  value: Option | null;
  onChange: (value: Option | null) => void;
  typed: string;
  onTyped: (typed: string) => void;
  /** Said in the list while nothing stands there: that it is coming, that nothing was found, or why it did not come. */
  empty: string;
  /** Said below the list: that there are more than are shown, that it did not come. */
  note?: string;
}

/** One of more than can be listed: found by typing. Who asks for `options` by `typed` waits until she pauses. */
export function SearchSelect({ label, hint, error, optional, width = 'full', id, options, value, onChange, typed, onTyped, empty, note }: SearchSelectProps) {
  // what is chosen stays in the list, or the field would forget its words
  const all = value === null || options.some((option) => option.id === value.id) ? options : [value, ...options];
  return (
    <ComboBox
      className="ui-field"
      data-width={width}
      items={all}
      value={value?.id ?? null}
      onChange={(key) => {
        const option = all.find((one) => one.id === key) ?? null;
        onChange(option);
        // who leaves without choosing leaves nothing that looks chosen
        onTyped(option?.label ?? '');
      }}
      inputValue={typed}
      onInputChange={(words) => {
        onTyped(words);
        // other words are somebody else
        if (value !== null && words !== value.label) onChange(null);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired={!optional}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <FieldHint>{hint}</FieldHint>
      <div className="ui-search-select">
        <Input className="ui-input" id={id} autoComplete="off" />
        <Button className="ui-search-select-button">
          <ChevronDown aria-hidden size={20} />
        </Button>
      </div>
      <FieldError>{error}</FieldError>
      <Popover className="ui-popover">
        <ListBox className="ui-list" renderEmptyState={() => null}>
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ui-list-item">
              <Check aria-hidden size={18} className="ui-list-check" />
              <span>
                {option.label}
                {option.hint && <span className="ui-hint ui-block">{option.hint}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
        {/* inside: what is outside an open list is hidden from who listens */}
        <p role="status" className="ui-list-head">{all.length === 0 ? empty : note}</p>
      </Popover>
    </ComboBox>
  );
}
