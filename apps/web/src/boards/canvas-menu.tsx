import { align, ALIGNMENTS, distribute, gather, spread, tidy } from '@spolu/board/layout';
import { FRAME_LAYOUTS, type FrameLayout } from '@spolu/board/looks';
import { byOrder } from '@spolu/board/shape';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { ContextMenu, type ContextMenuEntry, type ContextMenuSection } from '@spolu/ui/context-menu';
import {
  AlignHorizontalSpaceAround, AlignStartVertical as AlignLeft, Boxes, BringToFront, ClipboardPaste, Copy, CopyPlus, Expand, Frame as FrameIcon, Grid3x3, Group as GroupIcon, History, Image as ImageIcon, Keyboard, LayoutTemplate, Link as LinkIcon, Lock, LockOpen, MapPin, Maximize, Palette, Pencil, Redo2,
  Rows3, Scissors, SendToBack, Shapes, Shrink, Spline, SquareDashedMousePointer, StickyNote, Trash2, Type, Undo2, Ungroup, ZoomIn,
} from 'lucide-react';
import type { RefObject } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { BoardClipboard } from './board-clipboard.ts';
import type { BoardView } from './scene/board-view.ts';
import type { Point } from './scene/camera.ts';
import { boxAround, type Box } from './scene/grid.ts';
import type { BoardRequests } from './scene/gestures.ts';
import type { Tool } from './scene/tools.ts';
import { useTalkEntries } from './talk/talk-entries.tsx';
import type { BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

/** All that can be done with what is chosen or here; the frames to go to; what can be put on the board. */
export type MenuList = 'all' | 'frames' | 'insert';

export interface CanvasMenuProps {
  copy: BoardCopy;
  view: BoardView;
  commands: BoardCommands;
  requests: BoardRequests;
  mayCreate: boolean;
  /** Where on the board it was asked for: what is made now comes there. */
  at: Point;
  list: MenuList;
  anchor: RefObject<Element | null>;
  onNewFrame: (layout: FrameLayout) => void;
  onInsert: (tool: Tool) => void;
  onPicture: (at: Point) => Promise<void>;
  onLink: (at: Point) => void;
  /** Asks for lines or cells that become notes. */
  onPasteWords: (at: Point) => void;
  clipboard: BoardClipboard | null;
  onGoTo: (frameId: string) => void;
  onClose: () => void;
}

/** Everything that can be done here, for every hand: by the other mouse button, a long press, Shift+F10 or a button. */
export function CanvasMenu({ copy, view, list, anchor, onGoTo, onClose, ...given }: CanvasMenuProps) {
  const t = useText('boards');
  const words = useMenuWords();
  const rest = { ...given, talkEntries: useTalkEntries(copy, given.commands) };
  const chosen = [...copy.selection.read()];
  const frames = framesSection(copy, onGoTo, words);
  const sections = list === 'frames' ? [frames] : list === 'insert' ? [insertSection({ copy, view, ...rest }, words)] : chosen.length > 0 ? forChosen(chosen, { copy, view, ...rest }, words) : forGround({ copy, view, ...rest }, words, frames);
  return <ContextMenu label={list === 'frames' ? t('tools.frames') : list === 'insert' ? t('tools.insert') : t('menu.label')} sections={sections.filter(({ entries }) => entries.length > 0)} anchor={anchor} onClose={onClose} />;
}

type Context = Omit<CanvasMenuProps, 'list' | 'anchor' | 'onGoTo' | 'onClose'> & { talkEntries: (id: string) => ContextMenuEntry[] };
const useMenuWords = () => useText('boards');
type Words = ReturnType<typeof useMenuWords>;
/** After the list has given the keyboard back to the board. */
const afterList = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run));
/** What lies around the chosen ones, for them not to cover. */
function boxesBeside({ scene }: BoardView, ids: string[]): Box[] {
  const own = new Set(ids);
  const around = boxAround(ids.flatMap((id) => scene.placed(id) ?? []));
  const boxes: Box[] = [];
  if (!around) return boxes;
  const reach = Math.max(around.width, around.height) + 2_000;
  const near = { x: around.x - reach, y: around.y - reach, width: around.width + 2 * reach, height: around.height + 2 * reach };
  scene.query(near, (note) => !own.has(note.id) && boxes.push(note));
  return boxes;
}
const icon = { 'aria-hidden': true, size: 18 } as const;
const entries = (...all: (ContextMenuEntry | false)[]): ContextMenuEntry[] => all.filter((entry) => entry !== false);

const lockEntry = (locked: boolean, label: string, onLock: (locked: boolean) => void): ContextMenuEntry => ({
  id: 'lock', label, icon: locked ? <LockOpen {...icon} /> : <Lock {...icon} />, onAction: () => onLock(!locked),
});

