import type { PassSheetsOn, RoomBrainwriting } from '@spolu/contracts/activities/brainstorm';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';
import { useText } from '../../../i18n/use-text.ts';

interface RunSheetsProps {
  activityId: string;
  running: boolean;
  way: RoomBrainwriting;
  sheetCount: number;
}

/** Which round it is, how far each circle is, and the facilitator's way to the next one before its time is up. */
export function RunSheets({ activityId, running, way: { round, rounds, circles }, sheetCount }: RunSheetsProps) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  async function passOn() {
    try {
      await api.post(`/activities/${activityId}/next-round`, { round } satisfies PassSheetsOn);
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }
  return (
    <>
      <p>
        <strong>{t('way.round', { round, rounds })}</strong> <span className="soft">{t('way.sheets', { count: sheetCount })}</span>
      </p>
      {circles.length > 0 && (
        <div className="small">
          <p id="sheet-circles" className="soft">{t('way.circles')}</p>
          <ul role="list" aria-labelledby="sheet-circles">
            {circles.map(({ number, frameIds, holderCount, doneCount }) => (
              <li key={number}>{t('way.circle', { number, done: doneCount, holders: holderCount, sheets: frameIds.length })}</li>
            ))}
          </ul>
        </div>
      )}
      {running && round === 1 && <p className="soft small">{t('way.circlesLater')}</p>}
      {running && round < rounds && (
        <PlainButton look="secondary" size="small" onClick={() => setAsking(true)}>
          {t('way.passOn')}
        </PlainButton>
      )}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('way.passOnTitle')} confirm={t('way.passOn')} onConfirm={passOn}>
        {t('way.passOnMeans')}
      </ConfirmDialog>
    </>
  );
}
