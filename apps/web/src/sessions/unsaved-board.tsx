import { ConfirmDialog } from '@spolu/ui/dialog';
import { useText } from '../i18n/use-text.ts';
import type { RoomCommands } from './use-room-commands.ts';

/** A step that waits for what was done on the board: says so, and asks when it takes too long. */
export function UnsavedBoard({ commands: { isSaving, unsaved } }: { commands: RoomCommands }) {
  const t = useText('sessions');
  return (
    <>
      <p role="status" className={isSaving ? 'run-section small' : 'visually-hidden'}>
        {isSaving ? t('run.boardSaving') : ''}
      </p>
      <ConfirmDialog
        open={unsaved !== null}
        onClose={() => unsaved?.answer(false)}
        title={t('run.unsavedTitle')}
        confirm={t('run.goOn')}
        onConfirm={() => unsaved?.answer(true)}
      >
        {t('run.unsavedMeans')}
      </ConfirmDialog>
    </>
  );
}
