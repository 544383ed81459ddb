import type { ProcessRow } from '@spolu/contracts/participation';
import type { TopicAnswers } from '@spolu/contracts/topic-guide';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { Select } from '@spolu/ui/select';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { holds, useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';

/** For who answers for a process: what was found stays with it, so that later nobody asks why it was begun so. */
export function KeepTopicCheck({ answers }: { answers: TopicAnswers }) {
  const t = useText('methods');
  const me = useMe();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const works = holds(me, 'administrator', 'officer', 'lead', 'facilitator');
  const processes = useWholeList<ProcessRow>(works ? '/processes' : null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const own = processes.data ?? [];
  const processId = chosen ?? own[0]?.id;
  if (processId === undefined) return null;

  async function handleKeep(id: string) {
    setPending(true);
    setFailure(null);
    try {
      await api.put(`/processes/${id}/topic-check`, answers);
      setKept(id);
      void refresh(`/processes/${id}/topic-check`);
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <section className="page-section stack no-print" aria-labelledby="keep">
      <h2 id="keep">{t('topic.keep')}</h2>
      <div className="row method-add">
        <Select label={t('topic.process')} value={processId} onChange={setChosen} options={own.map(({ id, title }) => ({ id, label: title }))} />
        <Button isPending={pending} onPress={() => void handleKeep(processId)}>
          {t('topic.keepGo')}
        </Button>
      </div>
      <div role="status">
        {kept !== null && (
          <Notice tone="good">
            <p>
              {t('topic.kept')} <a href={`/processes/${kept}`}>{t('topic.keptOpen')}</a>
            </p>
          </Notice>
        )}
      </div>
      {failure !== null && (
        <Notice tone="bad" role="alert">
          {problemText(failure)}
        </Notice>
      )}
    </section>
  );
}
