import type { BoardHistory, HistoryAuthor, Restored } from '@spolu/contracts/boards';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { Notice } from '@spolu/ui/notice';
import { Tabs } from '@spolu/ui/tabs';
import { toast } from '@spolu/ui/toast';
import { useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { HistoryPeople } from './history-people.tsx';
import { HistoryPreview } from './history-preview.tsx';
import { HistoryTimeline, type Chosen } from './history-timeline.tsx';
import './history.css';

export interface HistoryViewProps {
  boardId: string;
  /** How somebody is called; null: nobody in particular. */
  nameOf: (author: HistoryAuthor | null) => string;
  /** The title of an activity; empty where it is not known. */
  activityOf: (activityId: string) => string;
}

/** What was done last here, and how to take that back. */
export interface Done {
  text: string;
  undoTick: number;
}

/** What happened on a board, what it was, and the way back. */
export function HistoryView({ boardId, nameOf, activityOf }: HistoryViewProps) {
  const t = useText('boards');
  const newest = useResource<BoardHistory>(`/boards/${boardId}/history`);
  const [done, setDone] = useState<Done | null>(null);
  return (
    <Loaded query={newest}>
      {(history) => (
        <>
          {done && <LastDone boardId={boardId} done={done} onDone={setDone} />}
          {!history.may.restore && <Notice>{t('history.closed')}</Notice>}
          <Tabs
            label={t('history.parts')}
            tabs={[
              { id: 'time', label: t('history.time'), content: <Time history={history} nameOf={nameOf} activityOf={activityOf} onDone={setDone} /> },
              { id: 'people', label: t('history.people'), content: <HistoryPeople boardId={boardId} nameOf={nameOf} mayUndo={history.may.restore} onDone={setDone} /> },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

/** Stepping back is a step of its own: it can be stepped back from as well. */
function LastDone({ boardId, done, onDone }: { boardId: string; done: Done; onDone: (done: Done | null) => void }) {
  const t = useText('boards');
  const problemText = useProblemText();
  const place = useRef<HTMLDivElement>(null);
  // It stands on top of the page, and whoever went back was far down.
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: 'center' });
  }, [done]);
  const restore = useCommand((tick: number) => api.post<Restored>(`/boards/${boardId}/restorations`, { tick }), [`/boards/${boardId}`]);
  return (
    <Notice tone="good" role="status">
      <div ref={place} className="stack stack-s">
        <p>{done.text}</p>
        <div>
          <Button
            look="secondary"
            isPending={restore.isPending}
            onPress={() =>
              restore.mutate(done.undoTick, {
                onSuccess: ({ undoTick }) => onDone({ text: t('history.takenBack'), undoTick }),
                onError: (error) => toast(problemText(error), 'bad'),
              })
            }
          >
            {t('history.takeBack')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

function Time({ history, nameOf, activityOf, onDone }: { history: BoardHistory; nameOf: HistoryViewProps['nameOf']; activityOf: HistoryViewProps['activityOf']; onDone: (done: Done) => void }) {
  const t = useText('boards');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pointsOnly, setPointsOnly] = useState(false);
  const list = useRef<HTMLElement>(null);
  return (
    <div className="history-columns">
      <section ref={list} className="stack" aria-label={t('history.time')}>
        <p className="soft">{t('history.timeMeans')}</p>
        <Checkbox label={t('history.pointsOnly')} checked={pointsOnly} onChange={setPointsOnly} />
        <HistoryTimeline history={history} nameOf={nameOf} activityOf={activityOf} pointsOnly={pointsOnly} chosen={chosen?.line ?? null} onChoose={setChosen} />
      </section>
      <section className="history-preview" aria-label={t('history.preview')}>
        {chosen ? (
          <HistoryPreview key={chosen.line} boardId={history.boardId} tick={chosen.tick} nameOf={nameOf} mayRestore={history.may.restore} onDone={onDone} onBack={() => list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()} />
        ) : (
          <p className="soft">{t('history.choose')}</p>
        )}
      </section>
    </div>
  );
}
