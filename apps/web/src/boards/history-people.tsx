import type { HistoryPerson, UndoneAll } from '@spolu/contracts/boards';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Table } from '@spolu/ui/table';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import type { Done, HistoryViewProps } from './history-view.tsx';

interface PeopleProps extends Pick<HistoryViewProps, 'nameOf'> {
  boardId: string;
  mayUndo: boolean;
  onDone: (done: Done) => void;
}

const idOf = ({ by }: HistoryPerson) => by.participantId ?? by.personId ?? '';

/** Who did how much, and taking back all that one did. */
export function HistoryPeople(props: PeopleProps) {
  const t = useText('boards');
  const people = useResource<HistoryPerson[]>(`/boards/${props.boardId}/history/people`);
  return <Loaded query={people}>{(all) => (all.length === 0 ? <p className="soft">{t('history.nobody')}</p> : <People people={all} {...props} />)}</Loaded>;
}

function People({ people, boardId, nameOf, mayUndo, onDone }: PeopleProps & { people: HistoryPerson[] }) {
  const t = useText('boards');
  const format = useFormat();
  const problemText = useProblemText();
  const [asking, setAsking] = useState<HistoryPerson | null>(null);
  const undo = useCommand((authorId: string) => api.post<UndoneAll>(`/boards/${boardId}/undoings`, { authorId }), [`/boards/${boardId}`]);

  async function handleUndo(person: HistoryPerson) {
    try {
      const { undoneCount, keptCount, undoTick } = await undo.mutateAsync(idOf(person));
      const kept = keptCount > 0 ? ` ${t('history.kept', { count: keptCount })}` : '';
      onDone({ text: `${t('history.undone', { count: undoneCount, name: nameOf(person.by) })}${kept}`, undoTick });
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }

  return (
    <div className="stack">
      <p className="soft">{t('history.peopleMeans')}</p>
      <Table
        caption={t('history.people')}
        captionHidden
        rows={people}
        rowKey={idOf}
        columns={[
          { id: 'name', title: t('history.name'), heading: true, cell: ({ by }) => nameOf(by) },
          { id: 'added', title: t('history.added'), numeric: true, cell: ({ addedCount }) => format.number(addedCount) },
          { id: 'changed', title: t('history.changed'), numeric: true, cell: ({ changedCount }) => format.number(changedCount) },
          ...(mayUndo
            ? [{
                id: 'undo', title: t('history.undo'), titleHidden: true,
                cell: (person: HistoryPerson) => (
                  <Button look="secondary" size="small" onPress={() => setAsking(person)} aria-label={t('history.undoOf', { name: nameOf(person.by) })}>
                    {t('history.undo')}
                  </Button>
                ),
              }]
            : []),
        ]}
      />
      {asking && (
        <ConfirmDialog open onClose={() => setAsking(null)} title={t('history.undoOf', { name: nameOf(asking.by) })} confirm={t('history.undo')} danger onConfirm={() => handleUndo(asking)}>
          <ul>
            <li>{t('history.undoMeans')}</li>
            <li>{t('history.undoKeeps')}</li>
            <li>{t('history.restoreUndo')}</li>
          </ul>
        </ConfirmDialog>
      )}
    </div>
  );
}
