import { useId } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FileUp } from 'lucide-react';
import { Button } from './button.tsx';

export interface FileFieldProps {
  label: string;
  hint?: string;
  error?: string | null;
  /** Types and endings that the system's chooser shows first. */
  accept: readonly string[];
  /** What the button does: choose a file, or another one. */
  choose: string;
  file: File | null;
  onChange: (file: File) => void;
  disabled?: boolean;
}

/** One file from the device. The button is ours, so that it speaks the page's language and not the browser's. */
export function FileField({ label, hint, error, accept, choose, file, onChange, disabled }: FileFieldProps) {
  const id = useId();
  return (
    <div className="ui-field" role="group" aria-labelledby={`${id}l`}>
      <span className="ui-label" id={`${id}l`}>
        {label}
      </span>
      {hint && (
        <span className="ui-hint" id={`${id}h`}>
          {hint}
        </span>
      )}
      <div className="ui-file row">
        <FileTrigger
          acceptedFileTypes={accept}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) onChange(chosen);
          }}
        >
          <Button look="secondary" icon={<FileUp aria-hidden size={20} />} isDisabled={disabled} aria-describedby={`${hint ? `${id}h ` : ''}${id}n${error ? ` ${id}e` : ''}`}>
            {choose}
          </Button>
        </FileTrigger>
        <span className="ui-file-name" id={`${id}n`}>
          {file?.name}
        </span>
      </div>
      {error && (
        <span className="ui-field-error" id={`${id}e`}>
          {error}
        </span>
      )}
    </div>
  );
}
