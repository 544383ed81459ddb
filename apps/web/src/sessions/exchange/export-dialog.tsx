import type { Drawing } from '@spolu/board/drawing/drawing';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { BoardRange, ExportBoard, ExportFormat, Paper } from '@spolu/contracts/board-files';
import { Button } from '@spolu/ui/button';
import { Checkbox, CheckboxGroup } from '@spolu/ui/checkbox';
import { Dialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useState } from 'react';
import { api, type ReceivedFile } from '../../http/api.ts';
import { useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { paintDrawing } from './paint-drawing.ts';
import { saveFile } from '../../http/save-file.ts';

type Format = Exclude<ExportFormat, 'drawing'> | 'png';
const FORMATS: readonly Format[] = ['pdf', 'png', 'xlsx', 'csv', 'svg', 'json'];
const PAPERS: readonly Paper[] = ['a4', 'a3', 'a1'];
const SCALES = ['1', '2', '4'] as const;
const DELIMITERS = ['semicolon', 'comma'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export interface ExportDialogProps {
  boardId: string;
  /** Ids of what is chosen on the board. */
  chosen: readonly string[];
  onClose: () => void;
}

/** A board as a file: of what kind, how much of it, on which paper. Stays open, for one more. */
export function ExportDialog({ boardId, chosen, onClose }: ExportDialogProps) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const language = useLanguage();
  const board = useResource<BoardOutline>(`/boards/${boardId}`);
  const frames = (board.data?.frames ?? []).flatMap(({ id, title }) => (id === null ? [] : [{ id, label: title || t('exchange.untitled') }]));
  const [format, setFormat] = useState<Format>('pdf');
  const [kind, setKind] = useState<BoardRange['kind']>(chosen.length > 0 ? 'selection' : 'whole');
  const [frameIds, setFrameIds] = useState<string[]>([]);
  const [paper, setPaper] = useState<Paper>('a4');
  const [pages, setPages] = useState<'one' | 'frames'>('one');
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const [authors, setAuthors] = useState(false);
  const [delimiter, setDelimiter] = useState<Delimiter>(language === 'en' ? 'comma' : 'semicolon');
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<{ making: true } | { failed: unknown } | { done: string; smaller: boolean; picturesLeftOut: number } | { tooLarge: true } | null>(null);
  const making = state !== null && 'making' in state;
  const isTable = format === 'csv' || format === 'xlsx';
  const noFrame = kind === 'frames' && frameIds.length === 0;

  async function handleGo() {
    setAsked(true);
    if (noFrame || making) return;
    setState({ making: true });
    try {
      setState(await make());
    } catch (failed) {
      setState({ failed });
    }
  }

  async function make() {
    const range: BoardRange = kind === 'frames' ? { kind, frameIds } : kind === 'selection' ? { kind, ids: [...chosen] } : { kind };
    const body: ExportBoard = { format: format === 'png' ? 'drawing' : format, language, range, paper, pages, authors: isTable && authors, ...(format === 'csv' && { delimiter }) };
    const file = await api.file(`/boards/${boardId}/exports`, body);
    if (format !== 'png') return saved(file);
    const wanted = Number(scale);
    const painted = await paintDrawing(JSON.parse(await file.blob.text()) as Drawing, wanted, (fileId) => `/api/boards/${boardId}/pictures/${fileId}`);
    return painted ? saved({ name: file.name.replace(/\.json$/, '.png'), blob: painted.blob }, painted.scale < wanted) : { tooLarge: true as const };
  }

  function saved(file: ReceivedFile, smaller = false) {
    saveFile(file);
    return { done: file.name, smaller, picturesLeftOut: Number(file.headers?.get('pictures-left-out') ?? 0) };
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('exchange.exportTitle')}
      actions={
        <>
          <Button onPress={() => void handleGo()} isPending={making}>
            {t('exchange.go')}
          </Button>
          {making && <Spinner label={t('exchange.making')} />}
          {state && 'failed' in state && (
            <Notice tone="bad" role="alert">
              <p>{problemText(state.failed)}</p>
            </Notice>
          )}
          {state && 'tooLarge' in state && (
            <Notice tone="bad" role="alert">
              <p>{t('exchange.tooLarge')}</p>
            </Notice>
          )}
          {state && 'done' in state && (
            <Notice tone="good" role="status">
              <p>{t('exchange.done', { name: state.done })}</p>
              {state.smaller && <p>{t('exchange.smaller')}</p>}
              {state.picturesLeftOut > 0 && <p>{t('exchange.picturesLeftOut', { count: state.picturesLeftOut })}</p>}
            </Notice>
          )}
        </>
      }
    >
      <RadioGroup
        label={t('exchange.format')}
        options={FORMATS.map((id) => ({ id, label: t(`exchange.formats.${id}`), hint: t(`exchange.formatsMean.${id}`) }))}
        value={format}
        onChange={setFormat}
      />
      <RadioGroup
        label={t('exchange.range')}
        options={[
          { id: 'whole' as const, label: t('exchange.ranges.whole') },
          ...(frames.length > 0 ? [{ id: 'frames' as const, label: t('exchange.ranges.frames') }] : []),
          ...(chosen.length > 0 ? [{ id: 'selection' as const, label: t('exchange.ranges.selection', { count: chosen.length }) }] : []),
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'frames' && (
        <CheckboxGroup label={t('exchange.frames')} options={frames} value={frameIds} onChange={setFrameIds} error={asked && noFrame ? t('exchange.chooseFrame') : null} />
      )}
      {format === 'pdf' && (
        <>
          <RadioGroup label={t('exchange.paper')} direction="row" options={PAPERS.map((id) => ({ id, label: t(`exchange.papers.${id}`) }))} value={paper} onChange={setPaper} />
          {kind !== 'selection' && (
            <RadioGroup label={t('exchange.pages')} options={(['one', 'frames'] as const).map((id) => ({ id, label: t(`exchange.pageRanges.${id}`) }))} value={pages} onChange={setPages} />
          )}
        </>
      )}
      {format === 'png' && (
        <RadioGroup label={t('exchange.size')} direction="row" options={SCALES.map((id) => ({ id, label: t(`exchange.scales.${id}`) }))} value={scale} onChange={setScale} />
      )}
      {format === 'csv' && (
        <RadioGroup label={t('exchange.delimiter')} options={DELIMITERS.map((id) => ({ id, label: t(`exchange.delimiters.${id}`) }))} value={delimiter} onChange={setDelimiter} />
      )}
      {isTable && <Checkbox label={t('exchange.authors')} hint={t('exchange.authorsMean')} checked={authors} onChange={setAuthors} />}
      <p className="small soft">{t('exchange.noted')}</p>
    </Dialog>
  );
}
