import type { ReactNode } from 'react';
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useWords } from './words.tsx';

/** What every field takes. `error` is shown at the field and read with it; an `optional` field says so in its label. */
export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  optional?: boolean;
  width?: 'short' | 'medium' | 'full';
}

export function FieldLabel({ children, optional }: { children: ReactNode; optional?: boolean | undefined }) {
  const words = useWords();
  return (
    <Label className="ui-label">
      {children}
      {optional && <span className="ui-optional"> ({words.optional})</span>}
    </Label>
  );
}

export function FieldHint({ children }: { children: ReactNode }) {
  return children ? (
    <Text slot="description" className="ui-hint">
      {children}
    </Text>
  ) : null;
}

export function FieldError({ children }: { children: string | null | undefined }) {
  return children ? <AriaFieldError className="ui-field-error">{children}</AriaFieldError> : null;
}
