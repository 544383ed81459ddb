import type { BoardPerson, NoteColour, HistoryAuthor } from '@spolu/contracts/boards';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import { toast } from '@spolu/ui/toast';
import { Search, SlidersHorizontal, Users } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../i18n/use-text.ts';
import { Announcer } from './announcer.ts';
import { BoardCanvas } from './board-canvas.tsx';
import { BoardLoading } from './board-loading.tsx';
import type { BoardConnection, BoardSnapshot, SaveState } from './board-connection.ts';
import type { Plane } from './board-plane.tsx';
import type { BoardViewName } from './board-screen.tsx';
import { useFollowing } from './follow/use-following.ts';
import type { NoteAuthors } from './lens/lens.ts';
import { LensState } from './lens/lens-state.ts';
import { useLens, type SeenThrough } from './lens/use-lens.ts';
import type { Compose } from './note-editor.tsx';
import { NotTakenList } from './not-taken.tsx';
import type { ReadingItem } from './scene/scene.ts';
import { Speech, SpeechRegion } from './speech.tsx';
import { TalkOnPlane } from './talk/talk-on-plane.tsx';
import { talkOf } from './talk/talk-of.ts';
import { useBoardCommands, type Asking } from './use-board-commands.ts';
import { useDoingsSentence } from './use-doings-sentence.ts';
import { whenIdle } from './when-idle.ts';
import { workCopy, type BoardCopy, type WorkSnapshot } from './work-copy.ts';
import './hands.css';
import './outline.css';
import './tools.css';

const loadDialogs = () => import('./board-dialogs.tsx');
const loadOutline = () => import('./outline.tsx');
const BoardDialogs = lazy(async () => ({ default: (await loadDialogs()).BoardDialogs }));
const TemplateDialog = lazy(async () => ({ default: (await import('./template-dialog.tsx')).TemplateDialog }));
const FindDialog = lazy(async () => ({ default: (await import('./find-dialog.tsx')).FindDialog }));
const LensPanel = lazy(async () => ({ default: (await import('./lens/lens-panel.tsx')).LensPanel }));
const LensBar = lazy(async () => ({ default: (await import('./lens/lens-bar.tsx')).LensBar }));
const PeoplePanel = lazy(async () => ({ default: (await import('./follow/people-panel.tsx')).PeoplePanel }));
const FollowBar = lazy(async () => ({ default: (await import('./follow/follow-bar.tsx')).FollowBar }));
const BoardOutline = lazy(async () => ({ default: (await loadOutline()).BoardOutline }));

/** After the dialog has given the focus back. */
const afterDialog = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(run)));

export interface BoardWorkProps {
  connection: BoardConnection;
  snapshot: BoardSnapshot;
  view: BoardViewName;
  /** The drawn plane, while it is there. */
  plane: Plane | null;
  /** The list is there. */
  onList?: (() => void) | undefined;
  nameOf: (person: BoardPerson) => string;
  /** Those whom the viewer may tell apart by their notes. */
  authors?: NoteAuthors | undefined;
  /** How the history of a note calls somebody; left out for who may not see it. */
  authorName?: ((author: HistoryAuthor | null) => string) | undefined;
  compose?: Compose | undefined;
  /** Where the buttons for finding and filtering stand, so that they cover nothing of the board. */
  seekPlace: HTMLElement | null;
}

