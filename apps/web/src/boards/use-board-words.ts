import type { Cluster, Frame, Note } from '@spolu/board/shape';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import { wordsOf } from './scene/drawing-layer.ts';
import type { PlacedDrawing } from './scene/drawings.ts';
import type { ItemWords } from './scene/item-layer.ts';

/** What the drawn board says, in the viewer's language. */
export function useItemWords(): ItemWords {
  const t = useText('boards');
  return useMemo(() => {
    const votes = (cluster: Cluster) => cluster.votes !== null && t('outline.votes', { count: cluster.votes });
    return {
      note: (note: Note, cluster: Cluster | undefined, selected: boolean) =>
        [
          note.text || t('note.empty'),
          t(`colour.${note.colour}`),
          note.locked && t('drawing.locked'),
          cluster && (cluster.title ? t('note.inCluster', { title: cluster.title }) : t('cluster.unnamed')),
          selected && t('note.selected'),
        ]
          .filter(Boolean)
          .join(', '),
      frame: (frame: Frame, count: number) =>
        [frame.title ? t('frame.label', { title: frame.title }) : t('frame.untitled'), frame.locked && t('drawing.locked'), t('notes', { count })].filter(Boolean).join(', '),
      cluster: (cluster: Cluster, count: number) =>
        [cluster.title ? t('cluster.label', { title: cluster.title }) : t('cluster.unnamed'), votes(cluster), t('notes', { count })].filter(Boolean).join(', '),
      clusterTitle: (cluster: Cluster) => [cluster.title || t('cluster.unnamed'), votes(cluster)].filter(Boolean).join(' · '),
      drawing: (placed: PlacedDrawing, selected: boolean) =>
        [
          placed.kind === 'shape' ? t(`form.${placed.item.form}`) : t(`drawing.${placed.kind}`),
          placed.kind === 'picture' ? placed.item.alt : wordsOf(placed),
          placed.item.locked && t('drawing.locked'),
          selected && t('note.selected'),
        ]
          .filter(Boolean)
          .join(', '),
    };
  }, [t]);
}