function forChosen(ids: string[], { copy, talkEntries, view, commands, requests, onInsert, clipboard }: Context, t: Words): ContextMenuSection[] {
  const { actions, scene } = copy;
  const notes = ids.filter((id) => scene.notes.has(id));
  const onlyNotes = notes.length === ids.length;
  const locked = ids.every((id) => actions.isLocked(id));
  const only = ids.length === 1 ? ids[0] : undefined;
  const mayEdit = actions.mayAll(ids, 'edit');
  const mayMove = actions.mayAll(ids, 'move');
  return [
    {
      label: onlyNotes ? t('tools.chosen', { count: ids.length }) : t('tools.chosenThings', { count: ids.length }),
      heading: true,
      entries: entries(
        only !== undefined && { id: 'edit', label: mayEdit ? t('edit') : t('read'), keys: 'Enter', icon: <Pencil {...icon} />, onAction: () => requests.edit({ kind: scene.kindOf(only) ?? 'note', id: only }) },
        actions.mayPaste && { id: 'duplicate', label: t('menu.duplicate'), keys: 'Ctrl+D', icon: <CopyPlus {...icon} />, onAction: () => commands.duplicate(ids) },
        clipboard !== null && { id: 'copy', label: t('menu.copy'), keys: 'Ctrl+C', icon: <Copy {...icon} />, onAction: () => afterList(() => clipboard.copyChosen(false)) },
        clipboard !== null && actions.mayAll(ids, 'remove') && { id: 'cut', label: t('menu.cut'), keys: 'Ctrl+X', icon: <Scissors {...icon} />, onAction: () => afterList(() => clipboard.copyChosen(true)) },
        mayEdit && notes.length > 0 && {
          id: 'colour', label: t('colour.label'), icon: <Palette {...icon} />,
          entries: NOTE_COLOURS.map((colour, i) => ({ id: colour, label: t(`colour.${colour}`), keys: `${i + 1}`, onAction: () => commands.colour(notes, colour) })),
        },
        actions.mayMoveTo(ids) && { id: 'move', label: t('move.short'), keys: 'M', icon: <FrameIcon {...icon} />, onAction: () => requests.moveTo(ids) },
        ...(only === undefined ? [] : talkEntries(only)),
        only !== undefined && onlyNotes && commands.history !== null && { id: 'history', label: t('history.note'), icon: <History {...icon} />, onAction: () => commands.history?.(only) },
        actions.mayAll(ids, 'group') && { id: 'group', label: t('cluster.make'), keys: 'G', icon: <Boxes {...icon} />, onAction: () => requests.group(ids) },
      ),
    },
    {
      label: t('menu.layout'),
      entries: entries(
        mayMove && ids.length > 1 && {
          id: 'align', label: t('menu.align'), icon: <AlignLeft {...icon} />,
          entries: ALIGNMENTS.map((to) => ({ id: to, label: t(`align.${to}`), onAction: () => commands.arrange(ids, (boxes) => align(boxes, to)) })),
        },
        mayMove && ids.length > 2 && {
          id: 'distribute', label: t('menu.distribute'), icon: <AlignHorizontalSpaceAround {...icon} />,
          entries: (['across', 'down'] as const).map((axis) => ({ id: axis, label: t(`align.${axis}`), onAction: () => commands.arrange(ids, (boxes) => distribute(boxes, axis)) })),
        },
        mayMove && ids.length > 1 && { id: 'tidy', label: t('menu.tidy'), icon: <Grid3x3 {...icon} />, onAction: () => commands.arrange(ids, tidy) },
        mayMove && ids.length > 1 && { id: 'gather', label: t('menu.gather'), icon: <Shrink {...icon} />, onAction: () => commands.arrange(ids, (boxes) => gather(boxes, boxesBeside(view, ids))) },
        mayMove && ids.length > 1 && { id: 'spread', label: t('menu.spread'), icon: <Expand {...icon} />, onAction: () => commands.arrange(ids, spread) },
      ),
    },
    {
      label: t('menu.order'),
      entries: entries(
        mayMove && { id: 'front', label: t('menu.front'), keys: 'PgUp', icon: <BringToFront {...icon} />, onAction: () => commands.stack(ids, true) },
        mayMove && { id: 'back', label: t('menu.back'), keys: 'PgDn', icon: <SendToBack {...icon} />, onAction: () => commands.stack(ids, false) },
        ids.length === 2 && actions.drawings.mayMake('connector') && { id: 'connect', label: t('menu.connect'), keys: 'C', icon: <Spline {...icon} />, onAction: () => onInsert('connector') },
        mayMove && ids.length > 1 && !actions.isBound(ids) && { id: 'bind', label: t('menu.bind'), icon: <GroupIcon {...icon} />, onAction: () => commands.bind(ids, true) },
        mayMove && actions.isBound(ids) && { id: 'unbind', label: t('menu.unbind'), icon: <Ungroup {...icon} />, onAction: () => commands.bind(ids, false) },
        actions.mayLock && lockEntry(locked, t(locked ? 'lock.off' : 'lock.on'), (on) => commands.lock(ids, on)),
      ),
    },
    { label: t('tools.zoom'), entries: [{ id: 'zoom', label: t('menu.zoomToChosen'), keys: 'Z', icon: <ZoomIn {...icon} />, onAction: () => view.fitSelection() }] },
    { label: t('delete'), entries: entries(actions.mayAll(ids, 'remove') && { id: 'remove', label: t('delete'), keys: 'Delete', danger: true, icon: <Trash2 {...icon} />, onAction: () => requests.remove(null) }) },
  ];
}

