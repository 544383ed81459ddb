import type { SessionView } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { DoorOpen, FileText, History, LayoutDashboard, Pencil, Presentation, Smartphone, UsersRound } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { LANGUAGE_NAMES, useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { BoardFiles } from './exchange/board-files.tsx';
import { ReflectionLink } from './feedback/reflection-link.tsx';
import { SurveyChoiceSection } from './feedback/survey-choice.tsx';
import { readableCode } from './join-address.ts';
import { RunSheet } from './run-sheet/run-sheet.tsx';
import { SessionForm } from './session-form.tsx';
import { SessionStaff } from './session-staff.tsx';
import './sessions.css';

/** So often is what happened in the room asked for, to say what it means for the rest of the day. */
const WHILE_OPEN_MS = 10_000;

/** Where a facilitator prepares a session, opens it, and finds its screens again. */
export function SessionPage() {
  const { id = '' } = useParams();
  const session = useResource<SessionView>(`/sessions/${id}`, { refetchInterval: ({ state }) => (state.data?.state === 'open' ? WHILE_OPEN_MS : false) });
  return (
    <Loaded query={session} as="page">
      {(view) => <Preparation session={view} />}
    </Loaded>
  );
}

const TONES = { preparing: 'neutral', open: 'good', closed: 'accent' } as const;

function Preparation({ session }: { session: SessionView }) {
  const t = useText('sessions');
  const format = useFormat();
  return (
    <Page
      title={session.title}
      kind={t(`kind.${session.kind}`)}
      breadcrumbs={[{ label: session.processTitle, href: `/processes/${session.processId}` }]}
      meta={
        <>
          <Tag tone={TONES[session.state]}>{t(`state.${session.state}`)}</Tag>
          {session.plannedOn && (
            <span>
              {format.day(session.plannedOn)}
              {session.plannedTime && `, ${session.plannedTime}`}
            </span>
          )}
          {session.place && <span>{session.place}</span>}
        </>
      }
    >
      <NextStep session={session} />
      <RunSheet session={session} />
      <SessionData session={session} />
      {session.may.run && (
        <Suspense>
          {session.state === 'closed' ? <ReflectionLink sessionId={session.id} /> : <SurveyChoiceSection sessionId={session.id} />}
        </Suspense>
      )}
      <SessionStaff sessionId={session.id} roles={session.may.giveRoles} />
    </Page>
  );
}

/** The one thing to do now: open the room, run it, or read what came of it. */
function NextStep({ session }: { session: SessionView }) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const canvas = `/sessions/${session.id}/canvas`;
  const projector = `/sessions/${session.id}/projector`;
  const files = session.may.run && (
    <>
      <LinkButton look="secondary" href={`/sessions/${session.id}/history`} icon={<History aria-hidden size={20} />}>
        {t('history.link')}
      </LinkButton>
      <BoardFiles boardId={session.boardId} sessionId={session.id} />
    </>
  );

  async function handleOpen() {
    try {
      await api.post(`/sessions/${session.id}/open`);
      await refresh(`/sessions/${session.id}`, '/sessions');
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }

  const registrations = (
    <LinkButton look="secondary" href={`/sessions/${session.id}/registrations`} icon={<UsersRound aria-hidden size={20} />}>
      {t('next.registrations')}
    </LinkButton>
  );

  if (session.state === 'closed') {
    return (
      <div className="ui-card sessions-next">
        <p>{t('next.closed')}</p>
        <div className="row">
          <LinkButton href={`/sessions/${session.id}/report`} icon={<FileText aria-hidden size={20} />}>
            {t('next.report')}
          </LinkButton>
          <LinkButton look="secondary" href={canvas} icon={<LayoutDashboard aria-hidden size={20} />}>
            {t('next.board')}
          </LinkButton>
          {registrations}
          {files}
        </div>
      </div>
    );
  }
  if (session.state === 'open') {
    return (
      <div className="ui-card sessions-next">
        <p>{t('next.open')}</p>
        {session.code && (
          <p>
            {t('next.code')} <strong className="sessions-code">{readableCode(session.code)}</strong>
          </p>
        )}
        <div className="row">
          <LinkButton href={canvas} icon={<LayoutDashboard aria-hidden size={20} />}>
            {t('next.run')}
          </LinkButton>
          <LinkButton look="secondary" href={projector} target="_blank" icon={<Presentation aria-hidden size={20} />}>
            {t('next.projector')}
          </LinkButton>
          {session.may.run && (
            <LinkButton look="secondary" href={`/sessions/${session.id}/run`} icon={<Smartphone aria-hidden size={20} />}>
              {t('remote.link')}
            </LinkButton>
          )}
          <LinkButton look="secondary" href={`/sessions/${session.id}/report`} icon={<FileText aria-hidden size={20} />}>
            {t('next.soFar')}
          </LinkButton>
          {registrations}
          {files}
        </div>
      </div>
    );
  }
  return (
    <div className="ui-card sessions-next">
      <p>{session.activities.length === 0 ? t('next.noAgenda') : t('next.preparing')}</p>
      <div className="row">
        {session.may.run && (
          <Button look={session.activities.length === 0 ? 'secondary' : 'primary'} icon={<DoorOpen aria-hidden size={20} />} onPress={() => setAsking(true)}>
            {t('next.openRoom')}
          </Button>
        )}
        <LinkButton look="secondary" href={canvas} icon={<LayoutDashboard aria-hidden size={20} />}>
          {t('next.board')}
        </LinkButton>
        {registrations}
        {files}
      </div>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('openRoom.title')} confirm={t('openRoom.go')} onConfirm={handleOpen}>
        <ul>
          <li>{t('openRoom.code')}</li>
          <li>{t('openRoom.nothingRuns')}</li>
          <li>{t('openRoom.agenda')}</li>
        </ul>
      </ConfirmDialog>
    </div>
  );
}

