import { byOrder } from '@spolu/board/shape';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { ContextMenu, type ContextMenuEntry, type ContextMenuSection } from '@spolu/ui/context-menu';
import { Boxes, CopyPlus, Frame as FrameIcon, Keyboard, Maximize, Palette, Pencil, Redo2, SquareDashedMousePointer, StickyNote, Trash2, Undo2, ZoomIn } from 'lucide-react';
import type { RefObject } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { BoardCopy } from './board-connection.ts';
import type { BoardView } from './scene/board-view.ts';
import type { Point } from './scene/camera.ts';
import type { BoardRequests } from './scene/gestures.ts';
import type { BoardCommands } from './use-board-commands.ts';

export interface CanvasMenuProps {
  copy: BoardCopy;
  view: BoardView;
  commands: BoardCommands;
  requests: BoardRequests;
  mayCreate: boolean;
  /** Where on the board it was asked for: what is made now comes there. */
  at: Point;
  /** `frames`: only the list of frames to go to. */
  list: 'all' | 'frames';
  anchor: RefObject<Element | null>;
  onNewFrame: () => void;
  onGoTo: (frameId: string) => void;
  onClose: () => void;
}

/** Everything that can be done here, for every hand: by the other mouse button, a long press, Shift+F10 or a button. */
export function CanvasMenu({ copy, view, list, anchor, onGoTo, onClose, ...rest }: CanvasMenuProps) {
  const t = useText('boards');
  const words = useMenuWords();
  const chosen = [...copy.selection.read()];
  const frames = framesSection(copy, onGoTo, words);
  const sections = list === 'frames' ? [frames] : chosen.length > 0 ? forChosen(chosen, { copy, view, ...rest }, words) : forGround({ copy, view, ...rest }, words, frames);
  return <ContextMenu label={list === 'frames' ? t('tools.frames') : t('menu.label')} sections={sections.filter(({ entries }) => entries.length > 0)} anchor={anchor} onClose={onClose} />;
}

type Context = Omit<CanvasMenuProps, 'list' | 'anchor' | 'onGoTo' | 'onClose'>;
const useMenuWords = () => useText('boards');
type Words = ReturnType<typeof useMenuWords>;
const icon = { 'aria-hidden': true, size: 18 } as const;
const entries = (...all: (ContextMenuEntry | false)[]): ContextMenuEntry[] => all.filter((entry) => entry !== false);

function forChosen(ids: string[], { copy: { actions }, view, commands, requests, mayCreate }: Context, t: Words): ContextMenuSection[] {
  const only = ids.length === 1 ? ids[0] : undefined;
  const mayEdit = actions.mayAll(ids, 'edit');
  const mayMove = actions.mayAll(ids, 'move');
  return [
    {
      label: t('tools.chosen', { count: ids.length }),
      heading: true,
      entries: entries(
        only !== undefined && { id: 'edit', label: mayEdit ? t('edit') : t('read'), keys: 'Enter', icon: <Pencil {...icon} />, onAction: () => requests.edit({ kind: 'note', id: only }) },
        mayCreate && actions.mayCreate && { id: 'duplicate', label: t('menu.duplicate'), keys: 'Ctrl+D', icon: <CopyPlus {...icon} />, onAction: () => commands.duplicate(ids) },
        mayEdit && {
          id: 'colour', label: t('colour.label'), icon: <Palette {...icon} />,
          entries: NOTE_COLOURS.map((colour, i) => ({ id: colour, label: t(`colour.${colour}`), keys: `${i + 1}`, onAction: () => commands.colour(ids, colour) })),
        },
        mayMove && { id: 'move', label: t('move.short'), keys: 'M', icon: <FrameIcon {...icon} />, onAction: () => requests.moveTo(ids) },
        actions.mayAll(ids, 'group') && { id: 'group', label: t('cluster.make'), keys: 'G', icon: <Boxes {...icon} />, onAction: () => requests.group(ids) },
      ),
    },
    { label: t('tools.zoom'), entries: [{ id: 'zoom', label: t('menu.zoomToChosen'), keys: 'Z', icon: <ZoomIn {...icon} />, onAction: () => view.fitSelection() }] },
    { label: t('delete'), entries: entries(actions.mayAll(ids, 'remove') && { id: 'remove', label: t('delete'), keys: 'Delete', danger: true, icon: <Trash2 {...icon} />, onAction: () => requests.remove(null) }) },
  ];
}

function forGround({ copy, view, commands, requests, mayCreate, at, onNewFrame }: Context, t: Words, frames: ContextMenuSection): ContextMenuSection[] {
  const { actions, scene, history } = copy;
  const frame = view.current?.kind === 'frame' ? view.current : null;
  const inFrame = frame ? scene.notesOfFrame(frame.id).map(({ id }) => id) : [];
  const writes = actions.persona.rights.write;
  return [
    {
      label: t('tools.label'),
      entries: entries(
        mayCreate && { id: 'note', label: t('note.new'), keys: 'N', icon: <StickyNote {...icon} />, onAction: () => requests.create(frame ? { frameId: frame.id } : { at }) },
        actions.mayFrames && { id: 'frame', label: t('frame.new'), icon: <FrameIcon {...icon} />, onAction: onNewFrame },
        frame !== null && actions.mayFrames && { id: 'edit', label: t('frame.dialog'), keys: 'F2', icon: <Pencil {...icon} />, onAction: () => requests.edit(frame) },
        inFrame.length > 0 && { id: 'all-of-frame', label: t('menu.chooseFrame'), icon: <SquareDashedMousePointer {...icon} />, onAction: () => commands.choose(inFrame) },
        scene.notes.size > 0 && { id: 'all', label: t('menu.chooseAll'), keys: 'Ctrl+A', icon: <SquareDashedMousePointer {...icon} />, onAction: () => commands.choose([...scene.notes.keys()]) },
      ),
    },
    {
      label: t('menu.steps'),
      entries: entries(
        writes && { id: 'undo', label: t('tools.undo'), keys: 'Ctrl+Z', disabled: !history.canUndo, icon: <Undo2 {...icon} />, onAction: requests.undo },
        writes && { id: 'redo', label: t('tools.redo'), keys: 'Ctrl+Y', disabled: !history.canRedo, icon: <Redo2 {...icon} />, onAction: requests.redo },
      ),
    },
    {
      label: t('view.label'),
      entries: entries(
        { id: 'fit', label: t('tools.fit'), keys: 'F', icon: <Maximize {...icon} />, onAction: () => view.fit() },
        frames.entries.length > 0 && { id: 'frames', label: t('tools.frames'), keys: 'J', icon: <FrameIcon {...icon} />, entries: frames.entries },
        { id: 'help', label: t('tools.help'), keys: '?', icon: <Keyboard {...icon} />, onAction: requests.help },
      ),
    },
  ];
}

function framesSection({ index }: BoardCopy, onGoTo: (frameId: string) => void, t: Words): ContextMenuSection {
  return {
    label: t('tools.frames'),
    entries: [...index.frames.values()].sort(byOrder).map((frame) => ({ id: frame.id, label: frame.title || t('frame.untitled'), onAction: () => onGoTo(frame.id) })),
  };
}
