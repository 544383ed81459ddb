import type { IdeaPlaceView } from '@spolu/contracts/idea-places';
import { useText } from '../../i18n/use-text.ts';
import './places.css';
import { Pin } from './pin.tsx';
import { planAddress } from './plan-parts.ts';

/** Where an idea is: in its author's words, and on the plan. */
export function PlacePart({ processId, place: { name, at, latitude, longitude } }: { processId: string; place: IdeaPlaceView }) {
  const t = useText('ideas');
  return (
    <section className="page-section">
      <h2>{t('place.title')}</h2>
      {name && <p>{name}</p>}
      {at && (
        <div className="ideas-plan ideas-plan-small">
          <img src={planAddress(processId, at.planId)} alt={name ? '' : t('place.onPlan')} loading="lazy" />
          <Pin x={at.x} y={at.y} />
        </div>
      )}
      {latitude !== null && longitude !== null && <p className="soft small">{t('place.degrees', { latitude, longitude })}</p>}
    </section>
  );
}
