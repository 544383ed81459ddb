import { FRAME_LAYOUTS } from '@spolu/board/looks';
import type { Place } from '@spolu/board/shape';
import { NOTE_COLOURS } from '@spolu/contracts/plain';
import { ContextMenu, type ContextMenuEntry, type ContextMenuSection } from '@spolu/ui/context-menu';
import type { RefObject } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { DrawingKind } from '@spolu/contracts/boards';
import type { OutlineRow } from './outline-rows.ts';
import { FIRST_LOOK } from './scene/tools.ts';
import { inWords, useTalkEntries } from './talk/talk-entries.tsx';
import type { BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

export interface OutlineMenuProps {
  copy: BoardCopy;
  commands: BoardCommands;
  /** The line it was opened at. */
  row: OutlineRow;
  anchor: RefObject<Element | null>;
  onGroup: (noteIds: readonly string[]) => void;
  onRemove: (ids: readonly string[]) => void;
  /** A drawing was made; its editor opens. */
  onMade: (made: { kind: DrawingKind; id: string }) => void;
  onClose: () => void;
}

const entries = (...all: (ContextMenuEntry | false)[]): ContextMenuEntry[] => all.filter((entry) => entry !== false);

/** What else can be done at a line, by name: what hands do on the plane. With the line's thing, or with all that is chosen where it is among them. */
export function OutlineMenu({ anchor, onClose, ...context }: OutlineMenuProps) {
  const t = useText('boards');
  const { row } = context;
  const sections = useSections(context, row.kind === 'note' ? row.note.id : row.kind === 'drawing' ? row.drawing.id : null);
  return <ContextMenu label={t('menu.label')} sections={sections.filter(({ entries: some }) => some.length > 0)} anchor={anchor} onClose={onClose} />;
}

type Context = Omit<OutlineMenuProps, 'anchor' | 'onClose'>;

function useSections(context: Context, thingId: string | null): ContextMenuSection[] {
  const t = useText('boards');
  const { copy, commands, row, onGroup, onRemove } = context;
  const { actions, selection, index } = copy;
  const frames = useFrameSection(context);
  const talkEntries = useTalkEntries(copy, commands);
  const talk = (id: string) => inWords(talkEntries(id));
  if (row.kind === 'frame') return [{ label: t('menu.label'), entries: row.frame === null ? [] : talk(row.frame.id) }, frames];
  if (row.kind === 'cluster') {
    const { id } = row.cluster;
    const noteIds = [...index.notes.values()].flatMap((note) => (note.clusterId === id ? [note.id] : []));
    const mayGroup = actions.persona.rights.write && actions.persona.rights.group;
    return [
      {
        label: t('menu.label'),
        entries: entries(
          mayGroup && { id: 'rename', label: t('cluster.dialog'), onAction: () => commands.ask({ kind: 'cluster', id }) },
          ...talk(id),
          { id: 'choose', label: t('outline.chooseCluster'), onAction: () => commands.choose(noteIds) },
          actions.mayMoveTo(noteIds) && { id: 'move', label: t('move.short'), onAction: () => commands.ask({ kind: 'move', noteIds }) },
          mayGroup && { id: 'remove', label: t('cluster.remove'), onAction: () => actions.removeCluster(id) },
        ),
      },
    ];
  }
  const chosen = selection.read();
  const ids = thingId !== null && chosen.has(thingId) ? [...chosen] : thingId === null ? [] : [thingId];
  const notes = ids.filter((id) => index.note(id));
  const locked = ids.every((id) => actions.isLocked(id));
  const mayMove = actions.mayAll(ids, 'move');
  const from = row.kind === 'note' ? ({ kind: 'note', id: row.note.id } as const) : { kind: row.drawing.kind, id: row.drawing.id };
  return [
    {
      label: ids.length > 1 ? t('tools.chosenThings', { count: ids.length }) : t('menu.label'),
      heading: ids.length > 1,
      entries: entries(
        actions.mayAll(notes, 'edit') && {
          id: 'colour', label: t('colour.label'),
          entries: NOTE_COLOURS.map((colour) => ({ id: colour, label: t(`colour.${colour}`), onAction: () => commands.colour(notes, colour) })),
        },
        ...talk(from.id),
        from.kind === 'note' && commands.history !== null && { id: 'history', label: t('history.note'), onAction: () => commands.history?.(from.id) },
        actions.mayMoveTo(ids) && { id: 'move', label: t('move.short'), onAction: () => commands.ask({ kind: 'move', noteIds: ids }) },
        actions.mayAll(ids, 'group') && { id: 'group', label: t('cluster.make'), onAction: () => onGroup(ids) },
        from.kind !== 'connector' && from.kind !== 'stroke' && actions.drawings.mayMake('connector') && { id: 'connect', label: t('connect.short'), onAction: () => commands.ask({ kind: 'connect', from }) },
        mayMove && ids.length > 1 && !actions.isBound(ids) && { id: 'bind', label: t('menu.bind'), onAction: () => commands.bind(ids, true) },
        mayMove && actions.isBound(ids) && { id: 'unbind', label: t('menu.unbind'), onAction: () => commands.bind(ids, false) },
        actions.mayLock && { id: 'lock', label: locked ? t('lock.off') : t('lock.on'), onAction: () => commands.lock(ids, !locked) },
      ),
    },
    { label: t('delete'), entries: entries(actions.mayAll(ids, 'remove') && { id: 'remove', label: t('delete'), danger: true, onAction: () => onRemove(ids) }) },
  ];
}

function useFrameSection({ copy, commands, row, onMade }: Context): ContextMenuSection {
  const t = useText('boards');
  const { actions, index, scene } = copy;
  const { drawings } = actions;
  const frame = row.kind === 'frame' ? row.frame : null;
  const place = (): Place => index.absolutePlace(actions.places.freePlaceOn(frame?.id ?? null));
  const made = (kind: DrawingKind, id: string | null) => {
    if (id === null) return;
    commands.say(t('say.made', { what: t(`drawing.${kind}`) }));
    onMade({ kind, id });
  };
  const beside = (): Place => {
    const around = scene.content();
    return around ? { x: around.x + around.width, y: around.y } : { x: 0, y: 0 };
  };
  return {
    label: t('tools.insert'),
    entries: entries(
      frame !== null && actions.frames.may && { id: 'edit', label: t('frame.dialog'), onAction: () => commands.ask({ kind: 'frame', id: frame.id }) },
      frame !== null && actions.mayLock && { id: 'lock', label: t(frame.locked ? 'lock.frameOff' : 'lock.frameOn'), onAction: () => commands.lock([frame.id], !frame.locked) },
      drawings.mayMake('text') && { id: 'text', label: t('tools.text'), onAction: () => made('text', drawings.addText(place(), '', FIRST_LOOK.textSize)) },
      drawings.mayMake('shape') && {
        id: 'shape', label: t('tools.shape'),
        onAction: () => {
          const { x, y } = place();
          made('shape', drawings.addShape(FIRST_LOOK.form, { x, y, width: SHAPE_SIDE, height: SHAPE_SIDE }, FIRST_LOOK));
        },
      },
      drawings.mayMake('pin') && { id: 'pin', label: t('tools.pin'), onAction: () => made('pin', drawings.addPin(place(), '')) },
      drawings.mayMake('link') && { id: 'link', label: t('tools.link'), onAction: () => commands.ask({ kind: 'link', at: place() }) },
      frame !== null && drawings.mayMake('connector') && { id: 'connect', label: t('connect.short'), onAction: () => commands.ask({ kind: 'connect', from: { kind: 'frame', id: frame.id } }) },
      actions.frames.may && { id: 'template', label: t('template.menu'), onAction: () => commands.ask({ kind: 'template' }) },
      actions.frames.may && {
        id: 'frame', label: t('frame.new'),
        entries: FRAME_LAYOUTS.map((layout) => ({
          id: layout, label: t(`layout.${layout}`),
          onAction: () => {
            const id = actions.frames.add('', beside(), layout);
            if (id) commands.ask({ kind: 'frame', id });
          },
        })),
      },
    ),
  };
}

const SHAPE_SIDE = 180;
