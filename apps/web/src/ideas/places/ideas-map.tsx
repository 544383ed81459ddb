import type { IdeaMap, MapSpot } from '@spolu/contracts/idea-places';
import { WHOLE_PLAN, type PlanBox } from '@spolu/contracts/plan-box';
import { Button } from '@spolu/ui/button';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useResource } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { placeStyle } from './pin.tsx';
import { planAddress } from './plan-parts.ts';
import { closerTo, isClosest, widerThan } from './plan-parts.ts';
import './places.css';

interface IdeasMapProps {
  processId: string;
  /** What the list beside is narrowed by, the part of the plan among it. */
  query: string;
  part: PlanBox;
  onPart: (part: PlanBox) => void;
  /** From a spot that cannot be looked at closer. */
  onList: () => void;
}

/** Ideas as pins on the plan, those close together as one with their number: it leads closer. Whoever reads a list finds the same in the one beside. */
export function IdeasMap({ processId, query, part, onPart, onList }: IdeasMapProps) {
  const t = useText('ideas');
  const format = useFormat();
  const map = useResource<IdeaMap>(`/processes/${processId}/idea-map${query && `?${query}`}`, { placeholderData: (before) => before });
  const scale = 1 / (part.right - part.left);
  const shown = ({ x, y }: MapSpot) => placeStyle({ x: (x - part.left) * scale, y: (y - part.top) * scale });
  const middle = { x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 };
  return (
    <Loaded query={map}>
      {({ plan, spots }) => (
        <section className="ideas-map stack stack-s" aria-label={t('map.title')}>
          <div className="ideas-map-window" style={{ aspectRatio: `${plan.width} / ${plan.height}` }}>
            <img
              src={planAddress(processId, plan.fileId)}
              alt={plan.description}
              style={{ width: `${scale * 100}%`, height: `${scale * 100}%`, left: `${-part.left * scale * 100}%`, top: `${-part.top * scale * 100}%` }}
            />
            <ul role="list" aria-label={t('map.spots')}>
              {spots.map((spot) => (
                <li key={spot.idea?.id ?? `${spot.x} ${spot.y}`} className="ideas-spot" style={shown(spot)}>
                  {spot.idea ? (
                    <a href={`/ideas/${spot.idea.id}`} title={spot.idea.title} className="ideas-spot-one">
                      <span className="visually-hidden">{spot.idea.title}</span>
                    </a>
                  ) : (
                    <button type="button" className="ideas-spot-many" aria-label={t('map.many', { count: spot.count })} onClick={() => (isClosest(part) ? onList() : onPart(closerTo(part, spot)))}>
                      {format.number(spot.count)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <div className="row no-print">
            <Button look="secondary" size="small" icon={<ZoomIn aria-hidden size={18} />} isDisabled={isClosest(part)} onPress={() => onPart(closerTo(part, middle))}>{t('map.closer')}</Button>
            <Button look="secondary" size="small" icon={<ZoomOut aria-hidden size={18} />} isDisabled={scale === 1} onPress={() => onPart(widerThan(part))}>{t('map.wider')}</Button>
            <Button look="quiet" size="small" icon={<Maximize aria-hidden size={18} />} isDisabled={scale === 1} onPress={() => onPart(WHOLE_PLAN)}>{t('map.whole')}</Button>
          </div>
          <p role="status" className="soft small">{t('map.count', { count: spots.reduce((sum, { count }) => sum + count, 0) })}</p>
        </section>
      )}
    </Loaded>
  );
}
