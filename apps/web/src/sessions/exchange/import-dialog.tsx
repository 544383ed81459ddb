import type { BoardOutline } from '@spolu/contracts/boards';
import type { ImportQuery } from '@spolu/contracts/board-files';
import { BOARD_FILE_MAX_BYTES, BOARD_FILE_TYPE, IMPORT_MAX_BYTES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { Dialog } from '@spolu/ui/dialog';
import { FileField } from '@spolu/ui/file-field';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { useState } from 'react';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ImportPreviewView, useImportCounts } from './import-preview.tsx';
import { useImport, type ImportAsked } from './use-import.ts';
import './exchange.css';

type Kind = ImportQuery['kind'];
const KINDS: readonly Kind[] = ['table', 'lines', 'board'];
const ACCEPT: Record<Exclude<Kind, 'lines'>, readonly string[]> = {
  table: ['.csv', '.tsv', '.txt', 'text/csv', 'text/tab-separated-values'],
  board: ['.json', BOARD_FILE_TYPE, 'application/json'],
};
const ON_BOARD = 'board';
const MB = 1024 * 1024;
const mostOf = (kind: Kind) => (kind === 'board' ? BOARD_FILE_MAX_BYTES : IMPORT_MAX_BYTES);

export interface ImportDialogProps {
  boardId: string;
  /** Where it can be taken back. */
  historyHref: string;
  onClose: () => void;
}

