import { partOf } from '@spolu/contracts/activities/part-of';
import type { ReportDraft } from '@spolu/contracts/report-blocks';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';

interface QuoteDialogProps {
  report: ReportDraft;
  onClose: () => void;
  onChoose: (contributionId: string) => void;
}

const SHOWN_MAX = 30;
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A note of the session to be quoted: looked for by its words, whatever their accents. */
export function QuoteDialog({ report, onClose, onChoose }: QuoteDialogProps) {
  const t = useText('sessions/report');
  const [sought, setSought] = useState('');
  const notes = new Map(report.activities.flatMap((activity) => [
    ...(partOf(activity, 'brainstorm')?.frames.flatMap((frame) => frame.notes) ?? []),
    ...(activity.clusters ? [...activity.clusters.clusters.flatMap((cluster) => cluster.notes), ...activity.clusters.unclustered] : []),
  ]).map((note) => [note.contributionId, note] as const));
  const found = [...notes.values()].filter(({ text }) => plain(text).includes(plain(sought.trim())));
  return (
    <Dialog open onClose={onClose} title={t('quote.title')} actions={<Button look="secondary" onPress={onClose}>{t('quote.cancel')}</Button>}>
      <TextField label={t('quote.seek')} optional value={sought} onChange={setSought} />
      <p role="status" className="small soft">{t('quote.found', { count: found.length })}</p>
      <ul className="report-quotable" role="list">
        {found.slice(0, SHOWN_MAX).map(({ contributionId, text, language }) => (
          <li key={contributionId}>
            <Button look="quiet" onPress={() => onChoose(contributionId)}><span lang={language}>{text}</span></Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