/** All that can be done to a board, on its plane or in its list, and what is said aloud about it. */
export function BoardWork({ connection, snapshot: shown, view, plane, nameOf, authors, authorName, compose, seekPlace, onList }: BoardWorkProps) {
  const t = useText('boards');
  const talk = talkOf(connection);
  const snapshot = useMemo<WorkSnapshot>(() => ({ ...shown, copy: workCopy(shown.copy, talk) }), [shown, talk]);
  const { copy, save, link, notTaken } = snapshot;
  // A new copy is drawn a moment after it came: until then the hands, and what is open in them, stay at the one before it.
  const [met, setMet] = useState<{ snapshot: WorkSnapshot; plane: Plane } | null>(null);
  if (!plane && met) setMet(null);
  else if (plane?.view.scene === copy.scene && (met?.snapshot !== snapshot || met.plane !== plane)) setMet({ snapshot, plane });
  const [asking, setAsking] = useState<Asking>(null);
  const [finding, setFinding] = useState(false);
  const listGoTo = useRef<((item: ReadingItem) => void) | null>(null);
  const goTo = (item: ReadingItem) => (view === 'canvas' ? plane?.view.focus(item) : listGoTo.current?.(item));
  const [colour, setColour] = useState<NoteColour>('yellow');
  const [speech] = useState(() => new Speech());
  const { say } = speech;
  const [lensState] = useState(() => new LensState());
  const [panel, setPanel] = useState<'lens' | 'people' | null>(null);
  const peopleButton = useRef<HTMLButtonElement>(null);
  const filterButton = useRef<HTMLButtonElement>(null);
  const seen = useLens(copy, lensState, link.participantId, link.rule?.anonymous === true, authors);
  const { look, meant } = seen;
  const isLensOn = meant !== undefined || seen.lens.colourBy !== null;
  useEffect(() => plane?.view.lookThrough(look), [plane, look]);
  useSpokenLens(seen, copy, say);
  const following = useFollowing(connection, snapshot, plane, nameOf, say);
  const isAboutViews = following.leader !== null || following.waiting !== null || following.presents || link.followers > 0;
  const commands = useBoardCommands(copy, say, setAsking, authorName !== undefined);
  useEffect(() => copy.actions.tellClosed(() => toast(t('lock.hint'), 'bad')), [copy, t]);
  const sentence = useDoingsSentence(copy);
  const words = useRef(sentence);
  useEffect(() => {
    words.current = sentence;
  }, [sentence]);

  // What one finds on coming is no news. Texts that come anew do not end the gathering: what others did meanwhile would never be said.
  useEffect(() => {
    const found = new Set([...copy.index.notes.keys()].filter((id) => !copy.scene.notes.has(id)));
    const announcer = new Announcer(say, (doings) => words.current(doings), (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    }, DRAWING_KINDS.flatMap((kind) => [...copy.index.items(kind).keys()]));
    const end = copy.scene.onChange((change) => {
      announcer.follow(change, (id) => copy.index.note(id), (id) => copy.actions.own.has(id) || found.delete(id), (id) => DRAWING_KINDS.some((kind) => copy.index.item(kind, id)));
      if (change.documentChanged) copy.actions.own.clear();
    });
    const endNews = talk.onNews((objectId) => announcer.commented(objectId));
    return () => {
      end();
      endNews();
      announcer.end();
    };
  }, [copy, talk, say]);
  useEffect(() => talk.follow(connection), [talk, connection]);
  useSpokenState(save, say);
  // What the first picture does not need comes right after it, so that it is there when the network is not.
  useEffect(() => whenIdle(() => void Promise.all([loadDialogs(), loadOutline()]).catch(() => undefined)), []);

  const bars = (isLensOn || isAboutViews) && (
    <div className="board-bars">
      <Suspense fallback={null}>{isAboutViews && <FollowBar connection={connection} seen={following} followers={link.followers} isList={view === 'outline'} />}</Suspense>
      <Suspense fallback={null}>{isLensOn && <LensBar copy={copy} state={lensState} seen={seen} />}</Suspense>
    </div>
  );
  const closePanel = (button: HTMLElement | null) => {
    setPanel(null);
    button?.focus();
  };
  const mayWriteAgain = link.rights.write && link.rights.createNotes;
  return (
    <>
      {view === 'outline' ? (
        <Suspense fallback={<BoardLoading />}>
          <BoardOutline snapshot={snapshot} commands={commands} compose={compose} colour={colour} onColour={setColour} lens={lensState} seen={seen} bars={bars} asking={asking !== null || finding} goTo={listGoTo} />
          <Shown onShown={onList} />
        </Suspense>
      ) : (
        plane &&
        met && (
          <BoardCanvas connection={connection} snapshot={met.snapshot} plane={met.plane} commands={commands} nameOf={nameOf} compose={compose} colour={colour} onColour={setColour} asking={asking !== null || finding} />
        )
      )}
      {view === 'canvas' && met && <TalkOnPlane view={met.plane.view} talk={talk} onOpen={(id) => commands.ask({ kind: 'talk', id })} />}
      {seekPlace &&
        createPortal(
          <>
            <button type="button" className="board-find" onClick={() => setFinding(true)}>
              <Search aria-hidden size={18} /> <span>{t('find.short')}</span>
            </button>
            <button ref={filterButton} type="button" className="board-find" aria-expanded={panel === 'lens'} aria-controls="board-lens" data-on={isLensOn || undefined} onClick={() => setPanel(panel === 'lens' ? null : 'lens')}>
              <SlidersHorizontal aria-hidden size={18} /> <span>{t('lens.short')}</span>
            </button>
            <button ref={peopleButton} type="button" className="board-find" aria-expanded={panel === 'people'} aria-controls="board-people" data-on={isAboutViews || undefined} onClick={() => setPanel(panel === 'people' ? null : 'people')}>
              <Users aria-hidden size={18} /> <span>{t('follow.short')}</span>
            </button>
          </>,
          seekPlace,
        )}
      <Suspense fallback={null}>
        {panel === 'lens' && <LensPanel copy={copy} state={lensState} seen={seen} onClose={() => closePanel(filterButton.current)} />}
      </Suspense>
      <Suspense fallback={null}>
        {panel === 'people' && (
          <PeoplePanel connection={connection} snapshot={snapshot} seen={following} nameOf={nameOf} hasPlane={view === 'canvas'} onClose={() => closePanel(peopleButton.current)} />
        )}
      </Suspense>
      {view === 'canvas' && bars}
      <NotTakenList
        texts={notTaken}
        onDrop={({ id }) => connection.settleNotTaken(id)}
        onAgain={
          mayWriteAgain
            ? ({ id, text }) => {
                if (copy.actions.addNote(text, colour, copy.actions.places.freePlaceOn(copy.scene.frames[0]?.id ?? null)) !== null) connection.settleNotTaken(id);
              }
            : null
        }
      />
      <Suspense fallback={null}>{asking && asking.kind !== 'template' && <BoardDialogs boardId={connection.boardId} copy={copy} asking={asking} commands={commands} anonymous={link.rule?.anonymous === true && !link.rights.editAll} nameOf={nameOf} authorName={authorName} />}</Suspense>
      <Suspense fallback={null}>
        {asking?.kind === 'template' && (
          <TemplateDialog
            onClose={() => setAsking(null)}
            onInsert={(template) => {
              const id = copy.actions.frames.addTemplate(template);
              setAsking(null);
              say(id === null ? t('template.full') : t('template.made', { count: template.frames.length }));
              if (id !== null) afterDialog(() => goTo({ kind: 'frame', id }));
            }}
          />
        )}
        {finding && (
          <FindDialog
            copy={copy}
            onClose={() => setFinding(false)}
            onGo={(item) => {
              setFinding(false);
              afterDialog(() => goTo(item));
            }}
          />
        )}
      </Suspense>
      <SpeechRegion speech={speech} />
    </>
  );
}

/** How much of the board is what one looks for, each time one looks for something else. */
function useSpokenLens({ asked, lens, meant }: SeenThrough, { index }: BoardCopy, say: (text: string) => void) {
  const t = useText('boards');
  const told = useRef(asked);
  useEffect(() => {
    const before = told.current;
    told.current = asked;
    if (before === asked) return;
    if (before.by !== asked.by || before.only !== asked.only) {
      const total = index.notes.size;
      if (meant) say(t('lens.shown', { count: [...index.notes.values()].filter(meant).length, total }));
      else if (before.only.size > 0) say(t('lens.allShown'));
    }
    if (before.colourBy !== asked.colourBy) say(lens.colourBy === null ? t('lens.ownColoursShown') : t('lens.colouredBy', { by: t(`lens.dimension.${lens.colourBy}`) }));
  }, [asked, lens, meant, index, say, t]);
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

/** Says that what stands beside it has come. */
function Shown({ onShown }: { onShown: (() => void) | undefined }) {
  useEffect(() => onShown?.(), [onShown]);
  return null;
}
