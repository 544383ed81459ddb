import { NOTE_SIZE } from '@spolu/board/shape';
import type { FrameLayout } from '@spolu/board/looks';
import type { BoardPerson, DrawingKind, NoteColour } from '@spolu/contracts/boards';
import { EmptyState } from '@spolu/ui/empty-state';
import { toast } from '@spolu/ui/toast';
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import type { BoardClipboard } from './board-clipboard.ts';
import type { BoardConnection } from './board-connection.ts';
import type { Plane } from './board-plane.tsx';
import type { MenuList } from './canvas-menu.tsx';
import { SelectionBar, ToolBar, ZoomBar } from './board-tools.tsx';
import { NoteEditor, type Compose, type EditorTarget } from './note-editor.tsx';
import { MinimapToggle } from './minimap-toggle.tsx';
import { BoardKeys } from './scene/board-keys.ts';
import { ResizeHandle } from './scene/resize-handle.ts';
import type { BoardView } from './scene/board-view.ts';
import type { Point } from './scene/camera.ts';
import { Gestures, type BoardRequests } from './scene/gestures.ts';
import type { Box } from './scene/grid.ts';
import { FIRST_LOOK, type Look, type Tool } from './scene/tools.ts';
import { PresenceLayer } from './scene/presence-layer.ts';
import type { ReadingItem } from './scene/scene.ts';
import type { BoardCommands } from './use-board-commands.ts';
import { useIsEmpty } from './use-board.ts';
import { whenIdle } from './when-idle.ts';
import type { WorkSnapshot } from './work-copy.ts';

const loadClipboard = () => import('./board-clipboard.ts');
const loadDrawingEditor = () => import('./drawing-editor.tsx');
const loadToolLook = () => import('./tool-look.tsx');
const loadMenu = () => import('./canvas-menu.tsx');
const DrawingEditor = lazy(async () => ({ default: (await loadDrawingEditor()).DrawingEditor }));
const ToolLook = lazy(async () => ({ default: (await loadToolLook()).ToolLook }));
const CanvasMenu = lazy(async () => ({ default: (await loadMenu()).CanvasMenu }));

export interface BoardCanvasProps {
  connection: BoardConnection;
  snapshot: WorkSnapshot;
  plane: Plane;
  commands: BoardCommands;
  nameOf: (person: BoardPerson) => string;
  compose?: Compose | undefined;
  colour: NoteColour;
  onColour: (colour: NoteColour) => void;
  /** A dialog is open over the board. */
  asking: boolean;
}

interface Stage {
  view: BoardView;
  gestures: Gestures;
}

/** A list that is open: where on the board, or at which button. */
interface OpenMenu {
  list: MenuList;
  at: Point;
  button: HTMLElement | null;
}

