import type { AnswerOption, NamedAnswer } from '@spolu/contracts/activities/answers';
import { useEffect, useState } from 'react';
import { api } from '../../../http/api.ts';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { valueText } from './value-words.ts';

/** Who answered what in an open vote, folded under its result; fetched when the result is shown. */
export function NamedAnswers({ activityId, options }: { activityId: string; options: readonly AnswerOption[] }) {
  const { t } = usePhoneText();
  const [named, setNamed] = useState<readonly NamedAnswer[]>([]);
  useEffect(() => {
    const leave = new AbortController();
    // Without a network the result stands without the names.
    api.get<NamedAnswer[]>(`/activities/${activityId}/named-answers`, { signal: leave.signal }).then(setNamed, () => undefined);
    return () => leave.abort();
  }, [activityId]);
  if (named.length === 0) return null;
  return (
    <details className="ui-card phone-more">
      <summary>{t('answers.names')}</summary>
      <ul>
        {named.map(({ nickname, value }, i) => (
          <li key={i}>
            <strong>{nickname ?? t('answers.nameless')}</strong>: {valueText(value, options, t)}
          </li>
        ))}
      </ul>
    </details>
  );
}
