import type { SeenBoard } from '@spolu/board/drawing/seen';
import type { BoardFile } from '@spolu/contracts/board-files';

/** A board, or a part of one, as a file that can be read in again. */
export function toBoardFile({ frames, clusters, notes }: SeenBoard, { title, now }: { title: string; now: Date }): BoardFile {
  const frameIds = new Set(frames.map(({ id }) => id));
  const used = new Set(notes.map(({ clusterId }) => clusterId));
  const kept = clusters.filter(({ id }) => used.has(id));
  const clusterIds = new Set(kept.map(({ id }) => id));
  return {
    format: 'spolupracovna-board',
    version: 1,
    exportedAt: now.toISOString(),
    title,
    frames: frames.map(({ id, title: name, position: { x, y }, size }) => ({ id, title: name, x, y, ...size })),
    clusters: kept.map(({ id, title: name }) => ({ id, title: name })),
    notes: notes.map(({ id, contributionId, text, colour, position, at, size, clusterId, createdAt }) => {
      // a note whose frame does not come along lies where it lay on the board
      const frameId = position.frameId !== null && frameIds.has(position.frameId) ? position.frameId : null;
      const { x, y } = frameId === null ? at : position;
      return { id, contributionId, text, colour, x, y, frameId, ...size, clusterId: clusterId !== null && clusterIds.has(clusterId) ? clusterId : null, createdAt: new Date(createdAt).toISOString() };
    }),
  };
}
