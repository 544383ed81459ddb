import { Spinner } from '@spolu/ui/progress';
import { useText } from '../i18n/use-text.ts';

export function BoardLoading() {
  const t = useText('boards');
  return (
    <div className="board-notice">
      <Spinner label={t('state.loading')} />
    </div>
  );
}
