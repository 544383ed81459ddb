import type { RouteStep, RouteView } from '@spolu/contracts/referral-route';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useResource } from '../../http/queries.ts';
import { useMe } from '../../http/use-me.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { ContinueDialog, WithdrawDialog } from './step-dialogs.tsx';
import { RouteForm } from './route-form.tsx';
import '../review.css';

const TONES: Record<RouteStep['state'], TagTone> = {
  waiting: 'neutral', open: 'accent', unanswered: 'warn', returned: 'warn', 'opinion-adopted': 'good', decided: 'good', withdrawn: 'neutral',
};

/** Where a dossier goes, body by body, and how far that is; the office and the secretaries change it here. */
export function RoutePage() {
  const { id = '' } = useParams();
  const route = useResource<RouteView>(`/dossiers/${id}/route`);
  return (
    <Loaded query={route} as="page">
      {(view) => <Route view={view} />}
    </Loaded>
  );
}

function Route({ view }: { view: RouteView }) {
  const t = useText('review');
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  // A link that forwards the dossier to the council opens the form with that step added.
  const forward = query.has('forward');
  const [editing, setEditing] = useState(forward);
  const { steps, changes, may } = view;
  return (
    <Page
      title={view.title}
      kind={t('route.title')}
      summary={t('route.summary')}
      breadcrumbs={[{ label: view.processTitle, href: `/processes/${view.processId}` }, { label: t('route.dossier'), href: `/dossiers/${view.dossierId}` }]}
      actions={may.plan && !editing && <Button onPress={() => setEditing(true)}>{steps.length === 0 ? t('route.plan') : t('route.change')}</Button>}
    >
      {editing && may.plan ? (
        <RouteForm
          view={view}
          forward={forward}
          onDone={() => {
            setEditing(false);
            setQuery({}, { replace: true });
          }}
        />
      ) : steps.length === 0 ? (
        <EmptyState title={t('route.noneTitle')}>{t('route.noneText')}</EmptyState>
      ) : (
        <ol role="list" className="review-route">
          {steps.map((step, i) => (
            <Step key={step.id} view={view} step={step} stage={stageOf(steps, i)} />
          ))}
        </ol>
      )}
      {changes.length > 0 && !editing && (
        <section className="page-section">
          <h2>{t('route.changes')}</h2>
          <ul role="list" className="stack stack-s">
            {changes.map(({ at, kind, reason }) => (
              <li key={at}>
                <span className="soft small">{format.dateTime(at)}</span> – {t(`route.changed.${kind}`)} <span className="keep-lines">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** Those that go on together have one number. */
const stageOf = (steps: readonly { withPrevious: boolean }[], i: number) => steps.slice(0, i + 1).filter(({ withPrevious }) => !withPrevious).length;

function Step({ view, step, stage }: { view: RouteView; step: RouteStep; stage: number }) {
  const t = useText('review');
  const format = useFormat();
  const [dialog, setDialog] = useState<'withdraw' | 'continue' | null>(null);
  const works = useMe().roles.length > 0;
  const { state, bodyName } = step;
  const newest = step.referrals[0]?.version ?? 0;
  const mayWithdraw = view.may.plan && (state === 'open' || state === 'unanswered' || state === 'returned');
  return (
    <li className="review-step" data-state={state}>
      <div className="row">
        <h2>
          <span className="visually-hidden">{t('route.stage', { number: stage })} </span>
          <span aria-hidden>{stage}. </span>
          {bodyName}
        </h2>
        <Tag tone={TONES[state]}>{t(`route.state.${state}`)}</Tag>
      </div>
      <p>{stateText(t, step, format.day(step.dueOn))}</p>
      {step.withPrevious && <p className="soft small">{t('route.together')}</p>}
      {step.asked && (
        <p className="keep-lines">
          <span className="strong">{t('route.asked')}</span> {step.asked}
        </p>
      )}
      {step.returned.length > 0 && (
        <div className="review-form stack stack-s">
          <p className="strong">{t('route.asksFor')}</p>
          <ul role="list" className="stack stack-s">
            {step.returned.map(({ number, title, reasoning }) => (
              <li key={number}>
                {number}. {title}
                <p className="keep-lines">{reasoning}</p>
              </li>
            ))}
          </ul>
          {view.may.plan && view.newestVersion === newest && <p className="soft">{t('route.publishFirst')}</p>}
        </div>
      )}
      {step.referrals.length > 0 && (
        <ul role="list" className="row small">
          {step.referrals.map(({ id, version, referredAt }) => {
            const text = t('route.version', { version, date: format.day(referredAt) });
            return <li key={id}>{works ? <a href={`/referrals/${id}`}>{text}</a> : text}</li>;
          })}
        </ul>
      )}
      {view.may.plan && (mayWithdraw || state === 'returned') && (
        <div className="row no-print">
          {state === 'returned' && view.newestVersion > newest && (
            <Button size="small" onPress={() => setDialog('continue')}>
              {t('route.sendVersion', { version: view.newestVersion, body: bodyName })}
            </Button>
          )}
          {mayWithdraw && (
            <Button size="small" look="quiet" aria-label={t('route.withdrawNamed', { body: bodyName })} onPress={() => setDialog('withdraw')}>
              {t('route.withdraw')}
            </Button>
          )}
        </div>
      )}
      {dialog === 'withdraw' && <WithdrawDialog view={view} step={step} onClose={() => setDialog(null)} />}
      {dialog === 'continue' && <ContinueDialog view={view} step={step} onClose={() => setDialog(null)} />}
    </li>
  );
}

/** How far it is, in a sentence. */
function stateText(t: ReturnType<typeof useText<'review'>>, { state, bodyName, deciding, reason }: RouteStep, date: string): string {
  if (state === 'open' && deciding) return t('route.text.deciding', { date });
  return t(`route.text.${state}`, { date, body: bodyName, reason });
}
