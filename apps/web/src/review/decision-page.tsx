import type { DecisionView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { CarriedOverPart } from './carried-over-part.tsx';
import './review.css';

/** A decision: what was decided on each recommendation and why, and what follows from it. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const t = useText('review');
  const format = useFormat();
  const decision = useResource<DecisionView>(`/decisions/${id}`);
  const mayPromise = holds(useMe(), 'officer', 'administrator');
  return (
    <Loaded query={decision} as="page">
      {(view) => (
        <Page
          title={t('decision.title', { number: view.number })}
          kind={view.bodyName}
          breadcrumbs={[{ label: t('decisions.title'), href: '/decisions' }]}
          meta={<span>{format.day(view.decidedOn)}</span>}
          actions={<Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>{t('print')}</Button>}
        >
          <section className="page-section">
            <p className="keep-lines">{view.text}</p>
            <p className="soft">
              {t('decision.about')}{' '}
              <a href={`/dossiers/${view.dossierId}/versions/${view.dossierVersion}`}>{t('decision.dossier', { title: view.dossierTitle, version: view.dossierVersion })}</a>
              {', '}
              <a href={`/processes/${view.processId}`}>{view.processTitle}</a>
            </p>
          </section>
          <section className="page-section">
            <h2>{t('decision.items')}</h2>
            <ol role="list" className="stack">
              {view.items.map((item) => (
                <Card as="li" key={item.id}>
                  <p className="row">
                    <OutcomeTag outcome={item.verdict} />
                  </p>
                  <h3>
                    {item.number}. {item.title}
                  </h3>
                  <p className="keep-lines">{item.reasons}</p>
                  {item.milestones.length > 0 && (
                    <div className="stack stack-s">
                      <h4>{t('decision.follows')}</h4>
                      <ul role="list" className="review-milestones">
                        {item.milestones.map((milestone) => (
                          <li key={milestone.id} className="row">
                            <a className="strong" href={`/ways/${milestone.id}`}>
                              {milestone.title}
                            </a>
                            <OutcomeTag outcome={milestone.state} />
                            {milestone.ownerName && <span className="soft small">{milestone.ownerName}</span>}
                            {milestone.dueOn && <span className="soft small">{t('dueOn', { date: format.day(milestone.dueOn) })}</span>}
                          </li>
                        ))}
                      </ul>
                    </div>
                  )}
                  <CarriedOverPart item={item} processId={view.processId} />
                  <p className="row no-print">
                    <a href={`/ways/${item.id}`}>{t('decision.way')}</a>
                    {mayPromise && (item.verdict === 'accepted' || item.verdict === 'accepted-with-changes') && (
                      <a href={`/commitments?decisionItem=${item.id}`}>{t('decision.addMilestone')}</a>
                    )}
                  </p>
                </Card>
              ))}
            </ol>
          </section>
        </Page>
      )}
    </Loaded>
  );
}
