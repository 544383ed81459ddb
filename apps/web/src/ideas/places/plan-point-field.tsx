import type { IdeaPlan } from '@spolu/contracts/idea-places';
import { Button } from '@spolu/ui/button';
import { useId, type KeyboardEvent, type MouseEvent } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import './places.css';
import { Pin } from './pin.tsx';
import { planAddress } from './plan-parts.ts';

export interface PlanPoint {
  planId: string;
  x: number;
  y: number;
}

const STEP = 0.02;
const SMALL_STEP = 0.004;
const MOVES: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;

/** A place is pointed at on the plan: by a tap or a click, or with the arrow keys, which move the pin. Nothing has to be dragged. */
export function PlanPointField({ processId, plan, value, onChange }: { processId: string; plan: IdeaPlan; value: PlanPoint | null; onChange: (value: PlanPoint | null) => void }) {
  const t = useText('ideas');
  const format = useFormat();
  const id = useId();
  const point = (x: number, y: number) => onChange({ planId: plan.fileId, x: within(x), y: within(y) });

  function handleClick({ currentTarget, clientX, clientY }: MouseEvent) {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    point((clientX - left) / width, (clientY - top) / height);
  }
  function handleKey(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (move) {
      const step = event.shiftKey ? SMALL_STEP : STEP;
      point((value?.x ?? 0.5) + move[0] * step, (value?.y ?? 0.5) + move[1] * step);
    } else if (event.key === 'Enter' || event.key === ' ') point(value?.x ?? 0.5, value?.y ?? 0.5);
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
    else return;
    event.preventDefault();
  }
  return (
    <div className="stack stack-s">
      <p className="ui-hint" id={`${id}h`}>{t('place.how')}</p>
      <div className="ideas-plan" role="application" tabIndex={0} aria-label={t('place.plan', { plan: plan.description })} aria-describedby={`${id}h ${id}v`} onClick={handleClick} onKeyDown={handleKey}>
        <img src={planAddress(processId, plan.fileId)} width={plan.width} height={plan.height} alt="" draggable={false} />
        {value && <Pin x={value.x} y={value.y} />}
      </div>
      <div className="row">
        <p role="status" id={`${id}v`}>{value ? t('place.at', { x: format.percent(value.x), y: format.percent(value.y) }) : t('place.notYet')}</p>
        {value && <Button look="quiet" size="small" onPress={() => onChange(null)}>{t('place.clear')}</Button>}
      </div>
    </div>
  );
}
