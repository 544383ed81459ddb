import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { ActivityView, EditActivity, SessionView } from '@spolu/contracts/sessions';
import { clockOf } from '@spolu/contracts/sheet-clock';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { LinkButton } from '@spolu/ui/link-button';
import { Menu } from '@spolu/ui/menu';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { VisuallyHidden } from '@spolu/ui/visually-hidden';
import { BookOpen, CalendarRange, Clock, Coffee, Ellipsis, Plus, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ActivityForm } from '../activity-form.tsx';
import { ServerClock } from '../server-clock.ts';
import { DayList } from './day-list.tsx';
import { DaysDialog } from './days-dialog.tsx';
import { FillDialog } from './fill-dialog.tsx';
import { LatePanel } from './late-panel.tsx';
import { MethodDialog } from './method-dialog.tsx';
import { ReadySheets } from './ready-sheets.tsx';
import { SaveTemplateDialog } from './save-template-dialog.tsx';
import { dayGoingOn, daysOf } from './sheet-times.ts';
import { inputOf, orderOf, useSheetCommands } from './use-sheet-commands.ts';
import { useReadySheets } from './use-sheet-sources.ts';
import './run-sheet.css';

const NEW_BLOCK: EditActivity = { title: '', instruction: '', staffNotes: '', minutes: 15, methodId: null, settings: { kind: 'brainstorm', mode: 'hidden', frames: [] }, plan: PLAIN_PLAN };

type Opened =
  | { dialog: 'block'; activity: ActivityView }
  | { dialog: 'new'; input: EditActivity; day: number }
  | { dialog: 'method'; day: number }
  | { dialog: 'save'; activity: ActivityView | null }
  | { dialog: 'days' | 'fill' };
type Removed = { input: EditActivity; day: number; at: number };

