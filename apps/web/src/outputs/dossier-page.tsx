import type { DossierView } from '@spolu/contracts/outputs';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { PenLine, Send } from 'lucide-react';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import './outputs.css';
import { ReferDialog } from './refer-dialog.tsx';
import { Referrals } from './referrals.tsx';

/** A dossier for those who write it: its draft, its versions and where they went. Whoever only reads is led to the newest version. */
export function DossierPage() {
  const { id = '' } = useParams();
  const t = useText('outputs');
  const format = useFormat();
  const [referring, setReferring] = useState<number | null>(null);
  const dossier = useResource<DossierView>(`/dossiers/${id}`);
  return (
    <Loaded query={dossier} as="page">
      {(view) => {
        const newest = view.versions[0];
        if (!view.draft && view.versions.length === 1 && newest) return <Navigate to={`/dossiers/${id}/versions/${newest.version}`} replace />;
        return (
          <Page
            title={view.title}
            kind={t('dossier')}
            breadcrumbs={[{ label: view.processTitle, href: `/processes/${view.processId}` }]}
            actions={
              <>
                {view.may.edit && <LinkButton look={newest ? 'secondary' : 'primary'} icon={<PenLine aria-hidden size={20} />} href={`/dossiers/${id}/edit`}>{t('editDraft')}</LinkButton>}
                {newest && <LinkButton look="secondary" href={`/dossiers/${id}/route`}>{t('route')}</LinkButton>}
              </>
            }
          >
            <section className="page-section">
              <h2>{t('versions')}</h2>
              {view.versions.length === 0 ? (
                <EmptyState level={3} title={t('noVersionTitle')}>{t('noVersionText')}</EmptyState>
              ) : (
                <ul role="list" className="outputs-versions">
                  {view.versions.map(({ version, publishedAt, referrals }) => (
                    <Card as="li" key={version}>
                      <div className="row row-apart">
                        <h3>
                          <a href={`/dossiers/${id}/versions/${version}`}>{t('version', { version })}</a>
                        </h3>
                        {view.may.refer && version === newest?.version && (
                          <Button size="small" look={referrals.length === 0 ? 'primary' : 'secondary'} icon={<Send aria-hidden size={18} />} onPress={() => setReferring(version)}>
                            {t('refer.open')}
                          </Button>
                        )}
                      </div>
                      <p className="soft small">{t('published', { date: format.dateTime(publishedAt) })}</p>
                      {referrals.length > 0 ? <Referrals referrals={referrals} /> : <p className="soft small">{t('notReferred')}</p>}
                    </Card>
                  ))}
                </ul>
              )}
            </section>
            {referring !== null && <ReferDialog dossierId={id} version={referring} onClose={() => setReferring(null)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}
