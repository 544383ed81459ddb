import type { CommitmentView, WholeActionPlan } from '@spolu/contracts/commitments';
import { Button } from '@spolu/ui/button';
import { Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { CommitmentFields } from './commitment-fields.tsx';
import { MilestoneFacts } from './milestone-facts.tsx';
import { MilestoneStateTag } from './milestone-state.tsx';
import { TimeLinePart } from './time-line-part.tsx';
import './commitments.css';
import './time-line.css';

/** A whole action plan on one page: over time, and with all that its commitments say; prints whole. */
export function ActionPlanPage() {
  const { id = '' } = useParams();
  const plan = useResource<WholeActionPlan>(`/action-plans/${id}`);
  return (
    <Loaded query={plan} as="page">
      {(whole) => <Plan plan={whole} />}
    </Loaded>
  );
}

function Plan({ plan }: { plan: WholeActionPlan }) {
  const t = useText('commitments');
  const format = useFormat();
  return (
    <Page
      title={plan.title}
      windowTitle={plan.title}
      breadcrumbs={[{ label: t('title'), href: '/commitments' }]}
      meta={(plan.fromOn || plan.untilOn) && <span>{format.days(plan.fromOn, plan.untilOn)}</span>}
      actions={
        <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
          {t('plan.print')}
        </Button>
      }
    >
      {plan.vision && (
        <p className="keep-lines" lang={plan.language}>
          {plan.vision}
        </p>
      )}
      <TimeLinePart plan={plan} commitments={plan.commitments} />
      {plan.commitments.map((commitment) => (
        <WholeCommitment key={commitment.id} commitment={commitment} />
      ))}
    </Page>
  );
}

function WholeCommitment({ commitment }: { commitment: CommitmentView }) {
  const t = useText('commitments');
  const format = useFormat();
  return (
    <section className="page-section time-line-commitment" aria-labelledby={commitment.id}>
      <p className="small soft">{t('commitment.nth', { number: commitment.order })}</p>
      <h2 id={commitment.id} lang={commitment.language}>
        <a href={`/commitments/${commitment.id}`}>{commitment.title}</a>
      </h2>
      <div className="stack stack-l" lang={commitment.language}>
        {commitment.summary && <p>{commitment.summary}</p>}
        <CommitmentFields commitment={commitment} heading="h3" />
      </div>
      {commitment.milestones.length > 0 && (
        <>
          <h3>{t('milestones.title')}</h3>
          <ol role="list" className="stack">
            {commitment.milestones.map((milestone) => (
              <li key={milestone.id} className="stack stack-s">
                <p lang={milestone.language}>{milestone.title}</p>
                <p className="row small soft">
                  <MilestoneStateTag state={milestone.state} />
                  {milestone.dueOn && <span>{t('milestones.due', { date: format.day(milestone.dueOn) })}</span>}
                  {milestone.ownerTitle && <span>{milestone.ownerTitle}</span>}
                </p>
                {milestone.progress && (
                  <p className="keep-lines" lang={milestone.language}>
                    {milestone.progress}
                  </p>
                )}
                <MilestoneFacts milestone={milestone} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
