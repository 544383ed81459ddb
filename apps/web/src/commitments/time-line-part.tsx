import type { CommitmentView, WholeActionPlan } from '@spolu/contracts/commitments';
import { Tag } from '@spolu/ui/tag';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { isLate, MilestoneStateTag } from './milestone-state.tsx';
import { byDay, spanOf, type Placed } from './time-line.ts';
import { TimeLineDrawing } from './time-line-drawing.tsx';

/** The milestones of a plan over time: drawn, and below as a list, which says all that the drawing shows. */
export function TimeLinePart({ plan, commitments }: { plan: Pick<WholeActionPlan, 'fromOn' | 'untilOn'>; commitments: readonly CommitmentView[] }) {
  const t = useText('commitments');
  const format = useFormat();
  const today = dayInTown(new Date());
  const { dated, undated } = byDay(commitments);
  const span = spanOf(plan, commitments);
  const past = dated.filter(({ milestone }) => milestone.dueOn! < today);
  const ahead = dated.slice(past.length);
  const row = (placed: Placed) => <Stop key={placed.milestone.id} placed={placed} today={today} />;
  return (
    <section className="page-section" aria-labelledby="time-line">
      <h2 id="time-line">{t('timeLine.title')}</h2>
      {span && <TimeLineDrawing span={span} commitments={commitments} today={today} />}
      {dated.length + undated.length === 0 ? (
        <p className="soft">{t('timeLine.none')}</p>
      ) : (
        <ol role="list" className="time-line-list" aria-labelledby="time-line">
          {past.map(row)}
          {dated.length > 0 && (
            <li className="time-line-now" aria-current="date">
              <strong>{t('timeLine.today', { date: format.day(today) })}</strong>
            </li>
          )}
          {ahead.map(row)}
          {undated.map(row)}
        </ol>
      )}
    </section>
  );
}

function Stop({ placed: { milestone, commitment }, today }: { placed: Placed; today: string }) {
  const t = useText('commitments');
  const format = useFormat();
  return (
    <li className="time-line-item">
      <p className="small soft">{milestone.dueOn ? format.day(milestone.dueOn) : t('standing.noDay')}</p>
      <div>
        <p lang={milestone.language}>
          <a href={`/commitments/${commitment.id}#${milestone.id}`}>{milestone.title}</a>
        </p>
        <p className="row small soft">
          <MilestoneStateTag state={milestone.state} />
          {isLate(milestone, today) && milestone.state !== 'delayed' && <Tag tone="warn">{t('milestones.late')}</Tag>}
          <span>{t('commitment.nth', { number: commitment.order })}</span>
          {milestone.ownerTitle && <span>{milestone.ownerTitle}</span>}
        </p>
      </div>
    </li>
  );
}
