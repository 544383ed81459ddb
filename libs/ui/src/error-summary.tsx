import { useEffect, useRef } from 'react';
import { useWords } from './words.tsx';

export interface SummaryError {
  /** The id of the field's element; without it the error concerns the whole form. */
  fieldId?: string;
  message: string;
  /** Where it is mended, if that is another page: it opens beside the form, whose words stay. */
  href?: string;
}

/**
 * All that is wrong with a form, on top of it, each line leading to its field. Takes the focus when it appears and each time `attempt`
 * changes, so that a second failed try is heard too.
 */
export function ErrorSummary({ errors, attempt = 0 }: { errors: readonly SummaryError[]; attempt?: number }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div className="ui-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.errorSummary}</h2>
      <ul role="list">
        {errors.map(({ fieldId, message, href }) => (
          <li key={`${fieldId ?? ''} ${message}`}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(fieldId);
                }}
              >
                {message}
              </a>
            ) : href ? (
              <a href={href} target="_blank">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A date field is a group: its first part takes the focus. */
function focusField(id: string) {
  const field = document.getElementById(id);
  const target = field?.matches('input, textarea, select, button, [tabindex]') ? field : field?.querySelector<HTMLElement>('input, [tabindex="0"]');
  target?.focus();
}
