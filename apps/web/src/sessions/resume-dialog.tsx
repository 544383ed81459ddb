import type { RoomStep } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { EXTEND_MINUTES, type RoomCommands } from './use-room-commands.ts';

interface ResumeDialogProps {
  /** The ended step that is to go on; null: closed. */
  step: RoomStep | null;
  running: Pick<RoomStep, 'id' | 'title'> | null;
  onClose: () => void;
  onResume: RoomCommands['resume'];
}

type Time = 'minutes' | 'ended';

/** Asks how long an ended activity is to go on, and says what that does to the others. */
export function ResumeDialog({ step, running, onClose, onResume }: ResumeDialogProps) {
  const t = useText('sessions');
  const [time, setTime] = useState<Time>('minutes');
  return (
    <ConfirmDialog
      open={step !== null}
      onClose={onClose}
      title={t('run.resumeTitle', { title: step?.title ?? '' })}
      confirm={t('run.resume')}
      onConfirm={async () => {
        if (step) await onResume(step.id, running?.id ?? null, time === 'minutes' ? EXTEND_MINUTES : 'ended');
      }}
    >
      <RadioGroup<Time>
        label={t('run.resumeTime')}
        options={[
          { id: 'minutes', label: t('run.resumeMinutes', { count: EXTEND_MINUTES }) },
          { id: 'ended', label: t('run.resumeUntilEnded') },
        ]}
        value={time}
        onChange={setTime}
      />
      {step?.waitsForReveal && <p>{t('run.resumeHidden')}</p>}
      {step?.hasResult && <p>{t('run.resumeVote')}</p>}
      {running && <p>{t('run.resumeEnds', { title: running.title })}</p>}
    </ConfirmDialog>
  );
}
