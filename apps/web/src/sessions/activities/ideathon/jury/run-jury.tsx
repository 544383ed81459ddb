import type { JuryView, RoomJury } from '@spolu/contracts/activities/ideathon-jury';
import type { IdeathonStage } from '@spolu/contracts/activities/ideathon';
import type { StaffState } from '@spolu/contracts/sessions';
import { ConfirmDialog, Dialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keyOf, useResource } from '../../../../http/queries.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useText } from '../../../../i18n/use-text.ts';
import type { IdeathonCommands } from '../use-ideathon-commands.ts';
import { DiscussionView } from './discussion-view.tsx';
import { JurorsDialog } from './jurors-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { RubricDialog } from './rubric-dialog.tsx';

interface RunJuryProps {
  activityId: string;
  jury: RoomJury;
  stage: IdeathonStage;
  running: boolean;
  staff: StaffState;
  commands: IdeathonCommands;
}

/** How far the jury is and what comes next for it; no score before she opens them to the jury. */
export function RunJury({ activityId, jury, stage, running, staff, commands }: RunJuryProps) {
  const t = useText('sessions/activities/ideathon/jury');
  const format = useFormat();
  const path = `/activities/${activityId}/jury`;
  const client = useQueryClient();
  const { data: view } = useResource<JuryView>(path);
  const { version, revision } = jury;
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, version, revision]);
  const [shown, setShown] = useState<'rubric' | 'jurors' | 'scores' | 'reopen' | null>(null);
  if (!view) return null;
  const close = () => setShown(null);
  const send = async (command: string, body: object) => {
    const done = await commands.run('post', `${path}/${command}`, body);
    await client.invalidateQueries({ queryKey: keyOf(path) });
    return done;
  };
  const inTime = stage === 'pitches' || stage === 'jury';
  return (
    <section className="stack stack-s" aria-label={t('title')}>
      <p>
        <strong>{t(`state.${jury.state}`)}</strong>{' '}
        {jury.state === 'scoring' && <span className="soft">{t('progress', { done: jury.doneCount, asked: jury.askedCount })}</span>}
      </p>
      {view.jurors.length === 0 && <p className="soft small">{t('run.noJurors')}</p>}
      {view.fixedAt && <p className="soft small">{[t('run.fixedAt', { time: format.dateTime(view.fixedAt) }), jury.result ? '' : t('run.toldLater')].filter(Boolean).join('. ')}</p>}
      {view.reopened.map(({ reopenedAt, reason }) => (
        <p key={reopenedAt} className="soft small">{t('run.reopened', { time: format.dateTime(reopenedAt), reason })}</p>
      ))}
      <div className="run-actions">
        <PlainButton look="secondary" size="small" onClick={() => setShown('jurors')}>{t('run.jurors')}</PlainButton>
        <PlainButton look="secondary" size="small" onClick={() => setShown('rubric')}>{t('run.rubric')}</PlainButton>
        {view.discussion && <PlainButton look="secondary" size="small" onClick={() => setShown('scores')}>{t('run.discuss')}</PlainButton>}
      </div>
      {running && (
        <div className="run-actions">
          {jury.state === 'preparing' && view.jurors.length > 0 && (inTime ? (
            <Step name={t('run.begin')} means={t('run.beginMeans')} onStep={() => send('begin', { revision: view.revision })} />
          ) : (
            <p className="soft small">{t('run.beginLater')}</p>
          ))}
          {jury.state === 'scoring' && jury.doneCount > 0 && (
            <Step name={t('run.open')} means={[jury.askedCount > jury.doneCount ? t('discussion.missing', { count: jury.askedCount - jury.doneCount }) : '', t('run.openMeans')].filter(Boolean).join(' ')} onStep={() => send('open', { revision: view.revision })} />
          )}
          {jury.state === 'discussing' && <Step name={t('run.fix')} means={t('run.fixMeans')} onStep={() => send('fix', { revision: view.revision })} />}
          {jury.state === 'fixed' && <PlainButton look="quiet" size="small" onClick={() => setShown('reopen')}>{t('run.reopen')}</PlainButton>}
        </div>
      )}
      {shown === 'jurors' && <JurorsDialog view={view} staff={staff} mayChange={running && (jury.state === 'preparing' || jury.state === 'scoring')} mayMoveSeat={running && jury.state !== 'fixed'} pending={commands.pending} onName={(input) => send('jurors', input)} onMoveSeat={(input) => send('seat', input)} onClose={close} />}
      {shown === 'rubric' && <RubricDialog path={path} view={view} onClose={close} />}
      {shown === 'reopen' && <ReopenDialog onReopen={(reason) => send('reopen', { reason })} onClose={close} />}
      {shown === 'scores' && view.discussion && (
        <Dialog open onClose={close} title={t('discussion.title')} size="large">
          <DiscussionView t={t} criteria={view.criteria} discussion={view.discussion} />
        </Dialog>
      )}
    </section>
  );
}

/** A step of the jury, asked for twice. */
function Step({ name, means, onStep }: { name: string; means: string; onStep: () => Promise<unknown> }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PlainButton size="small" onClick={() => setAsking(true)}>{name}</PlainButton>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={`${name}?`} confirm={name} onConfirm={onStep}>
        {means}
      </ConfirmDialog>
    </>
  );
}
