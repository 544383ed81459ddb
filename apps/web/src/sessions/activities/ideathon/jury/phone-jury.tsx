import type { DeclareConflicts, JudgedCanvas, OwnJury, OwnJuryTeam, RoomJury } from '@spolu/contracts/activities/ideathon-jury';
import { Problem } from '@spolu/contracts/problems';
import { BarChart } from '@spolu/ui/bar-chart';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { ArrowLeft, LockKeyhole } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../../http/api.ts';
import { useInBoth } from '../../../in-both.tsx';
import { QueueLine } from '../../../phone/queue-line.tsx';
import { Thumb } from '../../../phone/screen.tsx';
import { useFailureText, useRefusalText } from '../../../phone/use-failure-text.ts';
import type { PhoneActivityProps } from '../../phone-by-kind.tsx';
import { ConflictForm } from './conflict-form.tsx';
import { DiscussionView } from './discussion-view.tsx';
import './jury.css';
import { type JuryText, meansOf, standingBars, teamTitle } from './jury-words.ts';
import { SheetForm } from './sheet-form.tsx';
import { isScored, leftOf, type SheetQueue, useSheetQueue } from './sheet-queue.ts';
import { useJuryText } from './use-jury-text.ts';
import { useCanvases, useOwnJury, useTeamFeedback } from './use-own-jury.ts';

/** Refusals that a juror can meet and understand. */
const EXPLAINED = ['jury/not-a-juror', 'jury/undeclared', 'jury/conflict-of-interest', 'jury/fixed', 'jury/opened', 'jury/not-begun'] as const;
const explained = (code: string | undefined) => EXPLAINED.find((known) => known === code);

/** For jurors what they judge, for the others how far the jury is; for all what it came to, once that is told. */
export function PhoneJury({ activity }: Pick<PhoneActivityProps<'ideathon'>, 'activity'>) {
  const { jury } = activity.part;
  return jury && <Shown activity={activity} jury={jury} />;
}

function Shown({ activity: { id, part }, jury }: Pick<PhoneActivityProps<'ideathon'>, 'activity'> & { jury: RoomJury }) {
  const t = useJuryText();
  const { own, reload } = useOwnJury(id, jury);
  if (jury.result) return <Told activityId={id} jury={jury} t={t} />;
  if (own) return <Juror activityId={id} jury={jury} teamsVersion={part.teams.map(({ version }) => version).join()} own={own} onChange={reload} t={t} />;
  if (part.stage !== 'jury') return null;
  return (
    <Notice title={t(`state.${jury.state}`)} role="status">
      {jury.state === 'scoring' && t('progress', { done: jury.doneCount, asked: jury.askedCount })}
    </Notice>
  );
}

interface JurorProps {
  activityId: string;
  jury: RoomJury;
  /** Changes when a team does. */
  teamsVersion: string;
  own: OwnJury;
  onChange: () => void;
  t: JuryText;
}

function Juror({ activityId, jury, teamsVersion, own, onChange, t }: JurorProps) {
  const canvases = useCanvases(activityId, `${teamsVersion} ${String(own.revision)}`);
  const queue = useSheetQueue(activityId);
  const inBothOf = useCriteriaInBoth();
  const { underWay } = queue;
  const [openId, setOpenId] = useState<string | null>(null);
  // what has arrived meanwhile is what the server has to say of it
  const before = useRef(underWay);
  useEffect(() => {
    if (before.current > 0 && underWay === 0) onChange();
    before.current = underWay;
  }, [underWay, onChange]);
  const open = own.teams.find(({ id, conflict }) => id === openId && conflict === null);
  const works = jury.state === 'scoring' || jury.state === 'discussing';
  return (
    <section className="stack" aria-label={t('title')}>
      <p className="phone-kicker">{t('yes')}</p>
      <Refused queue={queue} own={own} t={t} />
      {jury.state === 'preparing' && <Notice>{t('waitBegin')}</Notice>}
      {jury.state === 'fixed' && <Notice tone="good" title={t('state.fixed')} />}
      {works && !own.declared && <Declare activityId={activityId} own={own} onDone={onChange} t={t} />}
      {works && own.declared && open && <OneTeam key={open.id} team={open} canvas={canvases.find(({ teamId }) => teamId === open.id)?.fields ?? []} own={own} queue={queue} onOpen={setOpenId} t={t} />}
      {works && own.declared && !open && (
        <>
          <p className="phone-mode">
            <LockKeyhole aria-hidden size={22} />
            <span>{jury.state === 'scoring' ? t('private') : t('discussion.revise')}</span>
          </p>
          <Teams own={own} queue={queue} onOpen={setOpenId} t={t} />
          <details className="phone-more">
            <summary>{t('conflicts.later')}</summary>
            <Declare activityId={activityId} own={own} onDone={onChange} t={t} />
          </details>
        </>
      )}
      {own.discussion && !open && (
        <>
          <h2>{t('discussion.title')}</h2>
          <DiscussionView t={t} criteria={inBothOf(own.criteria)} discussion={own.discussion} />
        </>
      )}
    </section>
  );
}

interface TeamsProps {
  own: OwnJury;
  queue: SheetQueue;
  onOpen: (teamId: string | null) => void;
  t: JuryText;
}

