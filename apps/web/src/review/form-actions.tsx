import { Button } from '@spolu/ui/button';
import { useText } from '../i18n/use-text.ts';

interface FormActionsProps {
  /** The verb on the button that sends it. */
  save: string;
  pending: boolean;
  /** Without it there is nothing to go back to. */
  onCancel?: (() => void) | undefined;
  /** In place of “Cancel”, where what is typed is kept. */
  cancel?: string;
}

/** The end of each form of the desk: what sends it first, then the way out. */
export function FormActions({ save, pending, onCancel, cancel }: FormActionsProps) {
  const t = useText('review');
  return (
    <div className="row">
      <Button type="submit" isPending={pending}>{save}</Button>
      {onCancel && <Button look="quiet" onPress={onCancel}>{cancel ?? t('cancel')}</Button>}
    </div>
  );
}
