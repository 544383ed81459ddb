import type { TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_MAX_BYTES, PICTURE_TYPES } from '@spolu/contracts/plain';
import type { AddBlock } from '@spolu/contracts/report-blocks';
import type { PicturedPeople } from '@spolu/contracts/report-pictures';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { FileField } from '@spolu/ui/file-field';
import { Notice } from '@spolu/ui/notice';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { PeopleChoice, PictureWordFields, type PictureWords } from './picture-fields.tsx';
import { smallerPicture } from './smaller-picture.ts';
import { draftPath } from './use-block.ts';

const MB = 1024 * 1024;

interface PictureDialogProps {
  sessionId: string;
  /** Of the report, in which its words are written. */
  language: string;
  /** The block it stands behind; null: first. */
  after: string | null;
  onClose: () => void;
  onAdded: (key: string) => void;
}

/** A photograph or a graphic record is chosen, or taken with the phone's camera, put into words and brought to the report. */
export function PictureDialog({ sessionId, language, after, onClose, onAdded }: PictureDialogProps) {
  const t = useText('sessions/report');
  const problemText = useProblemText();
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState<PictureWords>({ alt: '', caption: '' });
  const [people, setPeople] = useState<PicturedPeople | null>(null);
  const [tried, setTried] = useState(false);
  const shown = useAddress(file);
  const path = draftPath(sessionId);
  // What arrived is not sent a second time where only the block behind it failed.
  const taken = useRef<{ file: File; people: PicturedPeople; picture: TakenPicture } | null>(null);
  const add = useCommand(async (given: { file: File; people: PicturedPeople }) => {
    if (taken.current?.file !== given.file || taken.current.people !== given.people) {
      const picture = await api.post<TakenPicture>(`/sessions/${sessionId}/report-pictures?people=${given.people}`, await smallerPicture(given.file));
      taken.current = { ...given, picture };
    }
    const { fileId } = taken.current.picture;
    return api.post<{ key: string }>(`${path}/blocks`, { content: { kind: 'picture', fileId, alt: words.alt.trim(), caption: words.caption.trim() }, after } satisfies AddBlock);
  }, [path, `/sessions/${sessionId}/report`]);
  const isReady = file !== null && words.alt.trim() !== '' && people !== null;

  function handleAdd() {
    setTried(true);
    if (file !== null && people !== null && isReady) add.mutate({ file, people }, { onSuccess: ({ key }) => onAdded(key) });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('picture.title')}
      actions={
        <>
          <Button look="secondary" isDisabled={add.isPending} onPress={onClose}>{t('picture.cancel')}</Button>
          <Button isPending={add.isPending} onPress={handleAdd}>{t('picture.add')}</Button>
        </>
      }
    >
      <div className="stack">
        <FileField label={t('picture.file')} hint={t('picture.fileHint', { size: PICTURE_MAX_BYTES / MB })} accept={PICTURE_TYPES} choose={t(file ? 'picture.other' : 'picture.choose')} file={file} onChange={setFile} />
        {shown && <img className="report-picture-chosen" src={shown} alt="" />}
        <PictureWordFields words={words} language={language} onChange={setWords} />
        <PeopleChoice value={people} onChange={setPeople} />
        {tried && !isReady && <Notice tone="bad" role="alert">{t('picture.missing')}</Notice>}
        {add.error && <Notice tone="bad" role="alert">{problemText(add.error)}</Notice>}
      </div>
    </Dialog>
  );
}

/** Shows a file of the device; given back when another one is chosen. */
function useAddress(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
