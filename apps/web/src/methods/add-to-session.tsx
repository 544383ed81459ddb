import type { SessionRow } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { Select } from '@spolu/ui/select';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useWholeList } from '../http/use-list.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';

/** For who prepares sessions: one click puts the steps of a method, each with its board, into the agenda of one. */
export function AddToSession({ methodId }: { methodId: string }) {
  const t = useText('methods');
  const me = useMe();
  const problemText = useProblemText();
  const sessions = useWholeList<SessionRow>(me.person ? '/sessions?state=preparing' : null);
  const own = (sessions.data ?? []).filter(({ mine }) => mine);
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const sessionId = chosen ?? own[0]?.id;
  if (sessionId === undefined) return null;

  async function handleAdd(to: string) {
    setAdding(true);
    setFailure(null);
    setAdded(null);
    try {
      await api.post(`/sessions/${to}/methods`, { methodId, language: currentLanguage() });
      setAdded(to);
    } catch (error) {
      setFailure(error);
    } finally {
      setAdding(false);
    }
  }
  return (
    <section className="page-section stack no-print" aria-labelledby="add-to-session">
      <h2 id="add-to-session">{t('add.label')}</h2>
      <div className="row method-add">
        <Select label={t('add.session')} value={sessionId} onChange={setChosen} options={own.map(({ id, title }) => ({ id, label: title }))} />
        <Button icon={<Plus aria-hidden size={20} />} isPending={adding} onPress={() => void handleAdd(sessionId)}>
          {t('add.go')}
        </Button>
      </div>
      <div role="status">
        {added !== null && (
          <Notice tone="good">
            <p>
              {t('add.done')} <a href={`/sessions/${added}`}>{t('add.open')}</a>
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
