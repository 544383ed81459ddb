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

/** Which round it is, and the facilitator's way to the next one before its time is up. */
export function RunSheets({ activityId, running, way: { round, rounds }, sheetCount }: RunSheetsProps) {
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
