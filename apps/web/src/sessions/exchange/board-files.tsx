import { Menu } from '@spolu/ui/menu';
import { Download, FolderDown, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));
const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }));

export interface BoardFilesProps {
  boardId: string;
  sessionId: string;
  /** Ids of what is chosen on the board, read when it is asked for. */
  chosen?: () => readonly string[];
}

/** A board out of the house and into it, for those who run its session. */
export function BoardFiles({ boardId, sessionId, chosen = () => [] }: BoardFilesProps) {
  const t = useText('sessions');
  const [asking, setAsking] = useState<{ kind: 'export'; chosen: readonly string[] } | { kind: 'import' } | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        trigger={{ look: 'secondary', icon: <FolderDown aria-hidden size={20} />, className: 'board-files', children: <span>{t('exchange.button')}</span>, 'aria-label': t('exchange.menu') }}
        label={t('exchange.menu')}
        entries={[
          { id: 'export', label: t('exchange.export'), icon: <Download aria-hidden size={18} />, onAction: () => setAsking({ kind: 'export', chosen: chosen() }) },
          { id: 'import', label: t('exchange.import'), icon: <Upload aria-hidden size={18} />, onAction: () => setAsking({ kind: 'import' }) },
        ]}
      />
      <Suspense fallback={null}>
        {asking?.kind === 'export' && <ExportDialog boardId={boardId} chosen={asking.chosen} onClose={close} />}
        {asking?.kind === 'import' && <ImportDialog boardId={boardId} historyHref={`/sessions/${sessionId}/history`} onClose={close} />}
      </Suspense>
    </>
  );
}
