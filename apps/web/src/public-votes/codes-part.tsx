import { VOTING_CODES_MAX, type PublicVoteView, type VotingCodes } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { NumberField } from '@spolu/ui/number-field';
import { useCallback, useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { saveFile } from '../http/save-file.ts';
import { PrintedSheets } from './printed-sheets.tsx';

/** More are printed from the file: a browser would not get through them. */
const SHEETS_PRINTED_MAX = 2_000;

/** Codes to be printed on letters, told once: as a file with one a line, and on sheets of paper. */
export function CodesPart({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  const [howMany, setHowMany] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const make = useCommand(async (count: number) => {
    const { codes } = await api.post<VotingCodes>(`/public-votes/${vote.id}/codes`, { count });
    saveFile({ name: 'codes.csv', blob: new Blob([`${[`${t('codes.number')};${t('codes.column')}`, ...codes.map((code, i) => `${i + 1};${code}`)].join('\r\n')}\r\n`], { type: 'text/csv' }) });
    return codes;
  }, [`/public-votes/${vote.id}`]);
  const [printing, setPrinting] = useState(false);
  const handlePrinted = useCallback(() => setPrinting(false), []);
  const { eligible } = vote.turnout;
  return (
    <div className="stack stack-s">
      <h3>{t('codes.title')}</h3>
      <p>{eligible === 0 ? t('codes.none') : t('codes.made', { count: eligible })}</p>
      <p className="soft small">{t('codes.means')}</p>
      {make.error !== null && <Notice tone="bad" role="alert">{problemText(make.error)}</Notice>}
      {make.data !== undefined && <Notice tone="good" role="status">{t('codes.saved', { count: make.data.length })}</Notice>}
      {make.data !== undefined && make.data.length <= SHEETS_PRINTED_MAX && (
        <>
          <p>{t('codes.paper')}</p>
          <div><Button look="secondary" onPress={() => setPrinting(true)}>{t('codes.print')}</Button></div>
          {printing && <PrintedSheets vote={vote} codes={make.data} onPrinted={handlePrinted} />}
        </>
      )}
      <NumberField label={t('codes.howMany')} value={howMany} onChange={setHowMany} min={1} max={VOTING_CODES_MAX} />
      <div>
        <Button look="secondary" isDisabled={howMany === null} isPending={make.isPending} onPress={() => (eligible === 0 && howMany !== null ? make.mutate(howMany) : setAsking(true))}>{t('codes.make')}</Button>
      </div>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('codes.againTitle')} confirm={t('codes.make')} danger onConfirm={() => make.mutate(howMany ?? 0)}>
        {t('codes.againMeans')}
      </ConfirmDialog>
    </div>
  );
}