function SessionData({ session }: { session: SessionView }) {
  const t = useText('sessions');
  const refresh = useRefresh();
  const [editing, setEditing] = useState(false);
  return (
    <section className="page-section" aria-labelledby="session-data">
      <div className="row row-apart">
        <h2 id="session-data">{t('data.title')}</h2>
        {session.may.edit && !editing && (
          <Button look="secondary" icon={<Pencil aria-hidden size={20} />} onPress={() => setEditing(true)}>
            {t('data.edit')}
          </Button>
        )}
      </div>
      {editing ? (
        <SessionForm
          initial={editOf(session)}
          draft={`session ${session.id}`}
          action={t('data.save')}
          submit={(input) => api.put(`/sessions/${session.id}`, input)}
          onDone={() => {
            setEditing(false);
            toast(t('data.saved'));
            void refresh(`/sessions/${session.id}`, '/sessions');
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <dl className="sessions-data">
          <dt>{t('form.welcome')}</dt>
          <dd className="keep-lines">{session.welcome || <span className="soft">{t('data.noWelcome')}</span>}</dd>
          <dt>{t('form.language')}</dt>
          <dd>{LANGUAGE_NAMES[session.language]}</dd>
          {session.secondLanguage && (
            <>
              <dt>{t('form.secondLanguage')}</dt>
              <dd lang={session.secondLanguage}>{LANGUAGE_NAMES[session.secondLanguage]}</dd>
            </>
          )}
          <dt>{t('form.visibility')}</dt>
          <dd>
            {t(`visibility.${session.visibility}`)} <span className="soft">{t(`visibilityMeans.${session.visibility}`)}</span>
          </dd>
        </dl>
      )}
      {session.visibility === 'internal' && <Notice>{t('data.internal')}</Notice>}
    </section>
  );
}

const editOf = ({ kind, title, welcome, plannedOn, plannedTime, place, language, secondLanguage = null, second = null, visibility }: SessionView) => ({
  kind, title, welcome, plannedOn, plannedTime, place, language, secondLanguage, second, visibility,
});
