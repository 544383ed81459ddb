import type { Page as PageOf } from '@spolu/contracts/common';
import { MilestoneState, type ActionPlanView, type CommitmentRow } from '@spolu/contracts/commitments';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Progress } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { ActionPlanDialog } from './action-plan-dialog.tsx';
import './commitments.css';

/** The action plans: what the town promised, and how far each promise is. */
export function CommitmentsPage() {
  const t = useText('commitments');
  const plans = useList<PageOf<ActionPlanView>>('/action-plans');
  const mayAdd = holds(useMe(), 'administrator', 'officer');
  const [adding, setAdding] = useState(false);
  // Somebody comes from a decision to write down what follows from it: the choice of a commitment carries it on.
  const [params] = useSearchParams();
  const decisionItem = params.get('decisionItem');
  const add = mayAdd && (
    <Button look="secondary" onPress={() => setAdding(true)}>
      {t('plan.add')}
    </Button>
  );
  return (
    <Page title={t('title')} summary={t('summary')} actions={plans.data && plans.data.items.length > 0 && add}>
      {decisionItem && <Notice title={t('fromDecision')} />}
      <Loaded query={plans} as="page">
        {({ items: rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('none')} action={add}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <>
              {rows.map((plan) => (
                <Plan key={plan.id} plan={plan} query={decisionItem ? `?decisionItem=${decisionItem}` : ''} />
              ))}
            </>
          )
        }
      </Loaded>
      <MoreOf list={plans} label={t('title')} />
      {adding && <ActionPlanDialog plan={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Plan({ plan, query }: { plan: ActionPlanView; query: string }) {
  const t = useText('commitments');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  return (
    <section className="page-section" aria-labelledby={plan.id}>
      <div className="row row-apart">
        <div className="stack stack-s" lang={plan.language}>
          <h2 id={plan.id}>{plan.title}</h2>
          {(plan.fromOn || plan.untilOn) && <p className="soft">{format.days(plan.fromOn, plan.untilOn)}</p>}
        </div>
        {plan.may.edit && (
          <div className="row">
            <Button look="secondary" size="small" onPress={() => setEditing(true)} aria-label={t('editOf', { title: plan.title })}>
              {t('edit')}
            </Button>
            <LinkButton look="secondary" size="small" href={`/action-plans/${plan.id}/commitments/new`}>
              {t('commitment.add')}
            </LinkButton>
          </div>
        )}
      </div>
      <p>
        <a href={`/action-plans/${plan.id}`} aria-label={`${t('plan.whole')}: ${plan.title}`}>{t('plan.whole')}</a>
      </p>
      {plan.vision && (
        <p className="keep-lines" lang={plan.language}>
          {plan.vision}
        </p>
      )}
      {plan.commitments.length === 0 ? (
        <p className="soft">{t('plan.empty')}</p>
      ) : (
        <ul role="list" className="grid commitments-grid">
          {plan.commitments.map((commitment) => (
            <CommitmentCard key={commitment.id} commitment={commitment} query={query} />
          ))}
        </ul>
      )}
      {editing && <ActionPlanDialog plan={plan} onClose={() => setEditing(false)} />}
    </section>
  );
}

function CommitmentCard({ commitment, query }: { commitment: CommitmentRow; query: string }) {
  const t = useText('commitments');
  const format = useFormat();
  const counts = commitment.milestoneCounts;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = MilestoneState.options.flatMap((state) => (counts[state] ? [`${t(`state.${state}`)}: ${format.number(counts[state])}`] : []));
  return (
    <Card as="li" look="link">
      <p className="small soft">{t('commitment.nth', { number: commitment.order })}</p>
      <h3 lang={commitment.language}>
        <a href={`/commitments/${commitment.id}${query}`}>{commitment.title}</a>
      </h3>
      {commitment.reportedCount > 0 && (
        <p>
          <Tag tone="warn">{t('talk.reported', { count: commitment.reportedCount })}</Tag>
        </p>
      )}
      {commitment.summary && <p lang={commitment.language}>{commitment.summary}</p>}
      {all > 0 && (
        <div className="commitments-progress">
          <Progress label={t('milestones.done')} value={counts.done ?? 0} max={all} />
          <p className="small soft">{states.join(' · ')}</p>
        </div>
      )}
    </Card>
  );
}
