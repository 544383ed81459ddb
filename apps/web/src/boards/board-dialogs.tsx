import { linkAddress } from '@spolu/board/links';
import { AUTHORED_KINDS, byOrder, type Place } from '@spolu/board/shape';
import { BOARD_TITLE_MAX_LENGTH } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import type { BoardPerson, HistoryAuthor } from '@spolu/contracts/boards';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useText } from '../i18n/use-text.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { wordsOf } from './outline-rows.ts';
import { pastedNotes } from './pasted-notes.ts';
import type { Asking, BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

const HistoryNote = lazy(async () => ({ default: (await import('./history-note.tsx')).HistoryNote }));
const TalkDialog = lazy(async () => ({ default: (await import('./talk/talk-dialog.tsx')).TalkDialog }));

interface BoardDialogsProps {
  boardId: string;
  copy: BoardCopy;
  asking: Asking;
  commands: BoardCommands;
  /** Nobody is written beside what she says now. */
  anonymous: boolean;
  nameOf: (person: BoardPerson) => string;
  authorName: ((author: HistoryAuthor | null) => string) | undefined;
}

/** The one dialog that is open, if any. Focus returns to where it came from. */
export function BoardDialogs({ boardId, copy, asking, commands, anonymous, nameOf, authorName }: BoardDialogsProps) {
  const close = () => commands.ask(null);
  if (asking?.kind === 'talk') {
    return (
      <Suspense fallback={null}>
        <TalkDialog boardId={boardId} copy={copy} objectId={asking.id} anonymous={anonymous} nameOf={nameOf} commands={commands} onClose={close} />
      </Suspense>
    );
  }
  if (asking?.kind === 'history' && authorName) {
    return (
      <Suspense fallback={null}>
        <HistoryNote boardId={boardId} noteId={asking.noteId} nameOf={authorName} onClose={close} />
      </Suspense>
    );
  }
  if (asking?.kind === 'move') return <MoveDialog copy={copy} noteIds={asking.noteIds} commands={commands} onClose={close} />;
  if (asking?.kind === 'frame') return <FrameDialog copy={copy} frameId={asking.id} onClose={close} />;
  if (asking?.kind === 'cluster') return <ClusterDialog copy={copy} clusterId={asking.id} onClose={close} />;
  if (asking?.kind === 'connect') return <ConnectDialog copy={copy} from={asking.from} commands={commands} onClose={close} />;
  if (asking?.kind === 'paste') return <PasteDialog copy={copy} at={asking.at} text={asking.text} commands={commands} onClose={close} />;
  if (asking?.kind === 'link') return <LinkDialog copy={copy} at={asking.at} onClose={close} />;
  if (asking?.kind === 'help') return <KeysDialog onClose={close} />;
  return null;
}

const PLACED_KINDS = AUTHORED_KINDS.filter((kind) => kind !== 'connector');

type Target = `frame:${string}` | `cluster:${string}`;

/** Moving without dragging: into a frame or a cluster, by name. */
function MoveDialog({ copy, noteIds, commands, onClose }: { copy: BoardCopy; noteIds: string[]; commands: BoardCommands; onClose: () => void }) {
  const t = useText('boards');
  const { actions, index } = copy;
  const [target, setTarget] = useState<Target | null>(null);
  const [asked, setAsked] = useState(false);
  const notes = noteIds.flatMap((id) => index.note(id) ?? []);
  const frames = actions.mayAll(noteIds, 'move') ? [...index.frames.values()].filter(({ locked }) => !locked || actions.persona.rights.editAll).sort(byOrder) : [];
  const mayGroup = actions.mayAll(noteIds, 'group');
  const clusters = mayGroup ? [...index.clusters.values()].sort(byOrder) : [];
  const placed = noteIds.flatMap((id) => PLACED_KINDS.flatMap((kind) => index.item(kind, id) ?? []));
  const inFrame = placed.some(({ position }) => position.frameId !== null);
  const inCluster = mayGroup && notes.some((note) => index.cluster(note.clusterId));
  const frameOptions = [
    ...frames.map((frame) => ({ id: `frame:${frame.id}` as Target, label: frame.title || t('frame.untitled') })),
    ...(inFrame && frames.length > 0 ? [{ id: 'frame:' as Target, label: t('frame.none') }] : []),
  ];
  const clusterOptions = [
    ...clusters.map((cluster) => ({ id: `cluster:${cluster.id}` as Target, label: cluster.title || t('cluster.unnamed') })),
    ...(inCluster ? [{ id: 'cluster:' as Target, label: t('cluster.none') }] : []),
  ];
  const nowhere = frameOptions.length === 0 && clusterOptions.length === 0;

  function move() {
    if (target === null) {
      setAsked(true);
      return;
    }
    const [kind, id] = target.split(':') as ['frame' | 'cluster', string];
    commands.move(noteIds, kind === 'frame' ? { frameId: id || null } : { clusterId: id || null });
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('move.title')}
      actions={
        <>
          {!nowhere && <Button onPress={move}>{t('move.confirm')}</Button>}
          <Button look="secondary" onPress={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p className="soft">{noteIds.length === 1 ? `„${wordsOf(placed[0] ?? {})}“` : notes.length === noteIds.length ? t('notes', { count: notes.length }) : t('tools.chosenThings', { count: noteIds.length })}</p>
      {nowhere && <p>{t('move.nowhere')}</p>}
      {frameOptions.length > 0 && <RadioGroup label={t('move.frames')} options={frameOptions} value={target} onChange={setTarget} error={asked && target === null ? t('move.choose') : null} />}
      {clusterOptions.length > 0 && <RadioGroup label={t('move.clusters')} options={clusterOptions} value={target} onChange={setTarget} />}
    </Dialog>
  );
}

function ClusterDialog({ copy, clusterId, onClose }: { copy: BoardCopy; clusterId: string; onClose: () => void }) {
  const t = useText('boards');
  const { actions, index } = copy;
  const [title, setTitle] = useState(index.cluster(clusterId)?.title ?? '');
  function save(event?: FormEvent) {
    event?.preventDefault();
    actions.nameCluster(clusterId, oneLine(title));
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('cluster.dialog')}
      size="small"
      actions={
        <>
          <Button onPress={() => save()}>{t('save')}</Button>
          <Button
            look="quiet"
            onPress={() => {
              actions.removeCluster(clusterId);
              onClose();
            }}
          >
            {t('cluster.remove')}
          </Button>
        </>
      }
    >
      <form onSubmit={save} className="stack">
        <TextField label={t('cluster.name')} hint={t('cluster.nameHint')} value={title} onChange={(value) => setTitle(value.slice(0, BOARD_TITLE_MAX_LENGTH))} autoFocus />
        <p className="small soft">{t('cluster.removeHint')}</p>
      </form>
    </Dialog>
  );
}

const SIZE_STEP = 196;

function FrameDialog({ copy, frameId, onClose }: { copy: BoardCopy; frameId: string; onClose: () => void }) {
  const t = useText('boards');
  const { actions, index } = copy;
  const frame = index.frame(frameId);
  const [title, setTitle] = useState(frame?.title ?? '');
  const [columns, setColumns] = useState(frame?.columns ?? []);
  const [rows, setRows] = useState(frame?.rows ?? []);
  function save(event?: FormEvent) {
    event?.preventDefault();
    actions.frames.name(frameId, oneLine(title));
    if (frame && frame.layout !== 'plain') actions.frames.divide(frameId, { layout: frame.layout, columns: columns.map(oneLine), rows: rows.map(oneLine) });
    onClose();
  }
  function grow(width: number, height: number) {
    const now = index.frame(frameId);
    if (now) actions.frames.resize(frameId, { width: now.size.width + width, height: now.size.height + height });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('frame.dialog')}
      size="small"
      actions={
        <>
          <Button onPress={() => save()}>{t('save')}</Button>
          <Button
            look="quiet"
            onPress={() => {
              actions.frames.remove(frameId);
              onClose();
            }}
          >
            {t('frame.remove')}
          </Button>
        </>
      }
    >
      <form onSubmit={save} className="stack">
        <TextField label={t('frame.name')} value={title} onChange={(value) => setTitle(value.slice(0, BOARD_TITLE_MAX_LENGTH))} autoFocus />
        {columns.map((column, i) => (
          <TextField key={`column ${i}`} label={t('frame.column', { number: i + 1 })} value={column} onChange={(value) => setColumns(columns.with(i, value.slice(0, BOARD_TITLE_MAX_LENGTH)))} />
        ))}
        {rows.map((row, i) => (
          <TextField key={`row ${i}`} label={t('frame.row', { number: i + 1 })} value={row} onChange={(value) => setRows(rows.with(i, value.slice(0, BOARD_TITLE_MAX_LENGTH)))} />
        ))}
      </form>
      <div role="group" aria-label={t('frame.size')} className="row">
        <Button look="secondary" size="small" onPress={() => grow(SIZE_STEP, 0)}>
          {t('frame.wider')}
        </Button>
        <Button look="secondary" size="small" onPress={() => grow(-SIZE_STEP, 0)}>
          {t('frame.narrower')}
        </Button>
        <Button look="secondary" size="small" onPress={() => grow(0, SIZE_STEP)}>
          {t('frame.taller')}
        </Button>
        <Button look="secondary" size="small" onPress={() => grow(0, -SIZE_STEP)}>
          {t('frame.lower')}
        </Button>
      </div>
      <p className="small soft">{t('frame.removeHint')}</p>
    </Dialog>
  );
}

