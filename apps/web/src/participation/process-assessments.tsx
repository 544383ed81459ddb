import type { ProcessView } from '@spolu/contracts/participation';
import { useText } from '../i18n/use-text.ts';

/** By what the ideas are judged, for everybody; what departments say of them, for the people of the process. */
export function ProcessAssessments({ process }: { process: Pick<ProcessView, 'id' | 'may'> }) {
  const t = useText('participation');
  return (
    <section className="page-section">
      <h2>{t('assessments.title')}</h2>
      <ul>
        <li>
          <a href={`/processes/${process.id}/criteria`}>{t('assessments.criteria')}</a>
        </li>
        {process.may.writeDossier && (
          <li>
            <a href={`/processes/${process.id}/assessments`}>{t('assessments.all')}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
