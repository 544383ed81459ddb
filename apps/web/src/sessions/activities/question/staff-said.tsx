import type { RoomAnswers } from '@spolu/contracts/activities/answers';
import type { StaffSaid } from '@spolu/contracts/activities/question';
import { PlainButton } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import { keyOf, useResource } from '../../../http/queries.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';
import { useText } from '../../../i18n/use-text.ts';
import './question.css';

interface StaffSaidProps {
  activityId: string;
  part: RoomAnswers;
}

/** Of a question that tells no names the words are asked for by hand, since it does not go on once they were read. */
export function StaffSaidList(props: StaffSaidProps) {
  const t = useText('sessions');
  const [reading, setReading] = useState(false);
  const { settings, result } = props.part;
  if (reading || settings.secrecy === 'open' || result !== null) return <SaidList {...props} />;
  return (
    <div className="stack stack-s">
      <p className="small soft">{t('question.readMeans')}</p>
      <div>
        <PlainButton look="secondary" size="small" onClick={() => setReading(true)}>
          {t('question.read')}
        </PlainButton>
      </div>
    </div>
  );
}

/** What was said, for staff, once it is over: before the hall sees it and afterwards. What nobody is to read is hidden by one press and comes back by one. */
function SaidList({ activityId, part }: StaffSaidProps) {
  const t = useText('sessions');
  const path = `/activities/${activityId}/said`;
  const { data: said = [] } = useResource<StaffSaid[]>(path);
  const client = useQueryClient();
  const problemText = useProblemText();
  const [pending, setPending] = useState<string | null>(null);
  // somebody else may have hidden one
  const changed = JSON.stringify(part.result);
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, changed]);

  async function handleHiding({ id, hidden }: StaffSaid) {
    if (pending !== null) return;
    setPending(id);
    try {
      await api.put(path, { id, hidden: !hidden });
    } catch (error) {
      toast(problemText(error), 'bad');
    } finally {
      setPending(null);
      void client.invalidateQueries({ queryKey: keyOf(path) });
    }
  }
  if (said.length === 0) return null;
  return (
    <details className="run-people" open={part.result === null}>
      <summary>{t('question.said', { number: said.length })}</summary>
      <p className="small soft">{t('question.saidMeans')}</p>
      <ul role="list" className="question-said">
        {said.map((one) => (
          <li key={one.id}>
            <span>
              {one.hidden ? <s>{one.text}</s> : one.text} {one.count > 1 && <span className="soft">{one.count}×</span>}
            </span>
            <PlainButton
              look="quiet"
              size="small"
              pending={pending === one.id}
              aria-label={t(one.hidden ? 'question.unhideOf' : 'question.hideOf', { text: one.text })}
              onClick={() => void handleHiding(one)}
            >
              {t(one.hidden ? 'question.unhide' : 'question.hide')}
            </PlainButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
