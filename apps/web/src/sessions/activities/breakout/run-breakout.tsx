import { TABLE_MESSAGE_MAX_LENGTH, type StaffTable, type TablesView } from '@spolu/contracts/activities/breakout';
import type { StaffState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { Hand, Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { boardAddress, chosenBoard } from '../../chosen-board.ts';
import type { RunActivityProps } from '../run-by-kind.tsx';
import './run-breakout.css';
import { SeatingDialog } from './seating-dialog.tsx';
import { type TableCommands, useSimilar, useTableCommands, useTables } from './use-tables.ts';

/** All tables at a glance: who calls for help, how many sit and how much is written there, a way to each; and what she does with all of them. */
export function RunBreakout({ activity, staff }: RunActivityProps<'breakout'>) {
  const t = useText('sessions');
  const view = useTables(activity.id, staff.version, activity.state === 'running');
  const commands = useTableCommands(activity.id);
  const [seating, setSeating] = useState(false);
  const { part } = activity;
  const seated = part.tables.reduce((sum, { memberCount }) => sum + memberCount, 0);
  if (!view) return <p className="soft">{t('breakout.people', { count: seated })}</p>;
  const running = activity.state === 'running';
  return (
    <>
      <p>
        <strong>{t('breakout.people', { count: seated })}</strong>{' '}
        <span className="soft">{[t('breakout.tables', { count: part.tables.length }), t('breakout.round', { round: part.round })].join(' · ')}</span>
      </p>
      <Calls view={view} commands={commands} />
      {view.unseatedIds.length > 0 && <p className="run-unseated">{t('breakout.unseated', { count: view.unseatedIds.length })}</p>}
      <Tables view={view} staff={staff} />
      <div className="run-actions">
        <PlainButton look="secondary" size="small" onClick={() => setSeating(true)}>
          {t('breakout.whoSitsWhere')}
        </PlainButton>
        {view.may.run && running && !part.carriedOver && <DealAgain view={view} commands={commands} />}
      </div>
      {view.may.run && running && <Message sent={part.message?.text ?? null} commands={commands} />}
      {view.may.run && <CarryOver view={view} carriedOver={part.carriedOver} commands={commands} />}
      {part.carriedOver && <Similar activityId={activity.id} carriedCount={view.carriedCount} />}
      <SeatingDialog open={seating} onClose={() => setSeating(false)} view={view} staff={staff} commands={commands} />
    </>
  );
}

function Calls({ view, commands }: { view: TablesView; commands: TableCommands }) {
  const t = useText('sessions');
  const calling = view.tables.filter(({ helpSince }) => helpSince !== null).sort((a, b) => (a.helpSince ?? '').localeCompare(b.helpSince ?? ''));
  return (
    <div role="alert">
      {calling.map((table) => (
        <Notice key={table.number} tone="warn" icon={<Hand aria-hidden size={20} />} title={t('breakout.calls', { table: t('breakout.table', { number: table.number }) })}>
          <div className="row">
            {table.boardId && <a href={boardAddress(table.boardId)}>{t('breakout.visit')}</a>}
            <PlainButton look="secondary" size="small" pending={commands.pending} onClick={() => void commands.helped({ table: table.number })}>
              {t('breakout.helped')}
            </PlainButton>
          </div>
        </Notice>
      ))}
    </div>
  );
}

function Tables({ view, staff }: { view: TablesView; staff: StaffState }) {
  const t = useText('sessions');
  const here = chosenBoard();
  return (
    <ul role="list" className="run-tables" aria-label={t('breakout.allTables')}>
      <li>
        <a href={boardAddress(null)} aria-current={here === null ? 'page' : undefined}>
          {t('breakout.firstBoard')}
        </a>
      </li>
      {view.tables.map((table) => (
        <li key={table.number} data-calls={table.helpSince !== null || undefined}>
          <TableName table={table} here={here} />
          <span className="small soft">
            {[table.place, hostOf(table, staff), t('breakout.people', { count: table.memberIds.length }), t('report.notes', { count: table.noteCount })].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TableName({ table: { number, boardId }, here }: { table: StaffTable; here: string | null }) {
  const t = useText('sessions');
  if (boardId === null) return <strong>{t('breakout.table', { number })}</strong>;
  return (
    <a href={boardAddress(boardId)} aria-current={here === boardId ? 'page' : undefined}>
      {t('breakout.table', { number })}
    </a>
  );
}

const hostOf = ({ hostId }: StaffTable, { participants }: StaffState): string | null => participants.find(({ id }) => id === hostId)?.nickname ?? null;

function DealAgain({ view, commands }: { view: TablesView; commands: TableCommands }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PlainButton look="secondary" size="small" icon={<Shuffle aria-hidden size={18} />} onClick={() => setAsking(true)}>
        {t('breakout.dealAgain')}
      </PlainButton>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('breakout.dealAgainTitle')} confirm={t('breakout.dealAgain')} onConfirm={() => commands.dealAgain({ round: view.round })}>
        {t('breakout.dealAgainMeans')}
      </ConfirmDialog>
    </>
  );
}

function Message({ sent, commands }: { sent: string | null; commands: TableCommands }) {
  const t = useText('sessions');
  const [text, setText] = useState('');
  return (
    <form
      className="stack stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void commands.tell({ text: text.trim() }).then((told) => told && setText(''));
      }}
    >
      <PlainTextArea label={t('breakout.message')} hint={sent === null ? undefined : t('breakout.messageNow', { text: sent })} rows={2} value={text} onChange={(next) => setText(next.slice(0, TABLE_MESSAGE_MAX_LENGTH))} />
      <div className="run-actions">
        <PlainButton type="submit" look="secondary" size="small" pending={commands.pending} aria-disabled={!text.trim()}>
          {t('breakout.tell')}
        </PlainButton>
        {sent !== null && (
          <PlainButton look="quiet" size="small" pending={commands.pending} onClick={() => void commands.tell({ text: null })}>
            {t('breakout.untell')}
          </PlainButton>
        )}
      </div>
    </form>
  );
}

function CarryOver({ view, carriedOver, commands }: { view: TablesView; carriedOver: boolean; commands: TableCommands }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState<'over' | 'back' | null>(null);
  async function handleCarry() {
    const carried = await commands.carryOver();
    if (carried) toast(t('breakout.carriedNow', { count: carried.noteCount }), 'good');
  }
  return (
    <div className="stack stack-s">
      {carriedOver && (
        <p className="small">
          {t('breakout.carried', { count: view.carriedCount })} {view.waitingCount > 0 && t('breakout.waiting', { count: view.waitingCount })}
        </p>
      )}
      <div className="run-actions">
        {(!carriedOver || view.waitingCount > 0) && (
          <PlainButton look="secondary" size="small" pending={commands.pending} onClick={() => (carriedOver ? void handleCarry() : setAsking('over'))}>
            {carriedOver ? t('breakout.carryMore') : t('breakout.carryOver')}
          </PlainButton>
        )}
        {carriedOver && (
          <PlainButton look="quiet" size="small" pending={commands.pending} onClick={() => setAsking('back')}>
            {t('breakout.takeBack')}
          </PlainButton>
        )}
      </div>
      <ConfirmDialog open={asking === 'over'} onClose={() => setAsking(null)} title={t('breakout.carryOverTitle')} confirm={t('breakout.carryOver')} onConfirm={handleCarry}>
        {t('breakout.carryOverMeans')}
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'back'} onClose={() => setAsking(null)} title={t('breakout.takeBackTitle')} confirm={t('breakout.takeBack')} onConfirm={() => commands.takeBack()}>
        {t('breakout.takeBackMeans')}
      </ConfirmDialog>
    </div>
  );
}

function Similar({ activityId, carriedCount }: { activityId: string; carriedCount: number }) {
  const t = useText('sessions');
  const groups = useSimilar(activityId, carriedCount);
  if (groups.length === 0) return null;
  return (
    <details className="run-people">
      <summary>{t('breakout.similar', { count: groups.length })}</summary>
      <p className="small soft">{t('breakout.similarMeans')}</p>
      <ol className="run-similar">
        {groups.map((group) => (
          <li key={group[0]?.contributionId}>
            <ul role="list">
              {group.map(({ contributionId, table, text }) => (
                <li key={contributionId}>
                  {text} <span className="small soft">{t('breakout.table', { number: table })}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
