import type { ImportFault, ImportPreview } from '@spolu/contracts/board-files';
import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { Notice } from '@spolu/ui/notice';
import { useEffect, useRef } from 'react';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';

const FAULTS_SHOWN = 10;

/** What would come, its first words, and what is wrong with it, row by row. */
export function ImportPreviewView({ preview }: { preview: ImportPreview }) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const what = useImportCounts()(preview);
  const { first, faults, faultCount, noteCount, room } = preview;
  const view = useRef<HTMLDivElement>(null);
  // On a small screen it would come below the fold.
  // In braces: newer browsers answer a promise, and React would take that for what ends the effect.
  useEffect(() => {
    view.current?.scrollIntoView?.({ block: 'nearest' });
  }, [preview]);
  return (
    <div className="stack" ref={view}>
      {what === '' && faultCount === 0 && (
        <Notice tone="warn" role="status">
          <p>{problemText(new Problem('import/nothing'))}</p>
        </Notice>
      )}
      {what !== '' && (
        <Notice title={t('exchange.in.preview')} role="status">
          <p>{what}</p>
          {first.length > 0 && (
            <ul className="import-first" aria-label={t('exchange.in.first')}>
              {first.map((text, i) => (
                <li key={i}>{text}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {noteCount > room && (
        <Notice tone="bad" role="status">
          <p>{t('exchange.in.room', { count: room })}</p>
        </Notice>
      )}
      {faultCount > 0 && (
        <Notice tone="warn" role="status" title={t('exchange.in.faults', { count: faultCount })}>
          <ul className="import-faults">
            {faults.slice(0, FAULTS_SHOWN).map((fault, i) => (
              <li key={i}>
                <Fault fault={fault} />
              </li>
            ))}
          </ul>
          {faultCount > FAULTS_SHOWN && <p>{t('exchange.in.moreFaults', { number: faultCount - FAULTS_SHOWN })}</p>}
        </Notice>
      )}
    </div>
  );
}

function Fault({ fault: { row, path, code } }: { fault: ImportFault }) {
  const t = useText('sessions');
  const what = t(`exchange.in.faultMeans.${code}`, { path: path ?? '', most: NOTE_MAX_LENGTH });
  return row === null ? what : t('exchange.in.faultAt', { row, what });
}

/** "12 lístkov, 2 rámy", without what there is none of. */
export function useImportCounts(): (counts: Pick<ImportPreview, 'noteCount' | 'frameCount' | 'clusterCount' | 'drawingCount'>) => string {
  const t = useText('sessions');
  return ({ noteCount, frameCount, clusterCount, drawingCount }) =>
    [
      noteCount > 0 && t('exchange.in.notes', { count: noteCount }),
      frameCount > 0 && t('exchange.in.frames', { count: frameCount }),
      clusterCount > 0 && t('exchange.in.clusters', { count: clusterCount }),
      drawingCount > 0 && t('exchange.in.drawings', { count: drawingCount }),
    ]
      .filter(Boolean)
      .join(', ');
}
