import type { ActivityView, SessionView } from '@spolu/contracts/sessions';
import { clockOf, expectedTimes, minutesOf } from '@spolu/contracts/sheet-clock';
import { Notice } from '@spolu/ui/notice';
import type { KeyboardEvent, ReactNode } from 'react';
import { GridList } from 'react-aria-components/GridList';
import { useDragAndDrop, type DropItem } from 'react-aria-components/useDragAndDrop';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BlockRow } from './block-row.tsx';
import { townMinutes, type DayOfSheet } from './sheet-times.ts';

const BLOCK = 'application/x-spolu-block';

export interface BlockActions {
  onEdit: (activity: ActivityView) => void;
  onRemove: (activity: ActivityView) => void;
  onDuplicate: (activity: ActivityView) => void;
  onKeep: (activity: ActivityView) => void;
  onTakeIn: (activity: ActivityView) => void;
  /** To a place among the others of a day. */
  onPlace: (id: string, day: number, at: number) => void;
}

interface DayListProps extends BlockActions {
  day: DayOfSheet;
  session: SessionView;
  mayChange: boolean;
  pending: boolean;
  /** Now, while this is the day that goes on. */
  goesOn: Date | null;
  children: ReactNode;
}

/** One day of the run sheet: its blocks in order, moved by mouse, by keyboard from the handle, or by their arrows; also to another day. */
export function DayList({ day: { number, day, midnight, activities, timed, planned }, session, mayChange, pending, goesOn, children, ...actions }: DayListProps) {
  const t = useText('sessions/run-sheet');
  const format = useFormat();
  const { dragAndDropHooks } = useDragAndDrop<ActivityView>({
    getItems: (keys) => [...keys].map((key) => ({ [BLOCK]: String(key), 'text/plain': activities.find(({ id }) => id === key)?.title ?? '' })),
    acceptedDragTypes: [BLOCK],
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) => place(String([...keys][0]), String(target.key), target.dropPosition),
    onInsert: ({ items, target }) => void idOf(items).then((id) => place(id, String(target.key), target.dropPosition)),
    onRootDrop: ({ items }) => void idOf(items).then((id) => actions.onPlace(id, number, activities.length)),
  });
  function place(id: string, besideId: string, position: 'before' | 'after' | 'on') {
    const others = activities.filter((activity) => activity.id !== id);
    const at = others.findIndex((activity) => activity.id === besideId);
    if (at >= 0) actions.onPlace(id, number, position === 'after' ? at + 1 : at);
  }

  const several = session.sheet.days.length > 1;
  const title = day.on ? t('day.titleOn', { number, on: format.day(day.on) }) : t('day.title', { number });
  const expected = goesOn && day.startsAt ? expectedTimes(timed, day.startsAt, { now: townMinutes(goesOn.toISOString(), midnight), late: null }) : null;
  const over = day.endsAt && day.startsAt && activities.length > 0 ? planned.end - minutesOf(day.endsAt) : 0;
  const list = activities.length > 0 || several;
  return (
    <div className="stack sheet-day" role={several ? 'region' : undefined} aria-labelledby={several ? `day-${number}` : undefined} onKeyDown={stayAtRow}>
      {several && (
        <div className="row row-apart">
          <h3 id={`day-${number}`}>{title}</h3>
          {day.startsAt && <p className="soft">{t('agenda.fromUntil', { from: day.startsAt, until: clockOf(planned.end) })}</p>}
        </div>
      )}
      {list && (
        <GridList
          aria-label={several ? title : t('agenda.title')}
          className="sheet-blocks"
          items={activities}
          dependencies={[timed, expected, mayChange, pending, session.sheet, session.staff]}
          dragAndDropHooks={mayChange ? dragAndDropHooks : undefined}
          keyboardNavigationBehavior="tab"
          renderEmptyState={() => <p className="soft sheet-no-blocks">{t('day.empty')}</p>}
        >
          {(activity) => {
            const at = activities.indexOf(activity);
            return (
              <BlockRow
                activity={activity}
                at={at}
                session={session}
                level={several ? 4 : 3}
                time={day.startsAt ? planned.blocks[at]! : null}
                expected={expected?.blocks[at] ?? null}
                mayChange={mayChange}
                pending={pending}
                mayUp={at > 0 ? activities[at - 1]?.state === 'planned' : number > 1}
                mayDown={at < activities.length - 1 || number < session.sheet.days.length}
                actions={actions}
                onMove={(by) => {
                  const to = at + by;
                  if (to < 0) actions.onPlace(activity.id, number - 1, session.activities.filter((one) => one.day === number - 1).length);
                  else if (to >= activities.length) actions.onPlace(activity.id, number + 1, 0);
                  else actions.onPlace(activity.id, number, to);
                }}
              />
            );
          }}
        </GridList>
      )}
      {over > 0 && <Notice tone="warn" title={t('day.tooLong', { count: over, until: clockOf(planned.end), endsAt: day.endsAt ?? '' })} />}
      {children}
    </div>
  );
}

/** Home and End go to the first and last block; react-aria leaves them to the browser too, which would go on to roll the page away from there. */
function stayAtRow(event: KeyboardEvent): void {
  if ((event.key === 'Home' || event.key === 'End') && event.target instanceof Element && event.target.role === 'row') event.preventDefault();
}

async function idOf(items: readonly DropItem[]): Promise<string> {
  const [item] = items;
  return item?.kind === 'text' ? item.getText(BLOCK) : '';
}
