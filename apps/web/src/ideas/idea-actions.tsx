import type { IdeaChangeKind } from '@spolu/contracts/idea-changes';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Menu } from '@spolu/ui/menu';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/use-text.ts';

const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.tsx')).SplitDialog }));
const UndoDialog = lazy(async () => ({ default: (await import('./undo-dialog.tsx')).UndoDialog }));
const CarryOverDialog = lazy(async () => ({ default: (await import('./carry-over-dialog.tsx')).CarryOverDialog }));

/** What the people of the process do with an idea as a whole. */
export function IdeaActions({ idea }: { idea: IdeaView }) {
  const t = useText('ideas');
  const [doing, setDoing] = useState<'split' | 'carry-over' | null>(null);
  const [undoing, setUndoing] = useState<IdeaChangeKind | null>(null);
  const entries = [
    ...(idea.may.arrange ? [{ id: 'split', label: t('split.open'), onAction: () => setDoing('split') }, { id: 'carry-over', label: t('carryOver.open'), onAction: () => setDoing('carry-over') }] : []),
    ...idea.may.undo.map((change) => ({ id: `undo-${change}`, label: t(`undo.${change}`), onAction: () => setUndoing(change) })),
  ];
  const close = () => setDoing(null);
  if (entries.length === 0) return null;
  return (
    <>
      <Menu label={t('more')} entries={entries} trigger={{ look: 'secondary', icon: <ChevronDown aria-hidden size={18} />, children: t('more') }} />
      <Suspense>
        {doing === 'split' && <SplitDialog idea={idea} onClose={close} />}
        {doing === 'carry-over' && (
          <CarryOverDialog
            processId={idea.processId} to={`/ideas/${idea.id}/carry-overs`} refreshes={['/ideas', '/processes']}
            title={t('carryOver.title')} text={t('carryOver.text')} done={t('carryOver.done')} onClose={close}
          />
        )}
        {undoing && <UndoDialog ideaId={idea.id} change={undoing} onClose={() => setUndoing(null)} />}
      </Suspense>
    </>
  );
}