function forGround(context: Context, t: Words, frames: ContextMenuSection): ContextMenuSection[] {
  const { copy, talkEntries, view, commands, requests, mayCreate, at, clipboard, onPasteWords } = context;
  const { actions, scene, history } = copy;
  const frame = view.current?.kind === 'frame' ? view.current : null;
  const inFrame = frame ? scene.notesOfFrame(frame.id).map(({ id }) => id) : [];
  const writes = actions.persona.rights.write;
  return [
    {
      label: t('tools.label'),
      entries: entries(
        mayCreate && { id: 'note', label: t('note.new'), keys: 'N', icon: <StickyNote {...icon} />, onAction: () => requests.create(frame ? { frameId: frame.id } : { at }) },
        ...insertSection(context, t).entries,
        clipboard?.hasClip === true && actions.mayPaste && { id: 'paste', label: t('menu.paste'), keys: 'Ctrl+V', icon: <ClipboardPaste {...icon} />, onAction: () => clipboard.pasteLast(at) },
        actions.mayCreate && { id: 'paste-words', label: t('menu.pasteWords'), icon: <Rows3 {...icon} />, onAction: () => onPasteWords(at) },
        ...(frame === null ? [] : talkEntries(frame.id)),
        frame !== null && actions.frames.may && { id: 'edit', label: t('frame.dialog'), keys: 'F2', icon: <Pencil {...icon} />, onAction: () => requests.edit(frame) },
        frame !== null && actions.mayLock && lockEntry(actions.isLocked(frame.id), t(actions.isLocked(frame.id) ? 'lock.frameOff' : 'lock.frameOn'), (on) => commands.lock([frame.id], on)),
        inFrame.length > 0 && { id: 'all-of-frame', label: t('menu.chooseFrame'), icon: <SquareDashedMousePointer {...icon} />, onAction: () => commands.choose(inFrame) },
        scene.notes.size > 0 && { id: 'all', label: t('menu.chooseAll'), keys: 'Ctrl+A', icon: <SquareDashedMousePointer {...icon} />, onAction: () => commands.choose([...scene.notes.keys(), ...scene.drawings.all.keys()]) },
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

function insertSection({ copy: { actions }, at, commands, onNewFrame, onInsert, onPicture, onLink }: Context, t: Words): ContextMenuSection {
  const { drawings } = actions;
  return {
    label: t('tools.insert'),
    entries: entries(
      drawings.mayMake('text') && { id: 'text', label: t('tools.text'), keys: 'T', icon: <Type {...icon} />, onAction: () => onInsert('text') },
      drawings.mayMake('shape') && { id: 'shape', label: t('tools.shape'), keys: 'S', icon: <Shapes {...icon} />, onAction: () => onInsert('shape') },
      drawings.mayMake('pin') && { id: 'pin', label: t('tools.pin'), icon: <MapPin {...icon} />, onAction: () => onInsert('pin') },
      drawings.mayMake('link') && { id: 'link', label: t('tools.link'), icon: <LinkIcon {...icon} />, onAction: () => onLink(at) },
      drawings.mayMake('picture') && { id: 'picture', label: t('tools.picture'), icon: <ImageIcon {...icon} />, onAction: () => void onPicture(at) },
      actions.frames.may && { id: 'frame', label: t('frame.new'), icon: <FrameIcon {...icon} />, entries: FRAME_LAYOUTS.map((layout) => ({ id: layout, label: t(`layout.${layout}`), onAction: () => onNewFrame(layout) })) },
      actions.frames.may && { id: 'template', label: t('template.menu'), icon: <LayoutTemplate {...icon} />, onAction: () => commands.ask({ kind: 'template' }) },
    ),
  };
}

function framesSection({ index }: BoardCopy, onGoTo: (frameId: string) => void, t: Words): ContextMenuSection {
  return {
    label: t('tools.frames'),
    entries: [...index.frames.values()].sort(byOrder).map((frame) => ({ id: frame.id, label: frame.title || t('frame.untitled'), onAction: () => onGoTo(frame.id) })),
  };
}