/** What she has still to do, team by team. */
function Teams({ own, queue, onOpen, t }: TeamsProps) {
  const left = leftOf(own, queue);
  const stateOf = (team: OwnJuryTeam) => {
    if (team.conflict) return t('conflicts.yes');
    const { scores } = queue.latest(team);
    const done = scores.filter((score) => score !== null).length;
    if (done === 0) return t('todo');
    return done < scores.length ? t('begun', { done, of: scores.length }) : t('done');
  };
  return (
    <>
      <p role="status">{left.length === 0 ? t('allDone') : t('left', { count: left.length })}</p>
      <ul role="list" className="jury-teams" aria-label={t('teams')}>
        {own.teams.map((team) => (
          <li key={team.id}>
            {team.conflict ? <span>{teamTitle(team, t)}</span> : <PlainButton look={isScored(queue.latest(team)) ? 'quiet' : 'secondary'} onClick={() => onOpen(team.id)}>{teamTitle(team, t)}</PlainButton>}
            <span className="small soft">{stateOf(team)}</span>
          </li>
        ))}
      </ul>
      <QueueLine anything={own.teams.some(({ scores }) => scores.some((score) => score !== null))} />
    </>
  );
}

function OneTeam({ team, canvas, own, queue, onOpen, t }: TeamsProps & { team: OwnJuryTeam; canvas: JudgedCanvas['fields'] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const next = leftOf(own, queue).find(({ id }) => id !== team.id);
  return (
    <>
      <div>
        <PlainButton look="quiet" icon={<ArrowLeft aria-hidden size={20} />} onClick={() => onOpen(null)}>
          {t('back')}
        </PlainButton>
      </div>
      <h2 ref={heading} tabIndex={-1} className="jury-sheet-title">
        {teamTitle(team, t)}
      </h2>
      <SheetForm t={t} criteria={own.criteria} team={team} canvas={canvas} first={queue.latest(team)} onSave={(draft) => queue.save(team.id, draft)} />
      <Thumb>
        <QueueLine anything={queue.latest(team).scores.some((score) => score !== null)} />
        <PlainButton size="thumb" onClick={() => onOpen(next?.id ?? null)}>
          {next ? t('next', { team: teamTitle(next, t) }) : t('back')}
        </PlainButton>
      </Thumb>
    </>
  );
}

function Declare({ activityId, own, onDone, t }: { activityId: string; own: OwnJury; onDone: () => void; t: JuryText }) {
  const failureText = useFailureText();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const code = failed instanceof Problem ? explained(failed.code) : undefined;
  async function handleConfirm(input: DeclareConflicts) {
    setPending(true);
    setFailed(null);
    try {
      await api.put(`/activities/${activityId}/jury/conflicts`, input);
      onDone();
    } catch (error) {
      setFailed(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <ConflictForm t={t} own={own} pending={pending} failed={failed === null ? null : code ? t(`refused.${code}`) : failureText(failed)} onConfirm={(input) => void handleConfirm(input)} />
  );
}

/** What the server would not take stays until she has seen why. */
function Refused({ queue: { refused, letGo }, own, t }: { queue: SheetQueue; own: OwnJury; t: JuryText }) {
  const refusalText = useRefusalText();
  if (!refused) return null;
  const code = explained(refused.refusal?.code);
  const reason = code ? t(`refused.${code}`) : refusalText(refused.refusal?.code ?? '', refused.refusal?.facts);
  const team = own.teams.find(({ id }) => refused.about.endsWith(id));
  return (
    <Notice tone="bad" role="alert" title={t('notTaken')}>
      <div className="stack stack-s">
        <p>{[team && teamTitle(team, t), reason].filter(Boolean).join(': ')}</p>
        <div>
          <PlainButton look="secondary" onClick={letGo}>
            {t('understood')}
          </PlainButton>
        </div>
      </div>
    </Notice>
  );
}

function Told({ activityId, jury, t }: { activityId: string; jury: RoomJury; t: JuryText }) {
  const own = useTeamFeedback(activityId, jury);
  const inBothOf = useCriteriaInBoth();
  if (!jury.result) return null;
  const { teams, criteria } = jury.result;
  const ownTeam = teams.find(({ teamId }) => teamId === own?.teamId);
  return (
    <section className="stack" aria-labelledby="jury-result">
      <h2 id="jury-result">{t('result')}</h2>
      <BarChart label={t('result')} max={100} bars={standingBars(teams, t, own?.teamId)} />
      {own && ownTeam && (
        <>
          <h3>{t('ownFeedback')}</h3>
          <ul>
            {meansOf(ownTeam, inBothOf(criteria), t).map((mean) => (
              <li key={mean}>{mean}</li>
            ))}
          </ul>
          {own.feedback.length === 0 && <p className="soft">{t('noFeedback')}</p>}
          {own.feedback.map((text, i) => (
            <blockquote key={i} className="keep-lines">{text}</blockquote>
          ))}
        </>
      )}
    </section>
  );
}

/** Criteria by their titles in both languages, where there is room for plain words only. */
function useCriteriaInBoth(): <C extends { title: string }>(criteria: readonly C[]) => C[] {
  const inBoth = useInBoth();
  return (criteria) => criteria.map((criterion) => ({ ...criterion, title: inBoth(criterion.title) }));
}
