import type { Note } from '@spolu/board/shape';
import type { DrawingKind, NoteColour } from '@spolu/contracts/boards';
import { EmptyState } from '@spolu/ui/empty-state';
import { PlainButton } from '@spolu/ui/plain';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { SelectionBar } from './board-tools.tsx';
import { DrawingEditor } from './drawing-editor.tsx';
import { NoteEditor, type Compose, type EditorTarget } from './note-editor.tsx';
import { isChoosable, OutlineLine, useDrawingText } from './outline-line.tsx';
import { lineBeside, outlineRows, ROW_HEIGHTS, thingIn, topOf, windowOf, WINDOWED_FROM, type OutlineRow, type RowHeights } from './outline-rows.ts';
import type { LensState } from './lens/lens-state.ts';
import type { SeenThrough } from './lens/use-lens.ts';
import type { ReadingItem } from './scene/scene.ts';
import { Typeahead } from './typeahead.ts';
import { useTalkVersion } from './talk/use-talk.ts';
import type { BoardCommands } from './use-board-commands.ts';
import { useBoardVersion, useSelection } from './use-board.ts';
import type { WorkSnapshot } from './work-copy.ts';

const OutlineMenu = lazy(async () => ({ default: (await import('./outline-menu.tsx')).OutlineMenu }));

export interface BoardOutlineProps {
  snapshot: WorkSnapshot;
  commands: BoardCommands;
  compose?: Compose | undefined;
  colour: NoteColour;
  onColour: (colour: NoteColour) => void;
  /** What the viewer looks for: nothing else is listed. */
  lens: LensState;
  seen: SeenThrough;
  /** How one looks at the board now, in words. */
  bars: ReactNode;
  /** A dialog is open. */
  asking: boolean;
  /** Set to what brings somebody to a thing while the list is shown. */
  goTo: RefObject<((item: ReadingItem) => void) | null>;
}

/** Which button of which line the keyboard is at. */
interface Spot {
  rowId: string;
  column: number;
}
/** What is written in a line: a note, new or known, or a drawing. */
type Editing = { rowId: string; target: EditorTarget } | { rowId: string; drawing: { kind: DrawingKind; id: string } };

