import type { Note } from '@spolu/board/shape';
import type { RoomActivity } from '@spolu/contracts/sessions';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import { useLiveBoard } from '../../live-board.ts';
import { useWholeItems } from '../../use-whole-items.ts';
import { NoteWall } from '../brainstorm/projector-brainstorm.tsx';

/** Up to five stand side by side; more of them in rows of four, so that their names stay readable. */
const columnsFor = (count: number) => (count <= 5 ? Math.max(1, count) : count === 6 ? 3 : 4);

/** More of them leave no room for words: then only their names are shown, with how many notes each holds. */
const BOXES_MAX = 12;

/** Clusters in the making: their names, how many notes each holds, and as many of the words as the wall has room for. */
export function ProjectorCluster({ boardId, activity: { instruction } }: { boardId: string; activity: RoomActivity }) {
  const t = useText('sessions');
  const { clusters, notes } = useLiveBoard(boardId);
  const known = new Set(clusters.map(({ id }) => id));
  const loose = notes.filter(({ clusterId }) => clusterId === null || !known.has(clusterId));
  const groups = clusters.map((cluster) => ({ ...cluster, notes: notes.filter(({ clusterId }) => clusterId === cluster.id) })).filter((group) => group.notes.length > 0);
  return (
    <>
      {instruction && <p className="hall-instruction keep-lines">{instruction}</p>}
      <p className="hall-line">
        {[groups.length > 0 && t('projector.clusters', { count: groups.length }), loose.length > 0 && t('projector.loose', { count: loose.length })].filter(Boolean).join(' · ')}
      </p>
      {groups.length === 0 ? (
        <div className="hall-columns" data-count="1">
          <section className="hall-column">
            <NoteWall notes={notes} />
          </section>
        </div>
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
        <div className="hall-clusters" data-count={columnsFor(groups.length)}>
          {groups.map((group) => (
            <ClusterBox key={group.id} title={group.title || t('report.unnamed')} notes={group.notes} />
          ))}
        </div>
      )}
    </>
  );
}

/** What there is no room for is left out; the number in the heading counts all. */
function ClusterBox({ title, notes }: { title: string; notes: readonly Note[] }) {
  const list = useWholeItems<HTMLUListElement>(notes);
  return (
    <section className="hall-cluster">
      <h2>
        {title} <span className="hall-soft">{notes.length}</span>
      </h2>
      <ul role="list" ref={list}>
        {notes.map((note) => (
          <li key={note.id} className="ui-note hall-note" data-color={note.colour}>
            <span>{note.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
