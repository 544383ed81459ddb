import type { IdeaChangeKind } from '@spolu/contracts/idea-changes';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';

/** Asks before a merge, a split or a carry-over is taken back. */
export function UndoDialog({ ideaId, change, onClose }: { ideaId: string; change: IdeaChangeKind; onClose: () => void }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const refresh = useRefresh();
  async function handleConfirm() {
    try {
      await api.post(`/ideas/${ideaId}/undoings`, { change });
      toast(t('undo.done'));
    } catch (error) {
      toast(problemText(error), 'bad');
    }
    await refresh('/ideas', '/processes');
  }
  return (
    <ConfirmDialog open onClose={onClose} title={t(`undo.${change}`)} confirm={t('undo.confirm')} onConfirm={handleConfirm}>
      {t(`undo.text.${change}`)}
    </ConfirmDialog>
  );
}
