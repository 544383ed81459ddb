import type { CommitmentBlock, CommitmentView, MilestoneView } from '@spolu/contracts/commitments';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Progress } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { TramLine } from '@spolu/ui/tram-line';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { BlockHistory } from './block-history.tsx';
import { CommitmentFields } from './commitment-fields.tsx';
import { FieldTalk } from './field-talk.tsx';
import { MilestoneFacts } from './milestone-facts.tsx';
import { MilestoneDialog } from './milestone-dialog.tsx';
import { isLate, MilestoneStateTag, STATION_STATES } from './milestone-state.tsx';
import './commitments.css';

export function CommitmentPage() {
  const { id = '' } = useParams();
  const commitment = useResource<CommitmentView>(`/commitments/${id}`);
  return (
    <Loaded query={commitment} as="page">
      {(view) => <Commitment commitment={view} />}
    </Loaded>
  );
}

function Commitment({ commitment }: { commitment: CommitmentView }) {
  const t = useText('commitments');
  const language = useLanguage();
  const below = (block: CommitmentBlock) => <FieldTalk key={block} commitment={commitment} block={block} />;
  return (
    <Page
      title={commitment.title}
      windowTitle={commitment.title}
      kind={t('commitment.nth', { number: commitment.order })}
      summary={commitment.summary}
      breadcrumbs={[{ label: t('title'), href: '/commitments' }]}
      meta={<a href={`/action-plans/${commitment.actionPlanId}`} lang={commitment.language}>{commitment.actionPlanTitle}</a>}
      actions={
        commitment.may.edit && (
          <LinkButton look="secondary" href={`/commitments/${commitment.id}/edit`}>
            {t('commitment.edit')}
          </LinkButton>
        )
      }
    >
      <div className="commitments-columns">
        <Milestones commitment={commitment} />
        <div className="stack stack-l" lang={commitment.language}>
          <div>{(['title', 'summary'] as const).map(below)}</div>
          <CommitmentFields commitment={commitment} heading="h2" below={below} />
          {commitment.processes.length > 0 && (
            <section className="page-section">
              <h2 lang={language}>{t('commitment.processes')}</h2>
              <ul role="list" className="stack stack-s">
                {commitment.processes.map((process) => (
                  <li key={process.id}>
                    <a href={`/processes/${process.id}`}>{process.title}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <BlockHistory commitment={commitment} />
      </div>
    </Page>
  );
}

function Milestones({ commitment }: { commitment: CommitmentView }) {
  const t = useText('commitments');
  const format = useFormat();
  // From a decision: the item that the new milestone follows from.
  const [params, setParams] = useSearchParams();
  const decisionItem = params.get('decisionItem');
  const [edited, setEdited] = useState<MilestoneView | 'new' | null>(decisionItem && commitment.may.edit ? 'new' : null);
  const today = dayInTown(new Date());
  const add = commitment.may.edit && (
    <Button look={commitment.milestones.length === 0 ? 'primary' : 'secondary'} onPress={() => setEdited('new')}>
      {t('milestones.add')}
    </Button>
  );
  function handleClose() {
    setEdited(null);
    if (decisionItem) setParams({}, { replace: true });
  }
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('milestones.title')}</h2>
        {commitment.milestones.length > 0 && add}
      </div>
      {commitment.milestones.length === 0 ? (
        <EmptyState title={t('milestones.none')} level={3} action={add}>
          {t('milestones.noneText')}
        </EmptyState>
      ) : (
        <>
          <Progress label={t('milestones.done')} value={commitment.milestones.filter(({ state }) => state === 'done').length} max={commitment.milestones.length} />
          <TramLine
            label={t('milestones.title')}
            stations={commitment.milestones.map((milestone) => ({
              id: milestone.id,
              title: (
                <span id={milestone.id} lang={milestone.language}>
                  {milestone.title}
                </span>
              ),
              date: milestone.dueOn && t('milestones.due', { date: format.day(milestone.dueOn) }),
              state: STATION_STATES[milestone.state],
              children: (
                <div className="stack stack-s">
                  <div className="row">
                    <MilestoneStateTag state={milestone.state} />
                    {isLate(milestone, today) && milestone.state !== 'delayed' && <Tag tone="warn">{t('milestones.late')}</Tag>}
                    {(milestone.ownerTitle ?? milestone.ownerName) && <span className="small soft">{milestone.ownerTitle ?? milestone.ownerName}</span>}
                    {commitment.may.edit && (
                      <Button look="quiet" size="small" onPress={() => setEdited(milestone)} aria-label={t('editOf', { title: milestone.title })}>
                        {t('edit')}
                      </Button>
                    )}
                  </div>
                  {milestone.progress && (
                    <p className="keep-lines" lang={milestone.language}>
                      {milestone.progress}
                    </p>
                  )}
                  <MilestoneFacts milestone={milestone} />
                  {milestone.decisionItemId && (
                    <p className="small">
                      <a href={`/ways/${milestone.id}`}>{t('milestones.way')}</a>
                    </p>
                  )}
                </div>
              ),
            }))}
          />
        </>
      )}
      {edited && <MilestoneDialog commitment={commitment} milestone={edited === 'new' ? null : edited} decisionItemId={decisionItem} onClose={handleClose} />}
    </section>
  );
}
