import type { DossierVersion, DossierView } from '@spolu/contracts/outputs';
import { Button } from '@spolu/ui/button';
import { Tag } from '@spolu/ui/tag';
import { Printer, Send } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import './outputs.css';
import { NewerVersion } from './newer-version.tsx';
import { RecommendationView, useUnfoldedForPrint } from './recommendation.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { Referrals } from './referrals.tsx';
import { ChangesSummary, useChanges } from './version-changes.tsx';

/** A published version, as it will always read; prints whole. */
export function DossierVersionPage() {
  const { id = '', version = '' } = useParams();
  const found = useResource<DossierVersion>(`/dossiers/${id}/versions/${version}`);
  return (
    <Loaded query={found} as="page">
      {(view) => <Version view={view} key={`${view.dossierId} ${view.version}`} />}
    </Loaded>
  );
}

function Version({ view }: { view: DossierVersion }) {
  const t = useText('outputs');
  const format = useFormat();
  const [referring, setReferring] = useState(false);
  const box = useUnfoldedForPrint();
  const { changes, setSince, changeOf } = useChanges(view.dossierId, view.version);
  const dossier = useResource<DossierView>(`/dossiers/${view.dossierId}`);
  const referrals = dossier.data?.versions.find(({ version }) => version === view.version)?.referrals ?? [];
  return (
    <Page
      title={view.title}
      kind={t('dossier')}
      summary={<span className="keep-lines">{view.summary}</span>}
      breadcrumbs={[
        { label: view.processTitle, href: `/processes/${view.processId}` },
        ...(dossier.data && (dossier.data.may.edit || dossier.data.versions.length > 1) ? [{ label: t('allVersions'), href: `/dossiers/${view.dossierId}` }] : []),
      ]}
      meta={
        <>
          <Tag tone="accent">{t('version', { version: view.version })}</Tag>
          <span>{t('published', { date: format.day(view.publishedAt) })}</span>
          <Link to={`/dossiers/${view.dossierId}/route`}>{t('route')}</Link>
          <span>{t('readers', { who: t(`visibility.${view.visibility}`).toLocaleLowerCase() })}</span>
        </>
      }
      actions={
        <>
          {dossier.data?.may.refer && <Button icon={<Send aria-hidden size={20} />} onPress={() => setReferring(true)}>{t('refer.open')}</Button>}
          <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>{t('print')}</Button>
        </>
      }
    >
      <NewerVersion dossierId={view.dossierId} version={view.version} />
      {referrals.length > 0 && (
        <section className="page-section no-print">
          <h2>{t('referrals')}</h2>
          <Referrals referrals={referrals} />
        </section>
      )}
      {changes && <ChangesSummary changes={changes} onSince={setSince} />}
      <nav className="outputs-contents no-print" aria-labelledby="contents">
        <h2 id="contents">{t('recommendations', { count: view.recommendations.length })}</h2>
        <ol>
          {view.recommendations.map(({ id, number, title }) => (
            <li key={id}>
              <a href={`#r${number}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div ref={box}>
        {view.recommendations.map((recommendation) => {
          const what = changeOf(recommendation.id);
          return <RecommendationView key={recommendation.id} recommendation={recommendation} change={changes?.since && what ? { since: changes.since.version, what } : undefined} />;
        })}
      </div>
      {referring && <ReferDialog dossierId={view.dossierId} version={view.version} onClose={() => setReferring(false)} />}
    </Page>
  );
}
