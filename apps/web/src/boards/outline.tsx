import type { NoteColour } from '@spolu/contracts/boards';
import { EmptyState } from '@spolu/ui/empty-state';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { BoardSnapshot } from './board-connection.ts';
import { SelectionBar } from './board-tools.tsx';
import { NoteEditor, type Compose, type EditorTarget } from './note-editor.tsx';
import { outlineRows, topOf, windowOf, WINDOWED_FROM, type OutlineRow } from './outline-rows.ts';
import type { BoardCommands } from './use-board-commands.ts';
import { useSceneVersion, useSelection } from './use-board.ts';

export interface BoardOutlineProps {
  snapshot: BoardSnapshot;
  commands: BoardCommands;
  compose?: Compose | undefined;
  colour: NoteColour;
  onColour: (colour: NoteColour) => void;
  /** A dialog is open. */
  asking: boolean;
}

/** Which button of which line the keyboard is at. */
interface Spot {
  rowId: string;
  column: number;
}

/** The board as a list: all that the plane can do, without a plane. One stop of Tab; up and down walk the lines, right and left a line's buttons. */
export function BoardOutline({ snapshot, commands, compose, colour, onColour, asking }: BoardOutlineProps) {
  const t = useText('boards');
  const { copy, link } = snapshot;
  const { index, actions, selection } = copy;
  useSceneVersion(copy);
  const selected = useSelection(copy);
  const { rows, noteCount } = outlineRows(index.frames.values(), index.clusters.values(), index.notes.values());
  const [spot, setSpot] = useState<Spot | null>(null);
  const [editing, setEditing] = useState<{ rowId: string; target: EditorTarget } | null>(null);
  const mayCreate = (link.rights.write && link.rights.createNotes) || compose !== undefined;
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<Spot | null>(null);
  const windowed = rows.length > WINDOWED_FROM;
  const shown = useWindow(list, rows, windowed);
  const current = spot && rows.some(({ id }) => id === spot.rowId) ? spot : rows[0] ? { rowId: rows[0].id, column: 0 } : null;

  // The line may only have come into being with this render.
  useLayoutEffect(() => {
    const to = wanted.current;
    if (!to) return;
    const buttons = buttonsOf(list.current, to.rowId);
    const button = buttons[Math.min(to.column, buttons.length - 1)];
    if (!button) return;
    wanted.current = null;
    button.focus();
  });

  function go(rowId: string, column: number) {
    wanted.current = { rowId, column };
    setSpot({ rowId, column });
    const at = rows.findIndex(({ id }) => id === rowId);
    const scroller = list.current;
    if (!windowed || !scroller || (at >= shown.from && at < shown.until)) return;
    scroller.scrollTop = Math.max(0, topOf(rows, at) - scroller.clientHeight / 2);
  }

  // What was grouped is done with: boxes ticked next are another group. The keyboard goes on at the new cluster once its name is given.
  const made = useRef<string | null>(null);
  const group = (noteIds: readonly string[]) => {
    made.current = commands.group(noteIds);
    if (made.current !== null) selection.clear();
    return made.current;
  };
  const afterDialog = useRef<() => void>(() => undefined);
  useEffect(() => {
    afterDialog.current = () => {
      const row = rows.find(({ kind, id }) => kind === 'cluster' && id.startsWith(`cluster ${made.current}`)) ?? rows[0];
      made.current = null;
      if (row) go(row.id, 0);
    };
  });
  useEffect(() => {
    if (asking || made.current === null) return undefined;
    // After the dialog has tried to give the focus back to a button that is gone.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => afterDialog.current()));
    return () => cancelAnimationFrame(frame);
  }, [asking]);

  function handleKey(event: KeyboardEvent) {
    if (!current || event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type === 'radio')) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) commands.redo();
      else commands.undo();
      return;
    }
    const at = rows.findIndex(({ id }) => id === current.rowId);
    const row = rows[at];
    const steps: Record<string, () => void> = {
      ArrowDown: () => rows[at + 1] && go(rows[at + 1]?.id ?? '', current.column),
      ArrowUp: () => rows[at - 1] && go(rows[at - 1]?.id ?? '', current.column),
      ArrowRight: () => go(current.rowId, Math.min(current.column + 1, buttonsOf(list.current, current.rowId).length - 1)),
      ArrowLeft: () => go(current.rowId, Math.max(0, current.column - 1)),
      Home: () => rows[0] && go(rows[0].id, 0),
      End: () => rows.at(-1) && go(rows.at(-1)?.id ?? '', 0),
      Delete: () => row?.kind === 'note' && remove(row.note.id),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  function remove(noteId: string) {
    const at = rows.findIndex((row) => row.kind === 'note' && row.note.id === noteId);
    const next = rows[at + 1] ?? rows[at - 1];
    commands.remove([noteId]);
    if (next && actions.may(noteId) === undefined) go(next.id, current?.column ?? 0);
  }

  function goOnAfter(removed: readonly string[]) {
    const stays = (row: OutlineRow) => row.kind !== 'note' || !removed.includes(row.note.id);
    const at = rows.findIndex(({ id }) => id === current?.rowId);
    const next = rows.slice(Math.max(0, at)).find(stays) ?? rows.findLast(stays);
    if (next) go(next.id, 0);
  }

  function closeEditor(noteId: string | null) {
    const rowId = noteId === null ? editing?.rowId : `note ${noteId}`;
    setEditing(null);
    // Back to the words, which stand behind the box for choosing where there is one.
    if (rowId) go(rowId, noteId !== null && isChoosable(noteId) ? 1 : 0);
  }
  const isChoosable = (noteId: string) => actions.may(noteId)?.move === true || actions.may(noteId)?.group === true;
  const tabOf = (row: OutlineRow, column: number) => (current?.rowId === row.id && current.column === column ? 0 : -1);
  const spotOf = (row: OutlineRow, column: number) => ({
    tabIndex: tabOf(row, column),
    'data-spot': true,
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      setSpot({ rowId: row.id, column });
      if (list.current) bringInSight(list.current, currentTarget);
    },
  });
  const editor = (target: EditorTarget) => (
    <NoteEditor key={'noteId' in target ? target.noteId : 'new'} copy={copy} target={target} colour={colour} onColour={onColour} onClose={closeEditor} compose={compose} />
  );

  if (rows.length === 0 && !editing) {
    return (
      <div className="board-outline">
        <EmptyState
          title={t('empty.title')}
          action={mayCreate ? <PlainButton onClick={() => setEditing({ rowId: '', target: { position: actions.freePlaceOn(null) } })}>{t('note.new')}</PlainButton> : undefined}
        >
          {t('empty.hintWait')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="board-outline" ref={list} data-windowed={windowed || undefined}>
      {rows.length === 0 && editing && editor(editing.target)}
      <p id="board-outline-hint" className="visually-hidden">
        {t('outline.hint')}
      </p>
      <ol role="list" aria-label={t('outline.label')} aria-describedby="board-outline-hint" className="board-rows" onKeyDown={handleKey}>
        {windowed && shown.above > 0 && <li aria-hidden className="board-row-room" style={{ height: shown.above }} />}
        {rows.slice(shown.from, shown.until).map((row) => {
          if (row.kind === 'frame') {
            const title = row.frame ? row.frame.title || t('frame.untitled') : t('frame.none');
            return (
              <li key={row.id} className="board-row" data-kind="frame" data-row={row.id} data-editing={editing?.rowId === row.id || undefined}>
                <h2>
                  {row.frame && actions.mayFrames ? (
                    <RowButton {...spotOf(row, 0)} label={t('outline.renameFrame', { title })} onClick={() => row.frame && commands.ask({ kind: 'frame', id: row.frame.id })}>
                      {title}
                    </RowButton>
                  ) : (
                    <span {...spotOf(row, 0)}>{title}</span>
                  )}
                </h2>
                <span className="soft small">{t('notes', { count: row.count })}</span>
                {mayCreate && (
                  <RowButton
                    {...spotOf(row, 1)}
                    action
                    label={t('outline.addTo', { title })}
                    onClick={() => setEditing({ rowId: row.id, target: { position: actions.freePlaceOn(row.frame?.id ?? null) } })}
                  >
                    {t('outline.add')}
                  </RowButton>
                )}
                {editing?.rowId === row.id && 'position' in editing.target && editor(editing.target)}
              </li>
            );
          }
          if (row.kind === 'cluster') {
            const title = row.cluster.title || t('cluster.unnamed');
            return (
              <li key={row.id} className="board-row" data-kind="cluster" data-row={row.id}>
                <h3>
                  {link.rights.write && link.rights.group ? (
                    <RowButton {...spotOf(row, 0)} label={t('outline.renameCluster', { title })} onClick={() => commands.ask({ kind: 'cluster', id: row.cluster.id })}>
                      {title}
                    </RowButton>
                  ) : (
                    <span {...spotOf(row, 0)}>{title}</span>
                  )}
                </h3>
                <span className="soft small">{t('notes', { count: row.count })}</span>
              </li>
            );
          }
          const { note } = row;
          const text = note.text || t('note.empty');
          const may = actions.may(note.id);
          const choosable = isChoosable(note.id);
          const columns = [choosable, true, may?.move, may?.remove];
          const columnOf = (button: number) => columns.slice(0, button).filter(Boolean).length;
          return (
            <li key={row.id} className="board-row" data-kind="note" data-row={row.id} data-editing={editing?.rowId === row.id || undefined} aria-setsize={noteCount} aria-posinset={row.place}>
              {choosable && (
                <label className="board-row-choose">
                  <input
                    type="checkbox"
                    {...spotOf(row, 0)}
                    aria-label={t('outline.choose', { text })}
                    checked={selected.has(note.id)}
                    onChange={() => selection.toggle([note.id])}
                  />
                </label>
              )}
              <span className="board-row-colour" data-colour={note.colour}>
                <span className="visually-hidden">{t(`colour.${note.colour}`)}</span>
              </span>
              {editing?.rowId === row.id ? (
                editor(editing.target)
              ) : (
                <>
                  <RowButton {...spotOf(row, columnOf(1))} label={t('outline.open', { text })} onClick={() => setEditing({ rowId: row.id, target: { noteId: note.id } })}>
                    <span className="board-row-text">{text}</span>
                  </RowButton>
                  {may?.move && (
                    <RowButton {...spotOf(row, columnOf(2))} action label={t('outline.moveOf', { text })} onClick={() => commands.ask({ kind: 'move', noteIds: [note.id] })}>
                      {t('move.short')}
                    </RowButton>
                  )}
                  {may?.remove && (
                    <RowButton {...spotOf(row, columnOf(3))} action label={t('outline.deleteOf', { text })} onClick={() => remove(note.id)}>
                      {t('delete')}
                    </RowButton>
                  )}
                </>
              )}
            </li>
          );
        })}
        {windowed && shown.below > 0 && <li aria-hidden className="board-row-room" style={{ height: shown.below }} />}
      </ol>
      <SelectionBar copy={copy} commands={{ ...commands, group }} onEdit={(noteId) => setEditing({ rowId: `note ${noteId}`, target: { noteId } })} onColour={onColour} onDone={goOnAfter} />
    </div>
  );
}

/** A dialog gives the focus back without scrolling, and by then the line may have moved to another frame. */
function bringInSight(scroller: HTMLElement, element: HTMLElement) {
  const { top, bottom } = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (top < view.top) scroller.scrollTop -= view.top - top + ROOM_PX;
  else if (bottom > view.bottom) scroller.scrollTop += bottom - view.bottom + ROOM_PX;
}
const ROOM_PX = 96;

interface RowButtonProps {
  tabIndex: number;
  'data-spot': boolean;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  label: string;
  /** One of the line's own small commands. */
  action?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function RowButton({ label, action, children, ...props }: RowButtonProps) {
  return (
    <button type="button" className={action ? 'board-row-action' : 'board-row-main'} aria-label={label} {...props}>
      {children}
    </button>
  );
}

function buttonsOf(list: HTMLElement | null, rowId: string): HTMLElement[] {
  const row = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(({ dataset }) => dataset['row'] === rowId);
  return [...(row?.querySelectorAll<HTMLElement>('[data-spot]') ?? [])];
}

/** Which lines exist now, renewed as the list is scrolled; all of them for a short list. */
function useWindow(list: { current: HTMLElement | null }, rows: readonly OutlineRow[], windowed: boolean) {
  const step = useSyncExternalStore(
    (changed) => {
      const element = list.current;
      if (!windowed || !element) return () => undefined;
      element.addEventListener('scroll', changed, { passive: true });
      window.addEventListener('resize', changed);
      return () => {
        element.removeEventListener('scroll', changed);
        window.removeEventListener('resize', changed);
      };
    },
    // Only every so many pixels: scrolling by a line needs no new lines.
    () => (windowed && list.current ? `${Math.round(list.current.scrollTop / 200)} ${list.current.clientHeight}` : '0 0'),
  );
  if (!windowed) return { from: 0, until: rows.length, above: 0, below: 0 };
  const [scrolled = 0, height = 0] = step.split(' ').map(Number);
  return windowOf(rows, scrolled * 200, height || 900);
}

