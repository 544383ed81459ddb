import type { TopicCheck } from '@spolu/contracts/topic-guide';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Advice } from '../methods/topic-advice.tsx';

/** What was found of the topic before it was begun, where somebody kept it. */
export function TopicCheckPart({ processId }: { processId: string }) {
  const t = useText('participation');
  const format = useFormat();
  const { data } = useResource<TopicCheck>(`/processes/${processId}/topic-check`);
  if (!data?.answers || !data.notedAt) return null;
  return (
    <section className="page-section stack" aria-labelledby="topic-check">
      <h2 id="topic-check">{t('topicCheck.title')}</h2>
      <p className="soft small">
        {t('topicCheck.noted', { when: format.day(data.notedAt) })} ·{' '}
        <a href={`/topic-guide?${new URLSearchParams(data.answers).toString()}`}>{t('topicCheck.again')}</a>
      </p>
      <Advice answers={data.answers} level={3} />
    </section>
  );
}
