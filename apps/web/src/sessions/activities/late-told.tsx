import type { LateTold } from '@spolu/contracts/activities/late';
import { useText } from '../../i18n/use-text.ts';

/** In a report: how many answers came after the end, and what became of them. */
export function LateToldLine({ late }: { late: LateTold | undefined }) {
  const t = useText('sessions');
  return late ? <p className="soft">{t('report.late', { all: late.counted + late.leftOut, ...late })}</p> : null;
}
