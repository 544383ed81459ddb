import type { DossierView } from '@spolu/contracts/outputs';
import { Notice } from '@spolu/ui/notice';
import { Link } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';

/** That a version has a newer one, which leads there: to where it lies before the same body, if it does. Nothing where the viewer may read none. */
export function NewerVersion({ dossierId, version, bodyId }: { dossierId: string; version: number; bodyId?: string }) {
  const t = useText('outputs');
  const dossier = useResource<DossierView>(`/dossiers/${dossierId}`);
  const [newest] = dossier.data?.versions ?? [];
  if (!newest || newest.version <= version) return null;
  const sameBody = newest.referrals.find((referral) => referral.bodyId === bodyId);
  return (
    <Notice>
      {t('newer', { version: newest.version })} <Link to={sameBody ? `/referrals/${sameBody.id}` : `/dossiers/${dossierId}/versions/${newest.version}`}>{t('newerLink')}</Link>
    </Notice>
  );
}
