import type { ReadySheet } from '@spolu/contracts/methods';
import { Button } from '@spolu/ui/button';
import { Plus } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useDuration } from '../../methods/use-duration.ts';

/** Run sheets that come with the program: what each is for, how long it takes, and the button that takes it. */
export function ReadySheets({ sheets, pending, onUse }: { sheets: readonly ReadySheet[]; pending: boolean; onUse: (readySheetId: string) => void }) {
  const t = useText('sessions/run-sheet');
  const duration = useDuration();
  return (
    <ul role="list" className="ready-sheets">
      {sheets.map(({ id, title, purpose, blockCount, minutes }) => (
        <li key={id} className="ui-card stack stack-s">
          <strong>{title}</strong>
          <p>{purpose}</p>
          <p className="soft small">{[duration(minutes), t('fill.blocks', { count: blockCount })].join(' · ')}</p>
          <div>
            <Button size="small" icon={<Plus aria-hidden size={18} />} isDisabled={pending} aria-label={t('fill.useNamed', { title })} onPress={() => onUse(id)}>
              {t('fill.use')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
