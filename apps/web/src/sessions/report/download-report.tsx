import type { ExportReport } from '@spolu/contracts/report-export';
import { Button } from '@spolu/ui/button';
import { Menu } from '@spolu/ui/menu';
import { Notice } from '@spolu/ui/notice';
import { Progress } from '@spolu/ui/progress';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { saveFile } from '../../http/save-file.ts';
import { takeReport, type Making } from './take-report.ts';

type State = { making: Making } | { failed: unknown } | { done: string } | null;

export interface DownloadReportProps {
  sessionId: string;
  of: ExportReport['of'];
  /** Those who run the session: everything as one archive. */
  everything: boolean;
}

/** The report as a file; while a large one is made, how far it is. */
export function DownloadReport({ sessionId, of, everything }: DownloadReportProps) {
  const t = useText('sessions/report');
  const problemText = useProblemText();
  const [state, setState] = useState<State>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function handleTake(asked: Pick<ExportReport, 'format' | 'table'>) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState({ making: { step: 'reading', done: 0, of: 1 } });
    try {
      const file = await takeReport(sessionId, { ...asked, of }, (making) => !controller.signal.aborted && setState({ making }), controller.signal);
      saveFile(file);
      setState({ done: file.name });
    } catch (failed) {
      if (!controller.signal.aborted) setState({ failed });
    }
  }
  function handleStop() {
    running.current?.abort();
    setState(null);
  }

  return (
    <div className="stack stack-s report-download no-print">
      <Menu
        trigger={{ look: 'secondary', icon: <Download aria-hidden size={20} />, children: t('take.button') }}
        label={t('take.button')}
        entries={[
          { id: 'docx', label: t('take.docx'), onAction: () => void handleTake({ format: 'docx' }) },
          { id: 'xlsx', label: t('take.xlsx'), onAction: () => void handleTake({ format: 'xlsx' }) },
          { id: 'notes', label: t('take.notes'), onAction: () => void handleTake({ format: 'csv', table: 'notes' }) },
          { id: 'votes', label: t('take.votes'), onAction: () => void handleTake({ format: 'csv', table: 'votes' }) },
          ...(everything ? [{ id: 'zip', label: t('take.zip'), onAction: () => void handleTake({ format: 'zip' }) }] : []),
        ]}
      />
      {state && 'making' in state && (
        <div className="row">
          <Progress label={t(`take.step.${state.making.step}`)} value={state.making.done} max={state.making.of} />
          <Button look="quiet" size="small" onPress={handleStop}>{t('take.stop')}</Button>
        </div>
      )}
      {state && 'done' in state && <p role="status" className="small">{t('take.done', { name: state.done })}</p>}
      {state && 'failed' in state && <Notice tone="bad" role="alert">{problemText(state.failed)}</Notice>}
    </div>
  );
}
