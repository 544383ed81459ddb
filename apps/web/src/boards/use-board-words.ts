import type { Cluster, Frame, Note } from '@spolu/board/shape';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { Doings } from './announcer.ts';
import type { BoardCopy } from './board-connection.ts';
import { wordsOf } from './scene/drawing-layer.ts';
import type { PlacedDrawing } from './scene/drawings.ts';
import type { ItemWords } from './scene/item-layer.ts';

/** What the drawn board says, in the viewer's language. */
export function useItemWords(): ItemWords {
  const t = useText('boards');
  return useMemo(
    () => ({
      note: (note: Note, cluster: Cluster | undefined, selected: boolean) =>
        [
          note.text || t('note.empty'),
          t(`colour.${note.colour}`),
          cluster && (cluster.title ? t('note.inCluster', { title: cluster.title }) : t('cluster.unnamed')),
          selected && t('note.selected'),
        ]
          .filter(Boolean)
          .join(', '),
      frame: (frame: Frame, count: number) => `${frame.title ? t('frame.label', { title: frame.title }) : t('frame.untitled')}, ${t('notes', { count })}`,
      cluster: (cluster: Cluster, count: number) => `${cluster.title ? t('cluster.label', { title: cluster.title }) : t('cluster.unnamed')}, ${t('notes', { count })}`,
      drawing: (placed: PlacedDrawing, selected: boolean) =>
        [
          placed.kind === 'shape' ? t(`form.${placed.item.form}`) : t(`drawing.${placed.kind}`),
          placed.kind === 'picture' ? placed.item.alt : wordsOf(placed),
          placed.item.locked && t('drawing.locked'),
          selected && t('note.selected'),
        ]
          .filter(Boolean)
          .join(', '),
      unnamed: t('cluster.unnamed'),
    }),
    [t],
  );
}

/** Of new notes the frames are named, as long as one can follow. */
const FRAMES_NAMED = 3;

/** One sentence of what others did. */
export function useDoingsSentence({ index }: Pick<BoardCopy, 'index'>): (doings: Doings) => string {
  const t = useText('boards');
  return useMemo(() => {
    const addedWords = (added: Doings['added']): string[] => {
      const named = [...added].flatMap(([frameId, count]) => {
        const title = index.frame(frameId)?.title;
        return title ? [{ title, count }] : [];
      });
      if (named.length === added.size && named.length <= FRAMES_NAMED) return named.map((frame) => t('say.othersAddedIn', frame));
      return [t('say.othersAdded', { count: [...added.values()].reduce((sum, count) => sum + count, 0) })];
    };
    return (doings: Doings) =>
      [
        ...addedWords(doings.added),
        doings.edited > 0 && t('say.othersEdited', { count: doings.edited }),
        doings.moved > 0 && t('say.othersMoved', { count: doings.moved }),
        doings.grouped > 0 && t('say.othersGrouped', { count: doings.grouped }),
        doings.removed > 0 && t('say.othersRemoved', { count: doings.removed }),
      ]
        .filter(Boolean)
        .join(', ');
  }, [t, index]);
}
