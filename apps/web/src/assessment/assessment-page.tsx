import type { AssessmentView } from '@spolu/contracts/assessment';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { AssessmentForm } from './assessment-form.tsx';
import { DueDay } from '../shell/due-day.tsx';
import { StateTag } from './parts.tsx';
import './assessment.css';

/** One assessment: for its department to write, for the people of the process to read and publish. */
export function AssessmentPage() {
  const { id = '' } = useParams();
  const t = useText('assessment');
  const view = useResource<AssessmentView>(`/assessments/${id}`);
  return (
    <Loaded query={view} as="page">
      {(assessment) => (
        <Page
          title={assessment.ideaTitle}
          kind={assessment.organisationName}
          breadcrumbs={[assessment.may.write ? { label: t('waiting.title'), href: '/assessments' } : { label: t('title'), href: `/processes/${assessment.processId}/assessments` }]}
          meta={
            <>
              <StateTag state={assessment.state} />
              {(assessment.state === 'asked' || assessment.state === 'begun') && <DueDay dueOn={assessment.dueOn} />}
              <span>{assessment.processTitle}</span>
            </>
          }
          actions={<Actions assessment={assessment} />}
          width="narrow"
        >
          <section className="page-section">
            <h2>{t('form.idea')}</h2>
            {assessment.ideaSummary && <p className="keep-lines">{assessment.ideaSummary}</p>}
            <p>
              <a href={`/ideas/${assessment.ideaId}`}>{t('form.openIdea')}</a>
            </p>
          </section>
          {assessment.may.write ? <AssessmentForm key={assessment.id} assessment={assessment} /> : <Written assessment={assessment} />}
          <Others assessment={assessment} />
        </Page>
      )}
    </Loaded>
  );
}

function Actions({ assessment: { id, processId, may } }: { assessment: AssessmentView }) {
  const t = useText('assessment');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  async function handlePublish() {
    await api.post(`/assessments/${id}/publication`);
    await refresh('/assessments', '/processes', '/ideas', '/records');
    toast(t('view.published'));
  }
  async function handleWithdraw() {
    await api.delete(`/assessments/${id}`);
    await navigate(`/processes/${processId}/assessments`);
    await refresh('/processes');
    toast(t('view.withdrawn'));
  }
  return (
    <>
      {may.publish && <Button onPress={() => setAsking('publish')}>{t('view.publish')}</Button>}
      {may.withdraw && <Button look="secondary" onPress={() => setAsking('withdraw')}>{t('view.withdraw')}</Button>}
      <ConfirmDialog open={asking === 'publish'} onClose={() => setAsking(null)} title={t('view.publishTitle')} confirm={t('view.publish')} onConfirm={handlePublish}>
        <p>{t('view.publishText')}</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'withdraw'} onClose={() => setAsking(null)} title={t('view.withdrawTitle')} confirm={t('view.withdraw')} danger onConfirm={handleWithdraw}>
        <p>{t('view.withdrawText')}</p>
      </ConfirmDialog>
    </>
  );
}

/** As it stands, for whoever does not write it. */
function Written({ assessment }: { assessment: AssessmentView }) {
  const t = useText('assessment');
  const format = useFormat();
  const { criteria, scores, feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName } = assessment;
  const lines: [label: string, value: string, lang?: string][] = [
    [t('form.cost'), [cost !== null && format.money(cost), costNote].filter(Boolean).join(' · ')],
    [t('form.publicAnswer'), publicAnswer, language],
    [t('form.internalNote'), internalNote],
    [t('form.assessorName'), assessorName],
  ];
  return (
    <section className="page-section stack">
      <h2>{t('title')}</h2>
      {feasibility && <p><OutcomeTag outcome={feasibility} /></p>}
      <ScoreList criteria={criteria} scores={scores} />
      <dl className="assessment-words">
        {lines.filter(([, value]) => value !== '').map(([label, value, lang]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="keep-lines" lang={lang}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function ScoreList({ criteria, scores }: Pick<AssessmentView, 'criteria' | 'scores'>) {
  const t = useText('assessment');
  return (
    <ul role="list" className="assessment-scores">
      {criteria.map((criterion) => {
        const score = scores.find(({ criterionId }) => criterionId === criterion.id);
        return (
          <li key={criterion.id}>
            <span>{criterion.title}</span>
            <strong>
              {score === undefined ? t('view.notSaid') : criterion.kind === 'points' ? `${score.value} / ${criterion.scaleMax}` : t(score.value === 1 ? 'form.met' : 'form.notMet')}
            </strong>
            {score?.reason && <p className="soft keep-lines">{score.reason}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function Others({ assessment: { others, criteria } }: { assessment: AssessmentView }) {
  const t = useText('assessment');
  const format = useFormat();
  if (others === null) return <p className="soft small">{t('view.othersLater')}</p>;
  if (others.length === 0) return null;
  return (
    <section className="page-section stack">
      <h2>{t('view.others')}</h2>
      {others.map((other) => (
        <details key={other.id} className="ui-card">
          <summary>
            {other.organisationName} {other.feasibility && <OutcomeTag outcome={other.feasibility} />}
          </summary>
          <ScoreList criteria={criteria} scores={other.scores} />
          {other.cost !== null && <p>{t('form.cost')}: {format.money(other.cost)}</p>}
          {other.internalNote && <p className="keep-lines">{other.internalNote}</p>}
        </details>
      ))}
    </section>
  );
}