const PREVIEWED = 5;

/** Lines of text or cells of a spreadsheet, seen before they are notes. */
function PasteDialog({ copy, at, text: given, commands, onClose }: { copy: BoardCopy; at: Place; text: string; commands: BoardCommands; onClose: () => void }) {
  const t = useText('boards');
  const [text, setText] = useState(given);
  const { actions, scene } = copy;
  const notes = pastedNotes(text, at, [...scene.notes.values()]);
  function add() {
    if (notes.length === 0) return;
    const ids = actions.addNotes(notes, 'yellow');
    commands.choose(ids);
    onClose();
  }
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={t('paste.title')}
      actions={
        <>
          <Button onPress={add}>{t('paste.add', { count: notes.length })}</Button>
          <Button look="secondary" onPress={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TextArea label={t('paste.label')} hint={t('paste.hint')} value={text} onChange={setText} rows={8} autoFocus />
      {notes.length > 0 && (
        <>
          <p role="status">{t('notes', { count: notes.length })}</p>
          <ul className="small">
            {notes.slice(0, PREVIEWED).map(({ text: line }, i) => (
              <li key={i}>{line}</li>
            ))}
            {notes.length > PREVIEWED && <li>…</li>}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function LinkDialog({ copy, at, onClose }: { copy: BoardCopy; at: Place; onClose: () => void }) {
  const t = useText('boards');
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  const url = linkAddress(typed);
  function add(event?: FormEvent) {
    event?.preventDefault();
    setAsked(true);
    if (!url) return;
    copy.actions.drawings.addLink(at, url, oneLine(title));
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('linkDialog.title')}
      size="small"
      actions={
        <>
          <Button onPress={() => add()}>{t('linkDialog.add')}</Button>
          <Button look="secondary" onPress={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form onSubmit={add} className="stack">
        <TextField label={t('linkDialog.address')} hint={t('linkDialog.addressHint')} value={typed} onChange={setTyped} error={asked && !url ? t('linkDialog.wrong') : null} autoFocus />
        <TextField label={t('linkDialog.name')} value={title} onChange={(value) => setTitle(value.slice(0, BOARD_TITLE_MAX_LENGTH))} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText('boards');
  const rows: [string, string][] = [
    [t('keys.arrows'), t('keys.walk')],
    [t('keys.space'), t('keys.select')],
    ['Enter', t('keys.open')],
    ['N', t('keys.new')],
    ['M', t('keys.move')],
    ['G', t('keys.group')],
    ['1–6', t('keys.colour')],
    ['T  S  P  C', t('keys.tools')],
    ['Ctrl + D', t('keys.duplicate')],
    ['Ctrl + C, X, V', t('keys.clipboard')],
    ['Ctrl + ← → ↑ ↓', t('keys.size')],
    ['PgUp, PgDn', t('keys.stack')],
    ['Delete', t('keys.delete')],
    ['Ctrl + A', t('keys.all')],
    ['Ctrl + Z, Ctrl + Y', t('keys.undo')],
    ['K', t('keys.talk')],
    ['Shift + F10', t('keys.menu')],
    ['+  −  0', t('keys.zoom')],
    ['F, Z', t('keys.fit')],
    ['J', t('keys.frames')],
    ['Esc', t('keys.escape')],
  ];
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      <table className="ui-table" data-keep>
        <thead>
          <tr>
            <th scope="col">{t('keys.key')}</th>
            <th scope="col">{t('keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">{t('keys.mouse')}</p>
    </Dialog>
  );
}

const oneLine = (title: string) => title.replace(/\p{Cc}+/gu, ' ').trim();