/** Hands for the drawn plane: gestures, keys and the tools around it. They come when the board is on the screen already. */
export function BoardCanvas({ connection, snapshot, plane, commands, nameOf, compose, colour, onColour, asking }: BoardCanvasProps) {
  const t = useText('boards');
  const problemText = useProblemText();
  const { copy, link } = snapshot;
  const { scene, selection, actions } = copy;
  const { view, early } = plane;
  const [stage, setStage] = useState<Stage | null>(null);
  const [editing, setEditing] = useState<EditorTarget | null>(null);
  const [drawing, setDrawing] = useState<{ kind: DrawingKind; id: string } | null>(null);
  const [tool, setTool] = useState<Tool>('select');
  const [look, setLook] = useState<Look>(FIRST_LOOK);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const menuAnchor = useRef<Element>(null);
  const mayCreate = (link.rights.write && link.rights.createNotes) || compose !== undefined;
  const isEmpty = useIsEmpty(copy);

  function boxOfTarget(target: EditorTarget): Box | undefined {
    if ('noteId' in target) return scene.notes.get(target.noteId);
    const { x, y, frameId } = target.position;
    const frame = scene.frames.find(({ id }) => id === frameId);
    return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0), ...NOTE_SIZE };
  }

  const requests: BoardRequests = {
    edit: (item) => {
      if (item.kind === 'note') {
        setEditing({ noteId: item.id });
        const box = scene.boxOf(item);
        if (box) stage?.view.reveal(box);
      } else if (item.kind === 'cluster' || item.kind === 'frame') {
        if (item.kind === 'cluster' ? link.rights.group : actions.frames.may) commands.ask({ kind: item.kind, id: item.id });
      } else {
        setDrawing({ kind: item.kind, id: item.id });
        const box = scene.boxOf(item);
        if (box) stage?.view.reveal(box);
      }
    },
    create: (where) => {
      if (!mayCreate) return;
      const position = 'frameId' in where ? actions.places.freePlaceOn(where.frameId) : 'near' in where ? actions.places.freePlaceNear(where.near) : placeAt(where.at);
      if (!actions.mayLie(position)) return;
      setEditing({ position });
      const box = boxOfTarget({ position });
      if (box) stage?.view.reveal(box);
    },
    moveTo: (noteIds) => commands.ask({ kind: 'move', noteIds }),
    group: commands.group,
    remove: commands.removeAt,
    talk: (id) => commands.ask({ kind: 'talk', id }),
    menu: (at) => setMenu({ list: 'all', at, button: null }),
    frames: () => stage && setMenu({ list: 'frames', at: stage.view.middle, button: null }),
    duplicate: commands.duplicate,
    stack: commands.stack,
    useTool: setTool,
    made: (item, madeWith) => {
      selection.set([item.id]);
      commands.say(t('say.made', { what: t(`drawing.${item.kind as DrawingKind}`) }));
      setTool('select');
      if (madeWith === 'text' || madeWith === 'pin') setDrawing(item as { kind: DrawingKind; id: string });
      else afterDrawing(() => stage?.view.focus(item));
    },
    begin,
    undo: commands.undo,
    redo: commands.redo,
    help: () => commands.ask({ kind: 'help' }),
  };
  /** Where hands are not at work, things come into the middle of what is seen. */
  function begin(wanted: Tool): boolean {
    if (!stage) return false;
    const { drawings } = actions;
    const at = stage.view.middle;
    if (wanted === 'text' || wanted === 'shape' || wanted === 'pin') {
      const id = wanted === 'text' ? drawings.addText(at, '', look.textSize) : wanted === 'shape' ? drawings.addShape(look.form, { ...at, width: 0, height: 0 }, look) : drawings.addPin(at, '');
      if (id === null) return false;
      selection.set([id]);
      commands.say(t('say.made', { what: t(`drawing.${wanted}`) }));
      setDrawing({ kind: wanted, id });
      return true;
    }
    const [from, to, ...more] = [...selection.read()].flatMap((id) => {
      const kind = scene.kindOf(id);
      return kind && kind !== 'connector' && kind !== 'stroke' ? [{ kind, id }] : [];
    });
    if (wanted === 'connector' && from && to && more.length === 0) return commands.connect(from, to, look);
    const kind = wanted === 'pen' ? 'stroke' : 'connector';
    if (!drawings.mayMake(kind)) return false;
    setTool(wanted);
    return true;
  }
  function placeAt({ x, y }: Point) {
    return actions.places.positionAt({ x: x - NOTE_SIZE.width / 2, y: y - NOTE_SIZE.height / 2 }, { x, y });
  }

  function pasted(ids: string[]) {
    if (ids.length === 0) return;
    selection.set(ids);
    commands.say(t('say.pasted', { count: ids.length }));
    afterDrawing(() => {
      stage?.view.revealSelection();
      const [first = ''] = ids;
      const kind = scene.kindOf(first);
      if (kind) stage?.view.focus({ kind, id: first });
    });
  }
  /** Many notes come only when the person has seen how many. */
  async function pasteWords(text: string, at: Point) {
    if (!stage) return;
    if (!actions.mayCreate) {
      toast(t('paste.mayNot'), 'bad');
      return;
    }
    const [{ pastedNotes, PASTE_ASKS_ABOVE }, { boxesAround }] = await Promise.all([import('./pasted-notes.ts'), loadClipboard()]);
    const notes = pastedNotes(text, at, boxesAround(stage.view));
    if (notes.length > PASTE_ASKS_ABOVE) commands.ask({ kind: 'paste', at, text });
    else pasted(actions.addNotes(notes, colour));
  }
  /** @param file left out: she is asked for one */
  async function takePicture(at: Point, file?: File) {
    try {
      const { sendPicture } = await import('./board-pictures.ts');
      const picture = await sendPicture(connection.boardId, file);
      const id = picture && actions.drawings.addPicture(at, picture, '');
      if (id) setDrawing({ kind: 'picture', id });
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }

  // What hands and keys ask for is answered by the newest render, without building the stage anew.
  const newest = useRef({ requests, commands, nameOf, people: link.people, t, pasted, pasteWords, takePicture });
  useEffect(() => {
    newest.current = { requests, commands, nameOf, people: link.people, t, pasted, pasteWords, takePicture };
  });

  useEffect(() => {
    const nameAt = (slot: number) => {
      const person = newest.current.people.find((other) => other.slot === slot);
      return person ? newest.current.nameOf(person) : '';
    };
    const presence = new PresenceLayer(scene, nameAt, () => view.part);
    view.root.append(presence.element);
    const ask: BoardRequests = {
      edit: (item) => newest.current.requests.edit(item),
      create: (where) => newest.current.requests.create(where),
      moveTo: (noteIds) => newest.current.requests.moveTo(noteIds),
      group: (noteIds) => newest.current.requests.group(noteIds),
      remove: (item) => newest.current.requests.remove(item),
      talk: (id) => newest.current.requests.talk(id),
      menu: (at) => newest.current.requests.menu(at),
      frames: () => newest.current.requests.frames(),
      duplicate: (noteIds) => newest.current.requests.duplicate(noteIds),
      stack: (ids, toFront) => newest.current.requests.stack(ids, toFront),
      useTool: (next) => newest.current.requests.useTool(next),
      made: (item, madeWith) => newest.current.requests.made(item, madeWith),
      begin: (wanted) => newest.current.requests.begin(wanted),
      undo: () => newest.current.requests.undo(),
      redo: () => newest.current.requests.redo(),
      help: () => newest.current.requests.help(),
    };
    const say = (text: string) => newest.current.commands.say(text);
    const gestures = new Gestures(view, actions, ask, connection);
    const handle = new ResizeHandle(view, actions);
    const keys = new BoardKeys(view, actions, gestures, ask, {
      selected: (count) => say(count > 0 ? newest.current.t('say.selected', { count }) : newest.current.t('say.nothingSelected')),
      moved: (count) => say(newest.current.t('say.moved', { count })),
      sized: ({ width, height }) => say(newest.current.t('say.sized', { width: Math.round(width), height: Math.round(height) })),
      coloured: (number, name) => say(newest.current.t('say.coloured', { number, colour: newest.current.t(`colour.${name}`) })),
    });
    const ends = [connection.onPresence((presences) => presence.take(presences)), view.onCamera((camera) => presence.show(camera))];
    presence.show(view.camera);
    presenceOf.set(view, presence);
    setStage({ view, gestures });
    return () => {
      for (const end of ends) end();
      keys.destroy();
      handle.destroy();
      gestures.destroy();
      presence.destroy();
      setStage(null);
    };
  }, [connection, scene, view, actions]);

  useEffect(() => {
    if (stage) early.give();
  }, [stage, early]);

  // What hands soon reach for is there when they do: letters typed at once after a press belong into its field.
  useEffect(() => {
    if (!stage) return undefined;
    return whenIdle(() => void Promise.all([loadDrawingEditor(), loadToolLook(), loadMenu()]).catch(() => undefined));
  }, [stage]);
  const [clipboard, setClipboard] = useState<BoardClipboard | null>(null);
  useEffect(() => {
    if (!stage) return undefined;
    let made: BoardClipboard | undefined;
    let gone = false;
    void loadClipboard().then(({ BoardClipboard: Made }) => {
      if (gone) return;
      made = new Made(stage.view, actions, {
        pasted: (ids) => newest.current.pasted(ids),
        removed: (ids) => newest.current.commands.remove(ids),
        copied: (count) => say(newest.current.t('say.copied', { count })),
        words: (text, at) => void newest.current.pasteWords(text, at),
        picture: (file, at) => void newest.current.takePicture(at, file),
      });
      setClipboard(made);
    }, () => undefined);
    const say = (text: string) => newest.current.commands.say(text);
    return () => {
      gone = true;
      made?.destroy();
      setClipboard(null);
    };
  }, [stage, actions]);
  useEffect(() => {
    if (!stage) return;
    stage.gestures.tool = tool;
    stage.gestures.look = look;
    stage.view.root.dataset['tool'] = tool;
  }, [stage, tool, look]);
  const anonymous = link.rule?.anonymous === true;
  useEffect(() => {
    const presence = stage && presenceOf.get(stage.view);
    if (anonymous) presence?.clear();
    else presence?.rename();
  }, [stage, anonymous, link.people]);

  // What the dialog was opened from may have moved out of sight or gone: the keyboard goes on at the board all the same.
  const asked = useRef(asking);
  useEffect(() => {
    const closed = asked.current && !asking;
    asked.current = asking;
    if (closed && stage) afterDrawing(() => document.activeElement === document.body && stage.view.focusBoard());
  }, [asking, stage]);

  function newFrame(around: Point, layout: FrameLayout = 'plain') {
    const frameId = actions.frames.add('', around, layout);
    if (frameId) commands.ask({ kind: 'frame', id: frameId });
  }
  const openAt = (list: OpenMenu['list']) => (button: HTMLElement) => stage && setMenu({ list, at: stage.view.middle, button });

  const closeDrawing = useCallback(() => {
    setDrawing(null);
    afterDrawing(() => stage?.view.focusBoard());
  }, [stage]);

  function closeEditor(noteId: string | null) {
    setEditing(null);
    // At once, so that no key pressed right after is lost; a note written this very moment is drawn with the next frame.
    const item: ReadingItem | null = noteId === null ? null : { kind: 'note', id: noteId };
    if (item && scene.boxOf(item)) stage?.view.focus(item);
    else stage?.view.focusBoard();
    if (item && !scene.boxOf(item)) afterDrawing(() => stage?.view.focus(item));
  }

  return createPortal(
    <>
      {isEmpty && !editing && (
        <div className="board-empty">
          <EmptyState title={t('empty.title')}>{mayCreate ? t('empty.hint') : t('empty.hintWait')}</EmptyState>
        </div>
      )}
      {stage && editing && (
        <Anchored view={stage.view} boxOf={() => boxOfTarget(editing)}>
          <NoteEditor
            key={'noteId' in editing ? editing.noteId : 'new'}
            copy={copy}
            target={editing}
            colour={colour}
            onColour={onColour}
            onClose={closeEditor}
            compose={compose}
          />
        </Anchored>
      )}
      <ToolBar
        copy={copy}
        commands={commands}
        mayCreate={mayCreate}
        tool={tool}
        onTool={setTool}
        onNewNote={() => stage && requests.create({ near: stage.view.middle })}
        onInsert={openAt('insert')}
      />
      {tool !== 'select' && tool !== 'box' && (
        <Suspense fallback={null}>
          <ToolLook tool={tool} look={look} onLook={(change) => setLook({ ...look, ...change })} onHere={() => begin(tool)} onDone={() => setTool('select')} />
        </Suspense>
      )}
      {stage && drawing && (
        <Anchored view={stage.view} boxOf={() => belowOf(scene.placed(drawing.id))}>
          <Suspense fallback={null}>
            <DrawingEditor
              key={drawing.id}
              copy={copy}
              kind={drawing.kind}
              id={drawing.id}
              onLook={(change) => setLook({ ...look, ...change })}
              onClose={closeDrawing}
            />
          </Suspense>
        </Anchored>
      )}
      <SelectionBar
        copy={copy}
        commands={commands}
        onEdit={(id) => requests.edit({ kind: scene.kindOf(id) ?? 'note', id })}
        onColour={onColour}
        // What was removed is gone with the next drawing only.
        onDone={() => afterDrawing(() => stage?.view.focusBoard())}
        onMenu={openAt('all')}
      />
      {stage && (
        <ZoomBar view={stage.view} onHelp={requests.help} onFrames={openAt('frames')}>
          <MinimapToggle view={stage.view} />
        </ZoomBar>
      )}
      {stage && menu && (
        <>
          {!menu.button && <MenuPoint ref={menuAnchor} view={stage.view} at={menu.at} />}
          <Suspense fallback={null}>
            <CanvasMenu
              copy={copy}
              view={stage.view}
              commands={commands}
              requests={requests}
              mayCreate={mayCreate}
              at={menu.at}
              list={menu.list}
              anchor={menu.button ? { current: menu.button } : menuAnchor}
              onNewFrame={(layout) => newFrame(menu.at, layout)}
              onInsert={(wanted) => begin(wanted)}
              onPicture={(at) => takePicture(at)}
              clipboard={clipboard}
              onPasteWords={(at) => commands.ask({ kind: 'paste', at, text: '' })}
              onLink={(at) => commands.ask({ kind: 'link', at })}
              // The list gives the focus back when it closes; only then it goes on to the frame.
              onGoTo={(frameId) => afterDrawing(() => stage.view.goToFrame(frameId))}
              onClose={() => setMenu(null)}
            />
          </Suspense>
        </>
      )}
    </>,
    plane.holder,
  );
}

