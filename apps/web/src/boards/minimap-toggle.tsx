import { Map as MapIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { BoardView } from './scene/board-view.ts';

const loadMinimap = () => import('./scene/minimap.ts');

/** Shows and hides the small map of the whole board. */
export function MinimapToggle({ view }: { view: BoardView }) {
  const t = useText('boards');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    let end: (() => void) | undefined = () => undefined;
    void loadMinimap().then(({ Minimap }) => {
      if (!end) return;
      const minimap = new Minimap(view);
      view.root.after(minimap.element);
      end = () => minimap.destroy();
    }, () => setShown(false));
    return () => {
      end?.();
      end = undefined;
    };
  }, [shown, view]);
  return (
    <button type="button" className="board-zoom-fit board-zoom-map" aria-pressed={shown} onClick={() => setShown(!shown)}>
      <MapIcon aria-hidden size={18} /> <span>{t('tools.minimap')}</span>
    </button>
  );
}