/** What happens when, over all days: planned, changed, tried out and, once it goes on, followed. */
export function RunSheet({ session: read }: { session: SessionView }) {
  const t = useText('sessions/run-sheet');
  const commands = useSheetCommands(read);
  const session = { ...read, activities: commands.activities };
  const { may, sheet } = session;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [said, setSaid] = useState('');
  const now = useNow(session);
  const goingOn = dayGoingOn(session, now);
  const [late, setLate] = useState(false);
  const days = daysOf(session);
  const close = () => setOpened(null);
  const isEmpty = session.activities.length === 0;
  const mayChange = may.edit && session.state !== 'closed';

  function handlePlace(id: string, day: number, at: number) {
    const activity = session.activities.find((one) => one.id === id);
    const order = orderOf(session).map((ids) => ids.filter((one) => one !== id));
    const target = order[day - 1];
    if (!activity || activity.state !== 'planned' || !target) return;
    target.splice(at, 0, id);
    setSaid(sheet.days.length > 1 ? t('agenda.movedToDay', { title: activity.title, place: at + 1, day }) : t('agenda.movedTo', { title: activity.title, place: at + 1, of: target.length }));
    void commands.order(order);
  }

  async function handleRemove(activity: ActivityView) {
    const at = session.activities.filter(({ day }) => day === activity.day).indexOf(activity);
    setRemoved(null);
    if (await commands.remove(activity.id)) setRemoved({ input: inputOf(activity), day: activity.day, at });
  }

  const total = days.reduce((sum, { planned, timed }) => sum + (timed.length > 0 ? planned.end - (planned.blocks[0]?.start ?? planned.end) : 0), 0);
  const [only] = days;
  return (
    <section className="page-section" aria-labelledby="agenda">
      <div className="row row-apart">
        <h2 id="agenda">{t('agenda.title')}</h2>
        {!isEmpty && (
          <p className="soft">
            {t('agenda.total', { count: total })}
            {days.length === 1 && only?.day.startsAt && ` · ${t('agenda.fromUntil', { from: only.day.startsAt, until: clockOf(only.planned.end) })}`}
          </p>
        )}
      </div>
      {mayChange && (
        <div className="row sheet-tools">
          <Button look="secondary" size="small" icon={<CalendarRange aria-hidden size={18} />} onPress={() => setOpened({ dialog: 'days' })}>
            {t('days.button')}
          </Button>
          {!isEmpty && goingOn === null && (
            <Button look="secondary" size="small" icon={<Clock aria-hidden size={18} />} aria-expanded={late} onPress={() => setLate(!late)}>
              {t('late.button')}
            </Button>
          )}
          {!isEmpty && (
            <LinkButton look="secondary" size="small" href={`/sessions/${session.id}/run-sheet`} icon={<Printer aria-hidden size={18} />}>
              {t('paper.link')}
            </LinkButton>
          )}
          <Menu
            trigger={{ look: 'quiet', size: 'small', icon: <Ellipsis aria-hidden size={18} />, children: t('more.button') }}
            label={t('more.button')}
            entries={[
              { id: 'fill', label: t('fill.button'), onAction: () => setOpened({ dialog: 'fill' }) },
              { id: 'save', label: t('save.button'), disabled: isEmpty, onAction: () => setOpened({ dialog: 'save', activity: null }) },
            ]}
          />
        </div>
      )}
      {(late || goingOn !== null) && !isEmpty && <LatePanel days={days} goingOn={goingOn} now={now} mayCut={mayChange} commands={commands} />}
      {isEmpty && (
        <EmptyState title={t('agenda.empty')} level={3}>
          {t('agenda.emptyMeans')}
        </EmptyState>
      )}
      {isEmpty && mayChange && <BeginReady pending={commands.pending} onUse={(readySheetId) => void commands.fill({ from: { readySheetId } }).then(handleAdded)} />}
      {days.map((day) => (
        <DayList
          key={day.number}
          day={day}
          session={session}
          mayChange={mayChange}
          pending={commands.pending}
          goesOn={goingOn === day.number ? now : null}
          onPlace={handlePlace}
          onEdit={(activity) => setOpened({ dialog: 'block', activity })}
          onRemove={(activity) => void handleRemove(activity)}
          onDuplicate={(activity) => void commands.duplicate(activity, t('agenda.copyOf', { title: activity.title }).slice(0, 200))}
          onKeep={(activity) => setOpened({ dialog: 'save', activity })}
          onTakeIn={({ id }) => void commands.cut({ shortened: [], leftOut: [], takenIn: [id] })}
        >
          {removed?.day === day.number && (
            <Notice role="status" title={t('agenda.removed', { title: removed.input.title })}>
              <div className="row">
                <Button
                  look="secondary"
                  size="small"
                  autoFocus
                  onPress={() => {
                    setRemoved(null);
                    void commands.putBack(removed.input, removed.day, removed.at);
                  }}
                >
                  {t('agenda.undo')}
                </Button>
              </div>
            </Notice>
          )}
          {mayChange && (
            <div className="row">
              <Button look={isEmpty ? 'primary' : 'secondary'} icon={<BookOpen aria-hidden size={20} />} onPress={() => setOpened({ dialog: 'method', day: day.number })}>
                {t('agenda.fromMethod')}
              </Button>
              <Button look="secondary" icon={<Plus aria-hidden size={20} />} onPress={() => setOpened({ dialog: 'new', input: NEW_BLOCK, day: day.number })}>
                {t('agenda.byHand')}
              </Button>
              <Button look="secondary" icon={<Coffee aria-hidden size={20} />} onPress={() => setOpened({ dialog: 'new', input: { ...NEW_BLOCK, title: t('type.break'), settings: { kind: 'break' }, plan: { ...PLAIN_PLAN, type: 'break' } }, day: day.number })}>
                {t('agenda.pause')}
              </Button>
            </div>
          )}
        </DayList>
      ))}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <Dialog open={opened?.dialog === 'new' || opened?.dialog === 'block'} onClose={close} title={opened?.dialog === 'block' ? t('block.editTitle') : t('block.newTitle')} size="large" keep>
        {opened?.dialog === 'new' && (
          <ActivityForm
            activity={{ ...opened.input, day: opened.day }}
            saved={false}
            session={session}
            draft={`new-block ${session.id} ${opened.day} ${opened.input.plan?.type}`}
            submit={commands.add}
            onDone={close}
            onCancel={close}
          />
        )}
        {opened?.dialog === 'block' && (
          <ActivityForm
            activity={inputOf(opened.activity)}
            saved
            session={session}
            running={opened.activity.state === 'running'}
            draft={`block ${opened.activity.id}`}
            submit={(input) => commands.edit(opened.activity.id, input)}
            onDone={close}
            onCancel={close}
          />
        )}
      </Dialog>
      {opened?.dialog === 'method' && (
        <MethodDialog
          processId={session.processId}
          pending={commands.pending}
          onClose={close}
          onLibrary={(methodId) => void commands.addMethod(methodId, opened.day).then(handleAdded)}
          onOwn={(templateId) => void commands.fill({ from: { templateId }, day: opened.day }).then(handleAdded)}
        />
      )}
      {opened?.dialog === 'days' && <DaysDialog sheet={sheet} submit={commands.editSheet} onClose={close} />}
      {opened?.dialog === 'save' && <SaveTemplateDialog session={session} activity={opened.activity} onClose={close} />}
      {opened?.dialog === 'fill' && <FillDialog session={session} pending={commands.pending} onFill={(from) => void commands.fill({ from }).then(handleAdded)} onClose={close} />}
    </section>
  );

  function handleAdded(answer: { activityIds: string[] } | undefined) {
    if (!answer) return;
    close();
    toast(t('agenda.methodAdded', { count: answer.activityIds.length }));
  }
}

/** What an empty sheet is filled with at one press. */
function BeginReady({ pending, onUse }: { pending: boolean; onUse: (readySheetId: string) => void }) {
  const t = useText('sessions/run-sheet');
  const { data: sheets = [] } = useReadySheets();
  if (sheets.length === 0) return null;
  return (
    <section className="stack stack-s" aria-labelledby="ready-sheets">
      <h3 id="ready-sheets">{t('fill.ready')}</h3>
      <p className="soft">{t('begin.hint')}</p>
      <ReadySheets sheets={sheets} pending={pending} onUse={onUse} />
    </section>
  );
}

const TICK_MS = 10_000;
/** The moment by the server's clock, anew every few seconds while it matters: a laptop that is late would find everybody in time. */
function useNow({ state, serverNow }: Pick<SessionView, 'state' | 'serverNow'>): Date {
  const [clock] = useState(() => new ServerClock());
  const [now, setNow] = useState(() => new Date(serverNow));
  const goes = state === 'open';
  useEffect(() => {
    clock.heard(serverNow);
    const look = () => setNow(new Date(clock.now()));
    look();
    if (!goes) return;
    const timer = setInterval(look, TICK_MS);
    return () => clearInterval(timer);
  }, [clock, serverNow, goes]);
  return now;
}