/** After the frame in which what was just done is drawn. */
const afterDrawing = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run));

const presenceOf = new WeakMap<BoardView, PresenceLayer>();

/** An element where the pointer was, for a list to stand beside. */
function MenuPoint({ ref, view, at }: { ref: RefObject<Element | null>; view: BoardView; at: Point }) {
  const { x, y } = view.toScreen(at);
  return <span ref={ref as RefObject<HTMLSpanElement | null>} className="board-menu-point" style={{ left: x, top: y }} />;
}

/** Beside something large the editor stands at its upper edge, below it otherwise. */
const belowOf = (box: Box | undefined): Box | undefined => box && { ...box, y: box.y + Math.min(box.height, 240) + 12 };

const MARGIN = 12;

/** Keeps something at its place of the board, inside the screen, while view and board move. On a narrow screen the stylesheet puts it at the bottom. */
function Anchored({ view, boxOf, children }: { view: BoardView; boxOf: () => Box | undefined; children: ReactNode }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const element = holder.current;
      const box = boxOf();
      if (!element || !box) return;
      const at = view.toScreen(box);
      const most = { x: view.size.width - element.offsetWidth - MARGIN, y: view.size.height - element.offsetHeight - MARGIN };
      const x = Math.max(MARGIN, Math.min(at.x, most.x));
      const y = Math.max(MARGIN, Math.min(at.y, most.y));
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    place();
    const ends = [view.onCamera(place), view.scene.onChange(place)];
    return () => ends.forEach((end) => end());
  });
  return (
    <div ref={holder} className="board-anchored">
      {children}
    </div>
  );
}
