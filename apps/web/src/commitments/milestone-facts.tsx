import type { MilestoneView } from '@spolu/contracts/commitments';
import { Progress } from '@spolu/ui/progress';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { MilestoneStateTag } from './milestone-state.tsx';

/** What a milestone leaves behind, how far it is, what it costs, what proves it, and every promise about it that did not hold. */
export function MilestoneFacts({ milestone: { output, percent, budget, budgetSource, evidence, delays, language } }: { milestone: MilestoneView }) {
  const t = useText('commitments');
  const format = useFormat();
  const day = (on: string | null) => (on === null ? t('standing.noDay') : format.day(on));
  return (
    <>
      {output && <p className="small soft">{t(`output.${output}`)}</p>}
      {percent !== null && <Progress label={t('standing.percent')} value={percent} max={100} />}
      {(budget || budgetSource) && (
        <p className="small">
          {budget && budgetSource ? t('standing.budgetFrom', { budget, source: budgetSource }) : budget ? t('standing.budget', { budget }) : t('standing.source', { source: budgetSource })}
        </p>
      )}
      {evidence && (
        <p className="small keep-lines">
          {t('standing.evidence')} <span lang={language}>{evidence}</span>
        </p>
      )}
      {delays.length > 0 && (
        <details className="commitments-delays">
          <summary>{t('standing.delays', { count: delays.length })}</summary>
          <ol role="list" className="stack stack-s">
            {delays.map(({ at, dueBefore, dueAfter, stateAfter, reason }) => (
              <li key={at}>
                <p className="row small soft">
                  <span>{format.dateTime(at)}</span>
                  {dueBefore !== dueAfter && <span>{t('standing.moved', { before: day(dueBefore), after: day(dueAfter) })}</span>}
                  <MilestoneStateTag state={stateAfter} />
                </p>
                <p className="keep-lines" lang={language}>{reason}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
