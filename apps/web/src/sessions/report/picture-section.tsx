import type { RoomState } from '@spolu/contracts/sessions';
import { keyOfBlock } from '@spolu/contracts/report-blocks';
import { Button } from '@spolu/ui/button';
import { ImagePlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { keepAsking } from '../keep-asking.ts';

const PictureDialog = lazy(async () => ({ default: (await keepAsking(() => import('./picture-dialog.tsx'))).PictureDialog }));

/** Photographs and graphic records, brought to the report while the session runs: behind what runs now. */
export function PictureSection({ room: { sessionId, language, activity } }: { room: Pick<RoomState, 'sessionId' | 'language' | 'activity'> }) {
  const t = useText('sessions/report');
  const [adding, setAdding] = useState<{ after: string } | null>(null);
  const [count, setCount] = useState(0);
  return (
    <details className="run-section stack stack-s">
      <summary>{t('picture.section')}</summary>
      <p className="small">{t('picture.means')}</p>
      <div>
        <Button
          size="small" look="secondary" icon={<ImagePlus aria-hidden size={18} />}
          onPress={() => setAdding({ after: keyOfBlock(activity ? { kind: 'activity', activityId: activity.id } : { kind: 'participation' }) })}
        >
          {t('picture.title')}
        </Button>
      </div>
      <p role="status" className="small">{count > 0 && t('picture.added', { count })}</p>
      {adding && (
        <Suspense fallback={null}>
          <PictureDialog
            sessionId={sessionId} language={language} after={adding.after} onClose={() => setAdding(null)}
            onAdded={() => {
              setAdding(null);
              setCount(count + 1);
            }}
          />
        </Suspense>
      )}
    </details>
  );
}
