import type { MeaningView } from '@spolu/contracts/meaning';
import type { Made } from '@spolu/contracts/common';
import type { RoomState } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ReportNotes } from '../report-notes.tsx';

/** Answers come in one by one; the facilitator looks at them, nothing waits for them. */
const LOOK_AGAIN_MS = 3_000;
const SUMMARY_MAX = 1_500;

/** "Is this what we meant?", sent to the phones before people leave. */
export function MeaningSection({ room }: { room: Pick<RoomState, 'sessionId' | 'language' | 'meaning'> }) {
  const t = useText('sessions/report');
  const problemText = useProblemText();
  const path = `/sessions/${room.sessionId}/meaning`;
  const meaning = useResource<MeaningView>(path, { refetchInterval: room.meaning ? LOOK_AGAIN_MS : false });
  const [summary, setSummary] = useState(room.meaning?.summary ?? '');
  const ask = useCommand(() => api.post<Made>(`/sessions/${room.sessionId}/meaning-checks`, { summary: summary.trim(), language: room.language }), [path]);
  const end = useCommand((id: string) => api.post(`/meaning-checks/${id}/end`), [path]);
  const result = meaning.data?.result;
  const failure = ask.error ?? end.error;
  const isFit = summary.trim() !== '' && summary.length <= SUMMARY_MAX;
  return (
    <details className="run-section stack stack-s">
      <summary>{t('ask.title')}</summary>
      <p className="small">{t('ask.means')}</p>
      <TextArea label={t('ask.summary')} rows={4} maxLength={SUMMARY_MAX} lang={room.language} value={summary} onChange={setSummary} />
      <div className="row">
        <Button size="small" isDisabled={!isFit} isPending={ask.isPending} onPress={() => ask.mutate()}>{result ? t('ask.again') : t('ask.send')}</Button>
        {room.meaning && <Button size="small" look="secondary" isPending={end.isPending} onPress={() => room.meaning && end.mutate(room.meaning.id)}>{t('ask.end')}</Button>}
      </div>
      {failure && <Notice tone="bad" role="alert">{problemText(failure)}</Notice>}
      {room.meaning && <p role="status" className="small">{t('ask.asked')}</p>}
      {result && (
        <>
          <p>{t('ask.result', { yes: result.yes, notQuite: result.notQuite, silent: result.eligible - result.yes - result.notQuite })}</p>
          {result.words.length > 0 && <ReportNotes notes={result.words.map((said, i) => ({ ...said, contributionId: String(i), author: null }))} />}
        </>
      )}
    </details>
  );
}
