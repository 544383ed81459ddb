import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { Tag } from '@spolu/ui/tag';
import type { Sending } from '../../device/send-queue.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { CHANGED_ELSEWHERE } from './desk-queue.ts';

/** Whether what she wrote here waits, or why it was not taken; that is hers to let go. */
export function WaitingWords({ entry, about, onDiscard }: { entry: Sending; about: string; onDiscard: () => void }) {
  const t = useText('review');
  const problemText = useProblemText();
  if (!entry.refusal) return <p><Tag tone="warn">{t('device.waits')}</Tag></p>;
  const { code, facts } = entry.refusal;
  return (
    <div className="stack stack-s">
      <p className="row" role="status">
        <Tag tone="bad">{t('device.notTaken')}</Tag>
        <span>{code === CHANGED_ELSEWHERE ? t('device.changedElsewhere') : problemText(new Problem(code as ProblemCode, facts))}</span>
      </p>
      <div className="no-print">
        <Button look="quiet" size="small" aria-label={`${t('device.discard')}: ${about}`} onPress={onDiscard}>
          {t('device.discard')}
        </Button>
      </div>
    </div>
  );
}
