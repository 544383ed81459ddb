import type { ReferralView } from '@spolu/contracts/review';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Progress } from '@spolu/ui/progress';
import { CircleCheck, Circle } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { NewerVersion } from '../outputs/newer-version.tsx';
import { RecommendationView, useUnfoldedForPrint } from '../outputs/recommendation.tsx';
import { ChangesSummary, useChanges } from '../outputs/version-changes.tsx';
import { DueDay } from '../shell/due-day.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { DecisionForm } from './decision-form.tsx';
import { KeepPart, SendingPart } from './device/device-part.tsx';
import { lookAgain, useAway } from './device/use-away.ts';
import { useCopyOf } from './device/use-copy-of.ts';
import { EarlierPart } from './earlier-part.tsx';
import { OpinionPart } from './opinion-part.tsx';
import { PositionPart } from './position-part.tsx';
import { QuestionPart } from './question-part.tsx';
import { ReferralStateTag } from './referral-state-tag.tsx';
import './review.css';

/** A dossier version before a commission: read it with its evidence, speak on each recommendation, record what was adopted. */
export function ReferralPage() {
  const { id = '' } = useParams();
  const referral = useResource<ReferralView>(`/referrals/${id}`, { refetchInterval: lookAgain });
  const away = useAway(referral);
  useCopyOf(id, referral, away);
  return (
    <Loaded query={referral} as="page">
      {(view) => <Referral view={view} away={away} at={referral.dataUpdatedAt} />}
    </Loaded>
  );
}

function Referral({ view, away, at }: { view: ReferralView; away: boolean; at: number }) {
  const t = useText('review');
  const format = useFormat();
  const box = useUnfoldedForPrint();
  const { dossier, items, may, state } = view;
  const { changes, setSince, changeOf } = useChanges(dossier.dossierId, dossier.version);
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
          <ReferralStateTag of={view} />
          {state === 'open' && <DueDay dueOn={view.dueOn} />}
          <Link to={`/bodies/${view.bodyId}`}>{t('referral.body')}</Link>
          <Link to={`/dossiers/${dossier.dossierId}/route`}>{t('route.where')}</Link>
          <span>{t('referral.version', { version: dossier.version, date: format.day(view.referredAt) })}</span>
        </>
      }
      actions={
        <>
          {view.decisions.map(({ id, number }) => (
            <LinkButton key={id} href={`/decisions/${id}`}>
              {view.decisions.length > 1 ? t('decision.title', { number }) : t('referral.decision')}
            </LinkButton>
          ))}
          {may.forward && <LinkButton href={`/dossiers/${dossier.dossierId}/route?forward`}>{t('route.forward')}</LinkButton>}
          {items.some(({ opinion }) => opinion) && (
            <LinkButton look="secondary" href={`/api/referrals/${view.id}/opinion.docx`} download>
              {t('opinion.word')}
            </LinkButton>
          )}
        </>
      }
    >
      <SendingPart away={away} at={at} />
      {!away && <KeepPart view={view} />}
      <NewerVersion dossierId={dossier.dossierId} version={dossier.version} bodyId={view.bodyId} />
      {state === 'withdrawn' && <Notice>{t('withdrawn')}</Notice>}
      {view.asked && (
        <p className="keep-lines">
          <span className="strong">{t('route.asked')}</span> {view.asked}
        </p>
      )}
      <EarlierPart earlier={view.earlier} />
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
      {changes && <ChangesSummary changes={changes} onSince={setSince} />}
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
          const what = changeOf(recommendation.id);
          return (
            <RecommendationView key={recommendation.id} recommendation={recommendation} change={changes?.since && what ? { since: changes.since.version, what } : undefined}>
              <OpinionPart view={view} item={item} number={recommendation.number} />
              <QuestionPart referralId={view.id} item={item} number={recommendation.number} />
              <PositionPart view={view} item={item} number={recommendation.number} />
            </RecommendationView>
          );
        })}
      </div>
      {may.recordDecision && <DecisionForm view={view} />}
      {state === 'opinion-adopted' && !may.recordDecision && !may.forward && <Notice>{t(view.returned ? 'waitsForVersion' : 'waitsForCouncil')}</Notice>}
    </Page>
  );
}
