import { Tag } from '@spolu/ui/tag';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** Until when; said in words once it has passed. */
export function DueDay({ dueOn }: { dueOn: string | null }) {
  const t = useText('shell');
  const format = useFormat();
  if (dueOn === null) return <span className="small soft">{t('due.none')}</span>;
  if (dueOn < dayInTown(new Date())) return <Tag tone="bad">{t('due.late', { date: format.dayShort(dueOn) })}</Tag>;
  return <span className="small">{t('due.by', { date: format.day(dueOn) })}</span>;
}
