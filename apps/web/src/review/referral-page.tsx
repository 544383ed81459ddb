import type { ReferralView } from '@spolu/contracts/review';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Progress } from '@spolu/ui/progress';
import { CircleCheck, Circle } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { RecommendationView, useUnfoldedForPrint } from '../outputs/recommendation.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { DecisionForm } from './decision-form.tsx';
import { Due } from './desk-page.tsx';
import { OpinionPart } from './opinion-part.tsx';
import { PositionPart } from './position-part.tsx';
import { ReferralStateTag } from './referral-state-tag.tsx';
import './review.css';

/** A dossier version before a commission: read it with its evidence, speak on each recommendation, record what was adopted. */
export function ReferralPage() {
  const { id = '' } = useParams();
  const referral = useResource<ReferralView>(`/referrals/${id}`);
  return (
    <Loaded query={referral} as="page">
      {(view) => <Referral view={view} />}
    </Loaded>
  );
}

function Referral({ view }: { view: ReferralView }) {
  const t = useText('review');
  const format = useFormat();
  const box = useUnfoldedForPrint();
  const { dossier, items, may, state } = view;
  const itemOf = (recommendationId: string) => items.find((item) => item.recommendationId === recommendationId);
  /** What this person has still to do on a recommendation: a member her position, the secretary the opinion. */
  const isDone = (item: ReferralView['items'][number] | undefined) => (view.myPositionCount !== null && state === 'open' ? (item?.myPosition ?? item?.myConflict ?? null) !== null : item?.opinion !== null);
  return (
    <Page
      title={dossier.title}
      kind={t('referral.kind', { body: view.bodyName })}
      summary={<span className="keep-lines">{dossier.summary}</span>}
      breadcrumbs={[{ label: t('desk.title'), href: '/desk' }]}
      meta={
        <>
          <ReferralStateTag state={state} />
          {state === 'open' && <Due dueOn={view.dueOn} />}
          <Link to={`/bodies/${view.bodyId}`}>{t('referral.body')}</Link>
          <span>{t('referral.version', { version: dossier.version, date: format.day(view.referredAt) })}</span>
        </>
      }
      actions={
        <>
          {view.decisionId && <LinkButton href={`/decisions/${view.decisionId}`}>{t('referral.decision')}</LinkButton>}
          {items.some(({ opinion }) => opinion) && (
            <LinkButton look="secondary" href={`/api/referrals/${view.id}/opinion.docx`} download>
              {t('opinion.word')}
            </LinkButton>
          )}
        </>
      }
    >
      {view.myPositionCount !== null && state === 'open' && (
        <section className="review-mine no-print">
          <Progress
            label={t('myPositions')}
            value={view.myPositionCount}
            max={view.recommendationCount}
            valueText={t('givenOf', { given: view.myPositionCount, count: view.recommendationCount })}
          />
          {view.myPositionCount === view.recommendationCount && <p role="status">{t('allGiven')}</p>}
        </section>
      )}
      <nav className="review-contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t('recommendationCount', { count: dossier.recommendations.length })}</h2>
        <ol role="list">
          {dossier.recommendations.map(({ id, number, title }) => {
            const done = isDone(itemOf(id));
            return (
              <li key={id}>
                <a href={`#r${number}`}>
                  {done ? <CircleCheck aria-hidden size={20} /> : <Circle aria-hidden size={20} />}
                  <span>
                    {number}. {title}
                    <span className="visually-hidden"> ({done ? t('contents.done') : t('contents.open')})</span>
                  </span>
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
      <div ref={box}>
        {dossier.recommendations.map((recommendation) => {
          const item = itemOf(recommendation.id);
          if (!item) return null;
          return (
            <RecommendationView key={recommendation.id} recommendation={recommendation}>
              <OpinionPart view={view} item={item} number={recommendation.number} />
              <PositionPart view={view} item={item} number={recommendation.number} />
            </RecommendationView>
          );
        })}
      </div>
      {may.recordDecision && <DecisionForm view={view} />}
      {state === 'opinion-adopted' && !may.recordDecision && <Notice>{t('waitsForCouncil')}</Notice>}
    </Page>
  );
}
