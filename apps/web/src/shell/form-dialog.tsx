import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { useId, type FormEvent, type ReactNode } from 'react';
import type { useForm } from './use-form.ts';

interface FormDialogProps {
  /** What `useForm` gave. */
  form: Pick<ReturnType<typeof useForm>, 'summary' | 'attempt' | 'pending'> & { handleSubmit: (event: FormEvent) => Promise<void> };
  title: string;
  /** The verb on the button that sends it. */
  submit: string;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A form in a dialog of its own, open as long as it is shown: the complaints on top, the fields, one button. */
export function FormDialog({ form, title, submit, onClose, children }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      keep
      actions={
        <Button type="submit" form={id} isPending={form.pending}>
          {submit}
        </Button>
      }
    >
      <form className="form" id={id} onSubmit={(event) => void form.handleSubmit(event)} noValidate>
        <ErrorSummary errors={form.summary} attempt={form.attempt} />
        {children}
      </form>
    </Dialog>
  );
}
