import type { Layout } from '@spolu/board/layout';
import type { ItemRef, Place } from '@spolu/board/shape';
import type { NoteColour } from '@spolu/contracts/boards';
import type { ReactionKind } from '@spolu/contracts/board-talk';
import { toast } from '@spolu/ui/toast';
import { useMemo } from 'react';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import type { ReadingItem } from './scene/scene.ts';
import type { Look } from './scene/tools.ts';
import type { BoardCopy } from './work-copy.ts';

/** A question that a dialog asks before a command can be carried out. */
export type Asking = { kind: 'template' } | { kind: 'link'; at: Place } | { kind: 'paste'; at: Place; text: string } | { kind: 'move'; noteIds: string[] } | { kind: 'frame'; id: string } | { kind: 'cluster'; id: string } | { kind: 'connect'; from: ItemRef } | { kind: 'talk'; id: string } | { kind: 'history'; noteId: string } | { kind: 'help' } | null;

export interface BoardCommands {
  remove: (noteIds: readonly string[]) => void;
  /** What Delete means at an item: the chosen notes, else the note, frame or cluster itself. */
  removeAt: (item: ReadingItem | null) => void;
  duplicate: (noteIds: readonly string[]) => void;
  colour: (noteIds: readonly string[], colour: NoteColour) => void;
  choose: (noteIds: readonly string[]) => void;
  arrange: (ids: readonly string[], layout: Layout) => void;
  stack: (ids: readonly string[], toFront: boolean) => void;
  /** Kept together from now on, or no more. */
  bind: (ids: readonly string[], together: boolean) => void;
  lock: (ids: readonly string[], locked: boolean) => void;
  connect: (from: ItemRef, to: ItemRef, look: Pick<Look, 'line' | 'heads' | 'colour'>) => boolean;
  /** Makes a cluster and asks for its name. @returns its id, null where nothing may be grouped */
  group: (noteIds: readonly string[]) => string | null;
  undo: () => void;
  redo: () => void;
  move: (noteIds: readonly string[], to: { frameId: string | null } | { clusterId: string | null }) => void;
  /** Gives a reaction, or takes it back where she gave it. */
  react: (objectId: string, kind: ReactionKind) => void;
  /** Shows who wrote a note and moved it, when; null for who may not see that. */
  history: ((noteId: string) => void) | null;
  say: (text: string) => void;
  ask: (asking: Asking) => void;
}

/** How far a copy lies from what it was made of, either way. */
const COPY_STEP = 24;

/** What both views of a board let a person do, with a word about what came of it. */
export function useBoardCommands(copy: BoardCopy, say: (text: string) => void, ask: (asking: Asking) => void, maySeeHistory = false): BoardCommands {
  const t = useText('boards');
  const problemText = useProblemText();
  return useMemo(() => {
    const { actions, selection, index, talk } = copy;
    const remove = (noteIds: readonly string[]) => {
      const count = actions.removeNotes(noteIds);
      say(count > 0 ? t('say.removed', { count }) : t('say.cannotRemove'));
    };
    const stepped = ({ done, kept }: { done: number; kept: number }, word: string) => {
      say(done === 0 && kept === 0 ? t('say.nothingToUndo') : kept > 0 ? t('say.undoneKept') : word);
    };
    const commands: BoardCommands = {
      remove,
      removeAt: (item) => {
        const chosen = [...selection.read()];
        if (chosen.length > 0) remove(chosen);
        else if (item?.kind === 'frame') {
          if (actions.frames.may) ask({ kind: 'frame', id: item.id });
        } else if (item?.kind === 'cluster') actions.removeCluster(item.id);
        else if (item) remove([item.id]);
      },
      duplicate: (noteIds) => {
        const copies = actions.duplicate(noteIds, COPY_STEP, COPY_STEP);
        if (copies.length === 0) return;
        selection.set(copies);
        say(t('say.duplicated', { count: copies.length }));
      },
      colour: (noteIds, colour) => {
        const number = actions.colourNotes(noteIds, colour);
        if (number > 0) say(t('say.coloured', { number, colour: t(`colour.${colour}`) }));
      },
      choose: (noteIds) => {
        selection.set(noteIds);
        say(noteIds.length > 0 ? t('say.selected', { count: noteIds.length }) : t('say.nothingSelected'));
      },
      arrange: (ids, layout) => {
        const count = actions.arrange(ids, layout);
        say(count > 0 ? t('say.moved', { count }) : t('say.nothingMoved'));
      },
      stack: (ids, toFront) => {
        if (toFront ? actions.toFront(ids) : actions.toBack(ids)) say(t('say.stacked'));
      },
      bind: (ids, together) => {
        if (together ? actions.bind(ids) : actions.unbind(ids)) say(together ? t('say.bound') : t('say.unbound'));
      },
      lock: (ids, locked) => {
        if (actions.lock(ids, locked)) say(locked ? t('say.locked') : t('say.unlocked'));
      },
      connect: (from, to, look) => {
        const made = actions.drawings.connect(from, to, look) !== null;
        if (made) say(t('say.made', { what: t('drawing.connector') }));
        return made;
      },
      group: (noteIds) => {
        const clusterId = actions.makeCluster(noteIds, '');
        if (clusterId === null) return null;
        say(t('say.grouped', { count: noteIds.length }));
        ask({ kind: 'cluster', id: clusterId });
        return clusterId;
      },
      undo: () => stepped(actions.undo(), t('say.undone')),
      redo: () => stepped(actions.redo(), t('say.redone')),
      move: (noteIds, to) => {
        const where =
          'frameId' in to
            ? (index.frame(to.frameId)?.title ?? t('frame.none'))
            : to.clusterId === null
              ? t('cluster.none')
              : index.cluster(to.clusterId)?.title || t('cluster.unnamed');
        const number = 'frameId' in to ? actions.moveNotesToFrame(noteIds, to.frameId) : actions.moveNotesToCluster(noteIds, to.clusterId);
        say(t('say.movedTo', { number, where }));
      },
      react: (objectId, kind) => {
        const given = !talk.of(objectId).mine.includes(kind);
        talk.react(objectId, kind, given).then(
          () => say(t(given ? 'talk.given' : 'talk.takenBack', { name: t(`reaction.${kind}`) })),
          (error: unknown) => toast(problemText(error), 'bad'),
        );
      },
      history: maySeeHistory ? (noteId) => ask({ kind: 'history', noteId }) : null,
      say,
      ask,
    };
    return commands;
  }, [copy, say, ask, maySeeHistory, t, problemText]);
}
