import type { WaitingView } from '@spolu/contracts/duties';
import { Tag } from '@spolu/ui/tag';
import { useResource } from '../http/queries.ts';
import { dayInTown, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useNamedPlace } from '../shell/page.tsx';

const DAY_MS = 86_400_000;

/** For whom a thing waits, since when and until when it is to be answered: in words that a resident reads. Nothing, where nothing waits. */
export function WaitingClock({ recordId }: { recordId: string }) {
  const t = useText('provenance');
  const format = useFormat();
  const { data } = useResource<WaitingView>(`/records/${recordId}/waiting`);
  useNamedPlace(data !== undefined);
  if (!data?.duties.length) return null;
  const days = (since: string) => Math.max(0, Math.round((Date.parse(dayInTown(new Date())) - Date.parse(dayInTown(new Date(since)))) / DAY_MS));
  return (
    <section className="page-section">
      <h2>{t('clock.title')}</h2>
      <ul role="list" className="stack stack-s">
        {data.duties.map(({ kind, holderName, since, dueOn, late }) => (
          <li key={`${kind} ${holderName} ${since}`}>
            <p>
              {t(`clock.kind.${kind}`)}: <strong>{holderName}</strong>
            </p>
            <p className="row small">
              <span>{t('clock.since', { date: format.day(since), count: days(since) })}</span>
              {dueOn !== null && (late ? <Tag tone="bad">{t('clock.late', { date: format.dayShort(dueOn) })}</Tag> : <span>{t('clock.by', { date: format.day(dueOn) })}</span>)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
