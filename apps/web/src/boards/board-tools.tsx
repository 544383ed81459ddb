import { Boxes, Ellipsis, Frame as FrameIcon, Keyboard, ListTree, Maximize, MessageSquare, Minus, Pencil, PenLine, Plus, Redo2, Shapes, Spline, SquareDashedMousePointer, StickyNote, Trash2, Type, Undo2, X } from 'lucide-react';
import type { NoteColour } from '@spolu/contracts/boards';
import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { ColourPicker } from './colour-picker.tsx';
import type { BoardView } from './scene/board-view.ts';
import type { Tool as ToolName } from './scene/tools.ts';
import { useTalkVersion } from './talk/use-talk.ts';
import { useCanUndo, useSceneVersion, useSelection } from './use-board.ts';
import type { BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

interface ToolProps {
  icon: ReactNode;
  label: string;
  /** A key that does the same. */
  shortcut?: string;
  pressed?: boolean;
  /** Stays where the keyboard is, does nothing. */
  disabled?: boolean;
  main?: boolean;
  /** Opens a list. */
  menu?: boolean;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** An icon with its word below: nothing on the board is only an icon. */
function Tool({ icon, label, shortcut, pressed, disabled, main, menu, onClick }: ToolProps) {
  return (
    <button type="button" className="board-tool" data-main={main || undefined} aria-pressed={pressed} aria-keyshortcuts={shortcut} aria-disabled={disabled || undefined} aria-haspopup={menu ? 'menu' : undefined} onClick={(event) => !disabled && onClick(event)}>
      {icon}
      <span>{label}</span>
    </button>
  );
}

export interface ToolBarProps {
  copy: BoardCopy;
  commands: BoardCommands;
  mayCreate: boolean;
  tool: ToolName;
  onTool: (tool: ToolName) => void;
  onNewNote: () => void;
  /** Opens the list of what else can be put on the board. */
  onInsert: (button: HTMLElement) => void;
}

/** What can be begun, at the edge of the board. */
export function ToolBar({ copy, commands, mayCreate, tool, onTool, onNewNote, onInsert }: ToolBarProps) {
  const t = useText('boards');
  const { canUndo, canRedo } = useCanUndo(copy);
  const { rights } = copy.actions.persona;
  const { drawings } = copy.actions;
  const toggle = (name: ToolName) => () => onTool(tool === name ? 'select' : name);
  const mayInsert = copy.actions.frames.may || drawings.mayMake('pin') || drawings.mayMake('link') || drawings.mayMake('picture');
  if (!mayCreate && !rights.write) return null;
  return (
    <div className="board-tools" role="group" aria-label={t('tools.label')}>
      {mayCreate && <Tool main icon={<StickyNote aria-hidden size={22} />} label={t('note.new')} shortcut="N" onClick={onNewNote} />}
      {drawings.mayMake('text') && <Tool icon={<Type aria-hidden size={22} />} label={t('tools.text')} shortcut="T" pressed={tool === 'text'} onClick={toggle('text')} />}
      {drawings.mayMake('shape') && <Tool icon={<Shapes aria-hidden size={22} />} label={t('tools.shape')} shortcut="S" pressed={tool === 'shape'} onClick={toggle('shape')} />}
      {drawings.mayMake('connector') && <Tool icon={<Spline aria-hidden size={22} />} label={t('tools.connector')} shortcut="C" pressed={tool === 'connector'} onClick={toggle('connector')} />}
      {drawings.mayMake('stroke') && <Tool icon={<PenLine aria-hidden size={22} />} label={t('tools.pen')} shortcut="P" pressed={tool === 'pen'} onClick={toggle('pen')} />}
      {mayInsert && <Tool menu icon={<Plus aria-hidden size={22} />} label={t('tools.insert')} onClick={({ currentTarget }) => onInsert(currentTarget)} />}
      {rights.write && (
        <>
          <Tool
            icon={<SquareDashedMousePointer aria-hidden size={22} />}
            label={t('tools.box')}
            pressed={tool === 'box'}
            onClick={toggle('box')}
          />
          <Tool icon={<Undo2 aria-hidden size={22} />} label={t('tools.undo')} shortcut="Control+Z" disabled={!canUndo} onClick={commands.undo} />
          <Tool icon={<Redo2 aria-hidden size={22} />} label={t('tools.redo')} shortcut="Control+Y" disabled={!canRedo} onClick={commands.redo} />
        </>
      )}
    </div>
  );
}

/** How near the board is seen. */
export function ZoomBar({ view, onHelp, onFrames, children }: { view: BoardView; onHelp: () => void; onFrames: (button: HTMLElement) => void; children: ReactNode }) {
  const t = useText('boards');
  const format = useFormat();
  const zoom = useSyncExternalStore(
    (changed) => view.onCamera(changed),
    () => Math.round(view.camera.zoom * 100),
  );
  const percent = format.percent(zoom / 100);
  return (
    <div className="board-zoom" role="group" aria-label={t('tools.zoom')}>
      <button type="button" className="board-zoom-step" aria-label={t('tools.zoomOut')} onClick={() => view.zoomStep(-1)}>
        <Minus aria-hidden size={20} />
      </button>
      <button type="button" className="board-zoom-now" aria-label={t('tools.zoomReset', { percent })} onClick={() => view.zoomTo(1)}>
        {percent}
      </button>
      <button type="button" className="board-zoom-step" aria-label={t('tools.zoomIn')} onClick={() => view.zoomStep(1)}>
        <Plus aria-hidden size={20} />
      </button>
      <button type="button" className="board-zoom-fit" onClick={() => view.fit()}>
        <Maximize aria-hidden size={18} /> <span>{t('tools.fit')}</span>
      </button>
      <button type="button" className="board-zoom-fit" aria-haspopup="menu" aria-keyshortcuts="J" onClick={({ currentTarget }) => onFrames(currentTarget)}>
        <ListTree aria-hidden size={18} /> <span>{t('tools.frames')}</span>
      </button>
      {children}
      <button type="button" className="board-zoom-fit board-zoom-help" onClick={onHelp}>
        <Keyboard aria-hidden size={18} /> <span>{t('tools.help')}</span>
      </button>
    </div>
  );
}

export interface SelectionBarProps {
  copy: BoardCopy;
  commands: BoardCommands;
  onEdit: (noteId: string) => void;
  onColour: (colour: NoteColour) => void;
  /** The bar goes away, with these notes removed: the keyboard goes on at what is left. */
  onDone: (removed: readonly string[]) => void;
  /** Opens everything that can be done with it, as a list at this button. */
  onMenu?: (button: HTMLElement) => void;
}

/** What can be done with what is chosen; there only while something is. */
export function SelectionBar({ copy, commands, onEdit, onColour, onDone, onMenu }: SelectionBarProps) {
  const t = useText('boards');
  const selected = useSelection(copy);
  useSceneVersion(copy);
  useTalkVersion(copy.talk);
  const ids = [...selected];
  const { actions, index } = copy;
  if (ids.length === 0) return null;
  const notes = ids.flatMap((id) => index.note(id) ?? []);
  const colours = new Set(notes.map((note) => note.colour));
  const only = ids.length === 1 ? ids[0] : undefined;
  const mayEdit = actions.mayAll(ids, 'edit');
  const onlyNotes = notes.length === ids.length;
  function endWith(removed: readonly string[]) {
    if (removed.length > 0) commands.remove(removed);
    else copy.selection.clear();
    onDone(removed);
  }
  return (
    <div className="board-selection" role="group" aria-label={t('tools.selection')}>
      <span className="board-selection-count">{onlyNotes ? t('tools.chosen', { count: ids.length }) : t('tools.chosenThings', { count: ids.length })}</span>
      {only !== undefined && <Tool icon={<Pencil aria-hidden size={20} />} label={mayEdit ? t('edit') : t('read')} shortcut="Enter" onClick={() => onEdit(only)} />}
      {only !== undefined && (
        <Tool icon={<MessageSquare aria-hidden size={20} />} label={t('talk.title', { number: copy.talk.of(only).commentCount })} shortcut="K" onClick={() => commands.ask({ kind: 'talk', id: only })} />
      )}
      {mayEdit && notes.length > 0 && (
        <ColourPicker
          value={colours.size === 1 ? (notes[0]?.colour ?? null) : null}
          onChange={(colour) => {
            const number = actions.colourNotes(ids, colour);
            commands.say(t('say.coloured', { number, colour: t(`colour.${colour}`) }));
            onColour(colour);
          }}
        />
      )}
      {actions.mayAll(ids, 'group') && <Tool icon={<Boxes aria-hidden size={20} />} label={t('cluster.make')} shortcut="G" onClick={() => commands.group(ids)} />}
      {actions.mayMoveTo(ids) && <Tool icon={<FrameIcon aria-hidden size={20} />} label={t('move.short')} shortcut="M" onClick={() => commands.ask({ kind: 'move', noteIds: ids })} />}
      {actions.mayAll(ids, 'remove') && <Tool icon={<Trash2 aria-hidden size={20} />} label={t('delete')} shortcut="Delete" onClick={() => endWith(ids)} />}
      {onMenu && <Tool menu icon={<Ellipsis aria-hidden size={20} />} label={t('tools.more')} shortcut="Shift+F10" onClick={({ currentTarget }) => onMenu(currentTarget)} />}
      <Tool icon={<X aria-hidden size={20} />} label={t('tools.deselect')} shortcut="Escape" onClick={() => endWith([])} />
    </div>
  );
}
