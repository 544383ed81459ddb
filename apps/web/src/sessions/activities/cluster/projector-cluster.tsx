import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { HallText } from '../../hall-text.tsx';
import { useLiveBoard } from '../../live-board.ts';
import { NoteWalls } from '../../note-walls.tsx';
import type { ProjectorActivityProps } from '../projector-by-kind.tsx';

/** Up to five stand side by side; more of them in rows of four, so that their names stay readable. */
const columnsFor = (count: number) => (count <= 5 ? Math.max(1, count) : count === 6 ? 3 : 4);

/** More of them leave no room for words: then only their names are shown, with how many notes each holds. */
const BOXES_MAX = 12;

/** Clusters in the making: their names, how many notes each holds, and as many of the words as the wall has room for. */
export function ProjectorCluster({ boardId, activity: { instruction } }: ProjectorActivityProps<'cluster'>) {
  const t = useText('sessions');
  const { clusters, notes } = useLiveBoard(boardId);
  const known = new Set(clusters.map(({ id }) => id));
  const loose = notes.filter(({ clusterId }) => clusterId === null || !known.has(clusterId));
  const groups = clusters.map((cluster) => ({ ...cluster, notes: notes.filter(({ clusterId }) => clusterId === cluster.id) })).filter((group) => group.notes.length > 0);
  return (
    <>
      {instruction && <HallText look="instruction" text={instruction} />}
      <p className="hall-line">
        {[groups.length > 0 && t('projector.clusters', { count: groups.length }), loose.length > 0 && t('projector.loose', { count: loose.length })].filter(Boolean).join(' · ')}
      </p>
      {groups.length === 0 ? (
        <NoteWalls walls={[{ id: 'all', title: '', notes }]} sideBySide={1} />
      ) : groups.length > BOXES_MAX ? (
        <FittedList of={groups.map(({ title, notes: { length } }) => `${title} ${length}`).join('\n')} more={(count) => t('projector.moreClusters', { count })}>
          <ul role="list" className="hall-cluster-names">
            {groups.map((group) => (
              <li key={group.id}>
                <h2>
                  {group.title || t('report.unnamed')} <span className="hall-soft">{group.notes.length}</span>
                </h2>
              </li>
            ))}
          </ul>
        </FittedList>
      ) : (
        <NoteWalls walls={groups.map((group) => ({ ...group, title: group.title || t('report.unnamed') }))} sideBySide={columnsFor(groups.length)} boxed />
      )}
    </>
  );
}
