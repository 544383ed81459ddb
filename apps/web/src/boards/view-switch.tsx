import { LayoutGrid, ListTree } from 'lucide-react';
import { useText } from '../i18n/use-text.ts';
import type { BoardViewName } from './board-screen.tsx';

/** Plane or list: two views of one board, of equal rank. */
export function ViewSwitch({ view, onChange }: { view: BoardViewName; onChange: (view: BoardViewName) => void }) {
  const t = useText('boards');
  return (
    <div role="group" aria-label={t('view.label')} className="board-switch">
      <button type="button" aria-pressed={view === 'canvas'} onClick={() => onChange('canvas')}>
        <LayoutGrid aria-hidden size={18} /> {t('view.canvas')}
      </button>
      <button type="button" aria-pressed={view === 'outline'} onClick={() => onChange('outline')}>
        <ListTree aria-hidden size={18} /> {t('view.outline')}
      </button>
    </div>
  );
}
