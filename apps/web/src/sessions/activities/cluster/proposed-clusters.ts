import { alikeGroups } from '@spolu/board/alike';
import type { Note } from '@spolu/board/shape';

export interface ProposedCluster {
  /** That most of its notes share. */
  words: string[];
  notes: { id: string; text: string }[];
}

/**
 * What might belong together among notes that lie in no cluster. Each frame by itself: a column says something of its notes, and a cluster lies on one frame.
 * The biggest first.
 */
export function proposedClusters(notes: readonly Pick<Note, 'id' | 'text' | 'clusterId' | 'position'>[]): ProposedCluster[] {
  const loose = notes.filter(({ clusterId, text }) => clusterId === null && text.trim() !== '');
  const byFrame = new Map<string | null, typeof loose>();
  for (const note of loose) byFrame.set(note.position.frameId, [...(byFrame.get(note.position.frameId) ?? []), note]);
  const textOf = new Map(loose.map(({ id, text }) => [id, text]));
  return [...byFrame.values()]
    .flatMap((among) => alikeGroups(among))
    .sort((a, b) => b.noteIds.length - a.noteIds.length)
    .map(({ words, noteIds }) => ({ words, notes: noteIds.map((id) => ({ id, text: textOf.get(id) ?? '' })) }));
}
