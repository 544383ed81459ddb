import { SHEET_TYPE, type SheetImported, type SheetPreview } from '@spolu/contracts/assessment';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { FileField } from '@spolu/ui/file-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { saveFile } from '../http/save-file.ts';

export function SheetExport({ processId }: { processId: string }) {
  const t = useText('assessment');
  const [pending, setPending] = useState(false);
  async function handleExport() {
    setPending(true);
    try {
      saveFile(await api.file(`/processes/${processId}/assessment-sheets`, { language: currentLanguage() }));
    } catch {
      toast(t('sheet.exportFailed'), 'bad');
    } finally {
      setPending(false);
    }
  }
  return <Button look="secondary" isPending={pending} onPress={() => void handleExport()}>{t('sheet.export')}</Button>;
}

/** A filled-in sheet comes back: what would change is seen before it does. */
export function SheetDialog({ processId, onClose }: { processId: string; onClose: () => void }) {
  const t = useText('assessment');
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<SheetPreview | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const send = <Answer,>(what: 'previews' | 'imports', bytes: Blob) =>
    api.post<Answer>(`/processes/${processId}/assessment-sheet-${what}?language=${currentLanguage()}`, new Blob([bytes], { type: SHEET_TYPE }));

  async function during(work: () => Promise<void>) {
    setPending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }
  const handleFile = (chosen: File) => {
    setFile(chosen);
    setPreview(null);
    void during(async () => setPreview(await send<SheetPreview>('previews', chosen)));
  };
  const handleApply = () =>
    during(async () => {
      if (!file) return;
      const { changedCount } = await send<SheetImported>('imports', file);
      await refresh('/processes', '/assessments');
      toast(t('sheet.applied', { count: changedCount }));
      onClose();
    });
  return (
    <Dialog
      open
      keep
      size="large"
      onClose={onClose}
      title={t('sheet.title')}
      actions={<Button isPending={pending} isDisabled={!preview || preview.changes.length === 0} onPress={() => void handleApply()}>{t('sheet.apply')}</Button>}
    >
      <p>{t('sheet.text')}</p>
      <FileField label={t('sheet.file')} accept={['.xlsx', SHEET_TYPE]} choose={t('sheet.choose')} file={file} onChange={handleFile} error={failure === null ? null : problemText(failure)} />
      {preview && <Preview preview={preview} />}
    </Dialog>
  );
}

function Preview({ preview: { changes, unchangedCount, faults } }: { preview: SheetPreview }) {
  const t = useText('assessment');
  return (
    <div className="stack" role="status">
      <h3>{t('sheet.changes', { count: changes.length })}</h3>
      <ul role="list" className="stack">
        {changes.map((row) => (
          <li key={row.row}>
            <strong>{row.ideaTitle}</strong> <span className="soft small">{row.organisationName}</span>
            <ul>
              {row.changes.map(({ column, before, after }) => (
                <li key={column} className="small">
                  {column}: <s>{before || t('sheet.empty')}</s> → {after || t('sheet.empty')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {unchangedCount > 0 && <p className="soft small">{t('sheet.unchanged', { count: unchangedCount })}</p>}
      {faults.length > 0 && (
        <>
          <h3>{t('sheet.faults')}</h3>
          <ul>
            {faults.map(({ row, column, code }, i) => (
              <li key={i}>
                {t('sheet.row', { row })}
                {column && `, ${column}`}: {t(`sheet.fault.${code}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
