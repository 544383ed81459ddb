import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import type { OrderSheet } from '@spolu/contracts/run-sheet';
import type { ActivityView, AddMethod, EditActivity, SessionView } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { VisuallyHidden } from '@spolu/ui/visually-hidden';
import { ArrowDown, ArrowUp, GripVertical, Pencil, Plus, Trash2, BookOpen } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { MethodPicker } from '../methods/method-picker.tsx';
import { settingsOfKind } from './activities/settings-by-kind.tsx';
import { ActivityForm } from './activity-form.tsx';
import { beginnings, moved, totalMinutes } from './agenda.ts';

type Removed = { activity: EditActivity; at: number };

/** The run sheet: steps in their order with the times that follow from it, made by hand or taken from a method. */
export function AgendaBuilder({ session }: { session: SessionView }) {
  const t = useText('sessions');
  const format = useFormat();
  const problemText = useProblemText();
  const refresh = useRefresh();
  // The order asked for is shown at once; what the server says replaces it when it was read anew.
  const [wished, setWished] = useState<{ from: readonly ActivityView[]; order: readonly ActivityView[] } | null>(null);
  // The id of the step being edited; `new` for one that is not there yet.
  const [editing, setEditing] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState('');
  const addButton = useRef<HTMLDivElement>(null);
  // Who has added a step, or has not, is where she began: the next one is a press away.
  const wasNew = useRef(false);
  useLayoutEffect(() => {
    if (wasNew.current && editing === null) [...(addButton.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
    wasNew.current = editing === 'new';
  }, [editing]);
  const { may } = session;
  const activities = wished?.from === session.activities ? wished.order : session.activities;
  const times = session.plannedTime ? beginnings(activities, session.plannedTime) : null;
  const path = `/sessions/${session.id}`;

  /** Runs a command; a refusal is said, and the page shows what the server has. */
  async function run<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    setPending(true);
    try {
      const answer = await command();
      await refresh(path);
      return answer;
    } catch (error) {
      toast(problemText(error), 'bad');
      setWished(null);
      if (error instanceof Problem) await refresh(path);
      return undefined;
    } finally {
      setPending(false);
    }
  }

  const setOrder = (order: readonly ActivityView[]) => run(() => api.put(`${path}/run-sheet/order`, orderOf(session, order.map(({ id }) => id))));

  function handleMove(from: number, to: number) {
    const order = moved(activities, from, to);
    const activity = activities[from];
    if (order === activities || !activity) return;
    setWished({ from: session.activities, order });
    setSaid(t('agenda.movedTo', { title: activity.title, place: to + 1, of: activities.length }));
    void setOrder(order);
  }

  async function handleRemove(activity: ActivityView, at: number) {
    setRemoved(null);
    await run(async () => {
      await api.delete(`/activities/${activity.id}`);
      setRemoved({ activity: editOf(activity), at });
    });
    addButton.current?.querySelector('button')?.focus();
  }

  async function handleUndo({ activity, at }: Removed) {
    setRemoved(null);
    await run(async () => {
      const { id } = await api.post<Made>(`${path}/activities`, activity);
      const order = session.activities.map((one) => one.id);
      await api.put(`${path}/run-sheet/order`, orderOf(session, [...order.slice(0, at), id, ...order.slice(at)]));
    });
  }

  async function handlePick(methodId: string) {
    const input: AddMethod = { methodId, language: session.language };
    const answer = await run(() => api.post<{ activityIds: string[] }>(`${path}/methods`, input));
    if (!answer) return;
    setPicking(false);
    toast(t('agenda.methodAdded', { count: answer.activityIds.length }));
  }

  return (
    <section className="page-section" aria-labelledby="agenda">
      <div className="row row-apart">
        <h2 id="agenda">{t('agenda.title')}</h2>
        {activities.length > 0 && (
          <p className="soft">
            {t('agenda.total', { count: totalMinutes(activities) })}
            {times && ` · ${t('agenda.fromUntil', { from: times[0] ?? '', until: times.at(-1) ?? '' })}`}
          </p>
        )}
      </div>
      {activities.length === 0 && editing !== 'new' && (
        <EmptyState title={t('agenda.empty')} level={3}>
          {t('agenda.emptyMeans')}
        </EmptyState>
      )}
      <ol role="list" className="sessions-agenda">
        {activities.map((activity, i) => (
          <AgendaItem
            key={activity.id}
            activity={activity}
            place={i}
            time={times?.[i] ?? null}
            minutes={format.number(activity.minutes)}
            movable={may.edit && activity.state === 'planned'}
            mayUp={activities[i - 1]?.state === 'planned'}
            mayDown={i < activities.length - 1}
            may={may}
            pending={pending}
            editing={editing === activity.id}
            onEdit={() => setEditing(activity.id)}
            onEdited={() => setEditing(null)}
            onSave={async (input) => {
              await api.put(`/activities/${activity.id}`, input);
              await refresh(path);
            }}
            onMove={(to) => handleMove(i, to)}
            onDrop={(id) => handleMove(activities.findIndex((one) => one.id === id), i)}
            onRemove={() => void handleRemove(activity, i)}
          />
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {removed && (
        <Notice role="status" title={t('agenda.removed', { title: removed.activity.title })}>
          <div className="row">
            <Button look="secondary" size="small" onPress={() => void handleUndo(removed)}>
              {t('agenda.undo')}
            </Button>
          </div>
        </Notice>
      )}
      {editing === 'new' && (
        <div className="ui-card">
          <h3>{t('agenda.newTitle')}</h3>
          <ActivityForm
            activity={null}
            draft={`new-activity ${session.id}`}
            submit={async (input) => {
              await api.post(`${path}/activities`, input);
              await refresh(path);
            }}
            onDone={() => setEditing(null)}
            onCancel={() => setEditing(null)}
          />
        </div>
      )}
      {may.edit && editing !== 'new' && (
        <div className="row" ref={addButton}>
          <Button look={activities.length === 0 ? 'primary' : 'secondary'} icon={<BookOpen aria-hidden size={20} />} onPress={() => setPicking(true)}>
            {t('agenda.fromMethod')}
          </Button>
          <Button look="secondary" icon={<Plus aria-hidden size={20} />} onPress={() => setEditing('new')}>
            {t('agenda.byHand')}
          </Button>
        </div>
      )}
      <Dialog open={picking} onClose={() => setPicking(false)} title={t('agenda.pickTitle')} size="large">
        <MethodPicker pending={pending} onPick={(methodId) => void handlePick(methodId)} />
      </Dialog>
    </section>
  );
}

interface AgendaItemProps {
  activity: ActivityView;
  place: number;
  time: string | null;
  minutes: string;
  movable: boolean;
  mayUp: boolean;
  mayDown: boolean;
  may: SessionView['may'];
  pending: boolean;
  editing: boolean;
  onEdit: () => void;
  onEdited: () => void;
  onSave: (input: EditActivity) => Promise<unknown>;
  onMove: (to: number) => void;
  onDrop: (activityId: string) => void;
  onRemove: () => void;
}

const DRAGGED = 'application/x-spolu-activity';

function AgendaItem({ activity, place, time, minutes, movable, mayUp, mayDown, may, pending, editing, onEdit, onEdited, onSave, onMove, onDrop, onRemove }: AgendaItemProps) {
  const t = useText('sessions');
  const [over, setOver] = useState(false);
  const running = activity.state === 'running';
  const { title } = activity;
  const { Tags } = settingsOfKind(activity.settings.kind);
  function handleDragOver(event: DragEvent) {
    if (!movable || !event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setOver(true);
  }
  return (
    <li
      className="sessions-step ui-card"
      data-state={activity.state}
      data-over={over || undefined}
      onDragOver={handleDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = event.dataTransfer.getData(DRAGGED);
        if (id && movable) onDrop(id);
      }}
    >
      <div className="sessions-step-when">
        {movable && (
          // Dragging is a shortcut for the mouse; the arrows beside do the same for everybody.
          <span className="sessions-grip" draggable={!editing} onDragStart={(event) => event.dataTransfer.setData(DRAGGED, activity.id)} aria-hidden>
            <GripVertical size={20} />
          </span>
        )}
        <span className="sessions-step-number">{place + 1}.</span>
        {time && <span className="sessions-step-time">{time}</span>}
        <span className="soft small">{t('agenda.minutesShort', { minutes })}</span>
      </div>
      <div className="stack stack-s">
        {editing ? (
          <ActivityForm activity={editOf(activity)} running={running} draft={`activity ${activity.id}`} submit={onSave} onDone={onEdited} onCancel={onEdited} />
        ) : (
          <>
            <div className="row row-apart sessions-step-head">
              <h3>{title}</h3>
              {may.edit && (
                <div className="row sessions-step-tools">
                  {movable && (
                    <>
                      <Button look="quiet" size="small" iconOnly icon={<ArrowUp aria-hidden size={20} />} aria-label={t('agenda.up', { title })} isDisabled={!mayUp} onPress={() => onMove(place - 1)} />
                      <Button look="quiet" size="small" iconOnly icon={<ArrowDown aria-hidden size={20} />} aria-label={t('agenda.down', { title })} isDisabled={!mayDown} onPress={() => onMove(place + 1)} />
                    </>
                  )}
                  {activity.state !== 'ended' && (
                    <Button look="quiet" size="small" iconOnly icon={<Pencil aria-hidden size={20} />} aria-label={t('agenda.edit', { title })} onPress={onEdit} />
                  )}
                  {activity.state === 'planned' && (
                    <Button look="quiet" size="small" iconOnly icon={<Trash2 aria-hidden size={20} />} aria-label={t('agenda.remove', { title })} isDisabled={pending} onPress={onRemove} />
                  )}
                </div>
              )}
            </div>
            <div className="row">
              <Tag tone="accent">{t(`activityKind.${activity.settings.kind}`)}</Tag>
              {Tags && <Tags settings={activity.settings} />}
              {activity.state !== 'planned' && <Tag tone={running ? 'good' : 'neutral'}>{t(`activityState.${activity.state}`)}</Tag>}
            </div>
            {activity.instruction && <p className="keep-lines">{activity.instruction}</p>}
            {activity.staffNotes && (
              <details className="small">
                <summary>{t('activity.staffNotes')}</summary>
                <p className="keep-lines">{activity.staffNotes}</p>
              </details>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** Who takes a place takes its day. */
function orderOf({ activities }: SessionView, ids: readonly string[]): OrderSheet {
  const lastDay = activities.at(-1)?.day ?? 1;
  const dayOf = ids.map((_, i) => activities[i]?.day ?? lastDay);
  return { days: Array.from({ length: lastDay }, (_, day) => ids.filter((_id, i) => dayOf[i] === day + 1)) };
}

const editOf = ({ title, instruction, staffNotes, minutes, methodId, settings }: ActivityView): EditActivity => ({ title, instruction, staffNotes, minutes, methodId, settings });
