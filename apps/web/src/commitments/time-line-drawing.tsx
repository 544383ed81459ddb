import type { CommitmentView } from '@spolu/contracts/commitments';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { isLate } from './milestone-state.tsx';
import { shareOf, ticksOf, type Span } from './time-line.ts';

interface TimeLineDrawingProps {
  span: Span;
  commitments: readonly CommitmentView[];
  today: string;
}

const across = (share: number) => ({ insetInlineStart: `${share * 100}%` });

/** Commitments as lines over time with their milestones on them. A picture alone: all of it stands in the list beside it. */
export function TimeLineDrawing({ span, commitments, today }: TimeLineDrawingProps) {
  const t = useText('commitments');
  const format = useFormat();
  const now = shareOf(today, span);
  const shown = commitments.filter(({ fromOn, untilOn, milestones }) => fromOn || untilOn || milestones.some(({ dueOn }) => dueOn));
  const ticks = ticksOf(span).map((day) => ({ day, share: shareOf(day, span) ?? 0 }));
  return (
    <div className="time-line" aria-hidden>
      <div className="time-line-days">
        {ticks.map(({ day, share }) => (
          <span key={day} style={across(share)} data-year={day.endsWith('-01-01') || undefined}>{day.endsWith('-01-01') ? day.slice(0, 4) : `${Number(day.slice(5, 7))}/${day.slice(2, 4)}`}</span>
        ))}
      </div>
      {shown.map((commitment) => {
        const { id, order, title, language, fromOn, untilOn, milestones } = commitment;
        const [start, end] = [shareOf(fromOn ?? span.from, span) ?? 0, shareOf(untilOn ?? span.until, span) ?? 1];
        return (
          <div key={id} className="time-line-row">
            <p className="small time-line-name" lang={language}>{order}. {title}</p>
            <div className="time-line-track">
              {ticks.map(({ day, share }) => <span key={day} className="time-line-tick" style={across(share)} />)}
              <span className="time-line-bar" style={{ ...across(start), inlineSize: `${(end - start) * 100}%` }} />
              {milestones.map((milestone) => {
                const share = milestone.dueOn && shareOf(milestone.dueOn, span);
                return share === null || share === '' ? null : <span key={milestone.id} className="time-line-stop" data-state={isLate(milestone, today) ? 'late' : milestone.state} style={across(share)} />;
              })}
              {now !== null && <span className="time-line-today" style={across(now)} />}
            </div>
          </div>
        );
      })}
      <p className="small soft row time-line-key">
        {(['not-started', 'in-progress', 'done', 'late'] as const).map((state) => (
          <span key={state} className="row">
            <span className="time-line-stop" data-state={state} /> {state === 'late' ? t('milestones.late') : t(`state.${state}`)}
          </span>
        ))}
        {now !== null && (
          <span className="row">
            <span className="time-line-today" /> {t('timeLine.today', { date: format.dayShort(today) })}
          </span>
        )}
      </p>
    </div>
  );
}