/** Brings a table, lines or a board file to a board: chosen, looked at, brought in. What was chosen stays until it is there. */
export function ImportDialog({ boardId, historyHref, onClose }: ImportDialogProps) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const counts = useImportCounts();
  const board = useResource<BoardOutline>(`/boards/${boardId}`);
  const frames = (board.data?.frames ?? []).flatMap(({ id, title }) => (id === null ? [] : [{ id, label: title || t('exchange.untitled') }]));
  const [kind, setKind] = useState<Kind>('table');
  const [files, setFiles] = useState<Record<Exclude<Kind, 'lines'>, File | null>>({ table: null, board: null });
  const [lines, setLines] = useState('');
  const [frameId, setFrameId] = useState(ON_BOARD);
  const [reading, setReading] = useState<Pick<ImportAsked, 'textColumn' | 'heading'>>({});
  const [leaveOut, setLeaveOut] = useState(false);
  const [asked, setAsked] = useState(false);
  const refresh = useRefresh();
  const { state, preview, look, bring, forget, changed } = useImport(boardId, () => void refresh(`/boards/${boardId}`));
  const busy = state.at === 'looking' || state.at === 'bringing';
  const source = kind === 'lines' ? lines : files[kind];
  const missing = missingIn(source, kind);
  const frame = frames.find(({ id }) => id === frameId);

  const readAs = (how = reading): ImportAsked => ({ kind, ...(kind === 'table' ? how : {}) });
  function handleKind(next: Kind) {
    setKind(next);
    setAsked(false);
    forget();
  }
  function handleFile(file: File) {
    if (kind === 'lines') return;
    setFiles({ ...files, [kind]: file });
    setReading({});
    setLeaveOut(false);
    setAsked(true);
    forget();
    if (!missingIn(file, kind)) void look(file, readAs({}));
  }
  function handleReading(next: typeof reading) {
    setReading(next);
    if (source !== null) void look(source, readAs(next));
  }
  function handleGo() {
    setAsked(true);
    if (busy || missing || source === null) return;
    if (!preview) return void look(source, readAs());
    if (!canCome) return;
    void bring(source, { ...readAs(), ...(frame && kind !== 'board' ? { frameId: frame.id } : {}), ...(leaveOut ? { leaveOut: 'yes' } : {}) });
  }
  function handleAgain() {
    setFiles({ table: null, board: null });
    setLines('');
    setReading({});
    setLeaveOut(false);
    setAsked(false);
    forget();
  }

  const isFaulty = preview !== null && preview.faultCount > 0 && !leaveOut;
  const isEmpty = preview !== null && preview.noteCount + preview.frameCount + preview.drawingCount === 0;
  const canCome = preview !== null && !isFaulty && !isEmpty && preview.noteCount <= preview.room;
  const error = asked && missing ? t(`exchange.in.${missing}`, { size: mostOf(kind) / MB }) : null;

  if (state.at === 'done') {
    const count = state.imported.noteCount;
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('exchange.in.title')}
        actions={
          <>
            <Button onPress={onClose} autoFocus>
              {t('exchange.in.close')}
            </Button>
            <Button look="secondary" onPress={handleAgain}>
              {t('exchange.in.again')}
            </Button>
          </>
        }
      >
        <Notice tone="good" role="status">
          <p>
            {kind === 'board' && preview
              ? t('exchange.in.doneBoard', { what: counts(preview) })
              : frame
                ? t('exchange.in.doneFrame', { count, frame: frame.label })
                : t('exchange.in.done', { count })}
          </p>
        </Notice>
        <p>
          {t('exchange.in.undo')} <a href={historyHref}>{t('exchange.in.history')}</a>
        </p>
      </Dialog>
    );
  }

  const rule = board.data?.rule;
  const shut = rule && (rule.hidden ? 'hidden' : rule.open ? null : 'closed');
  // Who has chosen something already keeps it, and hears it from the server.
  if (shut && preview === null && state.at === 'choosing' && missing) {
    return (
      <Dialog open onClose={onClose} title={t('exchange.in.title')} actions={<Button onPress={onClose} autoFocus>{t('exchange.in.close')}</Button>}>
        <Notice role="status">
          <p>{t(`exchange.in.${shut}`)}</p>
        </Notice>
      </Dialog>
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      keep
      title={t('exchange.in.title')}
      actions={
        <>
          <Button onPress={handleGo} isPending={busy} isDisabled={preview !== null && !canCome}>
            {preview ? t('exchange.in.go') : t('exchange.in.look')}
          </Button>
          {busy && <Spinner label={t(state.at === 'looking' ? 'exchange.in.looking' : 'exchange.in.bringing')} />}
          {state.at === 'failed' && (
            <Notice tone="bad" role="alert">
              <p>{problemText(state.error)}</p>
            </Notice>
          )}
        </>
      }
    >
      <RadioGroup
        label={t('exchange.in.from')}
        options={KINDS.map((id) => ({ id, label: t(`exchange.in.kinds.${id}`), hint: t(`exchange.in.kindsMean.${id}`) }))}
        value={kind}
        onChange={handleKind}
        disabled={state.at === 'bringing'}
      />
      {kind === 'lines' ? (
        <TextArea
          label={t('exchange.in.lines')}
          value={lines}
          onChange={(next) => {
            setLines(next);
            setLeaveOut(false);
            if (preview || state.at === 'failed') forget();
          }}
          rows={6}
          error={error}
          disabled={busy}
        />
      ) : (
        <FileField
          key={kind}
          label={t('exchange.in.file')}
          hint={t('exchange.in.fileMost', { size: mostOf(kind) / MB })}
          accept={ACCEPT[kind]}
          choose={t(files[kind] ? 'exchange.in.otherFile' : 'exchange.in.chooseFile')}
          file={files[kind]}
          onChange={handleFile}
          error={error}
          disabled={busy}
        />
      )}
      {preview && <ImportPreviewView preview={preview} />}
      {preview && preview.faultCount > 0 && !isEmpty && (
        <Checkbox
          label={t(kind === 'board' ? 'exchange.in.leaveOutPictures' : 'exchange.in.leaveOut')}
          checked={leaveOut}
          onChange={(yes) => {
            setLeaveOut(yes);
            changed();
          }}
          disabled={state.at === 'bringing'}
        />
      )}
      {kind !== 'board' && frames.length > 0 && (
        <Select
          label={t('exchange.in.where')}
          options={[{ id: ON_BOARD, label: t('exchange.in.freePlace') }, ...frames]}
          value={frameId}
          onChange={(next) => {
            setFrameId(next);
            changed();
          }}
          disabled={state.at === 'bringing'}
        />
      )}
      {kind === 'table' && preview && preview.textColumn !== null && (
        <>
          {preview.columns.length > 1 && (
            <Select
              label={t('exchange.in.column')}
              options={preview.columns.map((label, i) => ({ id: `${i}`, label }))}
              value={`${preview.textColumn}`}
              onChange={(next) => handleReading({ ...reading, textColumn: Number(next) })}
              disabled={busy}
            />
          )}
          <Checkbox
            label={t('exchange.in.heading')}
            checked={preview.heading}
            onChange={(yes) => handleReading({ ...reading, heading: yes ? 'yes' : 'no' })}
            disabled={busy}
          />
        </>
      )}
    </Dialog>
  );
}

/** What keeps a choice from being looked at. */
function missingIn(source: File | string | null, kind: Kind): 'needFile' | 'needLines' | 'emptyFile' | 'tooLarge' | null {
  if (source === null) return 'needFile';
  if (typeof source === 'string') return source.trim() === '' ? 'needLines' : new Blob([source]).size > mostOf(kind) ? 'tooLarge' : null;
  return source.size === 0 ? 'emptyFile' : source.size > mostOf(kind) ? 'tooLarge' : null;
}
