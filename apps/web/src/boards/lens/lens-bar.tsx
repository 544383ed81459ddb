import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardCopy } from '../work-copy.ts';
import { counted, keyOf } from './lens.ts';
import '../side-panel.css';
import './lens.css';
import type { LensState } from './lens-state.ts';
import type { SeenThrough } from './use-lens.ts';

const UNFOLDED_MAX = 8;
const NARROW = '(max-width: 47.99rem)';

/** That not everything is shown, and what the colours mean now; with the way back. There only while a lens is on. */
export function LensBar({ copy, state, seen }: { copy: BoardCopy; state: LensState; seen: SeenThrough }) {
  const t = useText('boards');
  const { lens, knowing, meant, groups } = seen;
  const { index } = copy;
  const { colourBy } = lens;
  const total = index.notes.size;
  const shown = meant ? [...index.notes.values()].filter(meant).length : total;
  const counts = colourBy === null ? undefined : counted(index, keyOf(index, knowing, colourBy), meant);
  const legend = groups.filter(({ key }) => counts?.has(key));
  const legendId = useId();
  // A long legend is there when it is wanted; the board is what one came for.
  const [unfolded, setUnfolded] = useState(legend.length <= UNFOLDED_MAX && !window.matchMedia(NARROW).matches);
  return (
    <div className="board-bar" role="group" aria-label={t('lens.now')}>
      {meant && (
        <p className="board-bar-line">
          <strong>{t('lens.shown', { count: shown, total })}</strong>
          <button type="button" className="board-bar-button" onClick={state.showAll}>
            {t('lens.showAll')}
          </button>
        </p>
      )}
      {colourBy !== null && (
        <>
          <p className="board-bar-line">
            <button type="button" className="lens-fold" aria-expanded={unfolded} aria-controls={legendId} onClick={() => setUnfolded(!unfolded)}>
              {unfolded ? <ChevronDown aria-hidden size={18} /> : <ChevronRight aria-hidden size={18} />} {t('lens.colouredBy', { by: t(`lens.dimension.${colourBy}`) })}
            </button>
            <button type="button" className="board-bar-button" onClick={() => state.set({ colourBy: null })}>
              {t('lens.ownColoursAgain')}
            </button>
          </p>
          <ul role="list" id={legendId} className="lens-legend" aria-label={t('lens.legend')} hidden={!unfolded}>
            {legend.map(({ key, name, sign, colour }) => (
              <li key={key}>
                <span className="board-row-colour lens-sign" data-colour={colour} aria-hidden>
                  {sign}
                </span>
                <span>{name}</span>
                <span className="soft small">{t('notes', { count: counts?.get(key) ?? 0 })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