/** The board as a list: all that the plane can do, without a plane. One stop of Tab; up and down walk the lines, right and left a line's buttons. */
export function BoardOutline({ snapshot, commands, compose, colour, onColour, lens, seen, bars, asking, goTo }: BoardOutlineProps) {
  const t = useText('boards');
  const { copy, link } = snapshot;
  const { index, actions, selection } = copy;
  useBoardVersion(copy);
  useTalkVersion(copy.talk);
  const selected = useSelection(copy);
  const drawingText = useDrawingText();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { meant } = seen;
  // What is being written in stays, whatever others do to it meanwhile.
  const listed = meant && ((note: Note) => meant(note) || editing?.rowId === `note ${note.id}`);
  const rows = outlineRows(index, listed);
  const [menu, setMenu] = useState<{ rowId: string; button: HTMLElement } | null>(null);
  const [typeahead] = useState(() => new Typeahead());
  const mayCreate = (link.rights.write && link.rights.createNotes) || compose !== undefined;
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<Spot | null>(null);
  const windowed = rows.length > WINDOWED_FROM;
  const heights = ROW_HEIGHTS[useNarrow() ? 'narrow' : 'wide'];
  const shown = useWindow(list, rows, heights, windowed);
  const current = spot && rows.some(({ id }) => id === spot.rowId) ? spot : rows[0] ? { rowId: rows[0].id, column: 0 } : null;
  // A line out of sight does not exist: the list is entered at the first one that does.
  const stop = current && rows.slice(shown.from, shown.until).some(({ id }) => id === current.rowId) ? current : { rowId: rows[shown.from]?.id ?? '', column: 0 };

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
    scroller.scrollTop = Math.max(0, topOf(rows, heights, at) - scroller.clientHeight / 2);
  }

  useEffect(() => {
    goTo.current = ({ kind, id }) => {
      const rowId = kind === 'note' ? `note ${id}` : `drawing ${id}`;
      // What was asked for by name is shown, whatever the filter says.
      if (meant && !rows.some((row) => row.id === rowId)) lens.showAll();
      go(rowId, isChoosable(copy, id) ? 1 : 0);
    };
    return () => {
      goTo.current = null;
    };
  });

  // Others move and remove the very line where one is: the keyboard stays with it, or goes on beside it, and is never on nothing.
  const made = useRef<string | null>(null);
  const held = useRef(false);
  const drawn = useRef(rows);
  useEffect(() => index.onChange(() => (held.current ||= list.current?.querySelector('.board-rows')?.contains(document.activeElement) === true)), [index]);
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = rows;
    if (!held.current) return;
    held.current = false;
    if (!spot || asking || made.current !== null || document.activeElement !== document.body || wanted.current) return;
    const rowId = rows.some(({ id }) => id === spot.rowId) ? spot.rowId : lineBeside(before, rows, spot.rowId);
    if (rowId) go(rowId, rowId === spot.rowId ? spot.column : 0);
  });

  // What was grouped is done with: boxes ticked next are another group. The keyboard goes on at the new cluster once its name is given.
  const group = (noteIds: readonly string[]) => {
    made.current = commands.group(noteIds);
    if (made.current !== null) selection.clear();
    return made.current;
  };
  const afterDialog = useRef<() => void>(() => undefined);
  useEffect(() => {
    afterDialog.current = () => {
      const cluster = rows.find(({ kind, id }) => kind === 'cluster' && id.startsWith(`cluster ${made.current}`));
      const lost = document.activeElement === document.body || document.activeElement === null;
      const row = made.current === null ? lost && rows.find(({ id }) => id === spot?.rowId) : (cluster ?? rows[0]);
      made.current = null;
      if (row) go(row.id, cluster ? 0 : row.id === spot?.rowId ? spot.column : 0);
    };
  });
  const asked = useRef(asking);
  useEffect(() => {
    const closed = asked.current && !asking;
    asked.current = asking;
    if (!closed) return undefined;
    // After the dialog has tried to give the focus back to a button that is gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => afterDialog.current());
    });
    // Another dialog that opens meanwhile keeps the keyboard.
    return () => cancelAnimationFrame(frame);
  }, [asking]);

  const wordsOfRow = (row: OutlineRow): string => {
    if (row.kind === 'frame') return row.frame ? row.frame.title || t('frame.untitled') : t('frame.none');
    if (row.kind === 'cluster') return row.cluster.title || t('cluster.unnamed');
    return row.kind === 'note' ? row.note.text || t('note.empty') : row.drawing.words || drawingText(row.drawing);
  };

  function handleKey(event: KeyboardEvent) {
    if (!current || (event.target instanceof Element && event.target.closest('.board-editor'))) return;
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
    const thing = thingIn(row);
    const next = (step: 1 | -1) => () => {
      const to = rows[at + step];
      if (to) go(to.id, current.column);
    };
    const openMenu = () => {
      const button = row && buttonsOf(list.current, row.id).find(({ dataset }) => dataset['menu']);
      if (row && button) setMenu({ rowId: row.id, button });
    };
    const steps: Record<string, () => void> = {
      ArrowDown: next(1),
      ArrowUp: next(-1),
      ArrowRight: () => go(current.rowId, Math.min(current.column + 1, buttonsOf(list.current, current.rowId).length - 1)),
      ArrowLeft: () => go(current.rowId, Math.max(0, current.column - 1)),
      Home: () => rows[0] && go(rows[0].id, 0),
      End: () => rows.at(-1) && go(rows.at(-1)?.id ?? '', 0),
      Delete: () => thing !== undefined && remove([thing]),
      ContextMenu: openMenu,
      ...(event.shiftKey ? { F10: openMenu } : {}),
    };
    if (steps[event.key]) typeahead.forget();
    const step = steps[event.key] ?? lettersTo(event, at);
    if (!step) return;
    event.preventDefault();
    step();
  }

  function lettersTo({ key, altKey, timeStamp: now }: KeyboardEvent, from: number): (() => void) | undefined {
    if (altKey || !typeahead.takes(key, now)) return undefined;
    return () => {
      const to = rows[typeahead.type(key, now, rows.map(wordsOfRow), from) ?? -1];
      const id = thingIn(to);
      if (to) go(to.id, id !== undefined && isChoosable(copy, id) ? 1 : 0);
    };
  }

  function remove(ids: readonly string[]) {
    const stays = rows.filter((row) => !ids.includes(thingIn(row) ?? ''));
    const next = lineBeside(rows, stays, current?.rowId ?? '');
    commands.remove(ids);
    if (next && ids.every((id) => actions.may(id) === undefined)) go(next, current?.column ?? 0);
  }

  function goOnAfter(removed: readonly string[]) {
    const stays = (row: OutlineRow) => !removed.includes(thingIn(row) ?? '');
    const at = rows.findIndex(({ id }) => id === current?.rowId);
    const next = rows.slice(Math.max(0, at)).find(stays) ?? rows.findLast(stays);
    if (next) go(next.id, 0);
  }

  function closeEditor(rowId: string | null) {
    const now = outlineRows(index, meant);
    const at = rowId ?? editing?.rowId ?? '';
    const written = rowId?.startsWith('note ') ? index.note(rowId.slice(5)) : undefined;
    if (written && meant?.(written) === false) commands.say(t('lens.writtenOutside'));
    // An empty text is nothing at all: its line has gone with the editor.
    const to = now.some(({ id }) => id === at) ? at : lineBeside(rows, now, at);
    setEditing(null);
    // Back to the words, which stand behind the box for choosing where there is one.
    if (to) go(to, rowId === to && isChoosable(copy, to.split(' ')[1] ?? '') ? 1 : 0);
  }
  const stopOf = (row: OutlineRow) => (column: number) => ({
    tabIndex: stop.rowId === row.id && stop.column === column ? 0 : -1,
    'data-spot': true,
    onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
      setSpot({ rowId: row.id, column });
      if (list.current) bringInSight(list.current, currentTarget);
    },
  });
  function editorOf(open: Editing): ReactNode {
    if ('drawing' in open) {
      const { kind, id } = open.drawing;
      return <DrawingEditor key={id} copy={copy} kind={kind} id={id} onLook={() => undefined} onClose={() => closeEditor(index.item(kind, id) ? `drawing ${id}` : null)} />;
    }
    const { target } = open;
    return (
      <NoteEditor
        key={'noteId' in target ? target.noteId : 'new'} copy={copy} target={target} colour={colour} onColour={onColour} compose={compose}
        onClose={(noteId) => closeEditor(noteId === null ? null : `note ${noteId}`)}
      />
    );
  }
  function open(row: OutlineRow) {
    if (row.kind === 'note') setEditing({ rowId: row.id, target: { noteId: row.note.id } });
    else if (row.kind === 'drawing') setEditing({ rowId: row.id, drawing: row.drawing });
  }

  if (rows.length === 0 && !editing && meant) {
    return (
      <div className="board-outline">
        {bars}
        <EmptyState title={t('lens.nothing')}>{t('lens.nothingHint')}</EmptyState>
      </div>
    );
  }
  if (rows.length === 0 && !editing) {
    return (
      <div className="board-outline">
        {bars}
        <EmptyState
          title={t('empty.title')}
          action={mayCreate ? <PlainButton onClick={() => setEditing({ rowId: '', target: { position: actions.places.freePlaceOn(null) } })}>{t('note.new')}</PlainButton> : undefined}
        >
          {t('empty.hintWait')}
        </EmptyState>
      </div>
    );
  }
  const menuRow = menu && rows.find(({ id }) => id === menu.rowId);
  return (
    <div className="board-outline" ref={list} data-windowed={windowed || undefined}>
      {bars}
      {rows.length === 0 && editing && editorOf(editing)}
      <p id="board-outline-hint" className="visually-hidden">
        {t('outline.hint')}
      </p>
      <ol role="list" aria-label={t('outline.label')} aria-describedby="board-outline-hint" className="board-rows" onKeyDown={handleKey}>
        {windowed && shown.above > 0 && <li aria-hidden className="board-row-room" style={{ height: shown.above }} />}
        {rows.slice(shown.from, shown.until).map((row, i) => (
          <OutlineLine
            key={row.id}
            row={row}
            copy={copy}
            commands={commands}
            mayCreate={mayCreate}
            selected={selected.has(thingIn(row) ?? '')}
            look={row.kind === 'note' ? seen.look(row.note) : undefined}
            editor={editing?.rowId === row.id ? editorOf(editing) : null}
            stopOf={stopOf(row)}
            place={{ 'aria-setsize': rows.length, 'aria-posinset': shown.from + i + 1 }}
            onOpen={() => open(row)}
            onAdd={() => row.kind === 'frame' && setEditing({ rowId: row.id, target: { position: actions.places.freePlaceOn(row.frame?.id ?? null) } })}
            onRemove={() => remove([thingIn(row) ?? ''])}
            onMenu={(button) => setMenu({ rowId: row.id, button })}
          />
        ))}
        {windowed && shown.below > 0 && <li aria-hidden className="board-row-room" style={{ height: shown.below }} />}
      </ol>
      {menu && menuRow && (
        <Suspense fallback={null}>
          <OutlineMenu
            copy={copy}
            commands={commands}
            row={menuRow}
            anchor={{ current: menu.button }}
            onGroup={group}
            onRemove={remove}
            onMade={(drawing) => setEditing({ rowId: `drawing ${drawing.id}`, drawing })}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      )}
      <SelectionBar
        copy={copy}
        commands={{ ...commands, group }}
        onEdit={(id) => {
          const row = rows.find((one) => thingIn(one) === id);
          if (row) open(row);
        }}
        onColour={onColour}
        onDone={goOnAfter}
      />
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

function buttonsOf(list: HTMLElement | null, rowId: string): HTMLElement[] {
  const row = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(({ dataset }) => dataset['row'] === rowId);
  return [...(row?.querySelectorAll<HTMLElement>('[data-spot]') ?? [])];
}

/** Which lines exist now, renewed as the list is scrolled; all of them for a short list. */
function useWindow(list: { current: HTMLElement | null }, rows: readonly OutlineRow[], heights: RowHeights, windowed: boolean) {
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
  return windowOf(rows, heights, scrolled * 200, height || 900);
}

