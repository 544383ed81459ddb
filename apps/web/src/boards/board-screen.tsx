import type { BoardPerson, NoteColour } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';
import { PlainButton } from '@spolu/ui/plain';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { Search } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Announcer } from './announcer.ts';
import { BoardCanvas } from './board-canvas.tsx';
import type { BoardConnection, SaveState } from './board-connection.ts';
import './boards.css';
import type { Compose } from './note-editor.tsx';
import { NotTakenList } from './not-taken.tsx';
import type { BoardView } from './scene/board-view.ts';
import type { Camera } from './scene/camera.ts';
import type { ReadingItem } from './scene/scene.ts';
import { useBoardCommands, type Asking } from './use-board-commands.ts';
import { useDoingsSentence } from './use-board-words.ts';
import { useBoardSnapshot } from './use-board.ts';
import { whenIdle } from './when-idle.ts';

const loadDialogs = () => import('./board-dialogs.tsx');
const loadOutline = () => import('./outline.tsx');
const BoardDialogs = lazy(async () => ({ default: (await loadDialogs()).BoardDialogs }));
const FindDialog = lazy(async () => ({ default: (await import('./find-dialog.tsx')).FindDialog }));
const BoardOutline = lazy(async () => ({ default: (await loadOutline()).BoardOutline }));

export type BoardViewName = 'canvas' | 'outline';

export interface BoardScreenProps {
  connection: BoardConnection;
  /** Two views of one board, of equal rank. */
  view: BoardViewName;
  /** How a person at the board is called; empty for nobody in particular. */
  nameOf: (person: BoardPerson) => string;
  /** Given while cards go to the server instead of the board. */
  compose?: Compose | undefined;
  /** Told of the drawn plane when it is there, and `null` when it is gone. */
  onView?: ((view: BoardView | null) => void) | undefined;
}

/** One board, as a plane or as a list, with all that can be done to it. */
export function BoardScreen({ connection, view, nameOf, compose, onView }: BoardScreenProps) {
  const t = useText('boards');
  const problemText = useProblemText();
  const snapshot = useBoardSnapshot(connection);
  const { copy, save, link, opened, notTaken } = snapshot;
  const [asking, setAsking] = useState<Asking>(null);
  const [finding, setFinding] = useState(false);
  const goTo = useRef<((item: ReadingItem) => void) | null>(null);
  const takeView = useCallback(
    (drawn: BoardView | null) => {
      goTo.current = drawn && ((item) => drawn.focus(item));
      onView?.(drawn);
    },
    [onView],
  );
  const [colour, setColour] = useState<NoteColour>('yellow');
  const [live] = useState(() => new LiveText());
  const camera = useRef<Camera | undefined>(undefined);
  const say = useCallback((text: string) => live.say(text), [live]);
  const commands = useBoardCommands(copy, say, setAsking);
  const sentence = useDoingsSentence(copy);

  useEffect(() => {
    const announcer = new Announcer(say, sentence, (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    });
    const end = copy.scene.onChange((change) => {
      announcer.follow(change, (id) => copy.index.note(id), (id) => copy.actions.own.has(id));
      if (change.before.size > 0) copy.actions.own.clear();
    });
    return () => {
      end();
      announcer.end();
    };
  }, [copy, say, sentence]);
  useSpokenState(save, say);
  // What the first picture does not need comes right after it, so that it is there when the network is not.
  useEffect(() => {
    if (!opened) return undefined;
    return whenIdle(() => void Promise.all([loadDialogs(), loadOutline()]).catch(() => undefined));
  }, [opened]);

  if (save === 'refused' || save === 'newer-version') {
    return (
      <div className="board-notice">
        <Notice tone="warn" title={t(`state.${save}`)} role="alert">
          {link.problem && save === 'refused' ? <p>{problemText(new Problem(link.problem.code, link.problem.facts))}</p> : <PlainButton onClick={() => location.reload()}>{t('state.reload')}</PlainButton>}
        </Notice>
        <NotTakenList texts={notTaken} onAgain={null} onDrop={({ id }) => connection.settleNotTaken(id)} />
      </div>
    );
  }
  if (!opened) {
    return <Loading />;
  }
  const mayWriteAgain = link.rights.write && link.rights.createNotes;
  return (
    <div className="board-screen">
      {view === 'canvas' ? (
        <BoardCanvas connection={connection} snapshot={snapshot} commands={commands} nameOf={nameOf} compose={compose} colour={colour} onColour={setColour} cameraMemory={camera} asking={asking !== null || finding} onView={takeView} />
      ) : (
        <Suspense fallback={<Loading />}>
          <BoardOutline snapshot={snapshot} commands={commands} compose={compose} colour={colour} onColour={setColour} asking={asking !== null || finding} goTo={goTo} />
        </Suspense>
      )}
      <button type="button" className="board-find" onClick={() => setFinding(true)}>
        <Search aria-hidden size={18} /> {t('find.short')}
      </button>
      <NotTakenList
        texts={notTaken}
        onDrop={({ id }) => connection.settleNotTaken(id)}
        onAgain={
          mayWriteAgain
            ? ({ id, text }) => {
                if (copy.actions.addNote(text, colour, copy.actions.freePlaceOn(copy.scene.frames[0]?.id ?? null)) !== null) connection.settleNotTaken(id);
              }
            : null
        }
      />
      <Suspense fallback={null}>{asking && <BoardDialogs copy={copy} asking={asking} commands={commands} />}</Suspense>
      <Suspense fallback={null}>
        {finding && (
          <FindDialog
            copy={copy}
            onClose={() => setFinding(false)}
            onGo={(item) => {
              setFinding(false);
              // After the dialog has given the focus back.
              requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => goTo.current?.(item))));
            }}
          />
        )}
      </Suspense>
      <LiveRegion live={live} />
    </div>
  );
}

function Loading() {
  const t = useText('boards');
  return (
    <div className="board-notice">
      <Spinner label={t('state.loading')} />
    </div>
  );
}

/** Losing and finding the network is worth a word; each saving is not. */
function useSpokenState(save: SaveState, say: (text: string) => void) {
  const t = useText('boards');
  const before = useRef(save);
  useEffect(() => {
    const was = before.current;
    before.current = save;
    if (was === save) return;
    if (save === 'waiting') say(t('state.lost'));
    else if (save === 'not-storing') say(t('state.not-storing'));
    else if ((was === 'waiting' || was === 'not-storing') && (save === 'saved' || save === 'saving')) say(t('state.backOnline'));
  }, [save, say, t]);
}

/** The last word said; the same word twice is said twice. */
class LiveText {
  #text = '';
  readonly #listeners = new Set<() => void>();
  readonly read = () => this.#text;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  say(text: string) {
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    for (const listener of this.#listeners) listener();
  }
}

function LiveRegion({ live }: { live: LiveText }) {
  const text = useSyncExternalStore(live.subscribe, live.read);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text}
    </div>
  );
}
