import type { IdeaChangeKind, IdeaStep } from '@spolu/contracts/idea-changes';
import type { IdeaView } from '@spolu/contracts/ideas';
import { Notice } from '@spolu/ui/notice';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import './ideas.css';

/** What became of an idea that is worked with no more, first thing on its page. */
export function IdeaStateNotice({ idea: { state, became } }: { idea: IdeaView }) {
  const t = useText('ideas');
  if (state === 'current') return null;
  const standing = became.filter(({ undoneAt }) => !undoneAt);
  return (
    <Notice title={t(`state.${state}`)}>
      <p>{t(`stateText.${state}`)}</p>
      <StepList steps={standing} />
    </Notice>
  );
}

/** What an idea was made from, and what once became of it and was undone: nothing is forgotten. */
export function IdeaOrigins({ idea: { madeFrom, became, state } }: { idea: IdeaView }) {
  const t = useText('ideas');
  const undone = became.filter(({ undoneAt }) => undoneAt);
  const changes = (['merge', 'split', 'carry-over'] satisfies IdeaChangeKind[]).filter((change) => madeFrom.some((step) => step.change === change));
  return (
    <>
      {changes.map((change) => (
        <section key={change} className="page-section">
          <h2>{t(`madeFrom.${change}`)}</h2>
          {change === 'merge' && state !== 'undone' && <p className="soft">{t('madeFrom.mergeText')}</p>}
          <StepList steps={madeFrom.filter((step) => step.change === change)} />
        </section>
      ))}
      {undone.length > 0 && (
        <section className="page-section">
          <h2>{t('undoneSteps')}</h2>
          <StepList steps={undone} />
        </section>
      )}
    </>
  );
}

function StepList({ steps }: { steps: readonly IdeaStep[] }) {
  const t = useText('ideas');
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <ul role="list" className="stack stack-s">
      {steps.map((step) => (
        <li key={`${step.change} ${step.id}`} className="ideas-step">
          <p>{step.url ? <a href={step.url}>{step.title}</a> : <span className="strong">{step.title}</span>}</p>
          <p className="soft small">
            {[t(`step.${step.change}`, { date: format.day(step.at) }), ...(step.undoneAt ? [t('step.undone', { date: format.day(step.undoneAt) })] : [])].join(' · ')}
          </p>
          {step.reason && <p className="keep-lines">{step.reason}</p>}
        </li>
      ))}
    </ul>
  );
}
