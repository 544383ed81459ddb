import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { CheckboxGroup } from './checkbox.tsx';
import { DateField } from './date-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { NumberField } from './number-field.tsx';
import { PlainTextArea } from './plain.tsx';
import { RadioGroup } from './radio-group.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

function Kept<Value>({ initial, children }: { initial: Value; children: (value: Value, set: (value: Value) => void) => React.ReactNode }) {
  const [value, set] = useState(initial);
  return <>{children(value, set)}</>;
}

describe('a text field', () => {
  test('is focused by its label, and reads its hint and its error', async () => {
    render(<TextField id="name" label="Name" hint="As on the door" error="Please fill this in" value="" onChange={() => undefined} />);
    await userEvent.click(screen.getByText('Name'));
    const input = screen.getByRole('textbox', { name: 'Name', description: 'As on the door Please fill this in' });
    expect(document.activeElement).toBe(input);
    expect(input.id).toBe('name');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('says that it is optional, and is required otherwise', () => {
    render(
      <>
        <TextField label="Name" value="" onChange={() => undefined} />
        <TextField label="Nickname" optional value="" onChange={() => undefined} />
      </>,
    );
    expect(screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-required')).toBe('true');
    expect(screen.getByRole('textbox', { name: 'Nickname (optional)' }).hasAttribute('aria-required')).toBe(false);
  });
});

describe.each([
  ['of the desks', (value: string, set: (v: string) => void) => <TextArea label="Text" maxLength={10} value={value} onChange={set} />],
  [
    'of the phone',
    (value: string, set: (v: string) => void) => (
      <PlainTextArea label="Text" max={{ length: 10, left: (n) => `${n} characters left`, over: (n) => `${n} characters too many` }} value={value} onChange={set} />
    ),
  ],
])('a text area %s', (_, area) => {
  test('counts and keeps everything that was typed, even too much', async () => {
    render(<Kept initial="">{area}</Kept>);
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    await userEvent.type(box, '123456789');
    expect(screen.getByText('1 characters left')).not.toBeNull();
    await userEvent.type(box, 'abc');
    expect(box.value).toBe('123456789abc');
    expect(screen.getByText('2 characters too many')).not.toBeNull();
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });
});

test('a select is operated by keyboard alone', async () => {
  render(
    <Kept<'a' | 'b' | null> initial={null}>
      {(value, set) => (
        <Select
          label="Sector"
          options={[
            { id: 'a', label: 'Public' },
            { id: 'b', label: 'Business' },
          ]}
          value={value}
          onChange={set}
        />
      )}
    </Kept>,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(screen.getByRole('button', { name: /Business/ })).not.toBeNull();
});

test('an emptied number is nothing, not nought', async () => {
  const seen: (number | null)[] = [];
  render(<NumberField id="count" label="Members" value={7} onChange={(value) => seen.push(value)} />);
  const input = screen.getByRole('textbox', { name: 'Members' });
  await userEvent.clear(input);
  await userEvent.tab();
  expect(seen).toEqual([null]);
});

test('a typed number counts while it is typed, so a form checks what is seen', async () => {
  const seen: (number | null)[] = [];
  render(
    <Kept<number | null> initial={null}>
      {(value, set) => (
        <NumberField
          label="Members"
          min={1}
          value={value}
          onChange={(next) => {
            seen.push(next);
            set(next);
          }}
        />
      )}
    </Kept>,
  );
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Members' });
  await userEvent.type(input, '12');
  expect(seen).toEqual([1, 12]);
  await userEvent.tab();
  expect(seen.at(-1)).toBe(12);
  expect(input.value).toBe('12');
});

test('a date field gives a day once it is whole', () => {
  render(<DateField id="due" label="Due" value="2026-11-22" onChange={() => undefined} />);
  expect(screen.getAllByRole('spinbutton').map((part) => part.textContent)).toEqual(['11', '22', '2026']);
  expect(document.getElementById('due')).not.toBeNull();
});

test('groups say what is chosen', async () => {
  render(
    <Kept<string[]> initial={['x']}>
      {(value, set) => (
        <>
          <CheckboxGroup label="Values" options={[{ id: 'x', label: 'X' }, { id: 'y', label: 'Y' }]} value={value} onChange={set} />
          <p>{value.join('+')}</p>
        </>
      )}
    </Kept>,
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'Y' }));
  expect(screen.getByText('x+y')).not.toBeNull();
});

test('a radio group has its label and its error', () => {
  render(<RadioGroup label="State" error="Please choose" options={[{ id: 'a', label: 'A' }]} value={null} onChange={() => undefined} />);
  expect(screen.getByRole('group', { name: 'State', description: 'Please choose' })).not.toBeNull();
});

describe('the error summary', () => {
  test('takes the focus at each failed try and leads to the fields', async () => {
    const form = (attempt: number) => (
      <>
        <ErrorSummary errors={[{ fieldId: 'name', message: 'Name: please fill this in' }, { fieldId: 'due', message: 'Due: please fill this in' }]} attempt={attempt} />
        <TextField id="name" label="Name" value="" onChange={() => undefined} />
        <DateField id="due" label="Due" value={null} onChange={() => undefined} />
      </>
    );
    const { rerender } = render(form(1));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await userEvent.click(screen.getByRole('link', { name: /^Name/ }));
    expect(document.activeElement?.id).toBe('name');
    rerender(form(2));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    await userEvent.click(screen.getByRole('link', { name: /^Due/ }));
    expect(document.activeElement?.getAttribute('role')).toBe('spinbutton');
  });

  test('is not there without errors', () => {
    render(<ErrorSummary errors={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
