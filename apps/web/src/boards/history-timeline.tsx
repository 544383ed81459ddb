import type { BoardHistory, Checkpoint, HistoryEntry } from '@spolu/contracts/boards';
import { Button } from '@spolu/ui/button';
import { Bookmark } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import type { HistoryViewProps } from './history-view.tsx';

type Row = { kind: 'doing'; doing: HistoryEntry } | { kind: 'point'; point: Checkpoint };
/** A line of the list: a checkpoint and a doing may be of the same tick. */
export interface Chosen {
  line: string;
  tick: number;
}

interface TimelineProps extends Pick<HistoryViewProps, 'nameOf' | 'activityOf'> {
  history: BoardHistory;
  pointsOnly: boolean;
  /** The line that is chosen. */
  chosen: string | null;
  onChoose: (chosen: Chosen) => void;
}

/** Doings and checkpoints in one line of time, the newest first; older ones on demand. */
export function HistoryTimeline({ history, ...props }: TimelineProps) {
  const t = useText('boards');
  const rows = rowsOf(history).filter(({ kind }) => !props.pointsOnly || kind === 'point');
  return (
    <>
      {rows.length === 0 && <p className="soft">{props.pointsOnly ? t('history.noPoints') : t('history.nothing')}</p>}
      <ol role="list" className="history-list">
        {rows.map((row) =>
          row.kind === 'point' ? <Point key={lineOfPoint(row.point)} point={row.point} {...props} /> : <Doing key={lineOf(row.doing)} doing={row.doing} {...props} />,
        )}
      </ol>
      {history.before !== null && <Older boardId={history.boardId} before={history.before} {...props} />}
    </>
  );
}

function Older({ boardId, before, ...props }: Omit<TimelineProps, 'history'> & { boardId: string; before: number }) {
  const t = useText('boards');
  const [asked, setAsked] = useState(false);
  const older = useResource<BoardHistory>(asked ? `/boards/${boardId}/history?before=${before}` : null);
  if (!asked) {
    return (
      <div>
        <Button look="secondary" onPress={() => setAsked(true)}>
          {t('history.older')}
        </Button>
      </div>
    );
  }
  return <Loaded query={older}>{(history) => <HistoryTimeline history={history} {...props} />}</Loaded>;
}

const lineOfPoint = ({ tick, reason }: Checkpoint) => `${tick} ${reason}`;
const lineOf = ({ tick, act, kind, by }: HistoryEntry) => `${tick} ${act} ${kind} ${by?.participantId ?? by?.personId ?? ''}`;

/** A checkpoint stands above the doings it comes after. */
function rowsOf({ entries, checkpoints }: BoardHistory): Row[] {
  const rows: { tick: number; order: number; row: Row }[] = [
    ...entries.map((doing) => ({ tick: doing.tick, order: 1, row: { kind: 'doing' as const, doing } })),
    ...checkpoints.map((point) => ({ tick: point.tick, order: 0, row: { kind: 'point' as const, point } })),
  ];
  return rows.sort((a, b) => b.tick - a.tick || a.order - b.order).map(({ row }) => row);
}

function Doing({ doing, nameOf, chosen, onChoose }: { doing: HistoryEntry } & Omit<TimelineProps, 'history'>) {
  const t = useText('boards');
  return (
    <Entry line={lineOf(doing)} at={doing} chosen={chosen} onChoose={onChoose}>
      <span className="history-who">{nameOf(doing.by)}</span>
      <span>
        {t(`history.act.${doing.act}`)}: {t(`history.of.${doing.kind}`, { count: doing.count })}
      </span>
      {doing.samples.length > 0 && <span className="history-samples">{doing.samples.map((sample) => `„${sample}“`).join(', ')}{doing.count > doing.samples.length && ' …'}</span>}
    </Entry>
  );
}

function Point({ point, nameOf, activityOf, chosen, onChoose }: { point: Checkpoint } & Omit<TimelineProps, 'history'>) {
  const t = useText('boards');
  const title = point.activityId ? activityOf(point.activityId) : '';
  return (
    <Entry line={lineOfPoint(point)} at={point} chosen={chosen} onChoose={onChoose} isPoint>
      <span className="history-point">
        <Bookmark aria-hidden size={18} /> {t(`history.point.${point.reason}`)}
        {title && `: ${title}`}
      </span>
      {point.by && <span>{nameOf(point.by)}</span>}
    </Entry>
  );
}

interface EntryProps extends Pick<TimelineProps, 'chosen' | 'onChoose'> {
  line: string;
  at: Pick<HistoryEntry, 'tick' | 'at'>;
  isPoint?: boolean;
  children: ReactNode;
}

function Entry({ line, at: { tick, at }, chosen, onChoose, isPoint, children }: EntryProps) {
  const format = useFormat();
  return (
    <li>
      <button type="button" className="history-row" data-point={isPoint || undefined} aria-pressed={chosen === line} onClick={() => onChoose({ line, tick })}>
        <time dateTime={at}>{format.dateTime(at)}</time>
        <span className="history-what">{children}</span>
      </button>
    </li>
  );
}
